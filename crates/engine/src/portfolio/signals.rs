//! The best list of one specialty with a limited number of signals, under independence.
//!
//! Exact, in time programs times applications times gold times silver. Taking whatever adds most
//! is not: it misses the best list in about a fifth of small random instances.

use super::fault::{self, Fault, Reason};
use super::ladder::{Ladder, Part, Rung, Shape};
use super::level::{LEVELS, Level};
use crate::ordering;

/// Most cells that the table may have, a byte each.
const MOST_CELLS: usize = 1 << 28;

/// The programs of one specialty and what may be sent to them. All lists are in one order.
#[derive(Clone, Copy, Debug)]
pub struct Specialty<'a> {
    /// Utilities, not under 0.
    pub t: &'a [f64],
    /// Chance of success without a signal.
    pub plain: &'a [f64],
    /// Chance with a silver signal, not under `plain`; `None` if there are none.
    pub silver: Option<&'a [f64]>,
    /// Chance with a gold signal, not under the level below; `None` if there are none.
    pub gold: Option<&'a [f64]>,
    /// Most applications.
    pub most: usize,
    /// Most silver signals.
    pub most_silver: usize,
    /// Most gold signals.
    pub most_gold: usize,
}

/// The best list for every number of applications.
#[derive(Clone, Debug)]
pub struct Plans {
    ladder: Ladder,
    /// Which program stands on which rung.
    programs: Vec<usize>,
    most: usize,
}

impl Plans {
    /// The largest number of applications, at most the number of programs.
    #[must_use]
    pub fn most(&self) -> usize {
        self.most
    }

    /// The best value with at most `n` applications; more than [`Plans::most`] change nothing.
    #[must_use]
    pub fn value(&self, n: usize) -> f64 {
        self.ladder.value(n.min(self.most))
    }

    /// The best list with at most `n` applications: for each program none or its level.
    #[must_use]
    pub fn levels(&self, n: usize) -> Vec<Option<Level>> {
        let rungs = self.ladder.levels(n.min(self.most));
        let mut by_program: Vec<(usize, Option<Level>)> =
            self.programs.iter().copied().zip(rungs).collect();
        ordering::sort_by_key(&mut by_program, |(program, _)| *program);
        by_program.into_iter().map(|(_, level)| level).collect()
    }
}

/// Finds the best list for every number of applications up to the most.
///
/// # Errors
///
/// If lengths differ, a number is out of its range, a signal lowers a chance, or the table would
/// be too large.
pub fn solve(specialty: Specialty<'_>) -> Result<Plans, Fault> {
    let t = specialty.t;
    fault::utilities("t", t)?;
    let plain = level("p_plain", specialty.plain, t.len())?;
    let silver = specialty.silver.map(|p| level("p_silver", p, t.len()));
    let silver = silver.transpose()?;
    let gold = specialty.gold.map(|p| level("p_gold", p, t.len()));
    let gold = gold.transpose()?;
    nested("p_silver", Some(plain), silver)?;
    nested("p_gold", silver.or(Some(plain)), gold)?;
    let most = specialty.most.min(t.len());
    let shape = Shape {
        applications: most,
        gold: gold.map_or(0, |_| specialty.most_gold.min(most)),
        silver: silver.map_or(0, |_| specialty.most_silver.min(most)),
    };
    if shape.states().saturating_mul(t.len()) > MOST_CELLS {
        return Err(Fault::of("max_apps", Reason::TooLarge));
    }
    let mut programs: Vec<usize> = (0..t.len()).collect();
    ordering::sort_by(&mut programs, |a, b| t[*a].total_cmp(&t[*b]));
    let at = |p: Option<&[f64]>, program: usize| p.and_then(|p| p.get(program).copied());
    let rungs: Vec<Rung> = programs
        .iter()
        .map(|program| {
            let p: [Option<f64>; LEVELS] = [
                at(Some(plain), *program),
                at(silver, *program),
                at(gold, *program),
            ];
            let (t, part) = (t[*program], Part::Free);
            Rung { t, p, part }
        })
        .collect();
    let ladder = Ladder::climb(&rungs, shape);
    Ok(Plans {
        ladder,
        programs,
        most,
    })
}

fn level<'a>(field: &'static str, p: &'a [f64], programs: usize) -> Result<&'a [f64], Fault> {
    fault::same_length(field, p.len(), programs)?;
    fault::chances(field, p)?;
    Ok(p)
}

fn nested(field: &'static str, lower: Option<&[f64]>, upper: Option<&[f64]>) -> Result<(), Fault> {
    let (Some(lower), Some(upper)) = (lower, upper) else {
        return Ok(());
    };
    match lower
        .iter()
        .zip(upper)
        .position(|(lower, upper)| upper < lower)
    {
        Some(program) => Err(Fault::at(field, program, Reason::NotNested { node: 0 })),
        None => Ok(()),
    }
}
