//! From the entries of `fees.toml` to rows, with every word checked.

use toml::Spanned;

use super::entry::{AssistanceEntry, ExampleEntry, FeeEntry, PriceEntry, RoutingEntry, TierEntry};
use super::{FILE, Placed};
use crate::SourceError;
use crate::sources::Sources;
use engine::calendar::Season;
use engine::catalog::Specialty;
use engine::fees::{
    Assistance, Charge, Example, FeeBook, FeeItem, FeeRow, PriceRow, Promise, RoutingRow, Schedule,
    ScheduleError, Service, Stated, Tier, TierPrice, Usd,
};
use engine::program::SpecialtyCode;
use engine::season::Confidence;

/// The fields behind a stated value.
struct Backing {
    byte: usize,
    source: Option<Spanned<String>>,
    as_of: Option<Spanned<String>>,
    confidence: Option<Spanned<String>>,
}

impl Backing {
    fn new(
        byte: usize,
        source: Option<Spanned<String>>,
        as_of: Option<Spanned<String>>,
        confidence: Option<Spanned<String>>,
    ) -> Self {
        Backing {
            byte,
            source,
            as_of,
            confidence,
        }
    }
}

/// Reads entries into rows.
pub(super) struct Reader<'a> {
    pub(super) text: &'a str,
    pub(super) specialties: &'a [Specialty],
    pub(super) sources: &'a Sources,
}

impl Reader<'_> {
    pub(super) fn at(&self, byte: usize, name: &str, message: impl Into<String>) -> SourceError {
        SourceError::at_byte(FILE, self.text, byte, name, message.into())
    }

    fn word<T>(
        &self,
        name: &str,
        value: &Spanned<String>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<T, SourceError> {
        read(value.get_ref()).ok_or_else(|| {
            let message = format!("{:?} is not known", value.get_ref());
            self.at(value.span().start, name, message)
        })
    }

    pub(super) fn service(&self, value: &Spanned<String>) -> Result<Service, SourceError> {
        self.word("service", value, Service::from_code)
    }

    fn season(&self, name: &str, value: &Spanned<u16>) -> Result<Season, SourceError> {
        Season::try_from(i64::from(*value.get_ref()))
            .map_err(|error| self.at(value.span().start, name, error.to_string()))
    }

    fn codes(
        &self,
        list: Spanned<Vec<Spanned<String>>>,
    ) -> Result<Box<[SpecialtyCode]>, SourceError> {
        const NAME: &str = "specialties";
        let mut codes = Vec::new();
        let byte = list.span().start;
        for word in list.into_inner() {
            let code = self.word(NAME, &word, |text| {
                let code = SpecialtyCode::parse(text)?;
                self.specialties
                    .iter()
                    .any(|s| s.code == code)
                    .then_some(code)
            })?;
            if codes.contains(&code) {
                return Err(self.at(word.span().start, NAME, format!("{code} is there twice")));
            }
            codes.push(code);
        }
        if codes.is_empty() {
            return Err(self.at(byte, NAME, "may not be empty"));
        }
        Ok(codes.into())
    }

    /// The value with what stands behind it, or nothing with nothing behind it but a note.
    fn stated<T>(
        &self,
        value: Option<T>,
        name: &str,
        backing: Backing,
        note: &str,
    ) -> Result<Option<Stated<T>>, SourceError> {
        let byte = backing.byte;
        let Some(value) = value else {
            let behind = [
                ("source", &backing.source),
                ("as_of", &backing.as_of),
                ("confidence", &backing.confidence),
            ];
            for (key, field) in behind {
                if let Some(field) = field {
                    let message = format!("stands behind nothing: there is no {name}");
                    return Err(self.at(field.span().start, key, message));
                }
            }
            if note.trim().is_empty() {
                let message = format!("without {name}, the note must say what was looked for");
                return Err(self.at(byte, "note", message));
            }
            return Ok(None);
        };
        let needed = |key: &str, field: Option<Spanned<String>>| {
            let message = format!("is missing: {name} needs it");
            let filled = field.filter(|text| !text.get_ref().trim().is_empty());
            filled.ok_or_else(|| self.at(byte, key, message))
        };
        let source = needed("source", backing.source)?;
        let as_of = needed("as_of", backing.as_of)?;
        let confidence = needed("confidence", backing.confidence)?;
        Ok(Some(Stated {
            value,
            source: self.word("source", &source, |key| self.sources.get(key))?,
            as_of: as_of.get_ref().trim().into(),
            confidence: self.word("confidence", &confidence, Confidence::from_code)?,
        }))
    }

    pub(super) fn routing(
        &self,
        entry: Spanned<RoutingEntry>,
    ) -> Result<Placed<RoutingRow>, SourceError> {
        let byte = entry.span().start;
        let entry = entry.into_inner();
        let backing = Backing::new(byte, entry.source, entry.as_of, entry.confidence);
        let service = entry.service.map(|word| self.service(&word)).transpose()?;
        let from = entry.from.map(|year| self.season("from", &year));
        let row = RoutingRow {
            specialties: self.codes(entry.specialties)?,
            from: from.transpose()?,
            service: self.stated(service, "service", backing, &entry.note)?,
            note: entry.note.trim().into(),
        };
        Ok(Placed { row, byte })
    }

    pub(super) fn price(
        &self,
        entry: Spanned<PriceEntry>,
    ) -> Result<Placed<PriceRow>, SourceError> {
        let byte = entry.span().start;
        let entry = entry.into_inner();
        let backing = Backing::new(byte, entry.source, entry.as_of, entry.confidence);
        let schedule = entry.tiers.map(|tiers| self.schedule(tiers)).transpose()?;
        let season = entry.season.map(|year| self.season("season", &year));
        let specialties = entry.specialties.map(|list| self.codes(list));
        let row = PriceRow {
            service: self.service(&entry.service)?,
            season: season.transpose()?,
            specialties: specialties.transpose()?.unwrap_or_default(),
            schedule: self.stated(schedule, "tiers", backing, &entry.note)?,
            note: entry.note.trim().into(),
        };
        Ok(Placed { row, byte })
    }

    fn schedule(&self, list: Spanned<Vec<Spanned<TierEntry>>>) -> Result<Schedule, SourceError> {
        let whole = list.span().start;
        let entries = list.into_inner();
        let bytes: Vec<usize> = entries.iter().map(|entry| entry.span().start).collect();
        let tier = |entry: &Spanned<TierEntry>| {
            let TierEntry { to, each, flat } = *entry.get_ref();
            let price = match (each, flat) {
                (Some(each), None) => TierPrice::Each(Usd::new(each)),
                (None, Some(flat)) => TierPrice::Flat(Usd::new(flat)),
                _ => {
                    let message = "a tier has either `each` or `flat`";
                    return Err(self.at(entry.span().start, "tiers", message));
                }
            };
            Ok(Tier { to, price })
        };
        let tiers = entries.iter().map(tier).collect::<Result<_, _>>()?;
        Schedule::new(tiers).map_err(|error| {
            let byte = match error {
                ScheduleError::Empty => None,
                ScheduleError::NotAscending(index) | ScheduleError::AfterTheLast(index) => {
                    bytes.get(index).copied()
                }
            };
            self.at(byte.unwrap_or(whole), "tiers", error.to_string())
        })
    }

    pub(super) fn fee(&self, entry: Spanned<FeeEntry>) -> Result<Placed<FeeRow>, SourceError> {
        let byte = entry.span().start;
        let entry = entry.into_inner();
        let backing = Backing::new(byte, entry.source, entry.as_of, entry.confidence);
        let charge = match (entry.amount.map(Usd::new), &entry.each_beyond) {
            (None, None) => None,
            (Some(amount), None) => Some(Charge::Once(amount)),
            (Some(amount), Some(free)) => Some(Charge::EachBeyond {
                amount,
                free: *free.get_ref(),
            }),
            (None, Some(free)) => {
                let message = "stands beside no amount";
                return Err(self.at(free.span().start, "each_beyond", message));
            }
        };
        let service = entry.service.map(|word| self.service(&word));
        let season = entry.season.map(|year| self.season("season", &year));
        let row = FeeRow {
            item: self.word("item", &entry.item, FeeItem::from_code)?,
            service: service.transpose()?,
            season: season.transpose()?,
            charge: self.stated(charge, "amount", backing, &entry.note)?,
            note: entry.note.trim().into(),
        };
        Ok(Placed { row, byte })
    }

    pub(super) fn assistance(
        &self,
        entry: Spanned<AssistanceEntry>,
        book: &FeeBook,
    ) -> Result<Placed<Assistance>, SourceError> {
        let byte = entry.span().start;
        let entry = entry.into_inner();
        let backing = Backing::new(byte, entry.source, entry.as_of, entry.confidence);
        let service = self.service(&entry.service)?;
        let promise = match (&entry.percent, &entry.applications) {
            (None, None) => None,
            (Some(percent), Some(applications)) => Some(Promise {
                percent: *percent.get_ref(),
                applications: *applications.get_ref(),
            }),
            _ => return Err(self.at(byte, "percent", "goes together with applications")),
        };
        if let Some(percent) = entry.percent.filter(|percent| *percent.get_ref() > 100) {
            return Err(self.at(percent.span().start, "percent", "is over 100"));
        }
        let example = entry
            .example
            .map(|entry| self.example(entry, service, book));
        let row = Assistance {
            service,
            promise: self.stated(promise, "percent", backing, &entry.note)?,
            example: example.transpose()?,
            note: entry.note.trim().into(),
        };
        Ok(Placed { row, byte })
    }

    /// The example, which must cost what the prices of its season make it cost.
    fn example(
        &self,
        entry: Spanned<ExampleEntry>,
        service: Service,
        book: &FeeBook,
    ) -> Result<Example, SourceError> {
        let byte = entry.span().start;
        let entry = entry.into_inner();
        let season = self.season("season", &entry.season)?;
        let price = Usd::new(*entry.price.get_ref());
        let row = book.prices(service, None, season);
        let stated = row.and_then(|row| row.schedule.as_ref());
        let schedule = stated.ok_or_else(|| {
            let message = "the season has no prices for all specialties";
            self.at(entry.season.span().start, "season", message)
        })?;
        let priced = entry
            .counts
            .iter()
            .map(|count| schedule.value.price(*count));
        let reckoned: Usd = priced.map(|priced| priced.amount).sum();
        if reckoned != price {
            let message = format!("the tiers of the season make it {}", reckoned.dollars());
            return Err(self.at(entry.price.span().start, "price", message));
        }
        let source = self.word("source", &entry.source, |key| self.sources.get(key))?;
        Example::new(season, entry.counts, price, Usd::new(entry.off), source).ok_or_else(|| {
            let message = "takes off more than the price or has no applications";
            self.at(byte, "example", message)
        })
    }
}
