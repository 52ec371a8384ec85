//! What is planned: kinds of experience, costs, milestones.

use std::path::Path;

use serde::Deserialize;

use super::File;
use crate::error::GuideError;
use crate::shelf::Shelf;
use engine::season::SeasonEvent;
use state::content::tools::{Cost, Kind, Milestone};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenKind {
    id: String,
    name: String,
    md: String,
    student: bool,
    graduate: bool,
    visitor_student: bool,
    visitor_graduate: bool,
    needs_work: bool,
    hands_on: bool,
    lead_months: u8,
    price: Option<(u32, u32)>,
    price_md: String,
    letter_md: String,
    ask: Vec<String>,
}

pub(super) fn kinds(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Kind>, GuideError> {
    let file = File {
        name: "tools/kinds.toml",
        list: "kind",
        shelf,
    };
    file.each(folder, |kind: WrittenKind| {
        let id = kind.id.as_str();
        file.amounts(id, kind.price, &kind.price_md)?;
        for question in &kind.ask {
            file.plain(id, question)?;
        }
        Ok(Kind {
            html: file.html(id, &kind.md)?,
            price_html: file.html(id, &kind.price_md)?,
            letter_html: file.html(id, &kind.letter_md)?,
            id: kind.id,
            name: kind.name,
            student: kind.student,
            graduate: kind.graduate,
            visitor_student: kind.visitor_student,
            visitor_graduate: kind.visitor_graduate,
            needs_work: kind.needs_work,
            hands_on: kind.hands_on,
            lead_months: kind.lead_months,
            price: kind.price,
            ask: kind.ask,
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenCost {
    id: String,
    group: String,
    label: String,
    usual: Option<(u32, u32)>,
    /// Stated amounts that make up the usual one.
    sum: Option<Vec<u32>>,
    md: String,
    months_before: i8,
    #[serde(default)]
    income: bool,
    who: String,
    #[serde(default)]
    done: String,
}

pub(super) fn costs(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Cost>, GuideError> {
    let file = File {
        name: "tools/costs.toml",
        list: "cost",
        shelf,
    };
    file.each(folder, |cost: WrittenCost| {
        let id = cost.id.as_str();
        match (&cost.sum, cost.usual) {
            (Some(parts), usual) => {
                for part in parts {
                    file.amounts(id, Some((*part, *part)), &cost.md)?;
                }
                let sum: u32 = parts.iter().sum();
                if usual != Some((sum, sum)) {
                    return Err(file.wrong(id, "the parts do not add up to the usual amount"));
                }
            }
            (None, usual) => file.amounts(id, usual, &cost.md)?,
        }
        file.who(id, &cost.who)?;
        if !cost.done.is_empty() {
            file.who(id, &cost.done)?;
        }
        Ok(Cost {
            html: file.html(id, &cost.md)?,
            id: cost.id,
            group: cost.group,
            label: cost.label,
            usual: cost.usual,
            months_before: cost.months_before,
            income: cost.income,
            who: cost.who,
            done: cost.done,
        })
    })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenMilestone {
    id: String,
    title: String,
    md: String,
    from: String,
    months_before: i8,
    last_months_before: i8,
    late_md: String,
    who: String,
}

pub(super) fn milestones(folder: &Path, shelf: &Shelf<'_>) -> Result<Vec<Milestone>, GuideError> {
    let file = File {
        name: "tools/milestones.toml",
        list: "milestone",
        shelf,
    };
    file.each(folder, |milestone: WrittenMilestone| {
        let id = milestone.id.as_str();
        if SeasonEvent::from_code(&milestone.from).is_none() {
            return Err(file.wrong(id, "counts from a day that no season has"));
        }
        if milestone.last_months_before > milestone.months_before {
            return Err(file.wrong(id, "its last moment comes before its first"));
        }
        file.who(id, &milestone.who)?;
        Ok(Milestone {
            html: file.html(id, &milestone.md)?,
            late_html: file.html(id, &milestone.late_md)?,
            id: milestone.id,
            title: milestone.title,
            from: milestone.from,
            months_before: milestone.months_before,
            last_months_before: milestone.last_months_before,
            who: milestone.who,
        })
    })
}
