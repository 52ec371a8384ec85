//! The ways in which a list is built from nothing.

use super::builder::{Measure, Rule, Signals};
use crate::portfolio::instance::Instance;

/// How a list is built: by which rule, and how many applications each specialty has first; empty for
/// all at once.
#[derive(Clone, Debug)]
pub(super) struct Way {
    pub(super) rule: Rule,
    pub(super) first: Vec<usize>,
}

impl Way {
    /// Those that differ for this instance, the plainest first.
    pub(super) fn all(instance: &Instance) -> Vec<Way> {
        Way::beginning_with(instance, beginnings(instance))
    }

    /// By every rule, beginning with so many applications of each specialty.
    pub(super) fn beginning_with(instance: &Instance, counts: Vec<Vec<usize>>) -> Vec<Way> {
        let each = counts.into_iter();
        each.flat_map(|first| {
            let rules = rules(instance).into_iter();
            rules.map(move |rule| Way {
                rule,
                first: first.clone(),
            })
        })
        .collect()
    }
}

/// Ways to choose what is added next that differ for this instance.
fn rules(instance: &Instance) -> Vec<Rule> {
    let has_signals = instance.specialties.iter().any(|s| s.has_signals());
    let mut rules = Vec::new();
    for signals in [Signals::Together, Signals::After] {
        for measure in [Measure::Gain, Measure::GainForPrice] {
            let is_same = (signals == Signals::After && !has_signals)
                || (measure == Measure::GainForPrice && instance.budget == u64::MAX);
            if !is_same {
                rules.push(Rule { measure, signals });
            }
        }
    }
    rules
}

/// Sets of specialties to fill first, as counts of each: none, and where money is limited every choice among a few
/// specialties, each alone among many.
fn beginnings(instance: &Instance) -> Vec<Vec<usize>> {
    const FEW: usize = 4;
    let count = instance.specialties.len();
    let mut all = vec![Vec::new()];
    if count < 2 || instance.budget == u64::MAX {
        return all;
    }
    let filled = |is_in: &dyn Fn(usize) -> bool| -> Vec<usize> {
        let count = |at: usize| if is_in(at) { usize::MAX } else { 0 };
        (0..instance.specialties.len()).map(count).collect()
    };
    if count > FEW {
        all.extend((0..count).map(|one| filled(&|at| at == one)));
        return all;
    }
    let whole = (1_u32 << count) - 1;
    all.extend((1..whole).map(|set| filled(&|at| set >> at & 1 == 1)));
    all
}
