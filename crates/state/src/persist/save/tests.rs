use super::*;
use crate::NotebookEdit;
use crate::notebook::{Contact, EntryKind, Impression, JournalEntry, Key, Letter};
use crate::questions::*;
use crate::{Action, ListEdit, ListSetting, ListSettingEdit, State};
use engine::applicant::{ConnectionKind, Entry, FactsFile};
use engine::calendar::Stage;
use engine::geography::UsState;
use engine::portfolio::Level;
use engine::preference::{Positions, Property};
use engine::program::SpecialtyCode;
use engine::residency_explorer::{Figures, Permille};
use engine::vocabulary::{ApplicantType, ExperienceKind, H1bPolicy};
use proptest::prelude::*;

fn id(text: &str) -> ProgramId {
    ProgramId::parse(text).unwrap()
}

fn full() -> Work {
    let mut state = State::default();
    let specialty = SpecialtyAnswer {
        typed: "Internal Medicine".into(),
        code: SpecialtyCode::parse("140"),
        ..SpecialtyAnswer::default()
    };
    let row = ExperienceAnswer {
        kind: Some(ExperienceKind::Externship),
        months: "three".into(),
        ended_month: Month::new(5),
        ended_year: "2026".into(),
        specialty: SpecialtyCode::parse("140"),
    };
    let near = NearAnswer {
        typed: "Boston, Massachusetts".into(),
        // Not in the file: the catalog gives it once both are here.
        point: None,
    };
    for edit in [
        STEP2_SCORE.typed(" 24x5".into()),
        KIND.answer(Some(ApplicantType::NonUsImg)),
        STAGE.answer(Some(Stage::ApplyingLate)),
        IN_US.answer(Some(false)),
        NEAR_MILES.answer(Miles::new(250)),
        LAMBDA.answer(Percent::new(45)),
        SOUGHT_AFTER.answer(Some(SoughtAfter::Ignored)),
        LANGUAGES.with(Language::Urdu),
        TIES.with(UsState::Ny),
        NEVER.with(Property::Hca),
        Edit::specialty(0, specialty),
        Edit::near(near),
        Edit::experience(0, row),
        Edit::connect(id("1400500001"), Some(ConnectionKind::Rotation)),
    ] {
        state.apply(Action::Answer(edit));
    }
    let entry = Entry {
        h1b: Some(H1bPolicy::Limited),
        ..Entry::default()
    };
    state.apply(Action::Enter(id("1400500001"), entry));
    let seen = Entry {
        explorer: Figures {
            rate: Permille::new(125),
            step2: [Some(240), None, Some(255)],
            ..Figures::default()
        },
        ..Entry::default()
    };
    state.apply(Action::Enter(id("1400500007"), seen));
    state.apply(Action::Note(id("1400500002"), "“quotes”, ünïcode\n".into()));
    state.apply(Action::Pin(id("1400500003")));
    state.apply(Action::Hide(id("1400500004")));
    state.apply(Action::List(ListEdit::Add(id("1400500005"))));
    state.apply(Action::List(ListEdit::Copy("Bold".into())));
    state.apply(Action::List(ListEdit::Add(id("1400500006"))));
    state.apply(Action::List(ListEdit::Signal(
        id("1400500006"),
        Level::Gold,
    )));
    let code = SpecialtyCode::parse("140").unwrap();
    for edit in [
        ListSettingEdit::Type(ListSetting::Budget, "$1,200".into()),
        ListSettingEdit::Type(ListSetting::Silver(code), "many".into()),
        ListSettingEdit::Tied(code, Some(false)),
        ListSettingEdit::EarlierPrices(true),
    ] {
        state.apply(Action::ListSetting(edit));
    }
    let entry = JournalEntry {
        day: "2026-11-02".into(),
        kind: EntryKind::Interview,
        prompt: "What did you like?".into(),
        text: "The clinic.\n“Quiet.”".into(),
        witness: "the attending".into(),
        program: Some(id("1400500005")),
        impression: Some(Impression::Good),
    };
    let contact = Contact {
        name: "A physician".into(),
        letter: Letter::Asked,
        next_day: "2026-12-01".into(),
        ..Contact::default()
    };
    let key = |text| Key::parse(text).unwrap();
    for edit in [
        NotebookEdit::Tick(key("documents/passport"), true),
        NotebookEdit::Type(key("practice/why-us/action"), "I asked.".into()),
        NotebookEdit::Write(0, entry),
        NotebookEdit::Meet(0, contact),
    ] {
        state.apply(Action::Notebook(edit));
    }
    state.work
}

#[test]
fn what_is_written_is_read_back() {
    let work = full();
    let stamp = Stamp {
        revision: 7,
        mark: 9,
    };
    let opened = read(&write(&work, stamp)).unwrap();
    assert_eq!(opened.work, work);
    assert_eq!((opened.stamp, opened.left_out), (stamp, 0));
    assert_eq!(
        read(&write(&Work::default(), Stamp::default()))
            .unwrap()
            .work,
        Work::default()
    );
}

#[test]
fn none_of_the_languages_is_an_answer_that_survives() {
    let mut state = State::default();
    state.apply(Action::Answer(LANGUAGES.none()));
    assert_eq!(
        read(&write(&state.work, Stamp::default())).unwrap().work,
        state.work
    );
}

#[test]
fn being_sought_after_counts_in_a_file_that_says_nothing_of_it() {
    let counts = |text: &str| {
        let opened = read(text).unwrap();
        assert_eq!(opened.left_out, 0);
        let (_, preferences, _) = crate::questions::read::read(&opened.work.answers, None);
        preferences.sought_after
    };
    let older = r#"{"format":"smart-pick/1","answers":{"chosen":{"lambda":"45"}}}"#;
    assert!(counts(older));
    assert!(!counts(&write(&full(), Stamp::default())));
}

#[test]
fn a_preliminary_year_survives_and_a_file_that_says_nothing_means_full_training() {
    let mut work = full();
    let answer = SpecialtyAnswer {
        typed: "Internal Medicine, preliminary year".into(),
        code: SpecialtyCode::parse("140"),
        positions: Positions::OneYear,
        ..SpecialtyAnswer::default()
    };
    Rc::make_mut(&mut work.answers).edit(Edit::specialty(0, answer));
    let text = write(&work, Stamp::default());
    assert_eq!(read(&text).unwrap().work, work);
    let older = text.replace("\"positions\"", "\"unheard-of\"");
    assert_ne!(older, text);
    let opened = read(&older).unwrap().work;
    assert_eq!(opened.answers.specialties[0].positions, Positions::Training);
    let unknown = read(&text.replace("one_year", "two_years")).unwrap();
    assert_eq!(unknown.left_out, 1);
}

/// A question answered, whatever its kind; `at` tells with what.
fn any_answer((field, at, text): (prop::sample::Index, u16, String)) -> Edit {
    let field = *field.get(Field::ALL);
    let code = field.code();
    // A number that stands for no word of the question stands for its first.
    let word = |words: Words| (words.code)(at).or_else(|| (words.code)(1)).unwrap();
    let edit = match field.kind() {
        Kind::Typed => Edit::read_typed(code, text),
        Kind::Choice(words) => Edit::read_choice(code, &word(words)),
        Kind::Set(words) => Edit::read_member(code, &word(words)),
        Kind::Rows => Some(match field {
            Field::Near => Edit::near(NearAnswer {
                typed: text,
                point: None,
            }),
            Field::Connections => Edit::connect(
                ProgramId::parse(&format!("14005{at:05}")).unwrap(),
                ConnectionKind::from_code("rotation"),
            ),
            _ => Edit::specialty(
                usize::from(at % 3),
                SpecialtyAnswer {
                    typed: text,
                    code: SpecialtyCode::parse("140"),
                    ..SpecialtyAnswer::default()
                },
            ),
        }),
    };
    edit.unwrap()
}

proptest! {
    #[test]
    fn whatever_was_answered_comes_back(
        edits in prop::collection::vec((any::<prop::sample::Index>(), 0..60_u16, ".{0,20}"), 0..120),
        months in ".{0,5}", ended in any::<u8>(),
    ) {
        let mut work = Work::default();
        let answers = Rc::make_mut(&mut work.answers);
        for edit in edits {
            answers.edit(any_answer(edit));
        }
        let row = ExperienceAnswer {
            months,
            ended_month: Month::new(ended),
            ..ExperienceAnswer::default()
        };
        answers.edit(Edit::experience(0, row));
        for field in Field::ALL {
            let said = work.answers.said(*field, None);
            prop_assert_eq!(work.answers.is_answered(*field), said.is_some(), "{:?} {:?}", field, said);
        }
        let opened = read(&write(&work, Stamp::default())).unwrap();
        prop_assert_eq!((opened.work, opened.left_out), (work, 0));
    }
}

#[test]
fn a_code_from_a_later_version_is_left_out_and_counted() {
    let text = r#"{"format":"smart-pick/1","answers":{"chosen":{"visa":"o1","shoe-size":"44","couple":"yes"},"sets":{"ties":["NY","XX"]}},"pinned":["12"]}"#;
    let opened = read(text).unwrap();
    assert_eq!(opened.left_out, 4);
    let answers = &opened.work.answers;
    assert_eq!(answers.get(COUPLE), Some(true));
    assert!(answers.has(TIES, UsState::Ny));
}

#[test]
fn own_figures_survive_and_what_cannot_be_is_left_out_and_counted() {
    let mut state = State::default();
    let explorer = Figures {
        rate: Permille::new(125),
        rate_signalled: Permille::new(1000),
        applicants: Some(2_345),
        type_applied: Permille::new(0),
        type_interviewed: Permille::new(7),
        step2: [Some(240), Some(250), Some(258)],
    };
    let entry = Entry {
        explorer,
        ..Entry::default()
    };
    state.apply(Action::Enter(id("1400500001"), entry));
    let written = write(&state.work, Stamp::default());
    let opened = read(&written).unwrap();
    assert_eq!((&opened.work, opened.left_out), (&state.work, 0));
    let damaged = written
        .replace("125", "1001")
        .replace("2345", "0")
        .replace("258", "301");
    let opened = read(&damaged).unwrap();
    let left = opened.work.entries.get(id("1400500001")).unwrap().explorer;
    assert_eq!(opened.left_out, 3);
    assert_eq!((left.rate, left.applicants), (None, None));
    assert_eq!(left.step2, [Some(240), Some(250), None]);
    assert_eq!(left.rate_signalled, Permille::new(1000));
}

#[test]
fn open_facts_files_are_kept_and_a_damaged_one_is_left_out() {
    let mut state = State::default();
    let told = Entry {
        j1: Some(true),
        img_percent: Some(40),
        ..Entry::default()
    };
    let day = engine::calendar::Date::parse("2026-11-20").unwrap();
    let file = FactsFile::new("A school".into(), day, [(id("1400500001"), told)])
        .with_notes([(id("1400500002"), "Two of our graduates train here.".into())]);
    state.apply(Action::OpenFacts(Rc::new(file)));
    let written = write(&state.work, Stamp::default());
    let opened = read(&written).unwrap();
    assert_eq!((&opened.work, opened.left_out), (&state.work, 0));
    let damaged = read(&written.replace("2026-11-20", "soon")).unwrap();
    assert_eq!(
        (damaged.work.entries.files().len(), damaged.left_out),
        (0, 1)
    );
    // A link shares none of it.
    let shared = crate::persist::share::shared(&state.work);
    assert!(shared.entries.files().is_empty());
    state.apply(Action::CloseFacts("A school".into()));
    assert!(state.work.entries.files().is_empty());
}

#[test]
fn a_bad_file_says_what_and_where() {
    let message = |text: &str| read(text).unwrap_err().to_string();
    for (text, says) in [
        ("", "line 1, column 0"),
        (
            "{\"format\": \"smart-pick/1\",\n \"answers\": 5}",
            "line 2, column 13",
        ),
        ("{\"format\": \"smart-pick/1\",", "line 1, column 26"),
        ("[1,2]", "was not saved by Smart Pick"),
        ("{\"name\": \"x\"}", "was not saved by Smart Pick"),
        (
            "{\"format\": \"smart-pick/x\"}",
            "was not saved by Smart Pick",
        ),
        ("{\"format\": \"smart-pick/2\"}", "newer version"),
    ] {
        assert!(message(text).contains(says), "{text}: {}", message(text));
    }
    assert_eq!(read(&" ".repeat(MOST_BYTES + 1)), Err(OpenError::TooLarge));
}

#[test]
fn a_file_of_version_1_opens_for_ever() {
    let opened = read(include_str!("../../../tests/fixtures/saved-1.json")).unwrap();
    // It was saved before there were lists.
    let mut before_lists = Work {
        lists: Rc::default(),
        list_settings: Rc::default(),
        notebook: Rc::default(),
        ..full()
    };
    let entries = Rc::make_mut(&mut before_lists.entries);
    entries.set(id("1400500007"), Entry::default());
    // Nor could being sought after be switched off.
    Rc::make_mut(&mut before_lists.answers).edit(SOUGHT_AFTER.answer(None));
    assert_eq!(opened.work, before_lists);
    assert_eq!((opened.stamp.revision, opened.left_out), (41, 0));
}

#[test]
fn a_row_of_the_notebook_that_does_not_read_is_kept_without_what_was_wrong() {
    let text = r#"{"format":"smart-pick/1","notebook":{"ticked":["A b","documents/cv"],
        "typed":{"../x":"1","cost/rent":"900"},
        "journal":[{"text":"kept","kind":"dream","program":"x","impression":"good"}],
        "contacts":[{"name":"kept","letter":"lost"}]}}"#;
    let opened = read(text).unwrap();
    assert_eq!(opened.left_out, 5);
    let notebook = &opened.work.notebook;
    assert_eq!(notebook.ticked().count() + notebook.typed().count(), 2);
    assert_eq!(notebook.journal()[0].text, "kept");
    assert_eq!(notebook.journal()[0].kind, EntryKind::Other);
    assert_eq!(notebook.contacts()[0].letter, Letter::None);
}

#[test]
fn a_term_or_signal_that_does_not_read_is_left_out_and_counted() {
    let text = r#"{"format":"smart-pick/1","lists":[{"programs":["1400500001"],
        "signals":{"1400500001":"platinum","1400500002":"gold"}}],
        "terms":{"typed":[{"term":"budget","text":"90"},{"term":"gold","text":"3"},
        {"term":"gold","specialty":"14","text":"3"},{"term":"fee","text":"3"}],"tied":{"x":true}}}"#;
    let opened = read(text).unwrap();
    assert_eq!(opened.left_out, 6);
    assert_eq!(
        opened.work.list_settings.read(ListSetting::Budget),
        Some(90)
    );
    assert_eq!(
        opened.work.lists.programs().get(&id("1400500001")),
        Some(&Level::Plain)
    );
}
