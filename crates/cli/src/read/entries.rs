//! The applicant's own findings about programs, read.

use super::field::{code, each, maybe, program, share, within};
use crate::InputError;
use crate::input::{EntryInput, FiguresInput};
use crate::wire::Whole;
use engine::applicant::{Entries, Entry};
use engine::catalog::Catalog;
use engine::policy::{ExperienceRule, GraduationLimit};
use engine::residency_explorer::{Figures, MOST_APPLICANTS, Permille};
use engine::vocabulary::{EcfmgTiming, H1bPolicy, Setting, Strength};

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
    let years: Option<u8> = maybe(raw.graduation_years, |n| {
        within(&at("graduation_years"), n, 0, 60)
    })?;
    let strength = maybe(raw.usce, |word| code!(Strength, &at("usce"), word))?;
    Ok(Entry {
        j1: raw.j1,
        h1b: maybe(raw.h1b, |word| code!(H1bPolicy, &at("h1b"), word))?,
        step2_minimum: maybe(raw.step2_minimum, |n| {
            within(&at("step2_minimum"), n, 1, 300)
        })?,
        max_attempts: maybe(raw.max_attempts, |n| within(&at("max_attempts"), n, 1, 20))?,
        graduation: years.map(|years| GraduationLimit {
            years: Some(years),
            strength: Strength::Required,
        }),
        experience: strength.map(|strength| ExperienceRule {
            strength,
            months: None,
        }),
        ecfmg: maybe(raw.ecfmg, |word| code!(EcfmgTiming, &at("ecfmg"), word))?,
        setting: maybe(raw.setting, |word| code!(Setting, &at("setting"), word))?,
        explorer: maybe(raw.residency_explorer, |raw| {
            figures(&at("residency_explorer"), raw)
        })?
        .unwrap_or_default(),
    })
}

fn figures(path: &str, raw: FiguresInput) -> Read<Figures> {
    let at = |key: &str| format!("{path}.{key}");
    let part = |key: &str, raw: Option<f64>| -> Read<Option<Permille>> {
        let share = maybe(raw, |raw| share(&at(key), raw))?;
        Ok(share.and_then(|share| Permille::new(libm::round(share.value() * 1000.0) as u16)))
    };
    let score = |key: &str, raw: Option<Whole>| maybe(raw, |n| within(&at(key), n, 1, 300));
    let figures = Figures {
        rate: part("rate", raw.rate)?,
        rate_signalled: part("rate_signalled", raw.rate_signalled)?,
        applicants: maybe(raw.applicants, |n| {
            within(&at("applicants"), n, 1, MOST_APPLICANTS.into())
        })?,
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
