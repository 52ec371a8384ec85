//! What a list of applications comes to, line by line.

use super::{Charge, FeeBook, FeeItem, Priced, Schedule, Service, Stated, Usd};
use crate::calendar::Season;
use crate::program::SpecialtyCode;
use crate::range::Range;

/// How many applications go to each specialty, by code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applications(Vec<(SpecialtyCode, u16)>);

impl Applications {
    /// Numbers of applications to one specialty that are priced: up to more than there are
    /// programs.
    pub const TO_A_SPECIALTY: Range = Range::new(0, 10_000);

    /// Adds applications to a specialty. Tiers count all of a specialty together.
    pub fn add(&mut self, specialty: SpecialtyCode, count: u16) {
        match self.0.binary_search_by_key(&specialty, |(code, _)| *code) {
            Ok(at) => {
                if let Some((_, sum)) = self.0.get_mut(at) {
                    *sum = sum.saturating_add(count);
                }
            }
            Err(at) => self.0.insert(at, (specialty, count)),
        }
    }

    /// Specialties that have applications, by code, each with how many.
    pub fn each(&self) -> impl Iterator<Item = (SpecialtyCode, u16)> {
        self.0.iter().copied().filter(|(_, count)| *count > 0)
    }
}

/// What the visitor found out about the fees of one season. It goes before what is stated.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The service of a specialty.
    pub services: Vec<(SpecialtyCode, Service)>,
    /// The prices of a service, for one specialty or for all.
    pub schedules: Vec<(Service, Option<SpecialtyCode>, Schedule)>,
    /// Other fees.
    pub charges: Vec<(FeeItem, Option<Service>, Charge)>,
    /// What fee assistance takes off the whole bill.
    pub off: Option<Usd>,
}

impl Own {
    fn service(&self, specialty: SpecialtyCode) -> Option<Service> {
        let mut all = self.services.iter();
        all.find(|(code, _)| *code == specialty).map(|(_, s)| *s)
    }

    fn schedule(&self, service: Service, specialty: SpecialtyCode) -> Option<&Schedule> {
        let find = |wanted: Option<SpecialtyCode>| {
            let mut all = self.schedules.iter();
            all.find(|(at, code, _)| (*at, *code) == (service, wanted))
        };
        find(Some(specialty))
            .or_else(|| find(None))
            .map(|(_, _, schedule)| schedule)
    }
}

/// What applications cost in one season.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bill<'a> {
    /// The season.
    pub season: Season,
    /// Each specialty with applications, by code.
    pub lines: Vec<Line<'a>>,
}

/// What applications in one specialty cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// The specialty.
    pub specialty: SpecialtyCode,
    /// How many applications, at least one.
    pub count: u16,
    /// Where they are sent; `None` is not stated.
    pub service: Option<Service>,
    /// What they cost.
    pub priced: Priced,
    /// What the price rests on.
    pub basis: Basis<'a>,
}

/// What a price rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis<'a> {
    /// A source, and in words where sources differ.
    Stated(&'a Stated<Schedule>, &'a str),
    /// The visitor's own entry.
    Own(&'a Schedule),
    /// Nothing; the words, which may be empty, say what was looked for.
    NotStated(&'a str),
}

impl<'a> Basis<'a> {
    /// The prices, if there are any.
    #[must_use]
    pub fn schedule(self) -> Option<&'a Schedule> {
        match self {
            Basis::Stated(stated, _) => Some(&stated.value),
            Basis::Own(schedule) => Some(schedule),
            Basis::NotStated(_) => None,
        }
    }
}

impl Bill<'_> {
    /// The sum of all stated prices; `None` where there are applications and none has one.
    #[must_use]
    pub fn amount(&self) -> Option<Usd> {
        let priced = |line: &Line<'_>| line.priced.missing < line.count;
        let known = self.lines.is_empty() || self.lines.iter().any(priced);
        known.then(|| self.lines.iter().map(|line| line.priced.amount).sum())
    }

    /// Whether every application has a price.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.lines.iter().all(|line| line.priced.missing == 0)
    }
}

impl FeeBook {
    /// What applications cost in a season, each specialty through the service that it uses.
    #[must_use]
    pub fn bill<'a>(
        &'a self,
        season: Season,
        applications: &Applications,
        own: &'a Own,
    ) -> Bill<'a> {
        self.bill_by(season, applications, own, |specialty| {
            self.service_with(specialty, season, own)
        })
    }

    /// What applications would cost if all were sent through one service.
    #[must_use]
    pub fn bill_through<'a>(
        &'a self,
        service: Service,
        season: Season,
        applications: &Applications,
        own: &'a Own,
    ) -> Bill<'a> {
        self.bill_by(season, applications, own, |_| Some(service))
    }

    /// What one more application to a specialty costs after so many, through the service that it
    /// uses; `None` is not stated.
    #[must_use]
    pub fn next(
        &self,
        season: Season,
        specialty: SpecialtyCode,
        sent: u16,
        own: &Own,
    ) -> Option<Usd> {
        let service = self.service_with(specialty, season, own);
        let basis = self.basis(season, specialty, service, own);
        basis.schedule()?.next(sent)
    }

    fn bill_by<'a>(
        &'a self,
        season: Season,
        applications: &Applications,
        own: &'a Own,
        service: impl Fn(SpecialtyCode) -> Option<Service>,
    ) -> Bill<'a> {
        let line = |(specialty, count)| {
            let service = service(specialty);
            let basis = self.basis(season, specialty, service, own);
            let nothing = Priced {
                amount: Usd::ZERO,
                missing: count,
            };
            let schedule = basis.schedule();
            Line {
                specialty,
                count,
                service,
                priced: schedule.map_or(nothing, |schedule| schedule.price(count)),
                basis,
            }
        };
        Bill {
            season,
            lines: applications.each().map(line).collect(),
        }
    }

    fn service_with(&self, specialty: SpecialtyCode, season: Season, own: &Own) -> Option<Service> {
        let entered = own.service(specialty);
        entered.or_else(|| self.service(specialty, season))
    }

    fn basis<'a>(
        &'a self,
        season: Season,
        specialty: SpecialtyCode,
        service: Option<Service>,
        own: &'a Own,
    ) -> Basis<'a> {
        let Some(service) = service else {
            let row = self.routing(specialty, season);
            return Basis::NotStated(row.map_or("", |row| &row.note));
        };
        if let Some(schedule) = own.schedule(service, specialty) {
            return Basis::Own(schedule);
        }
        let row = self.prices(service, Some(specialty), season);
        let stated = row.and_then(|row| Some((row.schedule.as_ref()?, &*row.note)));
        match stated {
            Some((schedule, note)) => Basis::Stated(schedule, note),
            None => Basis::NotStated(row.map_or("", |row| &row.note)),
        }
    }
}
