//! The applicant's own findings about programs, read.

use super::field::{code, each, maybe, program, within};
use crate::engine::applicant::{Entries, Entry};
use crate::engine::catalog::Catalog;
use crate::engine::policy::{ExperienceRule, GraduationLimit};
use crate::engine::vocabulary::{EcfmgTiming, H1bPolicy, Setting, Strength};
use crate::interchange::InputError;
use crate::interchange::input::EntryInput;

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
    })
}
