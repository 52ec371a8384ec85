//! The price list of all services and seasons, and what finds a price in it.

use super::{Assistance, Charge, FeeItem, Own, Schedule, Service, Stated, Usd};
use crate::calendar::Season;
use crate::fact::SourceIndex;
use crate::program::SpecialtyCode;

/// How many seasons back a price still says something.
pub const SEASONS_BACK: u16 = 3;

/// Everything that is known about fees.
///
/// Rows may stand in any order; [`FeeBook::routing`], [`FeeBook::prices`] and [`FeeBook::fee`]
/// say which one counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeBook {
    /// The service of a specialty without a row of its own.
    pub usual: Service,
    /// Which service takes the applications of a specialty.
    pub routing: Vec<RoutingRow>,
    /// Prices of applications.
    pub prices: Vec<PriceRow>,
    /// Fee assistance.
    pub assistance: Vec<Assistance>,
    /// Other fees.
    pub fees: Vec<FeeRow>,
}

/// The service of some specialties from a season on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoutingRow {
    /// The specialties.
    pub specialties: Box<[SpecialtyCode]>,
    /// The first season; `None` for all seasons.
    pub from: Option<Season>,
    /// The service; `None` is not stated.
    pub service: Option<Stated<Service>>,
    /// What the sources say where they differ; may be empty.
    pub note: Box<str>,
}

/// What applications in one specialty cost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PriceRow {
    /// The service.
    pub service: Service,
    /// The season; `None` where the source shows none.
    pub season: Option<Season>,
    /// The specialties that the source names; empty for all.
    pub specialties: Box<[SpecialtyCode]>,
    /// The tiers; `None` is not stated.
    pub schedule: Option<Stated<Schedule>>,
    /// What the sources say where they differ; may be empty.
    pub note: Box<str>,
}

/// A fee beside the applications.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeRow {
    /// What for.
    pub item: FeeItem,
    /// The service, where two charge for the same.
    pub service: Option<Service>,
    /// The season; `None` where the source shows none.
    pub season: Option<Season>,
    /// How much; `None` is not stated.
    pub charge: Option<Stated<Charge>>,
    /// What the sources say where they differ; may be empty.
    pub note: Box<str>,
}

impl FeeBook {
    /// Every source that the book rests on, as often as it does.
    pub fn sources(&self) -> impl Iterator<Item = SourceIndex> {
        let routing = self
            .routing
            .iter()
            .filter_map(|row| Some(row.service.as_ref()?.source));
        let prices = self
            .prices
            .iter()
            .filter_map(|row| Some(row.schedule.as_ref()?.source));
        let fees = self
            .fees
            .iter()
            .filter_map(|row| Some(row.charge.as_ref()?.source));
        let assistance = self.assistance.iter().flat_map(|row| {
            let promise = row.promise.as_ref().map(|promise| promise.source);
            promise
                .into_iter()
                .chain(row.example.as_ref().map(|example| example.source()))
        });
        routing.chain(prices).chain(fees).chain(assistance)
    }

    /// The row that says which service a specialty uses in a season: that with the latest start.
    #[must_use]
    pub fn routing(&self, specialty: SpecialtyCode, season: Season) -> Option<&RoutingRow> {
        let rows = self.routing.iter().filter(|row| {
            row.specialties.contains(&specialty) && row.from.is_none_or(|from| from <= season)
        });
        rows.max_by_key(|row| row.from)
    }

    /// The service that a specialty uses in a season; `None` is not stated.
    #[must_use]
    pub fn service(&self, specialty: SpecialtyCode, season: Season) -> Option<Service> {
        match self.routing(specialty, season) {
            None => Some(self.usual),
            Some(row) => row.service.as_ref().map(|stated| stated.value),
        }
    }

    /// The row with the prices of a service: one of the season before one without a season, then
    /// one that names the specialty before one for all. Without a specialty, only those for all.
    #[must_use]
    pub fn prices(
        &self,
        service: Service,
        specialty: Option<SpecialtyCode>,
        season: Season,
    ) -> Option<&PriceRow> {
        let covers = |row: &&PriceRow| {
            let named = specialty.is_some_and(|code| row.specialties.contains(&code));
            row.service == service
                && row.season.is_none_or(|of| of == season)
                && (row.specialties.is_empty() || named)
        };
        let rows = self.prices.iter().filter(covers);
        rows.min_by_key(|row| (row.season.is_none(), row.specialties.is_empty()))
    }

    /// What applications to a specialty cost in a season, through the service that it uses;
    /// `None` is not stated.
    #[must_use]
    pub fn schedule(&self, specialty: SpecialtyCode, season: Season) -> Option<&Schedule> {
        let service = self.service(specialty, season)?;
        self.schedule_of(service, specialty, season)
    }

    /// The same through one service.
    #[must_use]
    pub fn schedule_of(
        &self,
        service: Service,
        specialty: SpecialtyCode,
        season: Season,
    ) -> Option<&Schedule> {
        let row = self.prices(service, Some(specialty), season)?;
        row.schedule.as_ref().map(|stated| &stated.value)
    }

    /// What applications cost in the last of [`SEASONS_BACK`] seasons that has a price, through the
    /// service that the specialty uses in this one. It says something about this season and is
    /// not its price: who counts with it says so.
    #[must_use]
    pub fn earlier_schedule(
        &self,
        specialty: SpecialtyCode,
        season: Season,
    ) -> Option<(Season, &Schedule)> {
        let service = self.service(specialty, season)?;
        (1..=SEASONS_BACK).find_map(|back| {
            let of = Season(season.0.saturating_sub(back));
            Some((of, self.schedule_of(service, specialty, of)?))
        })
    }

    /// The row of a fee: that of the season before one without a season.
    #[must_use]
    pub fn fee(&self, item: FeeItem, service: Option<Service>, season: Season) -> Option<&FeeRow> {
        let rows = self.fees.iter().filter(|row| {
            row.item == item && row.service == service && row.season.is_none_or(|of| of == season)
        });
        rows.min_by_key(|row| row.season.is_none())
    }

    /// What a fee comes to for so many of what it counts: the visitor's own figure before the
    /// stated one. `None` is not stated.
    #[must_use]
    pub fn charge(
        &self,
        item: FeeItem,
        service: Option<Service>,
        season: Season,
        count: u16,
        own: &Own,
    ) -> Option<Usd> {
        let mut mine = own.charges.iter();
        let entered = mine.find(|(of, at, _)| (*of, *at) == (item, service));
        let stated = || self.fee(item, service, season)?.charge.as_ref();
        entered
            .map(|(_, _, charge)| *charge)
            .or_else(|| stated().map(|stated| stated.value))
            .map(|charge| charge.price(count))
    }
}
