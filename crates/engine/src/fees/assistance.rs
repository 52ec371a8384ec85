//! Fee assistance: what is promised, and the one example of what it takes off.
//!
//! The percentage does not give the published example, so the rule behind it is not known. It is
//! shown, never applied.

use super::bill::{Bill, Own};
use super::book::FeeBook;
use super::{Service, Stated, Usd};
use crate::calendar::Season;
use crate::fact::SourceIndex;
use crate::ordering;

/// Fee assistance of one service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assistance {
    /// The service.
    pub service: Service,
    /// What is promised; `None` where no figure was found.
    pub promise: Option<Stated<Promise>>,
    /// The published example.
    pub example: Option<Example>,
    /// Who gets it, and where sources differ.
    pub note: Box<str>,
}

/// What is promised, as published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Promise {
    /// Percent off.
    pub percent: u8,
    /// For at most so many applications.
    pub applications: u16,
}

/// A published bill with what was taken off it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    season: Season,
    counts: Box<[u16]>,
    price: Usd,
    off: Usd,
    source: SourceIndex,
}

impl Example {
    /// The example; `None` if it has no applications or more was taken off than the price.
    #[must_use]
    pub fn new(
        season: Season,
        mut counts: Vec<u16>,
        price: Usd,
        off: Usd,
        source: SourceIndex,
    ) -> Option<Example> {
        ordering::sort_by_key(&mut counts, |count| *count);
        let holds = off <= price && counts.first().is_some_and(|least| *least > 0);
        holds.then(|| Example {
            season,
            counts: counts.into(),
            price,
            off,
            source,
        })
    }

    /// The season.
    #[must_use]
    pub fn season(&self) -> Season {
        self.season
    }

    /// How many applications went to each specialty, fewest first.
    #[must_use]
    pub fn counts(&self) -> &[u16] {
        &self.counts
    }

    /// What they cost.
    #[must_use]
    pub fn price(&self) -> Usd {
        self.price
    }

    /// What was taken off.
    #[must_use]
    pub fn off(&self) -> Usd {
        self.off
    }

    /// Where it was read.
    #[must_use]
    pub fn source(&self) -> SourceIndex {
        self.source
    }

    /// Whether a bill is the example's, whichever the specialties: their prices are the same.
    fn is(&self, bill: &Bill<'_>) -> bool {
        let mut counts: Vec<u16> = bill.lines.iter().map(|line| line.count).collect();
        ordering::sort_by_key(&mut counts, |count| *count);
        bill.season == self.season
            && counts == *self.counts
            && bill.is_whole()
            && bill.amount() == Some(self.price)
    }
}

impl FeeBook {
    /// What fee assistance takes off a bill: the visitor's own figure, or that of the published
    /// example for the very same bill. `None`: not stated, to be asked for.
    #[must_use]
    pub fn off(&self, bill: &Bill<'_>, own: &Own) -> Option<Usd> {
        let amount = bill.amount()?;
        if bill.is_whole() && amount == Usd::ZERO {
            return Some(Usd::ZERO);
        }
        if let Some(off) = own.off {
            return Some(off.min(amount));
        }
        let service = bill.lines.first()?.service?;
        if bill.lines.iter().any(|line| line.service != Some(service)) {
            return None;
        }
        let mut all = self.assistance.iter();
        let example = all.find(|row| row.service == service)?.example.as_ref()?;
        example.is(bill).then_some(example.off)
    }
}
