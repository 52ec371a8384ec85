//! The book of fees.

use super::{all, malformed, specialty_code, word};
use crate::{PackError, wire::fees as wire};
use engine::calendar::Season;
use engine::fact::SourceIndex;
use engine::fees::{
    Assistance, Charge, Example, FeeBook, FeeItem, FeeRow, PriceRow, Promise, RoutingRow, Schedule,
    Service, Stated, Tier, TierPrice, Usd,
};
use engine::program::SpecialtyCode;
use engine::season::Confidence;

const PART: &str = "fees";

pub(super) fn book(book: wire::FeeBook) -> Result<FeeBook, PackError> {
    Ok(FeeBook {
        usual: service(&book.usual)?,
        routing: all(book.routing, routing)?,
        prices: all(book.prices, price)?,
        assistance: all(book.assistance, assistance)?,
        fees: all(book.fees, fee)?,
    })
}

fn service(code: &str) -> Result<Service, PackError> {
    word(PART, code, Service::from_code)
}

fn codes(numbers: Vec<u16>) -> Result<Box<[SpecialtyCode]>, PackError> {
    Ok(all(numbers, specialty_code)?.into())
}

fn stated<W, T>(
    said: Option<wire::Stated<W>>,
    read: impl FnOnce(W) -> Result<T, PackError>,
) -> Result<Option<Stated<T>>, PackError> {
    let read = |said: wire::Stated<W>| {
        Ok(Stated {
            value: read(said.value)?,
            source: SourceIndex(said.source),
            as_of: said.as_of,
            confidence: word(PART, &said.confidence, Confidence::from_code)?,
        })
    };
    said.map(read).transpose()
}

fn routing(row: wire::RoutingRow) -> Result<RoutingRow, PackError> {
    Ok(RoutingRow {
        specialties: codes(row.specialties)?,
        from: row.from.map(Season),
        service: stated(row.service, |code| service(&code))?,
        note: row.note,
    })
}

fn price(row: wire::PriceRow) -> Result<PriceRow, PackError> {
    Ok(PriceRow {
        service: service(&row.service)?,
        season: row.season.map(Season),
        specialties: codes(row.specialties)?,
        schedule: stated(row.tiers, schedule)?,
        note: row.note,
    })
}

fn schedule(tiers: Vec<wire::Tier>) -> Result<Schedule, PackError> {
    let tiers = tiers.into_iter().map(|tier| {
        let amount = Usd::new(tier.dollars);
        Tier {
            to: tier.to,
            price: if tier.flat {
                TierPrice::Flat(amount)
            } else {
                TierPrice::Each(amount)
            },
        }
    });
    Schedule::new(tiers.collect()).map_err(|_| malformed(PART))
}

fn assistance(row: wire::Assistance) -> Result<Assistance, PackError> {
    let example = row.example.map(|example| {
        let (price, off) = (Usd::new(example.price), Usd::new(example.off));
        let source = SourceIndex(example.source);
        Example::new(Season(example.season), example.counts, price, off, source)
            .ok_or(malformed(PART))
    });
    Ok(Assistance {
        service: service(&row.service)?,
        promise: stated(row.promise, |(percent, applications)| {
            Ok(Promise {
                percent,
                applications,
            })
        })?,
        example: example.transpose()?,
        note: row.note,
    })
}

fn fee(row: wire::FeeRow) -> Result<FeeRow, PackError> {
    Ok(FeeRow {
        item: word(PART, &row.item, FeeItem::from_code)?,
        service: row.service.map(|code| service(&code)).transpose()?,
        season: row.season.map(Season),
        charge: stated(row.charge, |(dollars, free)| {
            let amount = Usd::new(dollars);
            Ok(match free {
                None => Charge::Once(amount),
                Some(free) => Charge::EachBeyond { amount, free },
            })
        })?,
        note: row.note,
    })
}
