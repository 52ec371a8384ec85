//! The laws of the engine, on the real catalog and generated applicants.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use std::collections::{BTreeMap, BTreeSet};

use engine::applicant::{
    Applicant, Attempts, EcfmgStatus, Entries, ExamResult, Experience, MilitaryStatus, Moment,
    Months, Score, Step2, Step3,
};
use engine::applicant_record::Record;
use engine::calendar::{Date, Season};
use engine::catalog::Catalog;
use engine::eligibility::{Band, Gate, GateReading, GateState};
use engine::explain::explain;
use engine::geography::UsState;
use engine::model::Effects;
use engine::odds::{CellOdds, INFLUENCES, Influence, ProgramEffects};
use engine::preference::{Preferences, Property, Share, SpecialtyChoice};
use engine::program::{ProgramId, SpecialtyCode};
use engine::ranking::{RankInput, Ranking, rank};
use engine::vocabulary::{ApplicantType, ExperienceKind, VisaNeed};
use proptest::option;
use proptest::prelude::*;

/// Specialties of every kind: large, small, competitive, combined, one-year, and of other routes.
const SPECIALTIES: [u16; 8] = [140, 120, 180, 260, 300, 240, 700, 999];

/// How many programs of a ranking a law looks into one by one.
const LOOKED_INTO: usize = 12;

fn specialty(number: u16) -> SpecialtyCode {
    SpecialtyCode::from_number(number).unwrap()
}

fn moment() -> Moment {
    Moment {
        today: Date::new(2026, 9, 15).unwrap(),
        season: Season(2027),
        stage: None,
    }
}

/// A question that owns what it asks about.
#[derive(Clone, Debug)]
struct Case {
    applicant: Applicant,
    preferences: Preferences,
}

impl Case {
    fn rank_in(&self, catalog: &Catalog) -> Ranking {
        self.ask(catalog, rank)
    }

    fn ask<T>(&self, catalog: &Catalog, answer: impl FnOnce(&RankInput<'_>) -> T) -> T {
        let entries = Entries::default();
        answer(&RankInput {
            catalog,
            model: dataset::embedded().model,
            applicant: &self.applicant,
            preferences: &self.preferences,
            entries: &entries,
            moment: moment(),
        })
    }

    /// The chance of an interview at every ranked program.
    fn chances(&self) -> BTreeMap<ProgramId, (Band, f64)> {
        let catalog = dataset::embedded().catalog;
        let ranking = self.rank_in(catalog);
        let ranked = ranking.ranked.iter();
        ranked
            .map(|ranked| {
                let id = catalog.get(ranked.program).unwrap().id;
                (id, (ranking.chance(ranked).p_interview, ranked.p_match))
            })
            .collect()
    }
}

fn word<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn attempts() -> impl Strategy<Value = Option<Attempts>> {
    option::of((1_u8..=4).prop_map(|n| Attempts::new(n).unwrap()))
}

fn experience() -> impl Strategy<Value = Experience> {
    (word(ExperienceKind::ALL), 0_u16..=24).prop_map(|(kind, months)| Experience {
        kind,
        months: Months::new(months).unwrap(),
        ended: None,
        specialty: None,
    })
}

prop_compose! {
    fn exams()(
        score in option::of(190_u16..=280),
        step1_attempts in attempts(),
        step2_attempts in attempts(),
        step3 in option::of(word(ExamResult::ALL)),
    ) -> Applicant {
        let mut applicant = Applicant::default();
        applicant.step1.attempts = step1_attempts;
        applicant.step1.result = step1_attempts.map(|_| ExamResult::Pass);
        applicant.step2 = Step2 {
            taken: score.map(|_| true),
            score: score.map(|points| Score::new(points).unwrap()),
            date: None,
            attempts: score.and(step2_attempts),
        };
        applicant.step3 = Step3 { result: step3, ..Step3::default() };
        applicant
    }
}

prop_compose! {
    fn applicant()(
        exams in exams(),
        kind in option::weighted(0.9, word(ApplicantType::ALL)),
        visa in option::of(word(VisaNeed::ALL)),
        graduation_year in option::of(1995_u16..=2027),
        ecfmg in option::of(word(EcfmgStatus::ALL)),
        experience in option::of(prop::collection::vec(experience(), 0..3)),
        military in option::of(word(MilitaryStatus::ALL)),
        spanish in option::of(any::<bool>()),
        ties in prop::sample::subsequence(UsState::ALL, 0..4),
        trained in option::of(any::<bool>()),
    ) -> Applicant {
        let mut applicant = exams;
        applicant.kind = kind;
        applicant.visa = visa;
        applicant.graduation_year = graduation_year;
        applicant.ecfmg = ecfmg;
        applicant.experience = experience;
        applicant.military = military;
        applicant.languages = spanish.map(|yes| {
            if yes { vec!["en".into(), "es".into()] } else { vec!["en".into()] }
        });
        applicant.ties = ties;
        applicant.prior_training.us = trained;
        applicant
    }
}

prop_compose! {
    fn preferences()(
        codes in prop::sample::subsequence(&SPECIALTIES, 1..=3),
        states in prop::sample::subsequence(UsState::ALL, 0..6),
        never in prop::sample::subsequence(Property::ALL, 0..2),
        lambda in 0.0..=1.0,
    ) -> Preferences {
        Preferences {
            specialties: codes
                .into_iter()
                .map(|code| SpecialtyChoice::training(specialty(code)))
                .collect(),
            states,
            never,
            lambda: Share::new(lambda),
            ..Preferences::default()
        }
    }
}

fn case() -> impl Strategy<Value = Case> {
    (applicant(), preferences()).prop_map(|(applicant, preferences)| Case {
        applicant,
        preferences,
    })
}

fn is_ordered(band: Band) -> bool {
    0.0 <= band.lo && band.lo <= band.mid && band.mid <= band.hi && band.hi <= 1.0
}

/// Whether nobody has said, on either side.
fn is_unknown(reading: &GateReading) -> bool {
    matches!(
        reading.state,
        GateState::NotStated | GateState::Unanswered | GateState::Conflicting
    )
}

/// Every program of the first ranking still has a place in the second, and no lower chance.
fn never_lower(before: &Case, after: &Case) -> Result<(), TestCaseError> {
    let (old, new) = (before.chances(), after.chances());
    for (id, (chance, value)) in &old {
        let Some((better, worth)) = new.get(id) else {
            return Err(TestCaseError::fail(format!("{id} lost its place")));
        };
        prop_assert!(
            better.lo >= chance.lo - 1e-12,
            "{id}: low {chance:?} to {better:?}"
        );
        prop_assert!(
            better.mid >= chance.mid,
            "{id}: middle {chance:?} to {better:?}"
        );
        prop_assert!(
            better.hi >= chance.hi - 1e-12,
            "{id}: high {chance:?} to {better:?}"
        );
        prop_assert!(worth >= value, "{id}: chance to match {value} to {worth}");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn ranked_shut_and_not_modelled_partition_the_chosen_specialties(case in case()) {
        let catalog = dataset::embedded().catalog;
        let ranking = case.rank_in(catalog);
        let listed: Vec<_> = (ranking.ranked.iter().map(|r| r.program))
            .chain(ranking.shut.iter().map(|s| s.program))
            .chain(ranking.not_modelled.iter().map(|n| n.program))
            .map(|index| catalog.get(index).unwrap().id)
            .collect();
        let chosen: BTreeSet<_> = case.preferences.specialties.iter().map(|s| s.code).collect();
        let expected: BTreeSet<_> = catalog.programs().iter()
            .filter(|program| chosen.contains(&program.specialty()))
            .map(|program| program.id)
            .collect();
        prop_assert_eq!(listed.len(), expected.len());
        prop_assert_eq!(listed.into_iter().collect::<BTreeSet<_>>(), expected);
    }

    #[test]
    fn bands_are_ordered_within_zero_and_one(case in case()) {
        let ranking = case.rank_in(dataset::embedded().catalog);
        for ranked in &ranking.ranked {
            let chance = ranking.chance(ranked);
            prop_assert!(is_ordered(chance.p_interview), "{ranked:?}");
            prop_assert!(is_ordered(chance.p_match_given_interview), "{ranked:?}");
            // The order is made of the middle of what is shown, to the bit.
            prop_assert_eq!((chance.p_interview.mid, chance.p_match), (ranked.p_interview, ranked.p_match));
            prop_assert!((0.0..=1.0).contains(&ranked.t), "{ranked:?}");
            prop_assert!(ranked.p_match <= ranked.p_interview + 1e-12, "{ranked:?}");
            prop_assert_eq!(ranked.value, ranking.aim.value(ranked.p_match, ranked.t));
            prop_assert!((0.0..=ranked.t).contains(&ranked.value), "{ranked:?}");
        }
        let sorted = ranking.ranked.is_sorted_by(|a, b| {
            a.value > b.value || (a.value == b.value && a.program < b.program)
        });
        prop_assert!(sorted);
    }

    #[test]
    fn parts_sum_to_the_whole(case in case()) {
        let catalog = dataset::embedded().catalog;
        let ranking = case.rank_in(catalog);
        let step = (ranking.ranked.len() / LOOKED_INTO).max(1);
        for ranked in ranking.ranked.iter().step_by(step) {
            let explanation = case.ask(catalog, |q| explain(q, &ranking.aim, ranked.program)).unwrap();
            let chance = explanation.chance.clone().unwrap();
            let sum: f64 = chance.parts.iter().map(|part| part.points).sum();
            prop_assert!((sum - ranked.p_interview).abs() < 1e-12, "{chance:?}");
            let shown = ranking.chance(ranked);
            prop_assert_eq!(chance.p_interview, shown.p_interview);
            prop_assert_eq!(chance.p_match_given_interview, shown.p_match_given_interview);
            prop_assert_eq!(explanation.worth.t, ranked.t);
            prop_assert_eq!(explanation.value, Some(ranked.value));
            let worst = explanation.gates.iter().map(|gate| gate.state).max();
            prop_assert_eq!(worst.unwrap_or(GateState::Open), ranked.gate);
            let worth = &explanation.worth;
            let t = 1.0 - worth.lambda * (1.0 - worth.w * (0.2 + 0.8 * worth.u.mid));
            prop_assert!((t - worth.t).abs() < 1e-12, "{worth:?}");
        }
    }

    #[test]
    fn unknown_is_never_shut_and_never_surely_open(case in case()) {
        let catalog = dataset::embedded().catalog;
        let ranking = case.rank_in(catalog);
        let all: Vec<_> = (ranking.ranked.iter().map(|r| r.program))
            .chain(ranking.not_modelled.iter().map(|n| n.program))
            .chain(ranking.shut.iter().map(|s| s.program))
            .collect();
        for index in all.iter().step_by((all.len() / LOOKED_INTO).max(1)) {
            let gates = case.ask(catalog, |q| explain(q, &ranking.aim, *index)).unwrap().gates;
            for reading in gates {
                prop_assert!(is_ordered(reading.pass), "{reading:?}");
                if is_unknown(&reading) {
                    prop_assert!(reading.pass.mid > 0.0 && reading.pass.mid < 1.0, "{reading:?}");
                }
                if reading.state == GateState::Shut {
                    prop_assert_eq!(reading.pass.mid, 0.0, "{:?}", reading);
                }
            }
        }
    }

    #[test]
    fn a_better_step_2_score_never_lowers_a_chance(case in case(), from in 190_u16..270, by in 1_u16..=30) {
        let scored = |points| {
            let mut case = case.clone();
            case.applicant.step2.taken = Some(true);
            case.applicant.step2.score = Score::new(points);
            case
        };
        never_lower(&scored(from), &scored((from + by).min(300)))?;
    }

    #[test]
    fn passing_step_3_never_lowers_a_chance(case in case(), before in word(&[None, Some(ExamResult::NotTaken), Some(ExamResult::Fail)])) {
        let with = |result| {
            let mut case = case.clone();
            case.applicant.step3.result = result;
            // Passing after a failed attempt does not undo it.
            if before == Some(ExamResult::Fail) {
                case.applicant.step3.attempts = Attempts::new(2);
            }
            case
        };
        never_lower(&with(before), &with(Some(ExamResult::Pass)))?;
    }

    #[test]
    fn the_ecfmg_certificate_never_lowers_a_chance(case in case(), before in word(&[None, Some(EcfmgStatus::NotStarted), Some(EcfmgStatus::InProgress)])) {
        let with = |status| {
            let mut case = case.clone();
            case.applicant.ecfmg = status;
            case
        };
        never_lower(&with(before), &with(Some(EcfmgStatus::Certified)))?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_does_not_depend_on_the_order_of_the_rows(case in case(), seed in any::<u64>()) {
        let catalog = dataset::embedded().catalog;
        let mut parts = catalog.parts().clone();
        parts.programs.sort_by_key(|program| {
            // A cheap shuffle: the ids in the order of a mixed bit pattern.
            (program.id.number() ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15)
        });
        parts.specialties.reverse();
        let shuffled = Catalog::new(parts).unwrap();
        prop_assert_eq!(case.rank_in(catalog), case.rank_in(&shuffled));
    }
}

#[test]
fn somebody_who_answered_nothing_is_shut_out_only_by_what_no_answer_changes() {
    let catalog = dataset::embedded().catalog;
    for code in SPECIALTIES {
        let case = Case {
            applicant: Applicant::default(),
            preferences: Preferences {
                specialties: vec![SpecialtyChoice::training(specialty(code))],
                ..Preferences::default()
            },
        };
        for shut in case.rank_in(catalog).shut {
            // A military program is shut unless the applicant states a military standing.
            let fixed = matches!(shut.by.gate, Gate::Accreditation | Gate::Military);
            assert!(fixed, "{:?}", shut.by);
        }
    }
}

#[test]
fn a_doubtful_effect_widens_the_range_and_leaves_the_middle() {
    let model = dataset::embedded().model.unwrap();
    let effects = Effects::of(Some(model));
    for cell in &model.cells {
        let record = Record::default();
        let odds = CellOdds::of(cell, &effects, &Applicant::default(), &record);
        let gates = Band::exactly(0.8);
        let mut sure = ProgramEffects {
            parts: [0.0; INFLUENCES],
            doubts: [0.0; INFLUENCES],
            of_state: 0.0,
            state: UsState::Ny,
            particular: 0.0,
            entered: 0.0,
            settled: None,
        };
        sure.parts[Influence::Connection as usize] = 1.1;
        let mut doubtful = ProgramEffects {
            of_state: 0.1,
            particular: 0.3,
            ..sure
        };
        doubtful.doubts[Influence::Setting as usize] = 0.2;
        doubtful.doubts[Influence::Connection as usize] = 0.4;
        let sure = odds.chance(&sure, 0.0, gates).p_interview;
        let doubtful = odds.chance(&doubtful, 0.0, gates).p_interview;
        assert!((sure.mid - doubtful.mid).abs() < 1e-12);
        assert!(doubtful.lo < sure.lo && sure.hi < doubtful.hi);
    }
}
