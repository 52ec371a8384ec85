//! The question and the answer of `fees`.
//!
//! The question prices one service as asked: ERAS, or the one it names. It does not ask whether
//! the specialty uses that service in that season; the app does.

use std::fmt;

#[cfg(feature = "command")]
use schemars::JsonSchema;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::wire::{Number, ToASpecialty};
use super::word::Word;
use engine::calendar::Season;
use engine::fees::{Applications, Bill, FeeBook, Line, Own, Service, Usd};
use engine::program::SpecialtyCode;

/// A question.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FeesInput {
    /// The season applied for, by the year in which training starts.
    pub season: Number<Season>,
    /// Applications by ACGME code, full name or alias of the specialty, each specialty once.
    #[cfg_attr(
        feature = "command",
        schemars(with = "std::collections::BTreeMap<String, Number<ToASpecialty>>")
    )]
    pub counts: CountsInput,
    /// Whether to take off fee assistance. Absent or null is no.
    pub assistance: Option<bool>,
    /// The service to price, whichever the specialty uses. Absent or null is ERAS.
    pub service: Option<Word<Service>>,
}

/// Applications by ACGME code, full name or alias of the specialty, as they stand in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountsInput(pub Vec<(String, Number<ToASpecialty>)>);

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

/// Whole US dollars.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "command", derive(JsonSchema))]
pub struct FeesOutput {
    /// The price, on the service that was asked for, of the applications whose price is stated. Null
    /// where there are applications and none has a stated price.
    pub eras: Option<u64>,
    /// What fee assistance takes off; 0 where it was not asked for, null where it is not stated.
    pub assistance: Option<u64>,
    /// The price less the assistance; null where one of them is.
    pub after_assistance: Option<u64>,
    /// What price and assistance lack, each line with the field of the input first. Empty where the
    /// answer is whole.
    #[cfg_attr(feature = "command", schemars(inner(length(min = 1))))]
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
