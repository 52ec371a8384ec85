//! What-if answers on the real catalog: a number only where something published gives one.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use engine::aim::Aim;
use engine::applicant::{Applicant, Entries, Moment, Score};
use engine::calendar::{Date, Season, Stage};
use engine::catalog::ProgramIndex;
use engine::explain::explain;
use engine::preference::{Positions, Preferences, SpecialtyChoice};
use engine::program::SpecialtyCode;
use engine::ranking::{NoChance, RankInput};
use engine::vocabulary::{ApplicantType, VisaNeed};
use engine::what_if::{Difference, Unmeasured, WhatIf, what_if};

struct Asked {
    applicant: Applicant,
    preferences: Preferences,
    stage: Stage,
    specialty: SpecialtyCode,
}

fn asked(specialty: &str) -> Asked {
    let code = SpecialtyCode::parse(specialty).unwrap();
    let mut applicant = Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        graduation_year: Some(2021),
        experience: Some(Vec::new()),
        ..Applicant::default()
    };
    applicant.step2.score = Score::new(240);
    Asked {
        applicant,
        preferences: Preferences {
            specialties: vec![SpecialtyChoice::training(code)],
            ..Preferences::default()
        },
        stage: Stage::Preparing,
        specialty: code,
    }
}

impl Asked {
    /// An answer about every program of the specialty.
    fn each<T>(&self, one: impl Fn(&RankInput<'_>, ProgramIndex) -> T) -> Vec<T> {
        let dataset = dataset::embedded();
        let entries = Entries::default();
        let question = RankInput {
            catalog: dataset.catalog,
            model: dataset.model,
            applicant: &self.applicant,
            preferences: &self.preferences,
            entries: &entries,
            moment: Moment {
                today: Date::parse("2026-08-01").unwrap(),
                season: Season(2027),
                stage: Some(self.stage),
            },
        };
        let programs = dataset.catalog.indexed(self.specialty);
        programs.map(|(index, _)| one(&question, index)).collect()
    }

    /// The comparisons at every program of the specialty, with the chance as it is.
    fn everywhere(&self) -> Vec<(f64, Vec<WhatIf>)> {
        let aim = Aim::at_first(&self.preferences);
        let all = self.each(|question, index| {
            let now = explain(question, &aim, index)?.chance.ok()?.p_interview.mid;
            Some((now, what_if(question, index)?.ok()?))
        });
        all.into_iter().flatten().collect()
    }
}

fn row(rows: &[WhatIf], difference: Difference) -> Option<&WhatIf> {
    rows.iter().find(|row| row.difference == difference)
}

#[test]
fn more_points_never_go_with_a_lower_chance() {
    let all = asked("140").everywhere();
    assert!(all.len() > 600);
    for (now, rows) in &all {
        match row(rows, Difference::Points).unwrap().p_interview {
            Ok(then) => assert!(then.mid > *now),
            // Behind a shut door nothing changes.
            Err(why) => assert!(why == Unmeasured::TooSmall && *now < 0.01, "{now}"),
        }
    }
}

#[test]
fn where_a_preliminary_year_has_no_chance_nothing_is_compared_with_it() {
    let mut asked = asked("440");
    asked.preferences.specialties[0].positions = Positions::OneYear;
    let aim = Aim::at_first(&asked.preferences);
    let why = asked.each(|question, index| {
        let why = explain(question, &aim, index).unwrap().chance.err();
        assert_eq!(what_if(question, index).unwrap().err(), why);
        why
    });
    let without = why.iter().filter(|why| **why == Some(NoChance::OneYear));
    assert_eq!(without.count(), 232);
}

#[test]
fn family_medicine_hardly_tells_by_score_less_than_internal_medicine() {
    let gain = |specialty: &str| {
        let all = asked(specialty).everywhere();
        let gains = all.iter().filter_map(|(now, rows)| {
            let then = row(rows, Difference::Points)?.p_interview.ok()?;
            Some(then.mid / now)
        });
        gains.clone().sum::<f64>() / gains.count() as f64
    };
    assert!(gain("120") < gain("140"));
}

#[test]
fn experience_has_a_number_only_where_a_page_asks_for_it_or_may() {
    let all = asked("140").everywhere();
    let measured = all.iter().filter(|(_, rows)| {
        row(rows, Difference::Experience)
            .unwrap()
            .p_interview
            .is_ok()
    });
    // Programs that say nothing are believed to ask for it in part.
    assert!(measured.count() > 0);
    let mut us = asked("140");
    us.applicant.kind = Some(ApplicantType::UsMdSenior);
    us.applicant.visa = Some(VisaNeed::None);
    let none = us.everywhere();
    assert!(
        none.iter()
            .all(|(_, rows)| row(rows, Difference::Experience).is_none())
    );
}

#[test]
fn applying_earlier_is_measured_by_nobody() {
    for (_, rows) in asked("140").everywhere() {
        let earlier = row(&rows, Difference::Earlier).unwrap();
        assert_eq!(earlier.p_interview, Err(Unmeasured::NoFigure));
    }
}

#[test]
fn a_signal_counts_before_submission_and_not_after() {
    // Family medicine has one kind of signal, internal medicine gold and silver.
    let mut asked = asked("120");
    for (now, rows) in asked.everywhere() {
        if let Ok(then) = row(&rows, Difference::Signal).unwrap().p_interview {
            assert!(then.mid > now);
        }
        assert!(row(&rows, Difference::Gold).is_none());
    }
    asked.stage = Stage::Applied;
    for (_, rows) in asked.everywhere() {
        let signal = row(&rows, Difference::Signal).unwrap();
        assert_eq!(signal.p_interview, Err(Unmeasured::TooLate));
    }
}

#[test]
fn gold_goes_with_more_than_silver_where_there_are_both() {
    let mut both = 0;
    for (now, rows) in asked("140").everywhere() {
        assert!(row(&rows, Difference::Signal).is_none());
        let silver = row(&rows, Difference::Silver).unwrap().p_interview;
        let gold = row(&rows, Difference::Gold).unwrap().p_interview;
        if let (Ok(silver), Ok(gold)) = (silver, gold) {
            assert!(now < silver.mid && silver.mid < gold.mid);
            both += 1;
        }
    }
    assert!(both > 300);
}

#[test]
fn a_specialty_has_its_own_effect_of_a_signal() {
    // Orthopaedic surgery has the largest published one.
    let odds = |specialty: &str| {
        let mut asked = asked(specialty);
        asked.applicant.kind = Some(ApplicantType::UsMdSenior);
        asked.applicant.visa = Some(VisaNeed::None);
        let all = asked.everywhere();
        let ratios = all.iter().filter_map(|(now, rows)| {
            let then = row(rows, Difference::Signal)?.p_interview.ok()?.mid;
            Some(then / (1.0 - then) * (1.0 - now) / now)
        });
        ratios.clone().sum::<f64>() / ratios.count() as f64
    };
    assert!(odds("260") > 1.5 * odds("400"));
}

#[test]
fn step_3_matters_to_those_who_want_an_h1b() {
    let mut asked = asked("140");
    let without = asked.everywhere();
    assert!(
        without
            .iter()
            .all(|(_, rows)| row(rows, Difference::Step3).is_none())
    );
    asked.applicant.visa = Some(VisaNeed::H1b);
    let with = asked.everywhere();
    let better = with.iter().filter(|(now, rows)| {
        let then = row(rows, Difference::Step3).and_then(|row| row.p_interview.ok());
        then.is_some_and(|then| then.mid > *now)
    });
    assert!(better.count() > 300);
}
