//! The best list when applications cost different whole amounts: a knapsack whose value is the
//! expected best success.
//!
//! Programs are taken in order of rising utility, so that each stands above all before it:
//! `V(j, h) = max(V(j-1, h), (1 - f_j) V(j-1, h - g_j) + f_j t_j)`, the second only if
//! `h >= g_j` (Kapur and Hong, arXiv 2205.01869). A program that does not fit leaves the value as
//! it was. Time is programs times budget.

use super::decision_bits::DecisionBits;
use super::fault::{self, Fault, Reason};
use crate::ordering;

/// Most cells that a table may have: a quarter of a gigabyte of bits, and a number that a browser's
/// 32 bits can hold.
const MOST_CELLS: usize = 1 << 31;
/// Most budgets that a row of values may have: half a gigabyte of numbers.
const MOST_WIDTH: usize = 1 << 26;

/// A list and its value.
#[derive(Clone, Debug, PartialEq)]
pub struct Chosen {
    /// Expected utility of the best success.
    pub value: f64,
    /// The programs, counted from 0, ascending.
    pub set: Vec<usize>,
}

/// Finds the best list by budget, under independence.
///
/// `t` are utilities (not under 0), `f` chances of success, `g` costs in whole units, all in one
/// order of programs; `budget` is in the units of `g`.
///
/// # Errors
///
/// If lengths differ, a number is out of its range, or the table would be too large.
pub fn solve(t: &[f64], f: &[f64], g: &[usize], budget: usize) -> Result<Chosen, Fault> {
    fault::utilities("t", t)?;
    fault::same_length("f", f.len(), t.len())?;
    fault::chances("f", f)?;
    fault::same_length("g", g.len(), t.len())?;
    let all = g.iter().fold(0usize, |sum, g| sum.saturating_add(*g));
    let budget = budget.min(all);
    let mut items: Vec<Item> = (0..)
        .zip(t.iter().zip(f).zip(g))
        .map(|(program, ((t, f), g))| Item {
            t: *t,
            f: *f,
            g: *g,
            program,
        })
        .filter(|item| item.g <= budget)
        .collect();
    ordering::sort_by(&mut items, |a, b| a.t.total_cmp(&b.t));
    let width = budget.saturating_add(1);
    if width > MOST_WIDTH || width.saturating_mul(items.len().max(1)) > MOST_CELLS {
        return Err(Fault::of("H", Reason::TooLarge));
    }
    Ok(fill(&items, budget))
}

#[derive(Clone, Copy, Debug)]
struct Item {
    t: f64,
    f: f64,
    g: usize,
    program: usize,
}

fn fill(items: &[Item], budget: usize) -> Chosen {
    let mut values = vec![0.0; budget + 1];
    let mut next = values.clone();
    let mut flags = vec![0u8; budget + 1];
    let mut decisions = DecisionBits::new(budget + 1, items.len());
    let mut left = items
        .iter()
        .fold(0usize, |sum, item| sum.saturating_add(item.g));
    for item in items {
        // The end is read at the whole budget, so less than the rest can spend is never asked for.
        left -= item.g;
        let asked = budget.saturating_sub(left);
        let start = item.g.max(asked);
        next[asked..start].copy_from_slice(&values[asked..start]);
        flags[asked..start].fill(0);
        let gain = item.f * item.t;
        let fails = 1.0 - item.f;
        let rich = next[start..].iter_mut().zip(&mut flags[start..]);
        let sources = values[start..].iter().zip(&values[start - item.g..]);
        for ((next, flag), (without, before)) in rich.zip(sources) {
            let with = fails * before + gain;
            let better = with > *without;
            *flag = u8::from(better);
            *next = if better { with } else { *without };
        }
        decisions.push(&flags);
        std::mem::swap(&mut values, &mut next);
    }
    let mut set = Vec::new();
    let mut left = budget;
    for (number, item) in items.iter().enumerate().rev() {
        if decisions.is(number, left) {
            set.push(item.program);
            left -= item.g;
        }
    }
    ordering::sort_by_key(&mut set, |program| *program);
    Chosen {
        value: values.last().copied().unwrap_or(0.0),
        set,
    }
}
