//! The book of fees.

use super::EncodeError;
use crate::wire::fees as wire;
use engine::calendar::Season;
use engine::fees::{
    Assistance, Charge, FeeBook, FeeRow, PriceRow, RoutingRow, Schedule, Stated, TierPrice, Usd,
};
use engine::program::SpecialtyCode;

pub(super) fn book(book: &FeeBook) -> Result<wire::FeeBook, EncodeError> {
    Ok(wire::FeeBook {
        usual: book.usual.code().into(),
        routing: book.routing.iter().map(routing).collect(),
        prices: all(&book.prices, price)?,
        assistance: all(&book.assistance, assistance)?,
        fees: all(&book.fees, fee)?,
    })
}

fn all<T, W>(
    rows: &[T],
    write: impl Fn(&T) -> Result<W, EncodeError>,
) -> Result<Vec<W>, EncodeError> {
    rows.iter().map(write).collect()
}

fn stated<T, W>(
    stated: &Stated<T>,
    write: impl FnOnce(&T) -> Result<W, EncodeError>,
) -> Result<wire::Stated<W>, EncodeError> {
    Ok(wire::Stated {
        value: write(&stated.value)?,
        source: stated.source.0,
        as_of: stated.as_of.clone(),
        confidence: stated.confidence.code().into(),
    })
}

fn dollars(amount: Usd) -> Result<u32, EncodeError> {
    u32::try_from(amount.dollars()).map_err(|_| EncodeError::NoPlace("a fee"))
}

fn codes(specialties: &[SpecialtyCode]) -> Vec<u16> {
    specialties.iter().map(|code| code.number()).collect()
}

fn year(season: Season) -> u16 {
    season.0
}

fn routing(row: &RoutingRow) -> wire::RoutingRow {
    let service = row.service.as_ref().map(|said| wire::Stated {
        value: said.value.code().into(),
        source: said.source.0,
        as_of: said.as_of.clone(),
        confidence: said.confidence.code().into(),
    });
    wire::RoutingRow {
        specialties: codes(&row.specialties),
        from: row.from.map(year),
        service,
        note: row.note.clone(),
    }
}

fn price(row: &PriceRow) -> Result<wire::PriceRow, EncodeError> {
    let tiers = row.schedule.as_ref().map(|said| stated(said, tiers));
    Ok(wire::PriceRow {
        service: row.service.code().into(),
        season: row.season.map(year),
        specialties: codes(&row.specialties),
        tiers: tiers.transpose()?,
        note: row.note.clone(),
    })
}

fn tiers(schedule: &Schedule) -> Result<Vec<wire::Tier>, EncodeError> {
    all(schedule.tiers(), |tier| {
        let (flat, amount) = match tier.price {
            TierPrice::Each(each) => (false, each),
            TierPrice::Flat(flat) => (true, flat),
        };
        Ok(wire::Tier {
            to: tier.to,
            flat,
            dollars: dollars(amount)?,
        })
    })
}

fn assistance(row: &Assistance) -> Result<wire::Assistance, EncodeError> {
    let promise = row
        .promise
        .as_ref()
        .map(|said| stated(said, |promise| Ok((promise.percent, promise.applications))));
    let example = row.example.as_ref().map(|example| {
        Ok(wire::Example {
            season: example.season().0,
            counts: example.counts().to_vec(),
            price: dollars(example.price())?,
            off: dollars(example.off())?,
            source: example.source().0,
        })
    });
    Ok(wire::Assistance {
        service: row.service.code().into(),
        promise: promise.transpose()?,
        example: example.transpose()?,
        note: row.note.clone(),
    })
}

fn fee(row: &FeeRow) -> Result<wire::FeeRow, EncodeError> {
    let charge = row.charge.as_ref().map(|said| {
        stated(said, |charge| {
            Ok(match charge {
                Charge::Once(amount) => (dollars(*amount)?, None),
                Charge::EachBeyond { amount, free } => (dollars(*amount)?, Some(*free)),
            })
        })
    });
    Ok(wire::FeeRow {
        item: row.item.code().into(),
        service: row.service.map(|service| service.code().into()),
        season: row.season.map(year),
        charge: charge.transpose()?,
        note: row.note.clone(),
    })
}
