//! Two visitors: one who answered, and one who made mistakes.

use engine::applicant::ConnectionKind;
use engine::calendar::Date;
use engine::geography::UsState;
use engine::preference::Property;
use engine::program::{ProgramId, SpecialtyCode};
use engine::vocabulary::{ApplicantType, ExperienceKind, VisaNeed};
use state::answers::{ExperienceAnswer, Language, PlaceAnswer, SpecialtyAnswer, Step2Answer};
use state::{Action, Choice, Edit, Field, ListEdit, Member, State};

use super::catalog::FIRST;

fn answered(mut state: State, edits: Vec<Edit>) -> State {
    state.apply(Action::Today(Date::parse("2026-11-23").unwrap()));
    for edit in edits {
        state.apply(Action::Answer(edit));
    }
    state
}

fn typed(field: Field, text: &str) -> Edit {
    Edit::Type(field, text.into())
}

fn specialty(place: usize, text: &str, code: &str) -> Edit {
    let answer = SpecialtyAnswer {
        typed: text.into(),
        code: SpecialtyCode::parse(code),
        ..SpecialtyAnswer::default()
    };
    Edit::Specialty(place, answer)
}

pub(crate) fn typical(state: State) -> State {
    let row = ExperienceAnswer {
        kind: Some(ExperienceKind::Externship),
        months: "3".into(),
        ended_month: Some(5),
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
            Edit::Choose(Choice::Kind(Some(ApplicantType::NonUsImg))),
            Edit::Choose(Choice::Visa(Some(VisaNeed::J1))),
            Edit::Choose(Choice::Step2(Some(Step2Answer::Score))),
            typed(Field::Step2Score, "245"),
            typed(Field::GraduationYear, "2019"),
            Edit::Choose(Choice::AnyExperience(Some(true))),
            Edit::Experience(0, row),
            Edit::Choose(Choice::PriorUs(Some(true))),
            Edit::Add(Member::Language(Language::Urdu)),
            Edit::Add(Member::Tie(UsState::Ny)),
            Edit::Add(Member::Must(Property::VisaStated)),
            Edit::Connect(program, Some(ConnectionKind::Rotation)),
        ],
    )
}

pub(crate) fn mistaken(state: State) -> State {
    let row = ExperienceAnswer {
        months: "three".into(),
        ..ExperienceAnswer::default()
    };
    let near = PlaceAnswer {
        typed: "Bostn".into(),
        point: None,
    };
    answered(
        state,
        vec![
            specialty(0, "Interal Medicin", ""),
            Edit::Choose(Choice::Kind(Some(ApplicantType::UsDoSenior))),
            Edit::Choose(Choice::Step2(Some(Step2Answer::Comlex))),
            typed(Field::Comlex2Score, "1234"),
            typed(Field::GraduationYear, "19"),
            typed(Field::LettersUs, "1"),
            typed(Field::LettersSpecialty, "2"),
            Edit::Choose(Choice::AnyExperience(Some(true))),
            Edit::Experience(0, row),
            Edit::Near(near),
        ],
    )
}
