//! The best list over several specialties whose fees depend on the number of applications in each,
//! under independence.
//!
//! Exact by counts: programs of all specialties are taken together in order of rising utility, and
//! the state is how many applications each specialty may still have. Taking whatever adds most is
//! not exact as soon as specialties have caps. Where the table is too large, the search of
//! [`super::mixture`] at a single node gives a list (within each specialty the best with the
//! others as they are) and a bound.

use super::decision_bits::DecisionBits;
use super::fault::{self, Fault, Reason};
use super::fees::Fees;
use super::instance::{Chances, Draft, Instance, Program, Specialty, Wish};
use super::mixture::Search;
use crate::ordering;

/// Most cells that the exact table may have: about a tenth of a second.
const MOST_CELLS: usize = 100_000_000;

/// The programs and their limits. `t`, `f` and `specialty` are in one order of programs.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Utilities, not under 0.
    pub t: &'a [f64],
    /// Chances of success.
    pub f: &'a [f64],
    /// Specialties, counted from 0.
    pub specialty: &'a [usize],
    /// Most applications in each specialty.
    pub cap: &'a [usize],
    /// Fees of each specialty; `None` if nothing costs anything.
    pub fees: Option<&'a [Fees]>,
    /// Most money in all, in the units of the fees.
    pub budget: Option<u64>,
}

/// A list and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Expected utility of the best success.
    pub value: f64,
    /// The programs, counted from 0, ascending.
    pub set: Vec<usize>,
    /// No list is worth more; equals `value` if that is exact, `None` if there is no proof.
    pub bound: Option<f64>,
}

/// Finds the best list, or a good one with a bound where the exact table is too large.
///
/// # Errors
///
/// If lengths differ, a number is out of its range, or a program names no specialty.
pub fn solve(field: &Field<'_>) -> Result<Answer, Fault> {
    solve_within(field, MOST_CELLS)
}

/// The same with a limit on the exact table's cells.
fn solve_within(field: &Field<'_>, most_cells: usize) -> Result<Answer, Fault> {
    check(field)?;
    let axes = axes(field);
    let states = axes.iter().fold(1usize, |states, axis| {
        states.saturating_mul(axis.totals.len())
    });
    if states.saturating_mul(field.t.len().max(1)) > most_cells {
        return search(field);
    }
    Ok(by_counts(field, &axes, states))
}

fn check(field: &Field<'_>) -> Result<(), Fault> {
    let programs = field.t.len();
    fault::utilities("t", field.t)?;
    fault::same_length("f", field.f.len(), programs)?;
    fault::chances("f", field.f)?;
    fault::same_length("specialty", field.specialty.len(), programs)?;
    let specialties = field.cap.len();
    if let Some(index) = field.specialty.iter().position(|s| *s >= specialties) {
        return Err(Fault::at("specialty", index, Reason::Unknown));
    }
    field.fees.map_or(Ok(()), |fees| {
        fault::same_length("fees", fees.len(), specialties)
    })
}

/// A specialty as an axis of the table.
#[derive(Clone, Debug)]
struct Axis {
    /// What none, one and more applications cost, as far as the budget reaches.
    totals: Vec<u64>,
    /// States between neighbours on this axis.
    stride: usize,
}

fn axes(field: &Field<'_>) -> Vec<Axis> {
    let mut stride = 1usize;
    let mut axes = Vec::with_capacity(field.cap.len());
    for (s, cap) in field.cap.iter().enumerate() {
        let programs = field.specialty.iter().filter(|other| **other == s).count();
        let most = programs.min(*cap);
        let fees = field.fees.and_then(|fees| fees.get(s));
        let mut totals = fees.map_or_else(|| vec![0; most + 1], |fees| fees.totals(most));
        let budget = field.budget.unwrap_or(u64::MAX);
        totals.retain(|total| *total <= budget);
        let length = totals.len();
        axes.push(Axis { totals, stride });
        stride = stride.saturating_mul(length);
    }
    axes
}

fn by_counts(field: &Field<'_>, axes: &[Axis], states: usize) -> Answer {
    let mut rising: Vec<usize> = (0..field.t.len()).collect();
    ordering::sort_by(&mut rising, |a, b| field.t[*a].total_cmp(&field.t[*b]));
    let mut values = vec![0.0; states];
    let mut flags = vec![0u8; states];
    let mut decisions = DecisionBits::new(states, rising.len());
    for program in &rising {
        let axis = &axes[field.specialty[*program]];
        flags.fill(0);
        take(
            field.t[*program],
            field.f[*program],
            axis,
            &mut values,
            &mut flags,
        );
        decisions.push(&flags);
    }
    let (mut state, value) = best_affordable(&values, axes, field.budget);
    let mut set = Vec::new();
    for (number, program) in rising.iter().enumerate().rev() {
        if decisions.is(number, state) {
            set.push(*program);
            state -= axes[field.specialty[*program]].stride;
        }
    }
    ordering::sort_by_key(&mut set, |program| *program);
    Answer {
        value,
        set,
        bound: Some(value),
    }
}

/// Works a program into the values: one more on its axis, going down so that it counts once.
fn take(t: f64, f: f64, axis: &Axis, values: &mut [f64], flags: &mut [u8]) {
    let stride = axis.stride;
    let block = stride * axis.totals.len();
    let (fails, gain) = (1.0 - f, f * t);
    for (values, flags) in values
        .chunks_exact_mut(block)
        .zip(flags.chunks_exact_mut(block))
    {
        for count in (1..axis.totals.len()).rev() {
            let (below, above) = values.split_at_mut(count * stride);
            let flags = flags[count * stride..].iter_mut();
            let before = below[(count - 1) * stride..].iter();
            for ((value, flag), before) in above.iter_mut().zip(flags).zip(before) {
                let with = fails * before + gain;
                let better = with > *value;
                *flag = u8::from(better);
                *value = if better { with } else { *value };
            }
        }
    }
}

/// The best state that the budget pays for, the first of equals.
fn best_affordable(values: &[f64], axes: &[Axis], budget: Option<u64>) -> (usize, f64) {
    let cost = |state: usize| {
        axes.iter().fold(0u64, |cost, axis| {
            let count = state / axis.stride % axis.totals.len();
            cost.saturating_add(axis.totals.get(count).copied().unwrap_or(u64::MAX))
        })
    };
    let mut best = (0, 0.0);
    for (state, value) in values.iter().enumerate() {
        let is_paid = || budget.is_none_or(|budget| cost(state) <= budget);
        if *value > best.1 && is_paid() {
            best = (state, *value);
        }
    }
    best
}

fn search(field: &Field<'_>) -> Result<Answer, Fault> {
    let rows = field.t.iter().zip(field.f).zip(field.specialty);
    let programs = (0u64..).zip(rows).map(|(id, ((t, f), specialty))| Program {
        id,
        t: *t,
        specialty: *specialty,
        success: Chances::plain(vec![*f]),
        interview: None,
        wish: Wish::Free,
    });
    let fees = |s: usize| field.fees.and_then(|fees| fees.get(s).cloned());
    let specialties = field.cap.iter().enumerate().map(|(s, cap)| Specialty {
        fees: fees(s).unwrap_or_else(Fees::free),
        cap: Some(*cap),
        ..Specialty::unlimited()
    });
    let instance = Instance::new(Draft {
        weights: vec![1.0],
        programs: programs.collect(),
        specialties: specialties.collect(),
        budget: field.budget,
        max_applications: None,
    })?;
    let found = Search::new(&instance).finish();
    let mut set: Vec<usize> = found.picks.iter().map(|pick| pick.program).collect();
    ordering::sort_by_key(&mut set, |program| *program);
    Ok(Answer {
        value: found.value,
        set,
        bound: found.bound,
    })
}
