//! Applications that are sent beside the list: to programs that the ranking has no chance for.
//!
//! A pinned program may be shut, of another specialty, or without a published rate. It is sent to
//! all the same, so it counts among the applications and takes its price from the budget.

use super::{Limits, Prospects};
use crate::catalog::ProgramIndex;
use crate::fees::Schedule;
use crate::program::SpecialtyCode;

impl Prospects<'_> {
    /// Those of `programs` that are not among [`Prospects::rows`]: shut, without a chance, or of a specialty that
    /// was not chosen.
    #[must_use]
    pub fn missing(&self, programs: &[ProgramIndex]) -> Vec<ProgramIndex> {
        let all = programs.iter().copied();
        all.filter(|program| self.rows.iter().all(|row| row.program != *program))
            .collect()
    }
}

impl Limits {
    /// What is left of the limits for the list once these programs are sent to beside it; they take
    /// the first applications and prices of their specialties. `None` if they are too many, or the budget
    /// does not pay for them. A specialty without a schedule costs nothing as far as is known.
    #[must_use]
    pub fn beside(
        mut self,
        prospects: &Prospects<'_>,
        programs: &[ProgramIndex],
        schedule: impl Fn(SpecialtyCode) -> Option<Schedule>,
    ) -> Option<Limits> {
        let catalog = prospects.input.catalog;
        let found = programs.iter().filter_map(|index| catalog.get(*index));
        let codes: Vec<SpecialtyCode> = found.map(|program| program.specialty()).collect();
        let choices = &prospects.input.preferences.specialties;
        let mut cost = 0;
        for (at, code) in codes.iter().enumerate() {
            let before = codes.iter().take(at).filter(|other| *other == code).count();
            let price = u16::try_from(before)
                .ok()
                .and_then(|sent| schedule(*code)?.next(sent));
            cost += price.map_or(0, |price| price.dollars());
        }
        for (bounds, choice) in self.bounds.iter_mut().zip(choices) {
            let sent = codes.iter().filter(|code| **code == choice.code).count();
            bounds.least = bounds.least.saturating_sub(sent);
            bounds.most = bounds.most.map(|most| most.saturating_sub(sent));
            if let (Some(prices), Ok(sent)) = (bounds.prices.take(), u16::try_from(sent)) {
                bounds.prices = prices.beyond(sent);
                if bounds.prices.is_none() {
                    bounds.most = Some(0);
                }
            }
        }
        self.most = self.most.checked_sub(codes.len())?;
        self.budget = match self.budget {
            Some(budget) => Some(budget.checked_sub(cost)?),
            None => None,
        };
        Some(self)
    }
}
