//! The solvers under independence against every list there is.

use crate::made_up::{Dice, best_success, subsets};
use engine::portfolio::{Fees, Level, Reason, exact, greedy, signals, specialties};

fn value(t: &[f64], f: &[f64], set: &[usize]) -> f64 {
    best_success(set.iter().map(|j| (t[*j], f[*j])).collect())
}

fn market(dice: &mut Dice, most: usize) -> (Vec<f64>, Vec<f64>) {
    let m = dice.below(most + 1);
    (
        (0..m).map(|_| dice.utility()).collect(),
        (0..m).map(|_| dice.chance()).collect(),
    )
}

#[test]
fn greedy_is_best_at_every_length_and_nested() {
    let mut dice = Dice::new(1);
    for _ in 0..3000 {
        let (t, f) = market(&mut dice, 9);
        let nested = greedy::solve(&t, &f, usize::MAX).unwrap();
        assert_eq!(nested.order.len(), t.len());
        for h in 1..=t.len() {
            let best = subsets(t.len())
                .filter(|s| s.len() <= h)
                .map(|s| value(&t, &f, &s))
                .fold(0.0, f64::max);
            assert!((nested.values[h - 1] - best).abs() < 1e-9);
            assert!((value(&t, &f, &nested.order[..h]) - best).abs() < 1e-9);
        }
    }
}

#[test]
fn greedy_takes_what_the_definition_takes_over_many_blocks() {
    let mut dice = Dice::new(2);
    for _ in 0..20 {
        let m = 150 + dice.below(200);
        let t: Vec<f64> = (0..m).map(|_| dice.utility()).collect();
        let f: Vec<f64> = (0..m).map(|_| dice.chance() * 0.7).collect();
        let nested = greedy::solve(&t, &f, 60).unwrap();
        let mut set = Vec::new();
        for (n, value_there) in nested.values.iter().enumerate() {
            let best = (0..m)
                .filter(|j| !set.contains(j))
                .map(|j| {
                    let mut more = set.clone();
                    more.push(j);
                    value(&t, &f, &more)
                })
                .fold(0.0, f64::max);
            set.push(nested.order[n]);
            assert!((value(&t, &f, &set) - best).abs() < 1e-9);
            assert!((value_there - best).abs() < 1e-9);
        }
    }
}

#[test]
fn equal_programs_come_in_the_order_of_the_input() {
    let nested = greedy::solve(&[2.0; 300], &[0.3; 300], 300).unwrap();
    assert!(nested.order.iter().copied().eq(0..300));
    let many = greedy::solve(&vec![1.0; 100_000], &vec![0.01; 100_000], 50_000).unwrap();
    assert_eq!(many.order.len(), 50_000);
    assert!((many.values[49_999] - 1.0).abs() < 1e-9);
}

#[test]
fn exact_is_best_and_never_worse_with_more_money() {
    let mut dice = Dice::new(3);
    for _ in 0..3000 {
        let (t, f) = market(&mut dice, 9);
        let g: Vec<usize> = t.iter().map(|_| dice.below(7)).collect();
        let mut before = 0.0;
        for budget in [0, 1, 3, 6, 10, 15, 40] {
            let cost = |s: &[usize]| s.iter().map(|j| g[*j]).sum::<usize>();
            let affordable = subsets(t.len()).filter(|s| cost(s) <= budget);
            let best = affordable.map(|s| value(&t, &f, &s)).fold(0.0, f64::max);
            let chosen = exact::solve(&t, &f, &g, budget).unwrap();
            assert!((chosen.value - best).abs() < 1e-9);
            assert!((value(&t, &f, &chosen.set) - best).abs() < 1e-9);
            assert!(cost(&chosen.set) <= budget);
            assert!(chosen.value >= before - 1e-12);
            before = chosen.value;
        }
    }
}

#[test]
fn signals_are_best_for_every_number() {
    let mut dice = Dice::new(4);
    for _ in 0..1500 {
        let (t, plain) = market(&mut dice, 5);
        let mut up = |p: &[f64]| -> Vec<f64> {
            p.iter()
                .map(|p| (p + (1.0 - p) * dice.chance()).min(1.0))
                .collect()
        };
        let silver = up(&plain);
        let gold = up(&silver);
        let (has_silver, has_gold) = (dice.yes(0.7), dice.yes(0.7));
        let (most_silver, most_gold) = (dice.below(3), dice.below(3));
        let plans = signals::solve(signals::Specialty {
            t: &t,
            plain: &plain,
            silver: has_silver.then_some(&silver),
            gold: has_gold.then_some(&gold),
            most: 5,
            most_silver,
            most_gold,
        })
        .unwrap();
        let p = |j: usize, level: usize| [0.0, plain[j], silver[j], gold[j]][level];
        for n in 0..=t.len() {
            let mut best = 0.0f64;
            for code in 0..4usize.pow(t.len() as u32) {
                let levels: Vec<usize> = (0..t.len()).map(|j| code >> (2 * j) & 3).collect();
                let at = |level| levels.iter().filter(|l| **l == level).count();
                let silvers = if has_silver { most_silver } else { 0 };
                let golds = if has_gold { most_gold } else { 0 };
                if t.len() - at(0) <= n && at(2) <= silvers && at(3) <= golds {
                    best = best.max(best_success(
                        (0..t.len()).map(|j| (t[j], p(j, levels[j]))).collect(),
                    ));
                }
            }
            let levels = plans.levels(n);
            let chosen = levels.iter().enumerate().map(|(j, level)| {
                let level = level.map_or(0, |level| {
                    1 + Level::ALL.iter().position(|l| *l == level).unwrap()
                });
                (t[j], p(j, level))
            });
            assert!((plans.value(n) - best).abs() < 1e-9);
            assert!((best_success(chosen.collect()) - best).abs() < 1e-9);
            let count = |level| levels.iter().flatten().filter(|l| **l == level).count();
            assert!(levels.iter().flatten().count() <= n);
            assert!(count(Level::Silver) <= most_silver && count(Level::Gold) <= most_gold);
        }
    }
}

#[test]
fn specialties_are_best_within_caps_and_budget() {
    let mut dice = Dice::new(5);
    for _ in 0..3000 {
        let (t, f) = market(&mut dice, 8);
        let count = 1 + dice.below(3);
        let specialty: Vec<usize> = t.iter().map(|_| dice.below(count)).collect();
        let cap: Vec<usize> = (0..count).map(|_| dice.below(5)).collect();
        let fees: Vec<Fees> = (0..count)
            .map(|_| crate::made_up::tiers(&mut dice))
            .collect();
        let with_fees = dice.yes(0.7);
        let mut before = 0.0;
        for budget in [Some(0), Some(20), Some(45), Some(90), None] {
            let cost = |set: &[usize]| {
                (0..count).try_fold(0u64, |sum, s| {
                    let n = set.iter().filter(|j| specialty[**j] == s).count();
                    let cost = if with_fees {
                        crate::made_up::cost(&fees[s], n)?
                    } else {
                        0
                    };
                    (n <= cap[s]).then_some(sum + cost)
                })
            };
            let fits =
                |set: &Vec<usize>| cost(set).is_some_and(|cost| cost <= budget.unwrap_or(u64::MAX));
            let best = subsets(t.len())
                .filter(fits)
                .map(|s| value(&t, &f, &s))
                .fold(0.0, f64::max);
            let answer = specialties::solve(&specialties::Field {
                t: &t,
                f: &f,
                specialty: &specialty,
                cap: &cap,
                fees: with_fees.then_some(&fees),
                budget,
            })
            .unwrap();
            assert!(
                (answer.value - best).abs() < 1e-9,
                "{} {best}",
                answer.value
            );
            assert!((value(&t, &f, &answer.set) - best).abs() < 1e-9);
            assert!(fits(&answer.set));
            assert!(answer.value >= before - 1e-12);
            before = answer.value;
        }
    }
}

#[test]
fn a_field_too_large_for_the_table_gets_a_list_and_a_bound() {
    let mut dice = Dice::new(6);
    let m = 600;
    let t: Vec<f64> = (0..m).map(|_| 0.4 + 0.6 * dice.unit()).collect();
    let f: Vec<f64> = (0..m).map(|_| 0.15 * dice.unit()).collect();
    let specialty: Vec<usize> = (0..m).map(|_| dice.below(4)).collect();
    let answer = specialties::solve(&specialties::Field {
        t: &t,
        f: &f,
        specialty: &specialty,
        cap: &[30, 20, 40, 25],
        fees: None,
        budget: None,
    })
    .unwrap();
    let bound = answer.bound.unwrap();
    println!("{} of {bound}", answer.value);
    assert!((value(&t, &f, &answer.set) - answer.value).abs() < 1e-9);
    assert!(answer.value > 0.999 * bound && answer.value <= bound);
}

#[test]
fn bad_input_is_named() {
    let nan = f64::NAN;
    let is = |fault: engine::portfolio::Fault, field, index, reason| {
        assert_eq!(
            (fault.field, fault.index, fault.reason),
            (field, index, reason)
        );
    };
    is(
        greedy::solve(&[1.0], &[], 1).unwrap_err(),
        "f",
        None,
        Reason::Length {
            expected: 1,
            found: 0,
        },
    );
    is(
        greedy::solve(&[nan], &[0.5], 1).unwrap_err(),
        "t",
        Some(0),
        Reason::NotFinite,
    );
    is(
        greedy::solve(&[1.0, -1.0], &[0.5, 0.5], 1).unwrap_err(),
        "t",
        Some(1),
        Reason::Negative,
    );
    is(
        greedy::solve(&[1.0], &[1.5], 1).unwrap_err(),
        "f",
        Some(0),
        Reason::NotAChance,
    );
    is(
        exact::solve(&[1.0], &[0.5], &[], 1).unwrap_err(),
        "g",
        None,
        Reason::Length {
            expected: 1,
            found: 0,
        },
    );
    is(
        exact::solve(&[1.0], &[nan], &[1], 1).unwrap_err(),
        "f",
        Some(0),
        Reason::NotAChance,
    );
    is(
        exact::solve(&[1.0; 2], &[0.5; 2], &[usize::MAX, 1], usize::MAX).unwrap_err(),
        "H",
        None,
        Reason::TooLarge,
    );
    let low = signals::Specialty {
        t: &[1.0],
        plain: &[0.5],
        silver: None,
        gold: Some(&[0.4]),
        most: 1,
        most_silver: 0,
        most_gold: 1,
    };
    is(
        signals::solve(low).unwrap_err(),
        "p_gold",
        Some(0),
        Reason::NotNested { node: 0 },
    );
    let lost = specialties::Field {
        t: &[1.0],
        f: &[0.5],
        specialty: &[1],
        cap: &[1],
        fees: None,
        budget: None,
    };
    is(
        specialties::solve(&lost).unwrap_err(),
        "specialty",
        Some(0),
        Reason::Unknown,
    );
}

#[test]
fn the_edges_work() {
    assert!(greedy::solve(&[], &[], 5).unwrap().order.is_empty());
    assert_eq!(exact::solve(&[], &[], &[], 5).unwrap().value, 0.0);
    assert_eq!(exact::solve(&[3.0], &[1.0], &[0], 0).unwrap().value, 3.0);
    assert_eq!(
        exact::solve(&[3.0], &[1.0], &[1], 0).unwrap().set,
        [0usize; 0]
    );
    let m = 100_000;
    let (t, f, g) = (vec![1.0; m], vec![0.25; m], vec![1; m]);
    let chosen = exact::solve(&t, &f, &g, 20).unwrap();
    assert_eq!(chosen.set.len(), 20);
    let plans = signals::solve(signals::Specialty {
        t: &t,
        plain: &f,
        silver: Some(&vec![0.5; m]),
        gold: None,
        most: 20,
        most_silver: 3,
        most_gold: 3,
    })
    .unwrap();
    let want = 1.0 - 0.75f64.powi(17) * 0.5f64.powi(3);
    assert!((plans.value(20) - want).abs() < 1e-12);
}
