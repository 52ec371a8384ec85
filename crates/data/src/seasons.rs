//! `seasons.toml`: the calendar of each season.

use serde::Deserialize;
use toml::Spanned;

use super::SourceError;
use super::sources::{Sources, parse};
use engine::calendar::{Date, Season};
use engine::season::{Confidence, SeasonDate, SeasonEvent};

const FILE: &str = "seasons.toml";

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    date: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    season: Spanned<u16>,
    event: Spanned<String>,
    day: Spanned<String>,
    source: Spanned<String>,
    confidence: Spanned<String>,
    #[serde(default)]
    note: String,
}

pub(super) fn dates(text: &str, sources: &Sources) -> Result<Vec<SeasonDate>, SourceError> {
    let file: File = parse(FILE, text)?;
    let mut dates: Vec<SeasonDate> = Vec::new();
    for entry in file.date {
        let at = |byte: usize, name: &str, message: String| {
            SourceError::at_byte(FILE, text, byte, name, message)
        };
        let unknown = |name: &str, value: &Spanned<String>| {
            let message = format!("{:?} is not known", value.get_ref());
            at(value.span().start, name, message)
        };
        let season = Season(*entry.season.get_ref());
        let day = Date::parse(entry.day.get_ref()).ok_or_else(|| unknown("day", &entry.day))?;
        if Season::of(day) != season {
            let message = format!("{day} is not in season {}", season.0);
            return Err(at(entry.day.span().start, "day", message));
        }
        let date = SeasonDate {
            season,
            event: SeasonEvent::from_code(entry.event.get_ref())
                .ok_or_else(|| unknown("event", &entry.event))?,
            day,
            source: sources
                .get(entry.source.get_ref())
                .ok_or_else(|| unknown("source", &entry.source))?,
            confidence: Confidence::from_code(entry.confidence.get_ref())
                .ok_or_else(|| unknown("confidence", &entry.confidence))?,
            note: entry.note.trim().into(),
        };
        let twice = |other: &SeasonDate| other.season == season && other.event == date.event;
        if dates.iter().any(twice) {
            let message = "the season has this event twice".into();
            return Err(at(entry.event.span().start, "event", message));
        }
        dates.push(date);
    }
    Ok(dates)
}
