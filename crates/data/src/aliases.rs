//! `aliases.csv`: short names of specialties that people type.

use super::SourceError;
use super::table::Table;
use engine::catalog::Specialty;
use engine::program::SpecialtyCode;

/// Adds the short names to the specialties. One that a specialty has already is not added again.
pub(super) fn add(text: &str, specialties: &mut [Specialty]) -> Result<(), SourceError> {
    const COLUMNS: &[&str] = &["alias", "code"];
    let table = Table::read("aliases.csv", COLUMNS, text)?;
    let mut seen: Vec<String> = Vec::new();
    for row in table.rows() {
        let alias = row.text("alias")?;
        let code = row.word("code", |text| {
            let code = SpecialtyCode::parse(text)?;
            specialties.iter().any(|s| s.code == code).then_some(code)
        })?;
        let folded = alias.to_lowercase();
        let same = |name: &str| name.to_lowercase() == folded;
        let known = |s: &Specialty| same(&s.name) || s.aliases.iter().any(|other| same(other));
        if SpecialtyCode::parse(alias).is_some() || seen.contains(&folded) {
            return Err(row.error("alias", format!("{alias:?} is a code or there twice")));
        }
        if let Some(other) = specialties.iter().find(|s| s.code != code && known(s)) {
            let message = format!("{alias:?} is taken by specialty {}", other.code);
            return Err(row.error("alias", message));
        }
        let mut all = specialties.iter_mut();
        if let Some(specialty) = all.find(|s| s.code == code && !known(s)) {
            let mut aliases = std::mem::take(&mut specialty.aliases).into_vec();
            aliases.push(alias.into());
            specialty.aliases = aliases.into();
        }
        seen.push(folded);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{small, sources::Sources};

    fn specialties() -> Vec<Specialty> {
        let sources = Sources::read(include_str!("../../../data/sources.toml")).unwrap();
        small::specialties(include_str!("../../../data/specialties.csv"), &sources).unwrap()
    }

    fn error(text: &str) -> String {
        add(text, &mut specialties()).unwrap_err().to_string()
    }

    #[test]
    fn the_file_reads_and_adds_names() {
        let mut all = specialties();
        add(include_str!("../../../data/aliases.csv"), &mut all).unwrap();
        let named = |name: &str| {
            let mut all = all.iter();
            let found = all.find(|s| s.aliases.iter().any(|alias| &**alias == name));
            found.map(|s| s.code.to_string())
        };
        for (name, code) in [
            ("IM", "140"),
            ("FM", "120"),
            ("EM", "110"),
            ("DR", "420"),
            ("Radiology", "420"),
            ("OBGYN", "220"),
            ("OHNS", "280"),
            ("Integrated IR", "416"),
            ("Med-Psych", "715"),
        ] {
            assert_eq!(named(name).as_deref(), Some(code), "{name}");
        }
    }

    #[test]
    fn adding_twice_changes_nothing() {
        let mut once = specialties();
        let text = include_str!("../../../data/aliases.csv");
        add(text, &mut once).unwrap();
        let mut twice = once.clone();
        add(text, &mut twice).unwrap();
        assert_eq!(once, twice);
    }

    #[test]
    fn a_mistake_is_told_with_its_place() {
        assert_eq!(
            error("alias,code\nXY,141\n"),
            "aliases.csv:2:2 (code): \"141\" is not a known code"
        );
        assert_eq!(
            error("alias,code\nXY,140\nxy,120\n"),
            "aliases.csv:3:1 (alias): \"xy\" is a code or there twice"
        );
        assert_eq!(
            error("alias,code\nim,120\n"),
            "aliases.csv:2:1 (alias): \"im\" is taken by specialty 140"
        );
        assert_eq!(
            error("alias,code\n120,140\n"),
            "aliases.csv:2:1 (alias): \"120\" is a code or there twice"
        );
        assert!(error("alias\nIM\n").starts_with("aliases.csv:1:2"));
    }
}
