//! The odds of one specialty for one applicant, ready for many programs.

use crate::applicant::Applicant;
use crate::applicant_record::Record;
use crate::eligibility::Band;
use crate::model::draws::Numbers;
use crate::model::{AssumptionKey, Cell, Effects};

use super::quadrature::NINE;
use super::strength::{Theta, residual};
use super::{ProgramEffects, RANGE_Z, sigmoid};

/// A program's chances for one applicant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Chance of an interview, gates included.
    pub p_interview: Band,
    /// Chance of matching there, given an interview and nothing better.
    pub p_match_given_interview: Band,
    /// Mean over strength of the product.
    pub p_match: f64,
}

/// Chances at each node of [`NINE`], gates open.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ByStrength {
    /// Of an interview.
    pub interview: [f64; NINE.len()],
    /// Of an interview that ends in a match there, given nothing better.
    pub success: [f64; NINE.len()],
}

/// One node of strength: its weight and what it makes of the odds there.
#[derive(Clone, Copy, Debug, PartialEq)]
struct NodeOdds {
    weight: f64,
    /// exp(-(level + theta)), so that a program costs one exponential, not nine.
    against: f64,
    matched: Band,
}

/// The odds of one specialty for one applicant.
#[derive(Clone, Debug, PartialEq)]
pub struct CellOdds {
    nodes: [NodeOdds; NINE.len()],
    /// Chance that the application is read at all, whatever the program.
    read: f64,
    /// Variance of the level on the logit scale, whatever the program.
    variance: f64,
    theta_mean: f64,
    by_score: f64,
    theta_sd: f64,
    level: f64,
}

impl CellOdds {
    /// Prepares a cell for an applicant. Without a Step 2 CK score the strength is the pool's,
    /// and the range is wider by what the score would tell.
    #[must_use]
    pub fn of(cell: &Cell, effects: &Effects, applicant: &Applicant, record: &Record) -> Self {
        let theta = Theta::of(cell, cell.tau, applicant).with(record.beside_score());
        let spread = effects.get(AssumptionKey::ProgramSpread).mid;
        let variance = cell.level_sd * cell.level_sd
            + spread * spread
            + theta.unknown * theta.unknown
            + record.variance();
        let matching = Matching::of(cell, effects);
        CellOdds::at(Numbers::of(cell), &matching, theta, variance, record.read())
    }

    /// The same as one version of the model has it: nothing is doubtful within a version.
    #[must_use]
    pub fn drawn(cell: &Cell, applicant: &Applicant, drawn: &Drawn) -> Self {
        let mut theta = Theta::of(cell, drawn.numbers.tau, applicant);
        if theta.unknown > 0.0 {
            theta.mean = theta.unknown * drawn.score;
            theta.sd = residual(drawn.numbers.tau, theta.unknown);
        }
        let matching = Matching {
            d_width: 0.0,
            ranked: Band::exactly(drawn.ranked),
        };
        let theta = theta.with(drawn.beside_score);
        CellOdds::at(drawn.numbers, &matching, theta, 0.0, drawn.read)
    }

    /// The same cell for the pool's mean applicant: theta as it is before the score is known.
    #[must_use]
    pub fn of_pool(cell: &Cell, effects: &Effects, record: &Record) -> Self {
        let theta = Theta {
            mean: 0.0,
            by_score: 0.0,
            sd: cell.tau,
            unknown: 0.0,
        };
        let matching = Matching::of(cell, effects);
        CellOdds::at(
            Numbers::of(cell),
            &matching,
            theta,
            cell.level_sd * cell.level_sd,
            record.read_in_pool(),
        )
    }

    fn at(numbers: Numbers, matching: &Matching, theta: Theta, variance: f64, read: f64) -> Self {
        let nodes = NINE.map(|node| {
            let at = theta.mean + theta.sd * node.at;
            let matched = |d: f64, r: f64| r * sigmoid(d + numbers.rho * at);
            NodeOdds {
                weight: node.weight,
                against: libm::exp(-(numbers.level + at)),
                matched: Band {
                    lo: matched(numbers.d - matching.d_width, matching.ranked.lo),
                    mid: matched(numbers.d, matching.ranked.mid),
                    hi: matched(numbers.d + matching.d_width, matching.ranked.hi),
                },
            }
        });
        CellOdds {
            nodes,
            read,
            variance,
            theta_mean: theta.mean,
            by_score: theta.by_score,
            theta_sd: theta.sd,
            level: numbers.level,
        }
    }

    /// Variance of the logit of an interview at a program with these effects.
    #[must_use]
    pub fn variance(&self, effects: &ProgramEffects) -> f64 {
        effects
            .settled
            .unwrap_or(self.variance + effects.variance())
    }

    /// Mean of theta.
    #[must_use]
    pub fn theta_mean(&self) -> f64 {
        self.theta_mean
    }

    /// The part of it that the score tells.
    #[must_use]
    pub fn theta_by_score(&self) -> f64 {
        self.by_score
    }

    /// Chance that the application is read at all, 0 to 1; every chance of an interview has it in.
    #[must_use]
    pub fn read(&self) -> f64 {
        self.read
    }

    /// Standard deviation of theta.
    #[must_use]
    pub fn theta_sd(&self) -> f64 {
        self.theta_sd
    }

    /// Logit of an interview at theta = 0 and h = 0 with open gates.
    #[must_use]
    pub fn level(&self) -> f64 {
        self.level
    }

    /// Chance of an interview at a program with effect `h` and every gate open.
    #[must_use]
    pub fn p_interview_open(&self, h: f64) -> f64 {
        self.read * self.p_interview_if_read(h)
    }

    /// The same of an application that is read.
    #[must_use]
    pub fn p_interview_if_read(&self, h: f64) -> f64 {
        self.open(libm::exp(-h))
    }

    /// The chances at a program with effect `h` and every gate open, at each node of strength, of
    /// an application that is read: of an interview, and of an interview that ends in a match.
    /// `entered` is the part of `h` that the applicant's own figures add.
    #[must_use]
    pub fn by_strength(&self, h: f64, entered: f64) -> ByStrength {
        self.by_strength_against(libm::exp(-h), entered)
    }

    /// The same with `against`, exp(-h), known already.
    #[must_use]
    pub fn by_strength_against(&self, against: f64, entered: f64) -> ByStrength {
        let interview = self.nodes.map(|node| 1.0 / (1.0 + against * node.against));
        let mut success = interview;
        for (chance, node) in success.iter_mut().zip(&self.nodes) {
            *chance *= node.matched.mid;
        }
        if entered != 0.0 {
            let as_others = self.given_interview(against, entered);
            let factor = as_others.mid / self.given_interview(against, 0.0).mid;
            for (chance, most) in success.iter_mut().zip(&interview) {
                *chance = (*chance * factor).min(*most);
            }
        }
        ByStrength { interview, success }
    }

    /// Sums over strength where the odds against an interview are `against` times those of the level: of
    /// the chance of one, and of one that ends in a match. Who is interviewed is stronger than who applies.
    #[inline]
    fn sums(&self, against: f64) -> (f64, Band) {
        let (mut open, mut matched) = (0.0, Band::exactly(0.0));
        for node in &self.nodes {
            let share = node.weight / (1.0 + against * node.against);
            open += share;
            matched.lo += share * node.matched.lo;
            matched.mid += share * node.matched.mid;
            matched.hi += share * node.matched.hi;
        }
        (open, matched)
    }

    /// Chance of matching there, given an interview.
    ///
    /// The applicant's own figures are of interviews: they say nothing of what an interview there is
    /// worth, so that is what it is without them. Else a figure by which more are interviewed would
    /// make an interview say less, and a better score could lower the chance that it ends in a match.
    #[inline]
    fn given_interview(&self, against: f64, entered: f64) -> Band {
        let as_others = if entered == 0.0 {
            against
        } else {
            against * libm::exp(entered)
        };
        let (open, matched) = self.sums(as_others);
        matched.over(open)
    }

    /// The middle of the chance of an interview, and [`Chance::p_match`], where the odds against one are
    /// `against`, exp(-h), times those of the level: all that an order needs. `entered` is the part of h that
    /// the applicant's own figures add, `open` the belief that the gates are open, 0 to 1.
    #[must_use]
    pub fn middle(&self, against: f64, entered: f64, open: f64) -> (f64, f64) {
        let (interview, matched) = self.sums(against);
        let matched = if entered == 0.0 {
            matched.mid
        } else {
            interview * self.given_interview(against, entered).mid
        };
        (self.read * (interview * open), self.read * (matched * open))
    }

    /// The chances at a program with these effects and `more` log odds, whose gates are open
    /// with belief `gates`.
    #[must_use]
    pub fn chance(&self, effects: &ProgramEffects, more: f64, gates: Band) -> Chance {
        let against = libm::exp(-(effects.total() + more));
        self.chance_against(against, effects.entered, self.variance(effects), gates)
    }

    /// The same where the odds against an interview are `against`, exp(-h), times those of the level,
    /// `entered` is the part of h that the applicant's own figures add, and `variance` is that of the logit.
    #[must_use]
    pub fn chance_against(&self, against: f64, entered: f64, variance: f64, gates: Band) -> Chance {
        let (p_interview, p_match) = self.middle(against, entered, gates.mid);
        let open = joined(self.interview_if_read(against, variance), gates);
        Chance {
            p_interview: Band {
                lo: self.read * open.lo,
                mid: p_interview,
                hi: self.read * open.hi,
            },
            p_match_given_interview: self.given_interview(against, entered),
            p_match,
        }
    }

    /// Chance of an interview of an application that is read, at a program with these effects and `more` log
    /// odds, every gate open.
    #[must_use]
    pub fn p_interview_among_read(&self, effects: &ProgramEffects, more: f64) -> Band {
        let against = libm::exp(-(effects.total() + more));
        self.interview_if_read(against, self.variance(effects))
    }

    /// The chance rises with level and effects together, so the ends of its range are where
    /// their sum, a normal belief, has a tenth on each side.
    fn interview_if_read(&self, against: f64, variance: f64) -> Band {
        let widen = libm::exp(RANGE_Z * libm::sqrt(variance));
        Band {
            lo: self.open(against * widen),
            mid: self.open(against),
            hi: self.open(against / widen),
        }
    }

    /// The sum over strength of the chance of an interview alone.
    fn open(&self, against: f64) -> f64 {
        let nodes = self.nodes.iter();
        nodes
            .map(|node| node.weight / (1.0 + against * node.against))
            .sum()
    }
}

/// What one version of the model says of an applicant in a cell.
#[derive(Clone, Copy, Debug)]
pub struct Drawn {
    /// The cell's numbers.
    pub numbers: Numbers,
    /// Share of interviews that are ranked.
    pub ranked: f64,
    /// Standard score of what an unknown Step 2 CK would tell.
    pub score: f64,
    /// What the record adds to strength beside the score.
    pub beside_score: f64,
    /// Chance that the application is read at all.
    pub read: f64,
}

/// From an interview to a match: what is doubtful about it.
#[derive(Clone, Copy, Debug)]
struct Matching {
    /// Half width of d's range.
    d_width: f64,
    /// Share of interviews that are ranked.
    ranked: Band,
}

impl Matching {
    fn of(cell: &Cell, effects: &Effects) -> Matching {
        let ranks = effects.get(AssumptionKey::RanksPerInterview);
        Matching {
            d_width: RANGE_Z * cell.d_sd,
            ranked: Band {
                lo: ranks.low,
                mid: ranks.mid,
                hi: ranks.high,
            },
        }
    }
}

/// The range of a product of two doubts that do not depend on each other: their distances from
/// the middle, as shares of it, add as squares; on the low side as shares of the end. So each end
/// rises with the ends of both, and with their middles, and no logarithm is needed, which a ranking
/// of hundreds would feel. Never outside 0 to 1.
fn joined(open: Band, gates: Band) -> Band {
    let mid = open.mid * gates.mid;
    if mid <= 0.0 {
        return Band::exactly(0.0);
    }
    let reach = |odds: f64, gate: f64| {
        let (by_odds, by_gate) = (odds - 1.0, gate - 1.0);
        1.0 + libm::sqrt(by_odds * by_odds + by_gate * by_gate)
    };
    let hi = mid * reach(open.hi / open.mid, gates.hi / gates.mid);
    Band {
        lo: mid / reach(open.mid / open.lo, gates.mid / gates.lo),
        mid,
        hi: if hi < 1.0 { hi } else { 1.0 },
    }
}
