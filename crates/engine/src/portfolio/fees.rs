//! What a number of applications in one specialty costs.

use super::fault::{Fault, Reason};

/// Applications that cost the same each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tier {
    /// The last application of this price, counted from the first of all; `None` if every later
    /// one costs the same.
    pub upto: Option<usize>,
    /// The price of each, in whole units of money (say cents).
    pub each: u64,
}

/// The tiers of one specialty, in order of count.
///
/// Prices may fall or rise from tier to tier. After a last tier with an end nothing more can be
/// bought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fees {
    tiers: Vec<Tier>,
}

impl Fees {
    /// Any number of applications for nothing.
    #[must_use]
    pub fn free() -> Fees {
        Fees::flat(0)
    }

    /// Every application at one price.
    #[must_use]
    pub fn flat(each: u64) -> Fees {
        Fees {
            tiers: vec![Tier { upto: None, each }],
        }
    }

    /// Tiers in order of count.
    ///
    /// # Errors
    ///
    /// If there is no tier, the counts do not rise, or a tier follows an open end.
    pub fn new(tiers: Vec<Tier>) -> Result<Fees, Fault> {
        if tiers.is_empty() {
            return Err(Fault::of("fees", Reason::Missing));
        }
        let mut before = Some(0);
        for (index, tier) in tiers.iter().enumerate() {
            let rises = match (before, tier.upto) {
                (Some(before), Some(upto)) => upto > before,
                (Some(_), None) => true,
                (None, _) => false,
            };
            if !rises {
                return Err(Fault::at("fees", index, Reason::TierOrder));
            }
            before = tier.upto;
        }
        Ok(Fees { tiers })
    }

    /// What the first, the first two, and so on up to `most` applications cost, starting with
    /// zero for none. Shorter if fewer are sold.
    #[must_use]
    pub fn totals(&self, most: usize) -> Vec<u64> {
        let mut totals = vec![0];
        let mut sum: u64 = 0;
        for tier in &self.tiers {
            let upto = tier.upto.map_or(most, |upto| upto.min(most));
            while totals.len() <= upto {
                sum = sum.saturating_add(tier.each);
                totals.push(sum);
            }
        }
        totals
    }
}
