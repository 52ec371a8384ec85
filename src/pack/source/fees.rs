//! `fees.toml`: what applications cost.

use serde::Deserialize;
use toml::Spanned;

use super::SourceError;
use super::sources::{Sources, parse};
use crate::engine::calendar::Season;
use crate::engine::fact::SourceIndex;
use crate::engine::fees::{AssistanceExample, Prices, Schedule, Service};
use crate::engine::portfolio::{Fees, Tier};
use crate::engine::program::SpecialtyCode;
use crate::engine::season::Confidence;

pub(super) const FILE: &str = "fees.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    schedule: Vec<ScheduleEntry>,
    #[serde(default)]
    assistance: Vec<AssistanceEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScheduleEntry {
    service: Spanned<String>,
    season: u16,
    specialty: Option<Spanned<String>>,
    tiers: Spanned<Vec<TierEntry>>,
    source: Spanned<String>,
    confidence: Spanned<String>,
    #[serde(default)]
    note: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct TierEntry {
    upto: Option<usize>,
    flat: Option<u64>,
    each: Option<u64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AssistanceEntry {
    service: Spanned<String>,
    season: u16,
    fee: u64,
    off: Spanned<u64>,
    source: Spanned<String>,
    confidence: Spanned<String>,
    #[serde(default)]
    note: String,
}

/// The text with what its words stand for.
struct Reader<'a> {
    text: &'a str,
    sources: &'a Sources,
}

pub(super) fn prices(text: &str, sources: &Sources) -> Result<Prices, SourceError> {
    let file: File = parse(FILE, text)?;
    let reader = Reader { text, sources };
    let mut prices = Prices::default();
    for entry in &file.schedule {
        let schedule = reader.schedule(entry)?;
        let same = |other: &Schedule| {
            let key = |s: &Schedule| (s.service, s.season, s.specialty);
            key(other) == key(&schedule)
        };
        if prices.schedules.iter().any(same) {
            let message = "service, season and specialty have prices already";
            return Err(reader.error(&entry.service, "service", message));
        }
        prices.schedules.push(schedule);
    }
    let examples = file.assistance.iter().map(|entry| reader.example(entry));
    prices.assistance = examples.collect::<Result<_, _>>()?;
    Ok(prices)
}

impl Reader<'_> {
    fn error<T>(&self, at: &Spanned<T>, name: &str, message: impl Into<String>) -> SourceError {
        SourceError::at_byte(FILE, self.text, at.span().start, name, message.into())
    }

    fn known<T>(
        &self,
        name: &str,
        word: &Spanned<String>,
        find: impl Fn(&str) -> Option<T>,
    ) -> Result<T, SourceError> {
        let unknown = || self.error(word, name, format!("{:?} is not known", word.get_ref()));
        find(word.get_ref()).ok_or_else(unknown)
    }

    fn source(&self, word: &Spanned<String>) -> Result<SourceIndex, SourceError> {
        self.known("source", word, |key| self.sources.get(key))
    }

    fn schedule(&self, entry: &ScheduleEntry) -> Result<Schedule, SourceError> {
        let specialty = entry
            .specialty
            .as_ref()
            .map(|word| self.known("specialty", word, SpecialtyCode::parse));
        Ok(Schedule {
            service: self.known("service", &entry.service, Service::from_code)?,
            season: Season(entry.season),
            specialty: specialty.transpose()?,
            fees: tiers(entry.tiers.get_ref())
                .map_err(|message| self.error(&entry.tiers, "tiers", message))?,
            source: self.source(&entry.source)?,
            confidence: self.known("confidence", &entry.confidence, Confidence::from_code)?,
            note: entry.note.trim().into(),
        })
    }

    fn example(&self, entry: &AssistanceEntry) -> Result<AssistanceExample, SourceError> {
        let off = *entry.off.get_ref();
        if off > entry.fee {
            return Err(self.error(&entry.off, "off", "is more than the fee"));
        }
        Ok(AssistanceExample {
            service: self.known("service", &entry.service, Service::from_code)?,
            season: Season(entry.season),
            fee: entry.fee,
            off,
            source: self.source(&entry.source)?,
            confidence: self.known("confidence", &entry.confidence, Confidence::from_code)?,
            note: entry.note.trim().into(),
        })
    }
}

/// A flat tier costs its whole price with its first application and nothing more.
fn tiers(entries: &[TierEntry]) -> Result<Fees, String> {
    let mut tiers = Vec::new();
    let mut sold = 0;
    for entry in entries {
        match (entry.flat, entry.each) {
            (None, Some(each)) => tiers.push(Tier {
                upto: entry.upto,
                each,
            }),
            (Some(flat), None) => {
                tiers.push(Tier {
                    upto: Some(sold + 1),
                    each: flat,
                });
                if entry.upto.is_none_or(|upto| upto > sold + 1) {
                    tiers.push(Tier {
                        upto: entry.upto,
                        each: 0,
                    });
                }
            }
            _ => return Err("a tier has either flat or each".into()),
        }
        sold = entry.upto.unwrap_or(sold);
    }
    Fees::new(tiers).map_err(|fault| fault.reason.to_string())
}
