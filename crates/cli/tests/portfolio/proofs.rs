//! Branch and bound and the evaluation of lists against their definitions.

use crate::made_up::{Dice, best_success, subsets};
use engine::portfolio::evaluate::evaluate;
use engine::portfolio::mixture::{Search, prove};
use engine::portfolio::{Instance, Level, Reason, latent};

#[test]
fn branch_and_bound_finds_the_best_with_every_limit_on() {
    let mut dice = Dice::new(21);
    let (mut solved, mut closed) = (0, 0);
    for case in 0..3000 {
        let draft = crate::made_up::draft(&mut dice, 5);
        let Ok(instance) = Instance::new(draft.clone()) else {
            continue;
        };
        let (optimum, _) = crate::made_up::best(&draft).unwrap();
        let proof = prove(&instance, 3000);
        assert!(
            crate::made_up::is_feasible(&draft, &proof.list),
            "case {case}"
        );
        assert!((crate::made_up::value(&draft, &proof.list) - proof.value).abs() < 1e-9);
        assert!(
            (proof.value - optimum).abs() < 1e-9,
            "case {case}: {} {optimum}",
            proof.value
        );
        assert!(proof.bound.unwrap() >= optimum - 1e-9);
        solved += 1;
        closed += u32::from(proof.bound.unwrap() <= optimum + 1e-9 * optimum.max(1.0));
    }
    println!("{solved} solved, {closed} closed");
    assert_eq!(solved, closed);
}

#[test]
fn a_proof_cut_short_is_still_a_bound() {
    let mut dice = Dice::new(22);
    for _ in 0..400 {
        let draft = crate::made_up::draft(&mut dice, 5);
        let Ok(instance) = Instance::new(draft.clone()) else {
            continue;
        };
        let (optimum, _) = crate::made_up::best(&draft).unwrap();
        for cases in [0, 1, 2, 5, 12] {
            let proof = prove(&instance, cases);
            assert!(proof.bound.unwrap() >= optimum - 1e-9);
            assert!(proof.value <= optimum + 1e-9);
        }
    }
}

#[test]
fn scenarios_are_proven() {
    let mut dice = Dice::new(23);
    for _ in 0..600 {
        let m = 1 + dice.below(9);
        let t: Vec<f64> = (0..m).map(|_| dice.utility()).collect();
        let raw: Vec<f64> = (0..1 + dice.below(6)).map(|_| 0.1 + dice.unit()).collect();
        let sum: f64 = raw.iter().sum();
        // Half of them all or nothing, which is hardest to bound.
        let sure = dice.yes(0.5);
        let mut p = || {
            if sure {
                f64::from(u8::from(dice.yes(0.4)))
            } else {
                dice.chance()
            }
        };
        let scenarios: Vec<(f64, Vec<f64>)> = raw
            .iter()
            .map(|w| (w / sum, (0..m).map(|_| p()).collect()))
            .collect();
        let h = 1 + dice.below(4);
        let value = |set: &[usize]| -> f64 {
            let nodes = scenarios.iter();
            nodes
                .map(|(w, p)| w * best_success(set.iter().map(|j| (t[*j], p[*j])).collect()))
                .sum()
        };
        let best = subsets(m)
            .filter(|s| s.len() <= h)
            .map(|s| value(&s))
            .fold(0.0, f64::max);
        let answer = latent::by_scenarios(&t, &scenarios, h, 20_000).unwrap();
        assert!((answer.value - best).abs() < 1e-9);
        assert!((value(&answer.set) - best).abs() < 1e-9);
        assert!(answer.is_optimal && answer.set.len() <= h);
    }
}

#[test]
fn a_latent_strength_is_its_scenarios() {
    let rule = [
        (-1.7320508075688772, 1.0 / 6.0),
        (0.0, 2.0 / 3.0),
        (1.7320508075688772, 1.0 / 6.0),
    ];
    let mut dice = Dice::new(24);
    for _ in 0..100 {
        let m = 2 + dice.below(10);
        let t: Vec<f64> = (0..m).map(|_| dice.utility()).collect();
        let alpha: Vec<f64> = (0..m).map(|_| 4.0 * dice.unit() - 3.0).collect();
        let lambda = 2.0 * dice.unit();
        let scenarios: Vec<(f64, Vec<f64>)> = rule
            .iter()
            .map(|(at, w)| {
                (
                    *w,
                    alpha
                        .iter()
                        .map(|a| 1.0 / (1.0 + libm::exp(-(a + lambda * at))))
                        .collect(),
                )
            })
            .collect();
        let by_strength = latent::by_strength(&t, &alpha, lambda, &rule, 3, 5000).unwrap();
        assert_eq!(
            by_strength,
            latent::by_scenarios(&t, &scenarios, 3, 5000).unwrap()
        );
        assert!(by_strength.is_optimal);
    }
    let fault = latent::by_strength(&[1.0], &[f64::NAN], 1.0, &rule, 1, 0).unwrap_err();
    assert_eq!(
        (fault.field, fault.index, fault.reason),
        ("alpha", Some(0), Reason::NotFinite)
    );
    let fault = latent::by_scenarios(&[1.0], &[], 1, 0).unwrap_err();
    assert_eq!((fault.field, fault.reason), ("scenarios", Reason::Missing));
    let fault = latent::by_scenarios(&[1.0], &[(1.0, vec![])], 1, 0).unwrap_err();
    assert_eq!((fault.field, fault.index), ("scenarios", Some(0)));
}

#[test]
fn evaluation_adds_up_and_agrees_with_the_definition() {
    let mut dice = Dice::new(25);
    for case in 0..2000 {
        let mut draft = crate::made_up::draft(&mut dice, 6);
        for program in &mut draft.programs {
            let mut interview = program.success.clone();
            interview.plain.iter_mut().for_each(|p| *p = p.sqrt());
            for level in [&mut interview.silver, &mut interview.gold] {
                level.iter_mut().flatten().for_each(|p| *p = p.sqrt());
            }
            program.interview = Some(interview);
        }
        let Ok(instance) = Instance::new(draft.clone()) else {
            continue;
        };
        let programs: Vec<usize> = (0..draft.programs.len())
            .filter(|_| dice.yes(0.6))
            .collect();
        let list: crate::made_up::List = programs
            .into_iter()
            .map(|j| {
                let level = Level::ALL[dice.below(3)];
                let is_offered = crate::made_up::is_offered(&draft.programs[j], level);
                (j, if is_offered { level } else { Level::Plain })
            })
            .collect();
        let evaluation = evaluate(&instance, &list).unwrap();
        let shared = &evaluation.shared;
        let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "case {case}: {a} {b}");
        assert!((shared.utility - crate::made_up::value(&draft, &list)).abs() < 1e-9);
        close(shared.by_specialty.iter().sum(), shared.p_match);
        let p = |chances: &engine::portfolio::Chances, level, k: usize| match level {
            Level::Plain => chances.plain[k],
            Level::Silver => chances.silver.as_ref().unwrap()[k],
            Level::Gold => chances.gold.as_ref().unwrap()[k],
        };
        let (mut p_match, mut any, mut interviews) = (0.0, 0.0, 0.0);
        let mut alone = 1.0;
        for (k, w) in draft.weights.iter().enumerate() {
            let fails = |chance: f64| 1.0 - chance;
            let of = |j: &(usize, Level)| p(&draft.programs[j.0].success, j.1, k);
            let invited =
                |j: &(usize, Level)| p(draft.programs[j.0].interview.as_ref().unwrap(), j.1, k);
            p_match += w * (1.0 - list.iter().map(of).map(fails).product::<f64>());
            any += w * (1.0 - list.iter().map(invited).map(fails).product::<f64>());
            interviews += w * list.iter().map(invited).sum::<f64>();
        }
        for (j, level) in &list {
            let nodes = draft.weights.iter().enumerate();
            alone *= 1.0
                - nodes
                    .map(|(k, w)| w * p(&draft.programs[*j].success, *level, k))
                    .sum::<f64>();
        }
        close(shared.p_match, p_match);
        close(shared.any_interview.unwrap(), any);
        close(shared.interviews.unwrap(), interviews);
        close(evaluation.independent.p_match, 1.0 - alone);
        close(
            evaluation.independent.by_specialty.iter().sum(),
            1.0 - alone,
        );
        close(evaluation.independent.interviews.unwrap(), interviews);
    }
    let draft = loop {
        let draft = crate::made_up::draft(&mut dice, 6);
        if Instance::new(draft.clone()).is_ok() {
            break draft;
        }
    };
    let instance = Instance::new(draft).unwrap();
    let fault = evaluate(&instance, &[(0, Level::Plain), (99, Level::Plain)]).unwrap_err();
    assert_eq!((fault.index, fault.reason), (Some(1), Reason::Unknown));
    let fault = evaluate(&instance, &[(0, Level::Plain), (0, Level::Gold)]).unwrap_err();
    assert_eq!((fault.index, fault.reason), (Some(1), Reason::Repeated));
}

#[test]
fn a_cancelled_search_leaves_nothing_behind() {
    let mut dice = Dice::new(26);
    let draft = crate::made_up::draft(&mut dice, 6);
    if let Ok(instance) = Instance::new(draft) {
        let mut search = Search::new(&instance);
        search.step(3);
        drop(search);
        assert!(Search::new(&instance).finish().bound.is_some());
    }
}
