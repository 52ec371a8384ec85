//! The mixture search against every list there is.

use crate::made_up::Dice;
use engine::portfolio::mixture::{Portfolio, Search, Stage};
use engine::portfolio::{Draft, Fees, Instance, Level, Reason, Specialty, Wish};

fn list(found: &Portfolio) -> crate::made_up::List {
    found
        .picks
        .iter()
        .map(|pick| (pick.program, pick.level))
        .collect()
}

#[test]
fn never_above_the_best_and_never_bounded_below_it() {
    let mut dice = Dice::new(7);
    let (mut solved, mut impossible, mut best_found, mut closed) = (0, 0, 0, 0);
    let mut share = 0.0;
    for case in 0..6000 {
        let draft = crate::made_up::draft(&mut dice, 6);
        let best = crate::made_up::best(&draft);
        let instance = match Instance::new(draft.clone()) {
            Ok(instance) => instance,
            Err(fault) => {
                assert!(best.is_none(), "case {case}: {fault} but {best:?}");
                impossible += 1;
                continue;
            }
        };
        let (optimum, _) = best.unwrap_or_else(|| panic!("case {case}: no list, {draft:?}"));
        let found = Search::new(&instance).finish();
        let found_list = list(&found);
        assert!(
            crate::made_up::is_feasible(&draft, &found_list),
            "case {case}"
        );
        let value = crate::made_up::value(&draft, &found_list);
        assert!((value - found.value).abs() < 1e-9, "case {case}");
        assert!(found.value <= optimum + 1e-9, "case {case}");
        let bound = found.bound.unwrap();
        assert!(
            bound >= optimum - 1e-9,
            "case {case}: {bound} {optimum} {draft:?}"
        );
        solved += 1;
        best_found += u32::from(found.value >= optimum - 1e-9);
        closed += u32::from(bound <= optimum + 1e-9);
        share += if bound > 0.0 {
            found.value / bound
        } else {
            1.0
        };
        check_account(&draft, &found, case);
    }
    println!(
        "{solved} solved, {impossible} impossible, {best_found} best, {closed} proven, mean share {}",
        share / f64::from(solved)
    );
    assert!(solved > 2500 && impossible > 500);
    assert!(
        f64::from(best_found) > 0.98 * f64::from(solved),
        "{best_found} of {solved}"
    );
}

/// What the parts are said to be worth, from the definition.
fn check_account(draft: &Draft, found: &Portfolio, case: usize) {
    let full = list(found);
    let close =
        |a: f64, b: f64, what: &str| assert!((a - b).abs() < 1e-9, "case {case} {what}: {a} {b}");
    let mut before = 0.0;
    for (n, pick) in found.picks.iter().enumerate() {
        close(
            pick.value,
            crate::made_up::value(draft, &full[..=n]),
            "curve",
        );
        assert!(pick.value >= before);
        before = pick.value;
        let mut cost = 0;
        for (s, specialty) in draft.specialties.iter().enumerate() {
            let count = full[..=n]
                .iter()
                .filter(|(j, _)| draft.programs[*j].specialty == s)
                .count();
            cost += crate::made_up::cost(&specialty.fees, count).unwrap();
        }
        assert_eq!(pick.cost, cost, "case {case}");
        let rest: crate::made_up::List = full
            .iter()
            .filter(|(j, _)| *j != pick.program)
            .copied()
            .collect();
        close(
            pick.worth,
            found.value - crate::made_up::value(draft, &rest),
            "worth",
        );
    }
    assert_eq!(found.cost, found.picks.last().map_or(0, |pick| pick.cost));
    for signal in &found.signals {
        let with = |program: usize, level: Level, other: Option<(usize, Level)>| -> f64 {
            let changed = full.iter().map(|(j, l)| match other {
                _ if *j == program => (*j, level),
                Some((o, level)) if *j == o => (*j, level),
                _ => (*j, *l),
            });
            crate::made_up::value(draft, &changed.collect::<Vec<_>>())
        };
        let unused = with(signal.program, Level::Plain, None);
        close(signal.worth, found.value - unused, "signal");
        let said = match signal.runner_up.program {
            None => unused,
            Some(other) => {
                let (_, level) = full.iter().find(|(j, _)| *j == other).unwrap();
                let back = if crate::made_up::is_offered(&draft.programs[signal.program], *level) {
                    *level
                } else {
                    Level::Plain
                };
                with(signal.program, back, Some((other, signal.level)))
            }
        };
        // A pin at a level is read as plain without its signal.
        if !matches!(draft.programs[signal.program].wish, Wish::PinnedAt(_)) {
            close(signal.runner_up.value, said, "runner-up");
        }
    }
    if let Some(next) = found.next {
        let mut more = full.clone();
        more.push((next.program, next.level));
        close(
            next.gain,
            crate::made_up::value(draft, &more) - found.value,
            "next",
        );
    }
}

/// Where the budget is a round number of fees, its price leaves no gap, so a bound that is a
/// little too low shows.
#[test]
fn a_budget_of_round_fees_bounds_like_a_number() {
    let mut dice = Dice::new(9);
    let (mut solved, mut tight, mut priced) = (0, 0, 0);
    for case in 0..3000 {
        let mut draft = crate::made_up::draft(&mut dice, 6);
        let mut specialty = Specialty::unlimited();
        (specialty.gold, specialty.silver) = (dice.below(2), dice.below(2));
        let dear = 10 * (1 + dice.below(2) as u64);
        draft.specialties = (0..3)
            .map(|s| Specialty {
                fees: Fees::flat(if s == 0 { dear } else { 10 }),
                ..specialty.clone()
            })
            .collect();
        for program in &mut draft.programs {
            (program.wish, program.specialty) = (Wish::Free, dice.below(3));
        }
        let most = dice.below(5) as u64;
        (draft.budget, draft.max_applications) = (Some(10 * most), None);
        let (optimum, best) = crate::made_up::best(&draft).unwrap();
        let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
        let bound = found.bound.unwrap();
        assert!(bound >= optimum - 1e-9, "case {case}: {bound} {optimum}");
        assert!(found.value <= optimum + 1e-9);
        solved += 1;
        tight += u32::from(bound <= optimum * 1.01 + 1e-9);
        priced += u32::from(best.len() < draft.programs.len());
    }
    println!("{solved} solved with round fees, {priced} short of money, {tight} within 1 %");
    assert!(priced > 1500 && f64::from(tight) > 0.6 * f64::from(solved));
}

#[test]
fn middling_instances_keep_every_limit_and_account_for_themselves() {
    let mut dice = Dice::new(8);
    let mut solved = 0;
    for case in 0..1500 {
        let mut draft = crate::made_up::draft(&mut dice, 160);
        let programs = draft.programs.len();
        // Few enough must-haves that most instances are possible.
        for (j, program) in draft.programs.iter_mut().enumerate() {
            program.id = (j as u64 * 7919) % 10_007;
            if j % 40 != 3 && program.wish != Wish::Excluded {
                program.wish = Wish::Free;
            }
        }
        for specialty in &mut draft.specialties {
            specialty.cap = specialty.cap.map(|cap| 5 * cap + 3);
            specialty.gold *= 2;
            specialty.silver *= 3;
        }
        draft.budget = draft.budget.map(|budget| 4 * budget);
        draft.max_applications = draft.max_applications.map(|most| 5 * most);
        let Ok(instance) = Instance::new(draft.clone()) else {
            continue;
        };
        let found = Search::new(&instance).finish();
        assert!(
            crate::made_up::is_feasible(&draft, &list(&found)),
            "case {case} of {programs}"
        );
        let value = crate::made_up::value(&draft, &list(&found));
        assert!((value - found.value).abs() < 1e-9, "case {case}");
        assert!(found.bound.unwrap() >= found.value);
        check_account(&draft, &found, case);
        solved += 1;
    }
    println!("{solved} middling solved");
    assert!(solved > 500);
}

#[test]
fn a_number_alone_gives_the_promised_share_of_the_best() {
    let mut dice = Dice::new(11);
    for case in 0..2000 {
        let mut draft = crate::made_up::draft(&mut dice, 6);
        draft.budget = None;
        let most = dice.below(5);
        draft.max_applications = Some(most);
        draft.specialties = vec![Specialty::unlimited()];
        for program in &mut draft.programs {
            (program.wish, program.specialty) = (Wish::Free, 0);
        }
        let (optimum, _) = crate::made_up::best(&draft).unwrap();
        let found = Search::new(&Instance::new(draft).unwrap()).finish();
        assert!(
            found.value >= (1.0 - (-1.0f64).exp()) * optimum - 1e-12,
            "case {case}"
        );
        assert!(found.bound.unwrap() >= optimum - 1e-9, "case {case}");
    }
}

#[test]
fn one_node_without_signals_is_the_nested_best() {
    let mut dice = Dice::new(13);
    for _ in 0..1000 {
        let m = 1 + dice.below(12);
        let t: Vec<f64> = (0..m).map(|_| dice.utility()).collect();
        let f: Vec<f64> = (0..m).map(|_| dice.chance()).collect();
        let h = dice.below(m + 1);
        let nested = engine::portfolio::greedy::solve(&t, &f, h).unwrap();
        let answer = engine::portfolio::latent::by_scenarios(&t, &[(1.0, f)], h, 0).unwrap();
        let best = nested.values.last().copied().unwrap_or(0.0);
        assert!((answer.value - best).abs() < 1e-9);
    }
}

fn large(seed: u64, m: usize, nodes: usize) -> Draft {
    let mut dice = Dice::new(seed);
    let mut draft = crate::made_up::draft(&mut dice, 1);
    draft.weights = vec![1.0 / nodes as f64; nodes];
    let one = draft.programs.remove(0);
    for j in 0..m {
        let base = 0.02 + 0.2 * dice.unit();
        let p = |by: f64| {
            (0..nodes)
                .map(|k| (base * by * (1.0 + k as f64 / nodes as f64)).min(1.0))
                .collect::<Vec<f64>>()
        };
        let (silver, gold) = (1.0 + dice.unit(), 2.0 + dice.unit());
        let mut program = one.clone();
        program.id = j as u64;
        program.t = 0.3 + 0.7 * dice.unit();
        program.specialty = dice.below(2);
        program.success.plain = p(1.0);
        program.success.silver = Some(p(silver));
        program.success.gold = Some(p(gold));
        program.wish = Wish::Free;
        draft.programs.push(program);
    }
    let specialty = Specialty {
        gold: 2,
        silver: 4,
        ..Specialty::unlimited()
    };
    draft.specialties = vec![specialty.clone(), specialty];
    draft.max_applications = Some(20);
    draft.budget = None;
    draft
}

#[test]
fn the_same_bits_whatever_the_order_of_the_input_or_the_steps() {
    for seed in 0..6 {
        let mut draft = large(seed, 60, 3);
        if seed % 2 == 1 {
            // Ties everywhere: only ids tell programs apart.
            for program in &mut draft.programs {
                program.t = 1.0;
                program.success = crate::made_up::draft(&mut Dice::new(3), 1).programs[0]
                    .success
                    .clone();
                program.success.plain = vec![0.1; 3];
                program.success.silver = Some(vec![0.2; 3]);
                program.success.gold = Some(vec![0.3; 3]);
            }
        }
        let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
        let again = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
        assert_eq!(found, again);
        let instance = Instance::new(draft.clone()).unwrap();
        let mut search = Search::new(&instance);
        let mut steps = 0;
        while search.step(1).stage != Stage::Done {
            steps += 1;
        }
        assert!(steps > 50);
        assert_eq!(search.finish(), found);

        let mut turned = draft.clone();
        turned.programs.reverse();
        turned.programs.rotate_left(17);
        let other = Search::new(&Instance::new(turned.clone()).unwrap()).finish();
        let ids = |draft: &Draft, found: &Portfolio| -> Vec<(u64, Level, u64)> {
            let picks = found.picks.iter();
            picks
                .map(|p| (draft.programs[p.program].id, p.level, p.value.to_bits()))
                .collect()
        };
        assert_eq!(ids(&draft, &found), ids(&turned, &other));
        assert_eq!(found.value.to_bits(), other.value.to_bits());
        assert_eq!(found.bound.map(f64::to_bits), other.bound.map(f64::to_bits));
    }
}

#[test]
fn a_large_list_is_shown_to_be_nearly_the_best() {
    for seed in 0..4 {
        let draft = large(seed, 200, 5);
        let found = Search::new(&Instance::new(draft).unwrap()).finish();
        let share = found.share_of_best().unwrap();
        println!("share {share}");
        assert!(share > 0.97, "{share}");
    }
}

#[test]
fn the_edges_work() {
    let mut draft = large(1, 1, 2);
    draft.budget = Some(0);
    let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
    assert_eq!(found.picks.len(), 1);

    draft.max_applications = Some(0);
    let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
    assert!(found.picks.is_empty() && found.value == 0.0 && found.bound == Some(0.0));
    assert!(found.next.is_some());

    draft.programs.clear();
    let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
    assert!(found.picks.is_empty() && found.share_of_best() == Some(1.0));

    for chance in [0.0, 1.0] {
        let mut draft = large(2, 50, 2);
        for program in &mut draft.programs {
            program.success.plain = vec![chance; 2];
            program.success.silver = Some(vec![chance; 2]);
            program.success.gold = Some(vec![chance; 2]);
        }
        let best = draft.programs.iter().fold(0.0f64, |best, p| best.max(p.t));
        let found = Search::new(&Instance::new(draft).unwrap()).finish();
        assert_eq!(found.value, chance * best);
        assert_eq!(found.picks.len(), if chance == 0.0 { 0 } else { 1 });
        assert!(found.bound.unwrap() <= chance * best + 1e-9);
    }
}

#[test]
fn a_hundred_thousand_programs_work() {
    let draft = large(3, 100_000, 3);
    let found = Search::new(&Instance::new(draft.clone()).unwrap()).finish();
    assert_eq!(found.picks.len(), 20);
    assert!(found.share_of_best().unwrap() > 0.97);
    let mut all = draft;
    all.max_applications = None;
    let found = Search::new(&Instance::new(all).unwrap()).finish();
    assert_eq!(found.picks.len(), 100_000);
}

#[test]
fn bad_drafts_are_named() {
    let good = large(4, 3, 2);
    let fault = |change: &dyn Fn(&mut Draft)| {
        let mut draft = good.clone();
        change(&mut draft);
        let fault = Instance::new(draft).unwrap_err();
        (fault.field, fault.index, fault.reason)
    };
    assert_eq!(
        fault(&|d| d.weights = vec![]),
        ("weights", None, Reason::Missing)
    );
    assert_eq!(
        fault(&|d| d.weights = vec![0.5, 0.4]),
        ("weights", None, Reason::WeightSum { sum: 0.9 })
    );
    assert_eq!(
        fault(&|d| d.weights = vec![1.5, -0.5]),
        ("weights", Some(1), Reason::Negative)
    );
    assert_eq!(
        fault(&|d| d.programs[1].t = f64::NAN),
        ("t", Some(1), Reason::NotFinite)
    );
    assert_eq!(
        fault(&|d| d.programs[1].t = -1.0),
        ("t", Some(1), Reason::Negative)
    );
    assert_eq!(
        fault(&|d| d.programs[2].specialty = 9),
        ("specialty", Some(2), Reason::Unknown)
    );
    assert_eq!(
        fault(&|d| d.programs[2].id = 0),
        ("id", Some(2), Reason::Repeated)
    );
    assert_eq!(
        fault(&|d| d.programs[0].success.plain[1] = f64::NAN),
        ("success", Some(0), Reason::NotAChance)
    );
    assert_eq!(
        fault(&|d| d.programs[0].success.plain[1] = 1.1),
        ("success", Some(0), Reason::NotAChance)
    );
    assert_eq!(
        fault(&|d| {
            d.programs[0].success.plain.pop();
        }),
        (
            "success",
            Some(0),
            Reason::Length {
                expected: 2,
                found: 1
            }
        )
    );
    assert_eq!(
        fault(&|d| d.programs[0].success.gold = Some(vec![1.0, 0.0])),
        ("success", Some(0), Reason::NotNested { node: 1 })
    );
    assert_eq!(
        fault(&|d| d.programs[1].interview = Some(d.programs[1].success.clone())),
        ("interview", Some(1), Reason::Missing)
    );
    assert_eq!(
        fault(&|d| {
            d.programs[1].wish = Wish::Pinned;
            d.max_applications = Some(0);
        }),
        ("max_applications", None, Reason::OverMost)
    );
    assert_eq!(
        fault(&|d| d.specialties[1].minimum = 9),
        ("cap", Some(1), Reason::OverCap)
    );
    assert_eq!(
        fault(&|d| {
            d.programs[1].wish = Wish::PinnedAt(Level::Gold);
            for s in &mut d.specialties {
                s.gold = 0;
            }
        }),
        ("wish", Some(1), Reason::NotOffered)
    );
    assert_eq!(
        fault(&|d| {
            d.specialties.truncate(1);
            for p in &mut d.programs {
                p.specialty = 0;
                p.wish = Wish::PinnedAt(Level::Gold);
            }
        }),
        ("signals", Some(0), Reason::OverCap)
    );
    assert_eq!(
        fault(&|d| {
            d.programs[1].wish = Wish::Pinned;
            d.budget = Some(5);
            for s in &mut d.specialties {
                s.fees = Fees::flat(6);
            }
        }),
        ("budget", None, Reason::OverBudget)
    );
}
