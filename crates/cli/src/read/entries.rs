//! The applicant's own findings about programs, read.

use super::field::{each, maybe, number, program, share, word};
use crate::InputError;
use crate::input::{EntryInput, FiguresInput};
use crate::wire::{Fraction, Number, Percentile};
use engine::applicant::{Entries, Entry};
use engine::catalog::Catalog;
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::residency_explorer::{Figures, Permille};
use engine::vocabulary::Strength;

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

fn entry(path: &str, raw: EntryInput) -> Read<Entry> {
    let at = |key: &str| format!("{path}.{key}");
    let years: Option<u8> = maybe(raw.graduation_years, |n| number(&at("graduation_years"), n))?;
    let strength = maybe(raw.usce, |raw| word(&at("usce"), &raw))?;
    Ok(Entry {
        j1: raw.j1,
        h1b: maybe(raw.h1b, |raw| word(&at("h1b"), &raw))?,
        step2_minimum: maybe(raw.step2_minimum, |n| number(&at("step2_minimum"), n))?,
        max_attempts: maybe(raw.max_attempts, |n| number(&at("max_attempts"), n))?,
        graduation: years.map(|years| GraduationLimit {
            years: Some(years),
            strength: Strength::Required,
        }),
        experience: strength.map(|strength| ExperienceRule {
            strength,
            months: None,
        }),
        ecfmg: maybe(raw.ecfmg, |raw| word(&at("ecfmg"), &raw))?,
        setting: maybe(raw.setting, |raw| word(&at("setting"), &raw))?,
        explorer: maybe(raw.residency_explorer, |raw| {
            figures(&at("residency_explorer"), raw)
        })?
        .unwrap_or_default(),
    })
}

fn figures(path: &str, raw: FiguresInput) -> Read<Figures> {
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
