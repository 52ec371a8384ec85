//! Days as a calendar file (RFC 5545) that every calendar opens.

use ics::properties::{Categories, Description, DtStart, Summary};
use ics::{Event, ICalendar, escape_text};

use engine::calendar::Date;

/// A day for the calendar.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Stays the same when the file is made again, so that a calendar replaces and does not
    /// double.
    pub id: String,
    /// The day.
    pub day: Date,
    /// What it is.
    pub title: String,
    /// More about it, plain text.
    pub note: String,
}

/// The file, made on a day. All entries last the whole day.
#[must_use]
pub fn file(entries: &[Entry], today: Date) -> String {
    let mut calendar = ICalendar::new("2.0", "-//Smart Pick//Timeline//EN");
    for entry in entries {
        let mut event = Event::new(
            format!("{}@smart-pick", entry.id),
            format!("{}T000000Z", compact(today)),
        );
        let mut start = DtStart::new(compact(entry.day));
        start.append(ics::parameters!("VALUE" => "DATE"));
        event.push(start);
        event.push(Summary::new(escape_text(entry.title.as_str())));
        if !entry.note.is_empty() {
            event.push(Description::new(escape_text(entry.note.as_str())));
        }
        event.push(Categories::new("Residency"));
        calendar.add_event(event);
    }
    calendar.to_string()
}

/// A day as the format writes it: 20260902.
fn compact(day: Date) -> String {
    day.to_string().replace('-', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_calendar_reads_the_file() {
        let entries = [
            Entry {
                id: "submit-2027".into(),
                day: Date::parse("2026-09-02").unwrap(),
                title: "Submit; then wait, and \"breathe\"".into(),
                note: format!("A long note: {}", "ünïcode, ".repeat(30)),
            },
            Entry {
                id: "match-2027".into(),
                day: Date::parse("2027-03-19").unwrap(),
                title: "Match Day".into(),
                note: String::new(),
            },
        ];
        let text = file(&entries, Date::parse("2026-11-25").unwrap());
        for line in text.split("\r\n") {
            assert!(line.chars().count() <= 75, "{line}");
        }
        let calendar: icalendar::Calendar = text.parse().unwrap();
        let events: Vec<_> = calendar
            .components
            .iter()
            .filter_map(|c| c.as_event())
            .collect();
        assert_eq!(events.len(), 2);
        use icalendar::Component;
        assert_eq!(
            events[0].get_summary(),
            Some("Submit; then wait, and \"breathe\"")
        );
        assert_eq!(events[0].property_value("DTSTART"), Some("20260902"));
        assert!(events[0].get_description().unwrap().ends_with("ünïcode, "));
        assert!(events[1].get_uid().unwrap().starts_with("match-2027@"));
    }
}
