//! A whole list: what it comes to, its ranges, and what is worth asking, on the real catalog.
#![cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod ground;

use proptest::prelude::*;
use smart_pick::engine::applicant::{Applicant, Entries, Moment, Score};
use smart_pick::engine::calendar::{Date, Season};
use smart_pick::engine::draws::COUNT;
use smart_pick::engine::eligibility::Gate;
use smart_pick::engine::list::{Prospects, asks, outcome, ranges, wording};
use smart_pick::engine::preference::{Preferences, SpecialtyChoice};
use smart_pick::engine::program::SpecialtyCode;
use smart_pick::engine::ranking::{Question, Ranking, rank};
use smart_pick::engine::vocabulary::{ApplicantType, VisaNeed};

fn img(score: Option<u16>) -> Applicant {
    let mut applicant = Applicant {
        kind: Some(ApplicantType::NonUsImg),
        visa: Some(VisaNeed::J1),
        graduation_year: Some(2019),
        ..Applicant::default()
    };
    applicant.step2.score = score.map(|score| Score::new(score).unwrap());
    applicant
}

/// Asks about an applicant to the given specialties.
fn with<T>(
    applicant: &Applicant,
    specialties: &[u16],
    look: impl FnOnce(&Prospects<'_>, &Ranking) -> T,
) -> T {
    let preferences = Preferences {
        specialties: specialties
            .iter()
            .map(|code| SpecialtyChoice {
                code: SpecialtyCode::from_number(*code).unwrap(),
                worth: None,
            })
            .collect(),
        ..Preferences::default()
    };
    let entries = Entries::default();
    let question = Question {
        catalog: ground::ground().catalog,
        model: ground::ground().model,
        applicant,
        preferences: &preferences,
        entries: &entries,
        moment: Moment {
            today: Date::new(2026, 9, 15).unwrap(),
            season: Season(2027),
            stage: None,
        },
    };
    let ranking = rank(&question);
    look(&Prospects::of(&question, &ranking), &ranking)
}

#[test]
fn a_list_of_one_has_the_chance_that_the_ranking_shows() {
    with(&img(Some(245)), &[140, 180], |prospects, ranking| {
        assert_eq!(prospects.rows().len(), ranking.ranked.len());
        for (place, ranked) in ranking.ranked.iter().enumerate().step_by(37) {
            let one = outcome(prospects, &[place]);
            assert!((one.figures.utility - ranked.value).abs() < 1e-12);
            assert!((one.figures.p_match - one.independent).abs() < 1e-12);
            let middle = ranked.p_interview.mid;
            assert!((one.figures.any_interview - middle).abs() < 1e-12);
            assert!((one.figures.interviews - middle).abs() < 1e-12);
        }
    });
}

#[test]
fn no_list_is_no_chance() {
    with(&img(None), &[140], |prospects, _| {
        let nothing = outcome(prospects, &[]);
        assert!(nothing.figures.p_match.abs() < 1e-12);
        assert!(nothing.figures.any_interview.abs() < 1e-12);
        assert!(asks(prospects, &[]).is_empty());
        assert!(
            ranges(prospects, &[], &nothing.figures)
                .unwrap()
                .p_match
                .hi
                .abs()
                < 1e-12
        );
    });
}

#[test]
fn programs_that_hang_together_promise_less_than_independent_ones() {
    with(&img(Some(240)), &[140], |prospects, _| {
        let places: Vec<usize> = (0..60).collect();
        let list = outcome(prospects, &places);
        assert!(list.figures.p_match < list.independent - 0.02, "{list:?}");
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn figures_agree_with_each_other(
        places in prop::collection::btree_set(0_usize..700, 0..70),
        score in prop::option::of(215_u16..265),
    ) {
        let places: Vec<usize> = places.into_iter().collect();
        with(&img(score), &[140, 120], |prospects, _| {
            let whole = outcome(prospects, &places).figures;
            let sum: f64 = whole.by_choice.iter().sum();
            prop_assert!((sum - whole.p_match).abs() < 1e-12);
            prop_assert!(whole.p_match <= whole.any_interview + 1e-12);
            prop_assert!(whole.utility <= whole.p_match + 1e-12);
            prop_assert!(whole.any_interview <= whole.interviews + 1e-12);
            for fewer in 1..places.len().min(3) {
                let part = outcome(prospects, &places[fewer..]).figures;
                prop_assert!(part.p_match <= whole.p_match + 1e-12);
                prop_assert!(part.utility <= whole.utility + 1e-12);
                prop_assert!(part.any_interview <= whole.any_interview + 1e-12);
            }
            let band = ranges(prospects, &places, &whole).unwrap();
            for (band, middle) in [
                (band.p_match, whole.p_match),
                (band.any_interview, whole.any_interview),
                (band.interviews, whole.interviews),
            ] {
                prop_assert!(band.lo <= middle && middle <= band.hi && band.lo >= 0.0);
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_answer_moves_a_list_as_its_belief_says(
        places in prop::collection::btree_set(0_usize..300, 1..40),
    ) {
        let places: Vec<usize> = places.into_iter().collect();
        with(&img(Some(240)), &[140], |prospects, _| {
            let now = outcome(prospects, &places).figures.p_match;
            let asked = asks(prospects, &places);
            prop_assert!(asked.windows(2).all(|two| two[0].gain >= two[1].gain));
            for ask in asked {
                prop_assert!((ask.now - now).abs() < 1e-12);
                prop_assert!(ask.if_shut <= now + 1e-12 && now <= ask.if_open + 1e-12);
                prop_assert!(ask.gain >= 0.0 && ask.gain <= 1.0);
                // The mean over both answers is what is believed now, but for what strictness
                // makes this answer say about the others.
                let mean = ask.belief * ask.if_open + (1.0 - ask.belief) * ask.if_shut;
                prop_assert!((mean - now).abs() < 0.01, "{ask:?} {now}");
            }
            Ok(())
        })?;
    }
}

/// The range of one program's chance is worked out from the spread of its parts; the draws are
/// another way to the same: about four in five of them lie in it.
#[test]
fn four_in_five_draws_lie_in_the_range_of_a_program() {
    let model = ground::ground().model.unwrap();
    let draws = model.draws.as_ref().unwrap();
    let (mut inside, mut all) = (0, 0);
    for cell in &model.cells {
        let width = smart_pick::engine::odds::RANGE_Z;
        for draw in 0..COUNT {
            let numbers = model.numbers(cell, draw);
            let near = |value: f64, mid: f64, sd: f64| (value - mid).abs() <= width * sd;
            inside += u32::from(near(numbers.level, cell.level, cell.level_sd));
            inside += u32::from(near(numbers.d, cell.d, cell.d_sd));
            all += 2;
        }
    }
    let share = f64::from(inside) / f64::from(all);
    assert!((share - 0.8).abs() < 0.02, "{share}");
    assert_eq!(draws.cells().len(), model.cells.len());
}

#[test]
fn the_question_names_program_place_and_year() {
    with(&img(Some(240)), &[140], |prospects, _| {
        let places: Vec<usize> = (0..40).collect();
        let asked = asks(prospects, &places);
        let visa = asked
            .iter()
            .find(|ask| ask.reading.gate == Gate::Visa)
            .unwrap();
        let catalog = prospects.question.catalog;
        let program = catalog.get(visa.programs[0]).unwrap();
        let text = wording(visa, program, "Internal Medicine", Season(2027));
        assert!(text.contains(&*program.name) && text.contains(&program.id.to_string()));
        assert!(text.contains("July 2027"));
        assert!(text.contains("Does the program sponsor the J-1 visa for residents?"));
    });
}
