//! How many applications are recommended, by one rule for the app and for scripts.

use super::best::usual_number;
use super::outcome::chance_along;
use super::{Application, Prospects};
use crate::catalog::ProgramIndex;
use crate::ordering;

/// Fewest applications that are recommended, where so many programs have a chance.
const FEWEST: usize = 10;
/// How many more must add ...
const MORE: usize = 10;
/// ... less than so much of the chance to match.
const ADDS: f64 = 0.01;
/// How far below the ceiling a list may be once the question has turned to where.
const BELOW: f64 = 0.005;
/// Longest list that is looked at.
const LONGEST: usize = 300;

/// A number of applications.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Recommended {
    /// How many.
    pub number: usize,
    /// Why so many.
    pub why: Enough,
}

/// Why a number of applications is enough.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Enough {
    /// Ten more would add less than a point to the chance to match.
    TenMoreAddLittle,
    /// There are no more programs with a chance.
    All,
    /// So many are pinned.
    Pinned,
    /// No length is enough by the rule: as many as others send.
    AsOthers,
}

impl Recommended {
    /// The first number from which ten more would add less than a point of the chance to match,
    /// going down the programs by that chance times their worth, without signals; never fewer than
    /// are pinned. That is the ranking's order while it is open whether the applicant matches; once
    /// it is not, the ranking begins with the most wanted programs, and a list has likelier ones too. Once the question has
    /// turned to where, a list of that length must also come within half a point of the ceiling, so
    /// that better programs have room. As many as others send where no length does, and no more than
    /// the ranking has.
    ///
    /// Programs in `excluded`, ascending, are passed over. The ranking is gone through once: it is
    /// for a change of the ranking and not for every key.
    #[must_use]
    pub fn of(
        prospects: &Prospects<'_>,
        pinned: &[ProgramIndex],
        excluded: &[ProgramIndex],
    ) -> Recommended {
        let rows = prospects.rows().iter().enumerate();
        let mut open: Vec<(usize, f64)> = rows
            .filter(|(_, row)| excluded.binary_search(&row.program).is_err())
            .map(|(index, row)| (index, row.p_match * row.t))
            .collect();
        ordering::sort_by(&mut open, |a, b| b.1.total_cmp(&a.1));
        let sent = open.into_iter().map(|(index, _)| Application::plain(index));
        let order: Vec<Application> = sent.take(LONGEST).collect();
        let along = chance_along(prospects, &order);
        let first = |count: usize| match count.checked_sub(1) {
            Some(last) => along.get(last).or(along.last()).copied().unwrap_or(0.0),
            None => 0.0,
        };
        let adds_little = |count: usize| first(count + MORE) - first(count) < ADDS;
        let high_enough = match prospects.aim.ceiling {
            Some(ceiling) if prospects.aim.has_turned() => ceiling - BELOW,
            _ => 0.0,
        };
        let enough = (FEWEST..order.len()).find(|n| adds_little(*n) && first(*n) >= high_enough);
        let number = enough.unwrap_or(order.len().min(usual_number(prospects.input)));
        let pinned = prospects.indices(pinned).len();
        if pinned > number {
            return Recommended {
                number: pinned,
                why: Enough::Pinned,
            };
        }
        let why = if order.len() <= number {
            Enough::All
        } else if adds_little(number) {
            Enough::TenMoreAddLittle
        } else {
            Enough::AsOthers
        };
        Recommended { number, why }
    }
}
