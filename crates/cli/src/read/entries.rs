//! The applicant's own findings about programs, read.

use std::rc::Rc;

use super::field::{each, maybe, number, program, share};
use crate::entry_input::{EntryInput, FactsInput, FiguresInput};
use crate::wire::{Fraction, Number, Percentile};
use crate::{InputError, facts};
use engine::applicant::{Entries, Entry};
use engine::calendar::Date;
use engine::catalog::Catalog;
use engine::residency_explorer::{Figures, Permille};

type Read<T> = Result<T, InputError>;

pub(super) fn entries(catalog: &Catalog, raw: Option<Vec<EntryInput>>) -> Read<Entries> {
    let mut all = Entries::default();
    each("entries", raw, |at, one| {
        let id = program(catalog, &format!("{at}.program"), &one.program)?;
        if all.get(id).is_some() {
            return Err(InputError::new(format!("{at}.program"), "appears twice"));
        }
        all.set(id, entry(at, one)?);
        Ok(())
    })?;
    Ok(all)
}

/// Own findings, and the facts files of others.
pub(super) fn with_files(
    mut entries: Entries,
    files: Option<Vec<FactsInput>>,
    today: Date,
) -> Read<Entries> {
    each("facts", files, |at, one| {
        let file = facts::read(at, &one, Some(today))?;
        let known = entries.files().len();
        if !entries.open(Rc::new(file)) {
            return Err(InputError::new(
                at,
                format!("{} files are the most", Entries::MOST_FILES),
            ));
        }
        if entries.files().len() == known {
            return Err(InputError::new(format!("{at}.name"), "appears twice"));
        }
        Ok(())
    })?;
    Ok(entries)
}

fn entry(path: &str, raw: EntryInput) -> Read<Entry> {
    Ok(Entry {
        explorer: maybe(raw.residency_explorer.as_ref(), |figures_of| {
            figures(&format!("{path}.residency_explorer"), figures_of)
        })?
        .unwrap_or_default(),
        ..raw.read(path)?
    })
}

fn figures(path: &str, raw: &FiguresInput) -> Read<Figures> {
    let at = |key: &str| format!("{path}.{key}");
    let part = |key: &str, raw: Option<Fraction>| -> Read<Option<Permille>> {
        let share = maybe(raw, |raw| share(&at(key), raw))?;
        Ok(share.and_then(|share| Permille::new(libm::round(share.value() * 1000.0) as u16)))
    };
    let score =
        |key: &str, raw: Option<Number<Percentile>>| maybe(raw, |raw| number(&at(key), raw));
    let figures = Figures {
        rate: part("rate", raw.rate)?,
        rate_signalled: part("rate_signalled", raw.rate_signalled)?,
        applicants: maybe(raw.applicants, |n| number(&at("applicants"), n))?,
        type_applied: part("type_applied", raw.type_applied)?,
        type_interviewed: part("type_interviewed", raw.type_interviewed)?,
        step2: [
            score("step2_25", raw.step2_25)?,
            score("step2_50", raw.step2_50)?,
            score("step2_75", raw.step2_75)?,
        ],
    };
    if !figures.ascends() {
        let problem = "the percentiles do not ascend from step2_25 to step2_75";
        return Err(InputError::new(path, problem));
    }
    Ok(figures)
}
