//! The tiers of one service in one season, and what a number of applications costs in them.

use super::Usd;

/// A stretch of applications with one price, from the end of the tier before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Tier {
    /// The last application of the tier; `None` goes on for ever.
    pub to: Option<u16>,
    /// What it costs.
    pub price: TierPrice,
}

/// What a tier costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TierPrice {
    /// So much for every application in it.
    Each(Usd),
    /// So much for the whole tier, as soon as it is entered.
    Flat(Usd),
}

/// Tiers that follow one another without a gap from the first application on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule(Box<[Tier]>);

/// Why tiers make no schedule; the index is that of the tier, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScheduleError {
    /// There is no tier.
    Empty,
    /// A tier ends no later than the one before it.
    NotAscending(usize),
    /// A tier comes after one that goes on for ever.
    AfterTheLast(usize),
}

impl std::fmt::Display for ScheduleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            ScheduleError::Empty => "there is no tier",
            ScheduleError::NotAscending(_) => "the tier ends no later than the one before it",
            ScheduleError::AfterTheLast(_) => "the tier comes after one without an end",
        })
    }
}

impl std::error::Error for ScheduleError {}

/// What applications cost as far as it is stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Priced {
    /// The price of those whose price is stated: always the first ones.
    pub amount: Usd,
    /// How many, the last ones, have no stated price.
    pub missing: u16,
}

impl Schedule {
    /// The tiers in their order.
    ///
    /// # Errors
    /// The first tier that does not follow the one before it.
    pub fn new(tiers: Vec<Tier>) -> Result<Schedule, ScheduleError> {
        let mut before = Some(0);
        for (index, tier) in tiers.iter().enumerate() {
            let end = before.ok_or(ScheduleError::AfterTheLast(index))?;
            if tier.to.is_some_and(|to| to <= end) {
                return Err(ScheduleError::NotAscending(index));
            }
            before = tier.to;
        }
        if tiers.is_empty() {
            return Err(ScheduleError::Empty);
        }
        Ok(Schedule(tiers.into()))
    }

    /// The tiers in their order.
    #[must_use]
    pub fn tiers(&self) -> &[Tier] {
        &self.0
    }

    /// What so many applications in one specialty cost.
    ///
    /// ```
    /// use engine::fees::{Schedule, Tier, TierPrice, Usd};
    ///
    /// let schedule = Schedule::new(vec![
    ///     Tier { to: Some(30), price: TierPrice::Flat(Usd::new(99)) },
    ///     Tier { to: None, price: TierPrice::Each(Usd::new(20)) },
    /// ])
    /// .unwrap();
    /// assert_eq!(schedule.price(1).amount, Usd::new(99));
    /// assert_eq!(schedule.price(30).amount, Usd::new(99));
    /// assert_eq!(schedule.price(32).amount, Usd::new(139));
    /// ```
    #[must_use]
    pub fn price(&self, count: u16) -> Priced {
        let mut amount = Usd::ZERO;
        let mut before = 0;
        for tier in &self.0 {
            if before >= count {
                break;
            }
            let to = tier.to.map_or(count, |to| to.min(count));
            amount = amount
                + match tier.price {
                    TierPrice::Each(each) => each.times(to - before),
                    TierPrice::Flat(flat) => flat,
                };
            before = to;
        }
        Priced {
            amount,
            missing: count - before,
        }
    }

    /// What applications cost after so many were sent: the same prices with those taken off. `None`
    /// where none more has a stated price.
    #[must_use]
    pub fn beyond(&self, sent: u16) -> Option<Schedule> {
        let mut before = 0;
        let mut left = Vec::new();
        for tier in &self.0 {
            let is_over = tier.to.is_some_and(|to| to <= sent);
            if !is_over {
                // Of a flat tier that was entered the rest is paid for.
                let price = match tier.price {
                    TierPrice::Flat(_) if before < sent => TierPrice::Flat(Usd::ZERO),
                    price => price,
                };
                let to = tier.to.map(|to| to - sent);
                left.push(Tier { to, price });
            }
            before = tier.to.unwrap_or(u16::MAX);
        }
        Schedule::new(left).ok()
    }

    /// What one more application costs after so many; `None` where no price is stated.
    ///
    /// It may fall: in a flat tier the first application pays for the rest. Nothing may rest on
    /// prices that only rise where a schedule has one.
    #[must_use]
    pub fn next(&self, sent: u16) -> Option<Usd> {
        let with = self.price(sent.checked_add(1)?);
        (with.missing == 0).then(|| with.amount.less(self.price(sent).amount))
    }
}
