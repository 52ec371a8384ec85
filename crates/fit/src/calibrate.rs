//! The level of interviews over the programs of this catalog.
//!
//! The published mean of interviews comes from applicants to real programs, which differ, and
//! which they chose. The level is the logit for which the mean over the programs, each with its
//! own h and gate, times the number of applications, gives that mean on the list as applicants
//! send it: programs drawn with weight exp(a (h - crowd) - crowd), where a from 0 to 1 is assumed
//! and crowd is the part of h that comes of how many apply there: US applicants send most to the
//! sought-after programs, which is why their odds are low there. On average programs the level
//! would come out too high for anybody who chooses by the odds. Some applications carry a signal: the level is
//! that of a plain one, so it lies below the level that all applications have in common,
//!
//! ```text
//! sum over parts of the mix, share_k p(level + effect_k) = published mean / applications
//! ```
//!
//! Signals are taken to go to programs like the others: nobody publishes otherwise. Pure: the
//! caller brings programs, mix and rule.

use engine::odds::quadrature::{Node, expectation};
use engine::odds::reference::ReferenceProgram;
use engine::odds::sigmoid;

/// How applications divide: share of all, and log odds beyond a plain one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mix {
    /// With a silver signal, or the only kind.
    pub silver: (f64, f64),
    /// With a gold one.
    pub gold: (f64, f64),
}

impl Mix {
    /// Without signals.
    pub const PLAIN: Mix = Mix {
        silver: (0.0, 0.0),
        gold: (0.0, 0.0),
    };

    /// The share of applications with a signal, 0 to 1.
    #[must_use]
    pub fn signalled(&self) -> f64 {
        self.silver.0 + self.gold.0
    }

    /// The mean of a function of the log odds over the parts.
    fn mean(&self, f: impl Fn(f64) -> f64) -> f64 {
        let parts = [(1.0 - self.signalled(), 0.0), self.silver, self.gold];
        let held = parts.into_iter().filter(|(share, _)| *share > 0.0);
        held.map(|(share, more)| share * f(more)).sum()
    }
}

/// Mean chance of an interview over programs, strengths and the mix of applications, programs
/// weighing as much as lists hold of them ([`ReferenceProgram::sent`]).
#[must_use]
pub fn mean_interview(
    programs: &[ReferenceProgram],
    level: f64,
    tau: f64,
    mix: &Mix,
    rule: &[Node],
    chosen: f64,
) -> f64 {
    let weight: f64 = programs.iter().map(|p| p.sent(chosen)).sum();
    let sum: f64 = programs
        .iter()
        .map(|p| {
            let chance = mix.mean(|more| {
                let at = level + p.h + more;
                expectation(rule, 0.0, tau, |theta| sigmoid(at + theta))
            });
            p.sent(chosen) * p.gates * chance
        })
        .sum();
    sum / weight
}

/// The level of a plain application for which `applications` in this mix give `interviews` on average; `None` if no level does,
/// because the open programs are too few or the input is empty.
///
/// Bisection on a monotone function: 80 halvings of [-20, 20] leave nothing to a tolerance.
#[must_use]
pub fn level_for_interviews(
    programs: &[ReferenceProgram],
    tau: f64,
    applications: f64,
    interviews: f64,
    mix: &Mix,
    rule: &[Node],
    chosen: f64,
) -> Option<f64> {
    let target = interviews / applications;
    super::solve::bisect(-20.0, 20.0, |level| {
        mean_interview(programs, level, tau, mix, rule, chosen) - target
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use engine::geography::UsState;
    use engine::odds::quadrature::NINE;

    fn program(positions: f64, h: f64, gates: f64) -> ReferenceProgram {
        ReferenceProgram {
            state: UsState::Ny,
            positions,
            h,
            crowd: 0.0,
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
        let mixed = Mix {
            silver: (0.2, 0.4),
            gold: (0.05, 0.9),
        };
        let [plain, below] = [Mix::PLAIN, mixed].map(|mix| {
            let level = level_for_interviews(&programs, 0.97, 60.0, 5.0, &mix, &NINE, 0.5).unwrap();
            let mean = mean_interview(&programs, level, 0.97, &mix, &NINE, 0.5);
            assert!((60.0 * mean - 5.0).abs() < 1e-9);
            level
        });
        // Where some applications carry a signal, those without one do a little worse; never by
        // more than the mean factor on the odds.
        let most = libm::log(0.75 + 0.2 * libm::exp(0.4) + 0.05 * libm::exp(0.9));
        assert!(below < plain && plain - below < most);
    }

    #[test]
    fn too_much_to_ask_is_none() {
        let shut = [program(1.0, 0.0, 0.05)];
        assert_eq!(
            level_for_interviews(&shut, 1.0, 60.0, 5.0, &Mix::PLAIN, &NINE, 0.5),
            None
        );
        assert_eq!(
            level_for_interviews(&[], 1.0, 60.0, 5.0, &Mix::PLAIN, &NINE, 0.5),
            None
        );
    }
}
