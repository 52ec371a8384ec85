//! What is believed of a program's gates, and how far a strict season moves it.

use crate::eligibility::GateSummary;

/// Scores of strictness: the three-point rule for a normal one, as its score and weight.
pub(super) const STRICTNESS: [(f64, f64); 3] = [
    (-1.732_050_807_568_877_2, 1.0 / 6.0),
    (0.0, 2.0 / 3.0),
    (1.732_050_807_568_877_2, 1.0 / 6.0),
];
/// The outermost of them.
const FARTHEST: f64 = 1.732_050_807_568_877_2;

/// A belief about the gates of one program, apart for what its sponsor answers for all of its
/// programs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Belief {
    /// Belief that what rests on the sponsor is open, 0 to 1; 1 where nothing does.
    pub sponsor: f64,
    /// Belief that the other gates are open, 0 to 1.
    pub own: f64,
    /// Who the sponsor is; only equal numbers mean anything.
    pub who: u64,
    /// By what share of itself one standard deviation of strictness moves the whole belief.
    /// Never so much that a belief leaves 0 to 1.
    pub moves: f64,
}

impl Belief {
    /// Nothing is open: every gate is known to be.
    pub(super) const CERTAIN: Belief = Belief {
        sponsor: 1.0,
        own: 1.0,
        who: 0,
        moves: 0.0,
    };

    /// From the gates, folded.
    pub(super) fn of(summary: &GateSummary, who: u64) -> Belief {
        let whole = summary.pass.mid;
        let own = if summary.sponsor > 0.0 {
            whole / summary.sponsor
        } else {
            0.0
        };
        // The part that strictness moves must stay between 0 and 1 at the outermost score.
        let part = if summary.sponsor < 1.0 {
            summary.sponsor
        } else {
            own
        };
        let moves = if whole > 0.0 {
            let room = ((1.0 - part) / part).clamp(0.0, 1.0);
            summary.pass.relative_sd().min(room / FARTHEST)
        } else {
            0.0
        };
        Belief {
            sponsor: summary.sponsor,
            own: own.min(1.0),
            who,
            moves,
        }
    }

    /// The two parts in a season of this strictness, a standard score: the part that rests on
    /// the sponsor moves if there is one, else the other.
    #[must_use]
    pub(super) fn at(&self, score: f64) -> (f64, f64) {
        let factor = 1.0 + self.moves * score;
        if self.rests_on_sponsor() {
            ((self.sponsor * factor).clamp(0.0, 1.0), self.own)
        } else {
            (1.0, (self.own * factor).clamp(0.0, 1.0))
        }
    }

    /// Whether something rests on the sponsor.
    #[must_use]
    pub fn rests_on_sponsor(&self) -> bool {
        self.sponsor < 1.0
    }

    /// Belief that all gates are open.
    #[must_use]
    pub fn whole(&self) -> f64 {
        self.sponsor * self.own
    }
}
