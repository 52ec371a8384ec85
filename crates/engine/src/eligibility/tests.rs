//! Each gate on a program made for it: what is known decides, what is unknown never does.

use super::*;
use crate::applicant::*;
use crate::calendar::{Date, Season, Stage};
use crate::catalog::{Catalog, CatalogParts};
use crate::fact::{Evidence, Fact, Origin};
use crate::geography::UsState;
use crate::policy::{ExperienceRule, GraduationLimit};
use crate::preference::{Preferences, Property};
use crate::program::{NameHints, NrmpCode, ProgramId, Track};
use crate::rank_input::RankInput;
use crate::vocabulary::{ApplicantType, H1bPolicy, NameHint, TrackKind};

fn program() -> Program {
    let id = ProgramId::parse("1400121010").unwrap();
    Program::new(id, "Program", "City", UsState::Ny)
}

fn img() -> Applicant {
    Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        ..Applicant::default()
    }
}

fn says<T>(value: T) -> Fact<T> {
    Fact::Stated(Evidence {
        value,
        origin: Origin::Visitor,
    })
}

/// The state of one gate, if it bears.
fn state(gate: Gate, applicant: &Applicant, program: &Program) -> Option<GateState> {
    state_with(gate, applicant, program, &Preferences::default())
}

fn state_with(
    gate: Gate,
    applicant: &Applicant,
    program: &Program,
    preferences: &Preferences,
) -> Option<GateState> {
    let catalog = Catalog::new(CatalogParts::default()).unwrap();
    let entries = Entries::default();
    let input = RankInput {
        catalog: &catalog,
        model: None,
        applicant,
        preferences,
        entries: &entries,
        moment: Moment {
            today: Date::parse("2026-11-23").unwrap(),
            season: Season(2027),
            stage: Some(Stage::Applied),
        },
    };
    let circumstances = Circumstances::of(&input);
    let mut all = circumstances.readings(program);
    all.find(|reading| reading.gate == gate).map(|reading| {
        let band = reading.pass;
        assert!(0.0 <= band.lo && band.lo <= band.mid && band.mid <= band.hi && band.hi <= 1.0);
        assert!(
            !reading.reason.sentence(&catalog).is_empty(),
            "{:?} says nothing",
            reading.reason
        );
        reading.state
    })
}

#[test]
fn a_visa_is_open_shut_or_unknown_as_the_page_says() {
    let mut p = program();
    assert_eq!(state(Gate::Visa, &img(), &p), Some(GateState::NotStated));
    p.stated.get_or_insert_default().j1 = says(true);
    assert_eq!(state(Gate::Visa, &img(), &p), Some(GateState::Open));
    p.stated.get_or_insert_default().j1 = says(false);
    assert_eq!(state(Gate::Visa, &img(), &p), Some(GateState::Shut));
    let either = Applicant {
        visa: Some(VisaNeed::Either),
        ..img()
    };
    assert_eq!(
        state(Gate::Visa, &either, &p),
        Some(GateState::NotStated),
        "H-1B may still be open"
    );
    p.stated.get_or_insert_default().h1b = says(H1bPolicy::No);
    assert_eq!(state(Gate::Visa, &either, &p), Some(GateState::Shut));
    p.stated.get_or_insert_default().h1b = says(H1bPolicy::Limited);
    assert_eq!(state(Gate::Visa, &either, &p), Some(GateState::Unlikely));
    let unanswered = Applicant {
        visa: None,
        ..img()
    };
    assert_eq!(
        state(Gate::Visa, &unanswered, &p),
        Some(GateState::Unanswered)
    );
    let citizen = Applicant {
        kind: Some(ApplicantType::UsImg),
        visa: None,
        ..img()
    };
    assert_eq!(state(Gate::Visa, &citizen, &p), None);
}

#[test]
fn h1b_needs_step_3_which_can_still_come() {
    let mut applicant = Applicant {
        visa: Some(VisaNeed::H1b),
        ..img()
    };
    assert_eq!(
        state(Gate::Step3ForH1b, &applicant, &program()),
        Some(GateState::Unanswered)
    );
    applicant.step3.result = Some(ExamResult::NotTaken);
    assert_eq!(
        state(Gate::Step3ForH1b, &applicant, &program()),
        Some(GateState::Unlikely)
    );
    applicant.step3.result = Some(ExamResult::Pass);
    assert_eq!(
        state(Gate::Step3ForH1b, &applicant, &program()),
        Some(GateState::Open)
    );
    assert_eq!(state(Gate::Step3ForH1b, &img(), &program()), None);
}

#[test]
fn a_score_is_read_against_the_mark_of_its_day() {
    let with = |score, date: Option<&str>| {
        let mut applicant = img();
        applicant.step2.score = Score::new(score);
        applicant.step2.date = date.and_then(Date::parse);
        state(Gate::ExamsPassed, &applicant, &program())
    };
    assert_eq!(with(218, Some("2025-07-01")), None);
    assert_eq!(with(217, Some("2025-07-01")), Some(GateState::Shut));
    assert_eq!(with(217, Some("2025-06-30")), None);
    assert_eq!(with(213, Some("2022-07-01")), Some(GateState::Shut));
    assert_eq!(with(213, Some("2022-06-30")), None);
    assert_eq!(
        with(217, None),
        Some(GateState::Unanswered),
        "an older mark may have applied"
    );
    assert_eq!(with(188, None), Some(GateState::Shut));
}

#[test]
fn minimums_and_attempts_shut_only_what_is_known() {
    let mut p = program();
    p.stated.get_or_insert_default().step2_minimum = says(240);
    p.stated.get_or_insert_default().max_attempts = says(1);
    let mut applicant = img();
    assert_eq!(
        state(Gate::Step2Minimum, &applicant, &p),
        Some(GateState::Unanswered)
    );
    assert_eq!(
        state(Gate::Attempts, &applicant, &p),
        Some(GateState::Unanswered)
    );
    applicant.step2.score = Score::new(239);
    applicant.step1.attempts = Attempts::new(2);
    assert_eq!(
        state(Gate::Step2Minimum, &applicant, &p),
        Some(GateState::Shut)
    );
    assert_eq!(state(Gate::Attempts, &applicant, &p), Some(GateState::Shut));
    applicant.step2.score = Score::new(240);
    assert_eq!(
        state(Gate::Step2Minimum, &applicant, &p),
        Some(GateState::Open)
    );
    assert_eq!(
        state(Gate::Attempts, &applicant, &program()),
        Some(GateState::NotStated)
    );
}

#[test]
fn a_graduation_cutoff_shuts_and_a_preference_does_not() {
    let rule = |strength| GraduationLimit {
        years: Some(5),
        strength,
    };
    let mut p = program();
    let mut applicant = img();
    p.stated.get_or_insert_default().graduation = says(rule(Strength::Required));
    assert_eq!(
        state(Gate::Graduation, &applicant, &p),
        Some(GateState::Unanswered)
    );
    applicant.graduation_year = Some(2021);
    assert_eq!(
        state(Gate::Graduation, &applicant, &p),
        Some(GateState::Open),
        "five years in autumn 2026"
    );
    applicant.graduation_year = Some(2020);
    assert_eq!(
        state(Gate::Graduation, &applicant, &p),
        Some(GateState::Shut)
    );
    p.stated.get_or_insert_default().graduation = says(rule(Strength::Preferred));
    assert_eq!(
        state(Gate::Graduation, &applicant, &p),
        Some(GateState::PreferenceUnmet)
    );
}

#[test]
fn observerships_are_not_hands_on() {
    let mut p = program();
    p.stated.get_or_insert_default().experience = says(ExperienceRule {
        strength: Strength::Required,
        months: Some(2),
    });
    let with = |kind, months| {
        let experience = Experience {
            kind,
            months: Months::new(months).unwrap(),
            ended: None,
            specialty: None,
        };
        let applicant = Applicant {
            experience: Some(vec![experience]),
            ..img()
        };
        state(Gate::Experience, &applicant, &p)
    };
    assert_eq!(
        with(super::super::vocabulary::ExperienceKind::Observership, 6),
        Some(GateState::Shut)
    );
    assert_eq!(
        with(super::super::vocabulary::ExperienceKind::Externship, 1),
        Some(GateState::Shut)
    );
    assert_eq!(
        with(super::super::vocabulary::ExperienceKind::Externship, 2),
        Some(GateState::Open)
    );
    assert_eq!(
        state(Gate::Experience, &img(), &p),
        Some(GateState::Unanswered)
    );
}

#[test]
fn the_certificate_is_due_when_the_page_says() {
    let mut p = program();
    let with = |status, p: &Program| {
        state(
            Gate::Ecfmg,
            &Applicant {
                ecfmg: status,
                ..img()
            },
            p,
        )
    };
    p.stated.get_or_insert_default().ecfmg = says(EcfmgTiming::AtApplication);
    assert_eq!(
        with(Some(EcfmgStatus::InProgress), &p),
        Some(GateState::Shut)
    );
    assert_eq!(
        with(Some(EcfmgStatus::Certified), &p),
        Some(GateState::Open)
    );
    assert_eq!(with(None, &p), Some(GateState::Unanswered));
    p.stated.get_or_insert_default().ecfmg = says(EcfmgTiming::ByRankList);
    assert_eq!(
        with(Some(EcfmgStatus::InProgress), &p),
        Some(GateState::Open)
    );
    assert_eq!(
        with(Some(EcfmgStatus::InProgress), &program()),
        Some(GateState::NotStated)
    );
}

#[test]
fn military_programs_open_to_those_in_service() {
    let p = Program {
        is_military: true,
        ..program()
    };
    assert_eq!(state(Gate::Military, &img(), &p), Some(GateState::Shut));
    let serving = Applicant {
        military: Some(MilitaryStatus::Hpsp),
        ..img()
    };
    assert_eq!(state(Gate::Military, &serving, &p), Some(GateState::Open));
    let civilian = Program {
        nrmp_codes: [NrmpCode::parse("1431420C0").unwrap()].into(),
        ..p
    };
    let senior = Applicant {
        kind: Some(ApplicantType::UsMdSenior),
        ..Applicant::default()
    };
    assert_eq!(
        state(Gate::Military, &senior, &civilian),
        Some(GateState::NotStated)
    );
    // Officers are US citizens of US schools: codes in the Match open nothing to others.
    assert_eq!(
        state(Gate::Military, &img(), &civilian),
        Some(GateState::Shut)
    );
}

#[test]
fn positions_for_physicians_need_earlier_training() {
    let track = Track {
        kind: TrackKind::Physician,
        fill_2020: None,
    };
    let p = Program {
        tracks: vec![track].into(),
        ..program()
    };
    assert_eq!(
        state(Gate::Prerequisite, &img(), &p),
        Some(GateState::Unanswered)
    );
    let senior = Applicant {
        kind: Some(ApplicantType::UsMdSenior),
        ..img()
    };
    assert_eq!(
        state(Gate::Prerequisite, &senior, &p),
        Some(GateState::Shut)
    );
    let mut trained = img();
    trained.prior_training.us = Some(true);
    assert_eq!(
        state(Gate::Prerequisite, &trained, &p),
        Some(GateState::Open)
    );
}

#[test]
fn spanish_is_asked_in_puerto_rico_and_never_shuts() {
    let p = Program {
        state: UsState::Pr,
        ..program()
    };
    assert_eq!(
        state(Gate::Spanish, &img(), &p),
        Some(GateState::Unanswered)
    );
    let with = |codes: &[&str]| Applicant {
        languages: Some(codes.iter().map(|code| Box::from(*code)).collect()),
        ..img()
    };
    assert_eq!(
        state(Gate::Spanish, &with(&["en"]), &p),
        Some(GateState::Unlikely)
    );
    assert_eq!(
        state(Gate::Spanish, &with(&["en", "es"]), &p),
        Some(GateState::Open)
    );
    assert_eq!(state(Gate::Spanish, &with(&["en"]), &program()), None);
}

#[test]
fn own_demands_shut_only_what_is_known_to_break_them() {
    let wants = |must: &[Property], never: &[Property]| Preferences {
        must: must.to_vec(),
        never: never.to_vec(),
        ..Preferences::default()
    };
    let hca = Program {
        hints: NameHints::NONE.with(NameHint::Hca),
        ..program()
    };
    let never_hca = wants(&[], &[Property::Hca]);
    assert_eq!(
        state_with(Gate::OwnChoice, &img(), &hca, &never_hca),
        Some(GateState::Shut)
    );
    assert_eq!(
        state_with(Gate::OwnChoice, &img(), &program(), &never_hca),
        None
    );
    let must_be_large = wants(&[Property::LargeSize], &[]);
    assert_eq!(
        state_with(Gate::OwnChoice, &img(), &program(), &must_be_large),
        None,
        "size unknown"
    );
}
