//! The level of interviews over the programs of this catalog.
//!
//! The published mean of interviews comes from applicants to real programs, which differ. The
//! level is the logit for which the mean over the programs, each with its own h and gate, times
//! the number of applications, gives that mean. Pure: the caller brings programs and rule.

use super::forward::sigmoid;
use crate::engine::odds::quadrature::{Node, expectation};

/// One open program of the specialty as the reference applicant meets it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReferenceProgram {
    /// Positions: how much of the specialty it stands for.
    pub weight: f64,
    /// What sets it apart, on the logit scale.
    pub h: f64,
    /// Chance that its gates are open.
    pub pi: f64,
}

impl ReferenceProgram {
    /// A specialty of equal, open programs.
    pub const EQUAL: [ReferenceProgram; 1] = [ReferenceProgram {
        weight: 1.0,
        h: 0.0,
        pi: 1.0,
    }];
}

/// Mean chance of an interview over programs and strengths.
#[must_use]
pub fn mean_interview(programs: &[ReferenceProgram], level: f64, tau: f64, rule: &[Node]) -> f64 {
    let weight: f64 = programs.iter().map(|p| p.weight).sum();
    let sum: f64 = programs
        .iter()
        .map(|p| {
            let chance = expectation(rule, 0.0, tau, |theta| sigmoid(level + p.h + theta));
            p.weight * p.pi * chance
        })
        .sum();
    sum / weight
}

/// The level for which `applications` give `interviews` on average; `None` if no level does,
/// because the open programs are too few or the input is empty.
///
/// Bisection on a monotone function: 80 halvings of [-20, 20] leave nothing to a tolerance.
#[must_use]
pub fn level_for_interviews(
    programs: &[ReferenceProgram],
    tau: f64,
    applications: f64,
    interviews: f64,
    rule: &[Node],
) -> Option<f64> {
    let target = interviews / applications;
    super::solve::bisect(-20.0, 20.0, |level| {
        mean_interview(programs, level, tau, rule) - target
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::odds::quadrature::TWENTY_ONE;

    #[test]
    fn the_level_gives_the_target_back() {
        let programs = [
            ReferenceProgram {
                weight: 10.0,
                h: 0.8,
                pi: 1.0,
            },
            ReferenceProgram {
                weight: 30.0,
                h: -0.6,
                pi: 0.4,
            },
            ReferenceProgram {
                weight: 5.0,
                h: 0.0,
                pi: 0.0,
            },
        ];
        let level = level_for_interviews(&programs, 0.97, 60.0, 5.0, &TWENTY_ONE).unwrap();
        let mean = mean_interview(&programs, level, 0.97, &TWENTY_ONE);
        assert!((60.0 * mean - 5.0).abs() < 1e-9);
    }

    #[test]
    fn too_much_to_ask_is_none() {
        let shut = [ReferenceProgram {
            weight: 1.0,
            h: 0.0,
            pi: 0.05,
        }];
        assert_eq!(
            level_for_interviews(&shut, 1.0, 60.0, 5.0, &TWENTY_ONE),
            None
        );
        assert_eq!(level_for_interviews(&[], 1.0, 60.0, 5.0, &TWENTY_ONE), None);
    }
}
