//! What an application costs as the visitor counts it: the stated price, else the visitor's own,
//! else, if the visitor says so, that of an earlier season.

use super::settings::{ListSetting, ListSettings};
use engine::calendar::Season;
use engine::fees::{FeeBook, Own, Schedule, Tier, TierPrice, Usd};
use engine::program::SpecialtyCode;

/// Prices that count though no source states them for the season.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pricing {
    /// For the bill.
    pub own: Own,
    /// Specialties with the prices of an earlier season, by its year.
    pub borrowed: Vec<(SpecialtyCode, Season)>,
}

impl Pricing {
    /// Finds prices for the specialties that have none in this season.
    #[must_use]
    pub fn of(
        book: &FeeBook,
        season: Season,
        settings: &ListSettings,
        specialties: impl IntoIterator<Item = SpecialtyCode>,
    ) -> Pricing {
        let mut pricing = Pricing::default();
        pricing.own.off = settings.read(ListSetting::Assistance).map(Usd::new);
        for code in specialties {
            let Some(service) = book.service(code, season) else {
                continue;
            };
            if book.schedule(code, season).is_some() {
                continue;
            }
            let own = settings.read(ListSetting::Price).and_then(each);
            let schedule = match own {
                Some(own) => Some(own),
                None if settings.earlier_prices() => {
                    book.earlier_schedule(code, season).map(|(of, prices)| {
                        pricing.borrowed.push((code, of));
                        prices.clone()
                    })
                }
                None => None,
            };
            if let Some(schedule) = schedule {
                pricing.own.schedules.push((service, Some(code), schedule));
            }
        }
        pricing
    }

    /// The prices of a specialty, stated or not; `None` if there are none.
    #[must_use]
    pub fn prices<'a>(
        &'a self,
        book: &'a FeeBook,
        season: Season,
        code: SpecialtyCode,
    ) -> Option<&'a Schedule> {
        let mut own = self.own.schedules.iter();
        let own = own.find(|(_, of, _)| *of == Some(code));
        own.map(|(_, _, schedule)| schedule)
            .or_else(|| book.schedule(code, season))
    }
}

fn each(dollars: u32) -> Option<Schedule> {
    let tier = Tier {
        to: None,
        price: TierPrice::Each(Usd::new(dollars)),
    };
    Schedule::new(vec![tier]).ok()
}
