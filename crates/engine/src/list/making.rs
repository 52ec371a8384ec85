//! Making the best list: whether the applicant matches comes first, then where.
//!
//! While it is open whether the applicant matches, one question to the solver is all: the list that
//! is worth most. Once that is all but sure ([`crate::aim`]), the list that matches most
//! likely is found first, then the one whose programs are worth most; if that one gives up more than
//! a point of the chance, their worth counts half as much, and so on. And no signal goes to a program
//! that is worth less than half of the list: it would buy a chance that is not needed.

use std::iter;

use super::Prospects;
use super::best::{Limits, draft};
use crate::ordering;
use crate::portfolio::fault::Fault;
use crate::portfolio::mixture::{Portfolio, Search};
use crate::portfolio::{Draft, Instance, Level};

/// How much of the chance to match a better program may cost.
const GIVEN_UP: f64 = 0.01;
/// How often worth is made to count half as much before the likeliest list is taken as it is.
const HALVINGS: u32 = 4;
/// By what factor.
const LESS: f64 = 0.5;
/// How often signals are taken off programs below the middle of the list.
const TURNS: u32 = 3;

/// A list in the making: what to ask the solver next, until it is found.
///
/// [`Making::finish`] asks all questions at once; who must stay able to stop asks them one by one.
#[derive(Clone, Debug)]
pub struct Making {
    draft: Draft,
    step: Step,
    /// How far worth counts, from 0, not at all, to 1.
    worth_counts: f64,
    halvings: u32,
    turns: u32,
    /// Programs worth less get no signal.
    signals_from: f64,
    /// The least chance to match that a list may have.
    floor: f64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// The list that is worth most, and no more: it is open whether the applicant matches.
    Only,
    /// The likeliest list.
    Whether,
    /// The list of the best programs.
    Where,
}

impl Making {
    /// A list within these limits.
    ///
    /// # Errors
    /// As [`super::instance`].
    pub fn of(prospects: &Prospects<'_>, limits: &Limits) -> Result<Making, Fault> {
        let turned = prospects.aim.has_turned();
        Ok(Making {
            draft: draft(prospects, limits)?,
            step: if turned { Step::Whether } else { Step::Only },
            worth_counts: if turned { 0.0 } else { 1.0 },
            halvings: 0,
            turns: 0,
            signals_from: 0.0,
            floor: 0.0,
        })
    }

    /// The list.
    ///
    /// # Errors
    /// If no list keeps the limits.
    pub fn finish(mut self) -> Result<Portfolio, Fault> {
        loop {
            let instance = self.instance()?;
            let found = Search::new(&instance).finish();
            if self.takes(&found) {
                return Ok(found);
            }
        }
    }

    /// The next question to the solver.
    ///
    /// # Errors
    /// If no list keeps the limits.
    pub fn instance(&self) -> Result<Instance, Fault> {
        let mut draft = self.draft.clone();
        for program in &mut draft.programs {
            if program.t < self.signals_from {
                let both = iter::once(&mut program.success).chain(program.interview.as_mut());
                for chances in both {
                    chances.silver = None;
                    chances.gold = None;
                }
            }
            program.t = 1.0 - self.worth_counts * (1.0 - program.t);
        }
        Instance::new(draft)
    }

    /// Takes the solver's answer; whether it is the list. If not, there is another question.
    pub fn takes(&mut self, found: &Portfolio) -> bool {
        match self.step {
            Step::Only => true,
            Step::Whether => {
                self.floor = self.p_match(found) - GIVEN_UP;
                self.step = Step::Where;
                self.worth_counts = 1.0;
                false
            }
            Step::Where => self.is_good(found),
        }
    }

    fn is_good(&mut self, found: &Portfolio) -> bool {
        if self.p_match(found) < self.floor && self.worth_counts > 0.0 {
            self.halvings += 1;
            self.worth_counts = if self.halvings < HALVINGS {
                LESS * self.worth_counts
            } else {
                0.0
            };
            return false;
        }
        let middle = self.middle(found);
        let wasted = found.picks.iter().any(|pick| {
            let worth = self.draft.programs.get(pick.program).map(|p| p.t);
            pick.level > Level::Plain && worth.is_some_and(|worth| worth < middle)
        });
        if wasted && self.turns < TURNS {
            self.turns += 1;
            self.signals_from = middle;
            return false;
        }
        true
    }

    /// The middle of what the programs of a list are worth.
    fn middle(&self, found: &Portfolio) -> f64 {
        let picks = found.picks.iter();
        let mut worths: Vec<f64> = picks
            .filter_map(|pick| Some(self.draft.programs.get(pick.program)?.t))
            .collect();
        ordering::sort_by(&mut worths, f64::total_cmp);
        worths.get(worths.len() / 2).copied().unwrap_or(0.0)
    }

    /// The chance to match, programs taken for independent at a node.
    fn p_match(&self, found: &Portfolio) -> f64 {
        let nodes = self.draft.weights.iter().enumerate();
        let missed = nodes.map(|(node, weight)| {
            let each = found.picks.iter().filter_map(|pick| {
                let chances = &self.draft.programs.get(pick.program)?.success;
                chances.level(pick.level)?.get(node).copied()
            });
            weight * each.map(|chance| 1.0 - chance).product::<f64>()
        });
        1.0 - missed.sum::<f64>()
    }
}
