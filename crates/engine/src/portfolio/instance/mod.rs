//! What there is to choose from and what limits the choice, checked once.
//!
//! A [`Draft`] is anything a caller may write down; an [`Instance`] is a draft in which a list
//! exists and every number is in its range. Programs are kept in order of falling utility, equal
//! utilities by id, so that results do not depend on the order of the input.

mod check;
mod draft;

pub use draft::{Chances, Draft, Program, Specialty, Wish};

use super::fault::{Fault, Reason};
use super::level::{LEVELS, Level};
use crate::ordering;

/// A program may stay out of the list.
pub(super) const OUT: u8 = 1;

/// A program may be in the list at a level.
pub(super) fn at(level: Level) -> u8 {
    OUT << (1 + level.index())
}

/// A program in order of falling utility.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    pub(super) t: f64,
    pub(super) specialty: usize,
    /// Where it stands in the draft.
    pub(super) origin: usize,
    /// What may be done with it: [`OUT`], [`at`] a level, or several.
    pub(super) open: u8,
}

impl Item {
    /// Whether it may stand in the list at a level.
    pub(super) fn offers(&self, level: Level) -> bool {
        self.open & at(level) != 0
    }

    /// Whether it must be in the list.
    pub(super) fn is_pinned(&self) -> bool {
        self.open & OUT == 0
    }

    /// Whether it cannot be in the list.
    pub(super) fn is_excluded(&self) -> bool {
        self.open == OUT
    }
}

/// The limits of one specialty.
#[derive(Clone, Debug)]
pub(super) struct Bounds {
    pub(super) minimum: usize,
    /// Fewest applications: its minimum or its pins.
    pub(super) least: usize,
    /// Most applications that its cap, its programs, its fees and the needs of others allow.
    pub(super) most: usize,
    /// Most applications at each level.
    pub(super) slots: [usize; LEVELS],
    /// What none, one, two and more applications cost.
    pub(super) totals: Vec<u64>,
    /// Its programs, by falling utility.
    pub(super) programs: Vec<usize>,
}

impl Bounds {
    /// What a number of applications costs.
    pub(super) fn cost(&self, count: usize) -> u64 {
        self.totals.get(count).copied().unwrap_or(u64::MAX)
    }

    /// Whether any of its programs can be signalled.
    pub(super) fn has_signals(&self) -> bool {
        self.slots[1] > 0 || self.slots[2] > 0
    }
}

/// A choice of programs in which at least one list is possible.
///
/// Inside, programs are named by their index in `items`; outside, by their index in the draft.
#[derive(Clone, Debug)]
pub struct Instance {
    pub(super) weights: Vec<f64>,
    pub(super) items: Vec<Item>,
    /// Chances of success: program, then level, then node.
    success: Vec<f64>,
    /// Chances of an interview, laid out the same; empty if they are not given.
    interview: Vec<f64>,
    pub(super) specialties: Vec<Bounds>,
    pub(super) budget: u64,
    pub(super) most: usize,
    /// For each program of the draft its index in `items`.
    indices: Vec<usize>,
}

impl Instance {
    /// Checks a draft.
    ///
    /// # Errors
    ///
    /// The first entry that makes it impossible: a number out of its range, a list of the wrong
    /// length, levels that are not nested, or must-haves that no list can hold.
    pub fn new(draft: Draft) -> Result<Instance, Fault> {
        check::numbers(&draft)?;
        let mut order: Vec<(usize, &Program)> = draft.programs.iter().enumerate().collect();
        ordering::sort_by(&mut order, |(_, a), (_, b)| {
            b.t.total_cmp(&a.t).then(a.id.cmp(&b.id))
        });
        let mut instance = Instance {
            weights: draft.weights.clone(),
            items: Vec::with_capacity(order.len()),
            success: Vec::with_capacity(order.len() * LEVELS * draft.weights.len()),
            interview: Vec::new(),
            specialties: draft.specialties.iter().map(bounds).collect(),
            budget: draft.budget.unwrap_or(u64::MAX),
            most: draft.max_applications.unwrap_or(usize::MAX),
            indices: vec![0; order.len()],
        };
        for (index, (origin, program)) in order.into_iter().enumerate() {
            instance.indices[origin] = index;
            instance.push(origin, program, &draft)?;
        }
        for (bounds, specialty) in instance.specialties.iter_mut().zip(&draft.specialties) {
            let most = specialty.cap.unwrap_or(usize::MAX);
            bounds.totals = specialty.fees.totals(bounds.programs.len().min(most));
        }
        instance.refit()?;
        Ok(instance)
    }

    fn push(&mut self, origin: usize, program: &Program, draft: &Draft) -> Result<(), Fault> {
        let bounds = &mut self.specialties[program.specialty];
        bounds.programs.push(self.items.len());
        let open = check::open(origin, program, &bounds.slots)?;
        self.items.push(Item {
            t: program.t,
            specialty: program.specialty,
            origin,
            open,
        });
        let nodes = draft.weights.len();
        copy(&program.success, nodes, &mut self.success);
        if let Some(interview) = &program.interview {
            copy(interview, nodes, &mut self.interview);
        }
        Ok(())
    }

    /// Works out from what is open how many applications each specialty must and may have.
    pub(super) fn refit(&mut self) -> Result<(), Fault> {
        for (s, bounds) in self.specialties.iter_mut().enumerate() {
            check::must_haves(s, bounds, &self.items)?;
        }
        let (count, cost) = self.needs();
        if count > self.most {
            return Err(Fault::of("max_applications", Reason::OverMost));
        }
        if cost > self.budget {
            return Err(Fault::of("budget", Reason::OverBudget));
        }
        for bounds in &mut self.specialties {
            let room = self.most - (count - bounds.least);
            let money = self.budget - (cost - bounds.cost(bounds.least));
            let within = |n: &usize| *n <= room && bounds.cost(*n) <= money;
            // Fees never fall, so what is too dear stays too dear.
            let most = (bounds.least..=bounds.most).take_while(within).last();
            bounds.most = most.unwrap_or(bounds.least);
        }
        Ok(())
    }

    /// Applications that are the least in every specialty, and what they cost.
    fn needs(&self) -> (usize, u64) {
        self.specialties.iter().fold((0, 0u64), |(n, cost), s| {
            (n + s.least, cost.saturating_add(s.cost(s.least)))
        })
    }

    /// Number of nodes of strength.
    pub(super) fn nodes(&self) -> usize {
        self.weights.len()
    }

    /// Chances of success of a program at a level, one a node.
    pub(super) fn success(&self, program: usize, level: Level) -> &[f64] {
        slice(&self.success, self.nodes(), program, level)
    }

    /// Chances of an interview, one a node; empty if they are not given.
    pub(super) fn interview(&self, program: usize, level: Level) -> &[f64] {
        slice(&self.interview, self.nodes(), program, level)
    }

    /// Whether chances of an interview are given.
    pub(super) fn has_interviews(&self) -> bool {
        !self.interview.is_empty()
    }

    /// The mean chance of success over the nodes.
    pub(super) fn mean(&self, program: usize, level: Level) -> f64 {
        let nodes = self.success(program, level).iter().zip(&self.weights);
        nodes.map(|(p, w)| p * w).sum::<f64>().min(1.0)
    }

    /// The index in `items` of a program of the draft.
    pub(super) fn index_of(&self, origin: usize) -> Option<usize> {
        self.indices.get(origin).copied()
    }

    /// Number of programs.
    #[must_use]
    pub fn programs(&self) -> usize {
        self.items.len()
    }

    /// Whether a list with these counts by specialty can be completed to one that holds every
    /// minimum, within the total and the budget.
    pub(super) fn can_complete(&self, counts: impl Iterator<Item = usize>) -> bool {
        let mut total = 0usize;
        let mut cost = 0u64;
        for (bounds, count) in self.specialties.iter().zip(counts) {
            if count > bounds.most {
                return false;
            }
            let count = count.max(bounds.least);
            total += count;
            cost = cost.saturating_add(bounds.cost(count));
        }
        total <= self.most && cost <= self.budget
    }
}

fn bounds(specialty: &Specialty) -> Bounds {
    Bounds {
        minimum: specialty.minimum,
        least: 0,
        most: 0,
        slots: [usize::MAX, specialty.silver, specialty.gold],
        totals: Vec::new(),
        programs: Vec::new(),
    }
}

/// Lays out a program's chances; a level that is not offered repeats the one below.
fn copy(chances: &Chances, nodes: usize, into: &mut Vec<f64>) {
    for level in Level::ALL {
        match chances.level(level) {
            Some(p) => into.extend_from_slice(p),
            None => into.extend_from_within(into.len() - nodes..),
        }
    }
}

fn slice(all: &[f64], nodes: usize, program: usize, level: Level) -> &[f64] {
    let start = (program * LEVELS + level.index()) * nodes;
    all.get(start..start + nodes).unwrap_or(&[])
}
