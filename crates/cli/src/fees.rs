//! The question and the answer of `fees`.
//!
//! The question prices one service as asked: ERAS, or the one it names. It does not ask whether
//! the specialty uses that service in that season; the app does.

use std::fmt;

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::wire::Whole;
use engine::calendar::Season;
use engine::fees::{Applications, Bill, FeeBook, Line, Own, Service, Usd};
use engine::program::SpecialtyCode;

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeesInput {
    /// The year in which training starts.
    pub season: Whole,
    /// Applications by specialty.
    pub counts: CountsInput,
    /// Whether to take off fee assistance; absent is no.
    pub assistance: Option<bool>,
    /// Code of the service; absent is ERAS.
    pub service: Option<String>,
}

/// Applications by ACGME code, full name or alias of the specialty, as they stand in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountsInput(pub Vec<(String, Whole)>);

impl<'de> Deserialize<'de> for CountsInput {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(CountsVisitor)
    }
}

struct CountsVisitor;

impl<'de> Visitor<'de> for CountsVisitor {
    type Value = CountsInput;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object from specialty to number of applications")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<CountsInput, M::Error> {
        let mut counts = Vec::new();
        // Kept as a list, so that a key that stands twice is seen.
        while let Some(entry) = map.next_entry()? {
            counts.push(entry);
        }
        Ok(CountsInput(counts))
    }
}

/// A question that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeesAsked {
    /// The season.
    pub season: Season,
    /// Each specialty as the question spells it.
    pub names: Vec<(SpecialtyCode, String)>,
    /// Applications.
    pub applications: Applications,
    /// Whether to take off fee assistance.
    pub assistance: bool,
    /// The service.
    pub service: Service,
}

/// An answer, in whole US dollars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FeesOutput {
    /// The price of the applications that have a stated price; `null` where none has.
    pub eras: Option<u64>,
    /// What assistance takes off; `null` is not stated.
    pub assistance: Option<u64>,
    /// What is left of the price; `null` where price or assistance is.
    pub after_assistance: Option<u64>,
    /// What the price and the assistance lack, each with its field.
    pub missing: Vec<String>,
}

pub(super) fn answer(book: &FeeBook, asked: &FeesAsked) -> FeesOutput {
    let own = Own::default();
    let bill = book.bill_through(asked.service, asked.season, &asked.applications, &own);
    let mut missing: Vec<String> = bill
        .lines
        .iter()
        .filter(|line| line.priced.missing > 0)
        .map(|line| lack(asked, &bill, line))
        .collect();
    let off = if asked.assistance {
        book.off(&bill, &own)
    } else {
        Some(Usd::ZERO)
    };
    if off.is_none() {
        let name = asked.service.label();
        missing.push(format!(
            "assistance: what {name} takes off these applications is not stated"
        ));
    }
    let amount = bill.amount();
    let after = amount.and_then(|amount| Some(amount.less(off?)));
    FeesOutput {
        eras: amount.map(|amount| amount.dollars()),
        assistance: off.map(|off| off.dollars()),
        after_assistance: after.map(|after| after.dollars()),
        missing,
    }
}

fn lack(asked: &FeesAsked, bill: &Bill<'_>, line: &Line<'_>) -> String {
    let mut names = asked.names.iter();
    let name = names.find(|(code, _)| *code == line.specialty);
    let name = name.map_or("", |(_, name)| name);
    let first = line.count - line.priced.missing + 1;
    let which = if first == line.count {
        format!("application {first}")
    } else {
        format!("applications {first} to {}", line.count)
    };
    format!(
        "counts.{name}: the price of {which} on {} in season {} is not stated",
        asked.service.label(),
        bill.season.0
    )
}
