//! The level of interviews over the programs of this catalog.
//!
//! The published mean of interviews comes from applicants to real programs, which differ. The
//! level is the logit for which the mean over the programs, each with its own h and gate, times
//! the number of applications, gives that mean. Pure: the caller brings programs and rule.

use crate::engine::odds::quadrature::{Node, expectation};
use crate::engine::odds::reference::ReferenceProgram;
use crate::engine::odds::sigmoid;

/// Mean chance of an interview over programs and strengths.
#[must_use]
pub fn mean_interview(programs: &[ReferenceProgram], level: f64, tau: f64, rule: &[Node]) -> f64 {
    let weight: f64 = programs.iter().map(|p| p.positions).sum();
    let sum: f64 = programs
        .iter()
        .map(|p| {
            let chance = expectation(rule, 0.0, tau, |theta| sigmoid(level + p.h + theta));
            p.positions * p.gates * chance
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
    use crate::engine::odds::quadrature::NINE;

    fn program(positions: f64, h: f64, gates: f64) -> ReferenceProgram {
        ReferenceProgram {
            positions,
            h,
            gates,
        }
    }

    #[test]
    fn the_level_gives_the_target_back() {
        let programs = [
            program(10.0, 0.8, 1.0),
            program(30.0, -0.6, 0.4),
            program(5.0, 0.0, 0.0),
        ];
        let level = level_for_interviews(&programs, 0.97, 60.0, 5.0, &NINE).unwrap();
        let mean = mean_interview(&programs, level, 0.97, &NINE);
        assert!((60.0 * mean - 5.0).abs() < 1e-9);
    }

    #[test]
    fn too_much_to_ask_is_none() {
        let shut = [program(1.0, 0.0, 0.05)];
        assert_eq!(level_for_interviews(&shut, 1.0, 60.0, 5.0, &NINE), None);
        assert_eq!(level_for_interviews(&[], 1.0, 60.0, 5.0, &NINE), None);
    }
}
