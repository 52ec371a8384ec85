//! A CSV file with known columns: cells by heading, errors with line and column.

use std::ops::RangeInclusive;
use std::str::FromStr;

use super::SourceError;

/// A CSV file whose first line has exactly the known headings.
pub(super) struct Table {
    file: &'static str,
    columns: &'static [&'static str],
    rows: Vec<csv::StringRecord>,
}

impl Table {
    pub(super) fn read(
        file: &'static str,
        columns: &'static [&'static str],
        text: &str,
    ) -> Result<Table, SourceError> {
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let failed = |error: csv::Error| {
            let line = error.position().map_or(0, |position| position.line());
            SourceError {
                line,
                ..SourceError::whole(file, error.to_string())
            }
        };
        let headings = reader.headers().map_err(failed)?;
        for index in 0..columns.len().max(headings.len()) {
            let (wanted, found) = (columns.get(index), headings.get(index));
            if wanted.copied() != found {
                return Err(SourceError {
                    line: 1,
                    column: index as u64 + 1,
                    name: found.unwrap_or_default().to_owned(),
                    ..SourceError::whole(
                        file,
                        format!("the heading must be {:?}", wanted.unwrap_or(&"absent")),
                    )
                });
            }
        }
        let rows = reader.records().collect::<Result<_, _>>().map_err(failed)?;
        Ok(Table {
            file,
            columns,
            rows,
        })
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.iter().map(|record| Row {
            table: self,
            record,
        })
    }
}

/// One row of a table.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    table: &'a Table,
    record: &'a csv::StringRecord,
}

impl<'a> Row<'a> {
    /// An error at a cell.
    pub(super) fn error(&self, column: &str, message: impl Into<String>) -> SourceError {
        let index = self.table.columns.iter().position(|name| *name == column);
        SourceError {
            file: self.table.file,
            line: self.record.position().map_or(0, |at| at.line()),
            column: index.map_or(0, |index| index as u64 + 1),
            name: column.to_owned(),
            message: message.into(),
        }
    }

    /// The text of a cell, empty if it is.
    pub(super) fn cell(&self, column: &str) -> Result<&'a str, SourceError> {
        let index = self.table.columns.iter().position(|name| *name == column);
        let text = index.and_then(|index| self.record.get(index));
        let text = text.ok_or_else(|| self.error(column, "there is no such column"))?;
        if text.trim() != text || text.chars().any(char::is_control) {
            let message = "the text has blanks at an end or control characters";
            return Err(self.error(column, message));
        }
        Ok(text)
    }

    /// The text of a cell that may not be empty.
    pub(super) fn text(&self, column: &str) -> Result<&'a str, SourceError> {
        match self.cell(column)? {
            "" => Err(self.error(column, "may not be empty")),
            text => Ok(text),
        }
    }

    /// The text of a cell; `None` if it is empty.
    pub(super) fn optional(&self, column: &str) -> Result<Option<&'a str>, SourceError> {
        Ok(Some(self.cell(column)?).filter(|text| !text.is_empty()))
    }

    /// What a cell says as one of the known codes.
    pub(super) fn word<T>(
        &self,
        column: &str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Result<T, SourceError> {
        let text = self.text(column)?;
        from_code(text).ok_or_else(|| self.error(column, format!("{text:?} is not a known code")))
    }

    /// The same; `None` if the cell is empty.
    pub(super) fn optional_word<T>(
        &self,
        column: &str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Result<Option<T>, SourceError> {
        let known = self.optional(column)?;
        known.map(|_| self.word(column, from_code)).transpose()
    }

    /// A whole number within a range; `None` if the cell is empty.
    pub(super) fn number<T>(
        &self,
        column: &str,
        range: RangeInclusive<T>,
    ) -> Result<Option<T>, SourceError>
    where
        T: FromStr + PartialOrd + std::fmt::Display,
    {
        let Some(text) = self.optional(column)? else {
            return Ok(None);
        };
        let number = text.parse().ok().filter(|number| range.contains(number));
        let (low, high) = (range.start(), range.end());
        let message = || format!("{text:?} is not a whole number from {low} to {high}");
        number
            .map(Some)
            .ok_or_else(|| self.error(column, message()))
    }

    /// `yes`, `no` or empty.
    pub(super) fn yes_or_no(&self, column: &str) -> Result<Option<bool>, SourceError> {
        self.optional_word(column, |code| match code {
            "yes" => Some(true),
            "no" => Some(false),
            _ => None,
        })
    }

    /// An address of the web; `None` if the cell is empty.
    pub(super) fn address(&self, column: &str) -> Result<Option<&'a str>, SourceError> {
        let Some(url) = self.optional(column)? else {
            return Ok(None);
        };
        if is_address(url) {
            Ok(Some(url))
        } else {
            Err(self.error(column, format!("{url:?} is not an http or https address")))
        }
    }

    /// The items of a list, none if the cell is empty.
    pub(super) fn list(&self, column: &str) -> Result<Vec<&'a str>, SourceError> {
        let text = self.cell(column)?;
        let items: Vec<&str> = match text {
            "" => Vec::new(),
            text => text.split(';').collect(),
        };
        for (index, item) in items.iter().enumerate() {
            let repeated = items.iter().take(index).any(|other| other == item);
            if item.trim() != *item || item.is_empty() || repeated {
                let message = format!("the list has {item:?} empty, with blanks or twice");
                return Err(self.error(column, message));
            }
        }
        Ok(items)
    }
}

fn is_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let good_host = host.contains('.')
        && host
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b".-:".contains(&b));
    let bad_sign = |c: char| c.is_whitespace() || c.is_control() || "<>\"\\`{}".contains(c);
    good_host && !url.contains(bad_sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_harm_or_break_a_page_are_refused() {
        for good in ["http://a.edu", "https://a.b.org:8080/x?y=1#z"] {
            assert!(is_address(good), "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "ftp://a.edu",
            "http://The University",
            "http://nohost/",
            "https://a.edu/\"onclick",
            "https://a.edu/a b",
            "https://a\\b.edu",
        ] {
            assert!(!is_address(bad), "{bad}");
        }
    }
}
