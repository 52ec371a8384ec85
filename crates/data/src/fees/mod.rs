//! `fees.toml`: what applying costs.

mod entry;
mod reader;
#[cfg(test)]
mod tests;

use super::SourceError;
use super::sources::{Sources, parse};
use engine::catalog::Specialty;
use engine::fees::{Assistance, FeeBook, FeeRow, PriceRow, RoutingRow};
use engine::program::SpecialtyCode;

use entry::File;
use reader::Reader;

pub(super) const FILE: &str = "fees.toml";

pub(super) fn book(
    text: &str,
    specialties: &[Specialty],
    sources: &Sources,
) -> Result<FeeBook, SourceError> {
    let file: File = parse(FILE, text)?;
    let reader = Reader {
        text,
        specialties,
        sources,
    };
    let mut book = FeeBook {
        usual: reader.service(&file.usual)?,
        routing: Vec::new(),
        prices: Vec::new(),
        assistance: Vec::new(),
        fees: Vec::new(),
    };
    for entry in file.routing {
        let row = reader.routing(entry)?;
        book.routing.push(row.new_among(&reader, &book.routing)?);
    }
    for entry in file.price {
        let row = reader.price(entry)?;
        book.prices.push(row.new_among(&reader, &book.prices)?);
    }
    for entry in file.fee {
        let row = reader.fee(entry)?;
        book.fees.push(row.new_among(&reader, &book.fees)?);
    }
    for entry in file.assistance {
        let row = reader.assistance(entry, &book)?;
        book.assistance
            .push(row.new_among(&reader, &book.assistance)?);
    }
    Ok(book)
}

/// A row and the byte at which its entry begins.
struct Placed<T> {
    row: T,
    byte: usize,
}

impl<T: Row> Placed<T> {
    /// The row, if no earlier one answers the same question.
    fn new_among(self, reader: &Reader<'_>, earlier: &[T]) -> Result<T, SourceError> {
        if earlier.iter().any(|other| other.same_question(&self.row)) {
            return Err(reader.at(self.byte, "", "an entry before says this already"));
        }
        Ok(self.row)
    }
}

/// A row that answers a question which no other row may answer too.
trait Row {
    fn same_question(&self, other: &Self) -> bool;
}

/// Two lists of specialties that cannot both count; empty is all, which a named one goes before.
fn overlap(a: &[SpecialtyCode], b: &[SpecialtyCode]) -> bool {
    (a.is_empty() && b.is_empty()) || a.iter().any(|code| b.contains(code))
}

impl Row for RoutingRow {
    fn same_question(&self, other: &Self) -> bool {
        self.from == other.from && overlap(&self.specialties, &other.specialties)
    }
}

impl Row for PriceRow {
    fn same_question(&self, other: &Self) -> bool {
        (self.service, self.season) == (other.service, other.season)
            && overlap(&self.specialties, &other.specialties)
    }
}

impl Row for FeeRow {
    fn same_question(&self, other: &Self) -> bool {
        (self.item, self.service, self.season) == (other.item, other.service, other.season)
    }
}

impl Row for Assistance {
    fn same_question(&self, other: &Self) -> bool {
        self.service == other.service
    }
}
