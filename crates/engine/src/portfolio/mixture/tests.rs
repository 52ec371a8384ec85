//! The parts of the solver, each against what it says of itself: on small markets that are made at random, with
//! every feasible list written out.

use proptest::prelude::*;

use super::ceiling::Curves;
use super::profile::{Member, Profile, dot, value_of};
use super::region::Region;
use super::tangent::Tangent;
use crate::portfolio::instance::{Chances, Draft, Instance, Program, Specialty, Wish};
use crate::portfolio::level::{LEVELS, Level};

const WEIGHTS: [f64; 3] = [0.25, 0.5, 0.25];

/// Seven programs of one specialty, at most four applications, one gold and one silver signal.
fn market() -> impl Strategy<Value = Instance> {
    let program = (
        0.05..1.0_f64,
        prop::collection::vec(0.0..=1.0_f64, 3 * WEIGHTS.len()),
    );
    prop::collection::vec(program, 7).prop_map(|programs| {
        let programs = programs.into_iter().enumerate().map(|(at, (t, chances))| {
            // Levels are nested: each adds a part of what is left.
            let mut level = vec![0.0; WEIGHTS.len()];
            let mut next = |part: &[f64]| {
                for (p, part) in level.iter_mut().zip(part) {
                    *p += (1.0 - *p) * part * 0.6;
                }
                level.clone()
            };
            let mut parts = chances.chunks_exact(WEIGHTS.len());
            let mut next = || parts.next().map(&mut next).unwrap_or_default();
            let (plain, silver, gold) = (next(), next(), next());
            Program {
                id: at as u64,
                t,
                specialty: 0,
                success: Chances {
                    plain,
                    silver: Some(silver),
                    gold: Some(gold),
                },
                interview: None,
                wish: Wish::Free,
            }
        });
        let draft = Draft {
            weights: WEIGHTS.to_vec(),
            programs: programs.collect(),
            specialties: vec![Specialty {
                cap: Some(4),
                gold: 1,
                silver: 1,
                ..Specialty::unlimited()
            }],
            budget: None,
            max_applications: Some(4),
        };
        Instance::new(draft).unwrap()
    })
}

/// Every list that the limits allow, in order of falling utility.
fn every_list(instance: &Instance) -> Vec<Vec<Member>> {
    let mut lists = vec![Vec::new()];
    for program in 0..instance.items.len() {
        for at in 0..lists.len() {
            for level in Level::ALL {
                let mut longer: Vec<Member> = lists[at].clone();
                longer.push(Member { program, level });
                let signals = |of| longer.iter().filter(|member| member.level == of).count();
                if longer.len() <= 4 && signals(Level::Gold) <= 1 && signals(Level::Silver) <= 1 {
                    lists.push(longer);
                }
            }
        }
    }
    lists
}

/// The value by definition: at each node the expected utility of the best success.
fn by_definition(instance: &Instance, list: &[Member]) -> f64 {
    let at = |node: usize| {
        let mut all_better_fail = 1.0;
        let mut value = 0.0;
        for member in list {
            let p = instance.success(member.program, member.level)[node];
            value += all_better_fail * p * instance.items[member.program].t;
            all_better_fail *= 1.0 - p;
        }
        value
    };
    WEIGHTS
        .iter()
        .enumerate()
        .map(|(node, weight)| weight * at(node))
        .sum()
}

fn profile(instance: &Instance, list: &[Member]) -> Profile {
    let mut profile = Profile::default();
    profile.set(instance, list.iter().copied());
    profile
}

fn whole(instance: &Instance) -> Region {
    let mut regions = Region::all(instance);
    assert_eq!(regions.len(), 1, "no fee falls");
    regions.remove(0)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_profile_knows_the_value_and_what_a_newcomer_adds(instance in market()) {
        for list in every_list(&instance).iter().step_by(7) {
            let before = profile(&instance, list);
            prop_assert!((before.value() - by_definition(&instance, list)).abs() < 1e-12);
            prop_assert!((value_of(&instance, list.iter().copied()) - before.value()).abs() < 1e-12);
            for program in 0..instance.items.len() {
                if list.iter().any(|member| member.program == program) {
                    continue;
                }
                let mut after = before.clone();
                after.put(&instance, Member { program, level: Level::Silver });
                let gain = before.gain(&instance, program, Level::Silver);
                prop_assert!((after.value() - before.value() - gain).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn what_a_member_would_add_is_what_the_list_loses_without_it(instance in market()) {
        for list in every_list(&instance).iter().step_by(11) {
            let whole = profile(&instance, list);
            for member in list {
                let mut room = vec![0.0; WEIGHTS.len()];
                whole.room_without(&instance, *member, &mut room);
                let adds = dot(instance.success(member.program, member.level), &room);
                let others: Vec<Member> = list.iter().filter(|other| *other != member).copied().collect();
                let lost = whole.value() - by_definition(&instance, &others);
                prop_assert!((adds - lost).abs() < 1e-9, "{} for {}", adds, lost);
            }
        }
    }

    #[test]
    fn the_value_rises_with_a_list_and_by_less_the_more_is_there(instance in market()) {
        let newcomer = Member { program: 6, level: Level::Plain };
        for list in every_list(&instance).iter().step_by(5) {
            if list.len() < 2 || list.iter().any(|member| member.program == newcomer.program) {
                continue;
            }
            let (short, long) = (profile(&instance, &list[..1]), profile(&instance, list));
            let gain = |list: &Profile| list.gain(&instance, newcomer.program, newcomer.level);
            prop_assert!(long.value() >= short.value() - 1e-12);
            prop_assert!(gain(&long) >= -1e-12);
            prop_assert!(gain(&short) >= gain(&long) - 1e-12);
        }
    }

    #[test]
    fn the_ceiling_is_the_most_that_a_list_collects(
        instance in market(), figures in prop::collection::vec(0.0..1.0_f64, 7 * LEVELS),
    ) {
        // A higher level never collects less: the ceiling takes levels for nested.
        let figures: Vec<f64> = figures
            .chunks_exact(LEVELS)
            .flat_map(|levels| {
                let mut levels = levels.to_vec();
                levels.sort_by(f64::total_cmp);
                levels
            })
            .collect();
        let collects = |list: &Vec<Member>| -> f64 {
            list.iter().map(|m| figures[m.program * LEVELS + m.level.index()]).sum()
        };
        let most = every_list(&instance).iter().map(collects).fold(0.0, f64::max);
        let ceiling = Curves::of(&instance, &figures).ceiling(&whole(&instance));
        prop_assert!((ceiling.sum - most).abs() < 1e-9, "{} for {}", ceiling.sum, most);
    }

    #[test]
    fn every_plane_lies_above_every_list(instance in market(), pick in any::<prop::sample::Index>()) {
        let lists = every_list(&instance);
        let best = lists.iter().map(|list| by_definition(&instance, list)).fold(0.0, f64::max);
        let mut tangent = Tangent::new(&instance);
        while tangent.prepare(2) {}
        let from = &lists[pick.index(lists.len())];
        tangent.start_at(from);
        let region = whole(&instance);
        let mut tightest = f64::INFINITY;
        for _ in 0..12 {
            let (bound, _) = tangent.bound_and_step(&region);
            prop_assert!(bound >= best - 1e-9, "{} below {}", bound, best);
            tightest = tightest.min(bound);
        }
        // At the best list itself the plane leaves no more than what signals and rounding to whole
        // applications cost.
        prop_assert!(tightest <= best * 1.5 + 1e-9, "{} far above {}", tightest, best);
    }
}
