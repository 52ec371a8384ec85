//! Whether, or where: what a ranking is made for.
//!
//! Where even the best list leaves it open whether the applicant matches, that comes first. Where
//! it hardly can fail, the chance is maximised where it no longer matters, and the question turns
//! to where: by what the visitor says, and by how sought after a program is where nothing is said
//! or all that is said holds of both, labelled as such and switched off at one press.
//!
//! ```text
//! turn   = 0 while the best list matches with 0.90 or less, 1 from 0.95 on, in a straight line
//! lambda = as the visitor set it, else 0.3 + 0.7 turn
//! u      = the weighted mean of what is stated and, with less weight, 1 - turn (1 - sought after)
//! t      = 1 - lambda (1 - w (0.2 + 0.8 u))
//! value  = P(match there)^power t,  power = 1 - 2/3 turn
//! ```
//!
//! While it is open whether one matches, a program is worth its chance times what matching there is worth. Once that
//! is all but sure, ten programs that are likely and little wanted add nothing, and the chance
//! counts by its third root: a likelier program still stands before a less likely one of the same
//! worth, but a wanted one within reach stands before both.

use super::passage::passage;
use super::preference::{Preferences, Share};

/// What a ranking is made for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Aim {
    /// Chance to match with as many of the best programs as applicants of the type send to,
    /// 0 to 1; `None` where there is no chance to tell.
    pub ceiling: Option<f64>,
    /// How far the question has turned from whether (0) to where (1).
    pub turn: f64,
    /// From match somewhere (0) to match where I want to be (1).
    pub lambda: f64,
    /// Whether being sought after counts, once the question has turned.
    pub by_sought_after: bool,
}

impl Default for Aim {
    fn default() -> Self {
        Aim::at_first(&Preferences::default())
    }
}

/// Chance to match up to which the question is whether ...
const WHETHER: f64 = 0.90;
/// ... and from which it is where.
const WHERE: f64 = 0.95;
/// How much of the power of the chance is gone once it has turned.
const COUNTS_LESS: f64 = 2.0 / 3.0;

impl Aim {
    /// Before it is known how high the best list reaches: the question is whether.
    #[must_use]
    pub fn at_first(preferences: &Preferences) -> Aim {
        Aim::turned(preferences, None)
    }

    /// Once it is known.
    #[must_use]
    pub fn turned(preferences: &Preferences, ceiling: Option<f64>) -> Aim {
        let turn = ceiling.map_or(0.0, |ceiling| passage(ceiling, WHETHER, WHERE));
        let usual = Preferences::USUAL_LAMBDA.value();
        let lambda = preferences
            .lambda
            .map_or(usual + turn * (1.0 - usual), Share::value);
        Aim {
            ceiling,
            turn,
            lambda,
            by_sought_after: preferences.sought_after,
        }
    }

    /// The power to which the chance to match at a program counts in its rank: 1
    /// while it is open whether the applicant matches, a third once that is all but sure.
    #[must_use]
    pub fn power(&self) -> f64 {
        1.0 - COUNTS_LESS * self.turn
    }

    /// What a program is worth in the order: its chance to match there, counted as far as chances
    /// still count, times what matching there is worth. Both from 0 to 1, and so is the value.
    #[must_use]
    pub fn value(&self, p_match: f64, t: f64) -> f64 {
        let counted = if self.has_turned() {
            libm::pow(p_match, self.power())
        } else {
            p_match
        };
        counted * t
    }

    /// Whether a program counts beyond the chance to match there because the question has turned.
    #[must_use]
    pub fn has_turned(&self) -> bool {
        self.turn > 0.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wanted_program_within_reach_comes_first_once_a_match_is_sure() {
        let preferences = Preferences::default();
        let (likely, wanted) = ((0.25, 0.4), (0.08, 1.0));
        let value = |aim: &Aim, (p, t)| aim.value(p, t);
        let open = Aim::turned(&preferences, Some(0.5));
        assert!(value(&open, likely) > value(&open, wanted));
        let sure = Aim::turned(&preferences, Some(0.99));
        assert!(value(&sure, wanted) > value(&sure, likely));
        // Out of reach is not within it, and of two alike the likelier is first.
        assert!(value(&sure, likely) > value(&sure, (0.001, 1.0)));
        assert!(value(&sure, (0.2, 0.7)) > value(&sure, (0.1, 0.7)));
        assert_eq!(value(&sure, (0.0, 1.0)), 0.0);
    }

    #[test]
    fn it_turns_in_a_straight_line_unless_set() {
        let mut preferences = Preferences::default();
        let at = |preferences: &Preferences, ceiling| Aim::turned(preferences, Some(ceiling));
        assert_eq!(at(&preferences, 0.5).lambda, 0.3);
        assert!((at(&preferences, 0.925).turn - 0.5).abs() < 1e-9);
        assert!((at(&preferences, 0.99).lambda - 1.0).abs() < 1e-12);
        preferences.lambda = Share::new(0.2);
        assert_eq!(at(&preferences, 0.99).lambda, 0.2);
        assert!(at(&preferences, 0.99).by_sought_after);
        preferences.sought_after = false;
        assert!(!at(&preferences, 0.99).by_sought_after);
    }
}
