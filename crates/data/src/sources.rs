//! `sources.toml`: where every fact was read.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::SourceError;
use super::table::Row;
use engine::calendar::Date;
use engine::catalog::Source;
use engine::catalog::details::SourceDetails;
use engine::fact::{RecordField, SourceIndex};

pub(super) const FILE: &str = "sources.toml";

/// The sources, and what finds one by its key.
pub(super) struct Sources {
    pub(super) rows: Vec<Source>,
    pub(super) details: Vec<SourceDetails>,
    pub(super) records: Vec<(RecordField, SourceIndex)>,
    pub(super) as_of: Date,
    by_key: BTreeMap<String, SourceIndex>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    as_of: Spanned<String>,
    source: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    key: Spanned<String>,
    title: Spanned<String>,
    publisher: Spanned<String>,
    /// Left out where the publisher's own report was read.
    quoted_by: Option<Spanned<String>>,
    year: Spanned<String>,
    location: Spanned<String>,
    terms: Spanned<String>,
    used_for: Spanned<String>,
    #[serde(default)]
    columns: Vec<Spanned<String>>,
}

impl Sources {
    pub(super) fn read(text: &str) -> Result<Sources, SourceError> {
        let file: File = parse(FILE, text)?;
        let at = |value: &Spanned<String>, name: &str, message: String| {
            SourceError::at_byte(FILE, text, value.span().start, name, message)
        };
        let as_of = Date::parse(file.as_of.get_ref());
        let mut sources = Sources {
            rows: Vec::new(),
            details: Vec::new(),
            records: Vec::new(),
            as_of: as_of.ok_or_else(|| at(&file.as_of, "as_of", "is not a day".into()))?,
            by_key: BTreeMap::new(),
        };
        for (index, entry) in (0u16..).zip(file.source) {
            let index = SourceIndex(index);
            let key = entry.key.get_ref().clone();
            if sources.by_key.insert(key.clone(), index).is_some() {
                return Err(at(&entry.key, "key", format!("{key:?} is there twice")));
            }
            for column in &entry.columns {
                let code = column.get_ref();
                let field = RecordField::from_code(code)
                    .ok_or_else(|| at(column, "columns", format!("{code:?} is not a field")))?;
                if sources.records.iter().any(|(other, _)| *other == field) {
                    let message = format!("{code:?} has a source already");
                    return Err(at(column, "columns", message));
                }
                sources.records.push((field, index));
            }
            let words = |name: &str, value: Spanned<String>| match value.get_ref().trim() {
                "" => Err(at(&value, name, "may not be empty".into())),
                words => Ok(words.into()),
            };
            sources.rows.push(Source {
                key: words("key", entry.key.clone())?,
            });
            sources.details.push(SourceDetails {
                title: words("title", entry.title)?,
                publisher: words("publisher", entry.publisher)?,
                quoted_by: entry
                    .quoted_by
                    .map(|by| words("quoted_by", by))
                    .transpose()?,
                year: words("year", entry.year)?,
                location: words("location", entry.location)?,
                terms: words("terms", entry.terms)?,
                used_for: words("used_for", entry.used_for)?,
            });
        }
        for field in RecordField::ALL {
            if !sources.records.iter().any(|(known, _)| known == field) {
                let message = format!("no source stands behind the field {:?}", field.code());
                return Err(SourceError::whole(FILE, message));
            }
        }
        Ok(sources)
    }

    pub(super) fn get(&self, key: &str) -> Option<SourceIndex> {
        self.by_key.get(key).copied()
    }

    /// The source behind a field of every record; [`Sources::read`] saw to it that there is
    /// one.
    pub(super) fn of_record(&self, field: RecordField) -> Option<SourceIndex> {
        let mut records = self.records.iter();
        records.find(|(known, _)| *known == field).map(|(_, s)| *s)
    }

    /// The source that a cell names.
    pub(super) fn of(&self, row: Row<'_>, column: &str) -> Result<SourceIndex, SourceError> {
        let key = row.text(column)?;
        self.get(key)
            .ok_or_else(|| row.error(column, format!("{key:?} is not in {FILE}")))
    }
}

/// Reads a TOML file; errors carry line and column.
pub(super) fn parse<T: serde::de::DeserializeOwned>(
    file: &'static str,
    text: &str,
) -> Result<T, SourceError> {
    toml::from_str(text).map_err(|error| {
        let byte = error.span().map_or(0, |span| span.start);
        SourceError::at_byte(file, text, byte, "", error.message().to_owned())
    })
}
