//! Two visitors: one who answered, and one who made mistakes.

use engine::applicant::ConnectionKind;
use engine::calendar::Date;
use engine::geography::UsState;
use engine::preference::Property;
use engine::program::{ProgramId, SpecialtyCode};
use engine::vocabulary::{ApplicantType, ExperienceKind, VisaNeed};
use state::questions::{
    COMLEX2_SCORE, EXPERIENCE, ExperienceAnswer, GRADUATION_YEAR, KIND, LANGUAGES,
    LETTERS_SPECIALTY, LETTERS_US, Language, MUST, Month, NearAnswer, PRIOR_US, STEP2, STEP2_SCORE,
    SpecialtyAnswer, Step2Answer, TIES, VISA,
};
use state::{Action, Edit, ListEdit, State};

use super::catalog::FIRST;

fn answered(mut state: State, edits: Vec<Edit>) -> State {
    state.apply(Action::Today(Date::parse("2026-11-23").unwrap()));
    for edit in edits {
        state.apply(Action::Answer(edit));
    }
    state
}

fn specialty(place: usize, text: &str, code: &str) -> Edit {
    let answer = SpecialtyAnswer {
        typed: text.into(),
        code: SpecialtyCode::parse(code),
        ..SpecialtyAnswer::default()
    };
    Edit::specialty(place, answer)
}

pub(crate) fn typical(state: State) -> State {
    let row = ExperienceAnswer {
        kind: Some(ExperienceKind::Externship),
        months: "3".into(),
        ended_month: Month::new(5),
        ended_year: "2026".into(),
        specialty: SpecialtyCode::parse("140"),
    };
    let program = ProgramId::parse(FIRST).unwrap();
    let mut state = state;
    state.apply(Action::List(ListEdit::Add(program)));
    answered(
        state,
        vec![
            specialty(0, "Internal Medicine", "140"),
            specialty(1, "FM", "120"),
            KIND.answer(Some(ApplicantType::NonUsImg)),
            VISA.answer(Some(VisaNeed::J1)),
            STEP2.answer(Some(Step2Answer::Score)),
            STEP2_SCORE.typed("245".into()),
            GRADUATION_YEAR.typed("2019".into()),
            EXPERIENCE.answer(Some(true)),
            Edit::experience(0, row),
            PRIOR_US.answer(Some(true)),
            LANGUAGES.with(Language::Urdu),
            TIES.with(UsState::Ny),
            MUST.with(Property::VisaStated),
            Edit::connect(program, Some(ConnectionKind::Rotation)),
        ],
    )
}

pub(crate) fn mistaken(state: State) -> State {
    let row = ExperienceAnswer {
        months: "three".into(),
        ..ExperienceAnswer::default()
    };
    let near = NearAnswer {
        typed: "Bostn".into(),
        point: None,
    };
    answered(
        state,
        vec![
            specialty(0, "Interal Medicin", ""),
            KIND.answer(Some(ApplicantType::UsDoSenior)),
            STEP2.answer(Some(Step2Answer::Comlex)),
            COMLEX2_SCORE.typed("1234".into()),
            GRADUATION_YEAR.typed("19".into()),
            LETTERS_US.typed("1".into()),
            LETTERS_SPECIALTY.typed("2".into()),
            EXPERIENCE.answer(Some(true)),
            Edit::experience(0, row),
            Edit::near(near),
        ],
    )
}
