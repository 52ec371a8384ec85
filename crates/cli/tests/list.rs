//! A whole list: what it comes to, its ranges, and what is worth asking, on the real catalog.
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

mod dataset;

use engine::applicant::{Applicant, Entries, Moment, Score};
use engine::calendar::{Date, Season};
use engine::eligibility::Gate;
use engine::list::{
    Allowance, Application, Bounds, Limits, Prospects, asks, chance_along, each_brings,
    each_signal_brings, first_year, instance, interviews, moves, next_signal, outcome, ranges,
    wording,
};
use engine::model::draws::COUNT;
use engine::portfolio::Level;
use engine::portfolio::mixture::Search;
use engine::preference::{Preferences, SpecialtyChoice};
use engine::program::SpecialtyCode;
use engine::ranking::{RankInput, Ranking, rank};
use engine::vocabulary::{ApplicantType, VisaNeed};
use proptest::prelude::*;

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
            .map(|code| SpecialtyChoice::training(SpecialtyCode::from_number(*code).unwrap()))
            .collect(),
        ..Preferences::default()
    };
    let entries = Entries::default();
    let question = RankInput {
        catalog: dataset::embedded().catalog,
        model: dataset::embedded().model,
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

/// Applications without signals.
fn plain(places: impl IntoIterator<Item = usize>) -> Vec<Application> {
    places.into_iter().map(Application::plain).collect()
}

#[test]
fn a_list_of_one_has_the_chance_that_the_ranking_shows() {
    with(&img(Some(245)), &[140, 180], |prospects, ranking| {
        assert_eq!(prospects.rows().len(), ranking.ranked.len());
        for (place, ranked) in ranking.ranked.iter().enumerate().step_by(37) {
            let one = outcome(prospects, &[Application::plain(place)]);
            assert!((one.figures.utility - ranked.value).abs() < 1e-12);
            assert!((one.figures.p_match - one.independent).abs() < 1e-12);
            let middle = ranked.p_interview;
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
        let places = plain(0..60);
        let list = outcome(prospects, &places);
        assert!(list.figures.p_match < 0.97 * list.independent, "{list:?}");
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn figures_agree_with_each_other(
        places in prop::collection::btree_set(0_usize..700, 0..70),
        score in prop::option::of(215_u16..265),
    ) {
        let places = plain(places);
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

    /// What is worked out group by group is what the whole list says when it is worked out anew.
    #[test]
    fn parts_are_differences_of_whole_lists(
        places in prop::collection::btree_set(0_usize..300, 1..30),
        signals in prop::collection::vec(0_usize..3, 30),
    ) {
        let mut list = plain(places);
        for (sent, level) in list.iter_mut().zip(signals) {
            sent.level = Level::ALL[level];
        }
        with(&img(Some(240)), &[140], |prospects, _| {
            let p_match = |list: &[Application]| outcome(prospects, list).figures.p_match;
            let whole = p_match(&list);
            let (brings, signals) = (
                each_brings(prospects, &list),
                each_signal_brings(prospects, &list),
            );
            let along = chance_along(prospects, &list);
            for at in 0..list.len() {
                let mut others = list.clone();
                others.remove(at);
                prop_assert!((brings[at] - (whole - p_match(&others))).abs() < 1e-12, "{} {} {} {}", brings[at], whole, p_match(&others), prospects.read());
                let mut plain = list.clone();
                plain[at].level = Level::Plain;
                prop_assert!((signals[at] - (whole - p_match(&plain))).abs() < 1e-12);
                prop_assert!((along[at] - p_match(&list[..=at])).abs() < 1e-12);
            }
            let next = next_signal(prospects, &list, 0, Level::Gold, &[]);
            let best = (0..list.len())
                .filter(|at| list[*at].level < Level::Gold)
                .map(|at| {
                    let mut raised = list.clone();
                    raised[at].level = Level::Gold;
                    p_match(&raised) - whole
                })
                .max_by(f64::total_cmp);
            prop_assert_eq!(next.is_some(), best.is_some());
            if let (Some(next), Some(best)) = (next, best) {
                prop_assert!((next.gain - best).abs() < 1e-12);
            }
            Ok(())
        })?;
    }

    #[test]
    fn an_answer_moves_a_list_as_its_belief_says(
        places in prop::collection::btree_set(0_usize..300, 1..40),
    ) {
        let places = plain(places);
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
    let model = dataset::embedded().model.unwrap();
    let draws = model.draws.as_ref().unwrap();
    let (mut inside, mut all) = (0, 0);
    for cell in &model.cells {
        let width = engine::odds::RANGE_Z;
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
        let places = plain(0..40);
        let asked = asks(prospects, &places);
        let visa = asked
            .iter()
            .find(|ask| ask.reading.gate == Gate::Visa)
            .unwrap();
        let catalog = prospects.input.catalog;
        let program = catalog.get(visa.programs[0]).unwrap();
        let text = wording(visa, program, "Internal Medicine", Season(2027));
        assert!(text.contains(&*program.name) && text.contains(&program.id.to_string()));
        assert!(text.contains("July 2027"));
        assert!(text.contains("Does the program sponsor the J-1 visa for residents?"));
    });
}

/// A signal raises the chance of its program and of no other, and the list's, and the range
/// follows.
#[test]
fn a_signal_raises_the_chance_of_its_program() {
    with(&img(Some(240)), &[140, 120], |prospects, ranking| {
        let list = plain(0..40);
        let before = interviews(prospects, &list);
        for (band, ranked) in before.iter().zip(&ranking.ranked) {
            assert!((band.mid - ranked.p_interview).abs() < 1e-12);
        }
        // Internal medicine has two kinds of signal, family medicine one.
        let rows = prospects.rows().iter().take(40);
        let tiered = rows.enumerate().filter(|(_, row)| row.choice == 0);
        let tiered: Vec<usize> = tiered.map(|(at, _)| at).collect();
        let (one, other) = (tiered[0], tiered[tiered.len() - 1]);
        assert_ne!(one, other);
        for (at, level) in [
            (one, Level::Silver),
            (one, Level::Gold),
            (other, Level::Silver),
        ] {
            let mut signalled = list.clone();
            signalled[at].level = level;
            let after = interviews(prospects, &signalled);
            for (place, (before, after)) in before.iter().zip(&after).enumerate() {
                let raised = after.mid > before.mid && after.lo > before.lo && after.hi > before.hi;
                assert_eq!(raised, place == at, "{level:?} {place}");
            }
            let (plain, with) = (
                outcome(prospects, &list).figures,
                outcome(prospects, &signalled).figures,
            );
            assert!(with.p_match > plain.p_match && with.interviews > plain.interviews);
            let sum: f64 = after.iter().map(|band| band.mid).sum();
            assert!((with.interviews - sum).abs() < 1e-9);
            let band = ranges(prospects, &signalled, &with).unwrap().p_match;
            assert!(band.lo < with.p_match && with.p_match < band.hi);
        }
    });
}

/// Emergency medicine has one kind of signal: a gold one counts as none.
#[test]
fn a_signal_that_a_specialty_does_not_have_counts_for_nothing() {
    with(&img(Some(240)), &[110], |prospects, _| {
        let gold = Application {
            index: 0,
            level: Level::Gold,
        };
        assert_eq!(prospects.sent(gold), None);
        let plain = outcome(prospects, &plain([0]));
        assert_eq!(outcome(prospects, &[gold]), plain);
    });
}

/// The best list of internal medicine with the signals of the season keeps its limits, comes with
/// a proof, and beats the best list that sends none; a budget is kept to the dollar.
#[test]
fn the_best_list_uses_its_signals_and_keeps_its_limits() {
    with(&img(Some(240)), &[140], |prospects, ranking| {
        let tied = ranking.ranked[0].program;
        let with_signals = Limits {
            most: 60,
            bounds: vec![Bounds {
                signals: Allowance {
                    gold: 3,
                    silver: 12,
                },
                ..Bounds::default()
            }],
            plain_only: vec![tied],
            ..Limits::default()
        };
        let solve = |limits: &Limits| {
            let instance = instance(prospects, limits).unwrap();
            Search::new(&instance).finish()
        };
        let found = solve(&with_signals);
        let count = |level| {
            found
                .picks
                .iter()
                .filter(|pick| pick.level == level)
                .count()
        };
        assert_eq!(
            (count(Level::Gold), count(Level::Silver), found.picks.len()),
            (3, 12, 60)
        );
        assert!(found.share_of_best().unwrap() > 0.995);
        let tied = found.picks.iter().find(|pick| pick.program == 0);
        assert!(tied.is_none_or(|pick| pick.level == Level::Plain));
        let without = solve(&Limits {
            most: 60,
            ..Limits::default()
        });
        assert!(found.value > without.value + 0.005);

        let eras = prospects.input.catalog.fees().unwrap();
        let prices = eras
            .prices(engine::fees::Service::Eras, None, Season(2026))
            .and_then(|row| Some(row.schedule.as_ref()?.value.clone()));
        let budget = 500;
        let bound = Limits {
            most: 100,
            budget: Some(budget),
            bounds: vec![Bounds {
                prices: prices.clone(),
                ..Bounds::default()
            }],
            ..Limits::default()
        };
        let cheap = solve(&bound);
        assert!(cheap.cost <= budget);
        let count = u16::try_from(cheap.picks.len()).unwrap();
        let prices = prices.unwrap();
        assert_eq!(prices.price(count).amount.dollars(), cheap.cost);
        assert!(prices.price(count + 1).amount.dollars() > budget);
    });
}

/// The change that is offered is worth what is said, and nothing is offered that is worth less.
#[test]
fn a_change_by_hand_is_worth_what_it_says() {
    with(&img(Some(240)), &[140], |prospects, _| {
        let list = plain((0..20).chain(200..220));
        let weakest: Vec<usize> = (20..40).collect();
        let now = outcome(prospects, &list).figures;
        let found = moves(prospects, &list, &weakest, &[]);
        let place = |program| {
            let mut rows = prospects.rows().iter();
            rows.position(|row| Some(row.program) == program).unwrap()
        };
        let (add, swap) = (found.add.unwrap(), found.swap.unwrap());
        let mut longer = list.clone();
        longer.push(Application::plain(place(add.into)));
        let after = outcome(prospects, &longer).figures;
        assert!((after.p_match - now.p_match - add.p_match).abs() < 1e-12);
        assert!(add.worth > 0.0 && swap.worth > 0.0 && swap.worth < add.worth);
        let out = place(swap.out);
        let mut changed = list.clone();
        let at = changed.iter().position(|sent| sent.index == out).unwrap();
        changed[at] = Application::plain(place(swap.into));
        let after = outcome(prospects, &changed).figures;
        assert!((after.utility - now.utility - swap.worth).abs() < 1e-12);
        // What is excluded is not offered.
        let excluded = [add.into.unwrap()];
        let other = moves(prospects, &list, &weakest, &excluded);
        assert_ne!(other.add.unwrap().into, add.into);
        // A list of the best alone has no better exchange among those that follow it.
        let best = plain(0..30);
        assert_eq!(moves(prospects, &best, &[29, 28, 27, 26], &[]).swap, None);
    });
}

/// Diagnostic radiology is mostly entered at PGY-2: its list names one-year programs nearby.
#[test]
fn advanced_positions_are_told_apart_and_find_a_first_year_nearby() {
    with(&img(Some(250)), &[420], |prospects, _| {
        let question = prospects.input;
        let catalog = question.catalog;
        let listed: Vec<_> = prospects
            .rows()
            .iter()
            .take(20)
            .map(|row| row.program)
            .collect();
        let year = first_year(question, &listed).unwrap();
        assert!(!year.advanced.is_empty() && year.advanced.len() <= 20);
        assert!(year.on_list.is_empty());
        let states: Vec<_> = year
            .advanced
            .iter()
            .map(|index| catalog.get(*index).unwrap().state)
            .collect();
        assert!(!year.near.is_empty());
        for index in &year.near {
            let program = catalog.get(*index).unwrap();
            assert!(states.contains(&program.state), "{}", program.name);
        }
        let first = year.near[0];
        let with_one = [listed, vec![first]].concat();
        let after = first_year(question, &with_one).unwrap();
        assert_eq!(after.on_list, [first]);
        assert!(!after.near.contains(&first));
    });
    with(&img(Some(250)), &[120], |prospects, _| {
        let listed: Vec<_> = prospects
            .rows()
            .iter()
            .take(20)
            .map(|row| row.program)
            .collect();
        assert_eq!(first_year(prospects.input, &listed), None);
    });
}

/// Where everything is put away the best list is empty, proved so, and comes to nothing.
#[test]
fn a_list_with_everything_shut_is_empty() {
    with(&img(Some(240)), &[140], |prospects, ranking| {
        let mut all: Vec<_> = ranking.ranked.iter().map(|row| row.program).collect();
        all.sort();
        let limits = Limits {
            most: 60,
            excluded: all,
            ..Limits::default()
        };
        let instance = instance(prospects, &limits).unwrap();
        let found = Search::new(&instance).finish();
        assert!(found.picks.is_empty());
        assert_eq!(found.share_of_best(), Some(1.0));
    });
}

#[test]
fn limits_that_no_list_keeps_are_refused() {
    with(&img(Some(240)), &[140, 120], |prospects, ranking| {
        let least = |least: usize| Bounds {
            least,
            ..Bounds::default()
        };
        let refused = |limits: Limits| instance(prospects, &limits).unwrap_err().to_string();
        let over = refused(Limits {
            most: 10,
            bounds: vec![least(6), least(6)],
            ..Limits::default()
        });
        assert!(over.contains("max_applications"), "{over}");
        let mut pinned: Vec<_> = ranking.ranked[..3].iter().map(|row| row.program).collect();
        pinned.sort();
        let pins = refused(Limits {
            most: 2,
            pinned,
            ..Limits::default()
        });
        assert!(pins.contains("max_applications"), "{pins}");
    });
}
