//! Single fields: a raw word or number and its path in, an engine value or an error out.

use crate::InputError;
use crate::input::StateInput;
use crate::wire::{AcgmeId, Fraction, Number, Ranged};
use crate::word::{Word, Words};
use engine::calendar::Date;
use engine::catalog::Catalog;
use engine::geography::UsState;
use engine::preference::Share;
use engine::program::{ProgramId, SpecialtyCode};

type Read<T> = Result<T, InputError>;

/// The longest part of the input's own text that an error repeats, in characters.
const QUOTED: usize = 60;

/// The input's own text, quoted and cut.
pub(super) fn quoted(text: &str) -> String {
    if text.chars().count() > QUOTED {
        let start: String = text.chars().take(QUOTED).collect();
        format!("{start:?}...")
    } else {
        format!("{text:?}")
    }
}

/// Reads a value that may be absent.
pub(crate) fn maybe<R, T>(raw: Option<R>, read: impl FnOnce(R) -> Read<T>) -> Read<Option<T>> {
    raw.map(read).transpose()
}

/// Reads every entry of a list, each with its own path.
pub(crate) fn each<R, T>(
    path: &str,
    raw: Option<Vec<R>>,
    mut read: impl FnMut(&str, R) -> Read<T>,
) -> Read<Vec<T>> {
    raw.unwrap_or_default()
        .into_iter()
        .enumerate()
        .map(|(i, entry)| read(&format!("{path}[{i}]"), entry))
        .collect()
}

/// Refuses a list that names something twice.
pub(super) fn distinct<T: PartialEq>(path: &str, list: Vec<T>) -> Read<Vec<T>> {
    for (i, entry) in list.iter().enumerate() {
        if list.iter().take(i).any(|earlier| earlier == entry) {
            return Err(InputError::new(format!("{path}[{i}]"), "appears twice"));
        }
    }
    Ok(list)
}

/// A word of a closed set.
pub(crate) fn word<S: Words>(path: &str, raw: &Word<S>) -> Read<S> {
    raw.known().ok_or_else(|| {
        let raw = quoted(&raw.text);
        let words: Vec<&str> = S::WORDS.iter().map(|word| word.code()).collect();
        InputError::new(path, format!("{raw} is not one of {}", words.join(", ")))
    })
}

/// A whole number within its range, as the type that the engine holds.
pub(crate) fn number<R: Ranged>(path: &str, raw: Number<R>) -> Read<R::Read> {
    let read = raw.read();
    read.map_err(|error| InputError::new(path, error.to_string()))
}

/// A share from 0 to 1.
pub(super) fn share(path: &str, Fraction(raw): Fraction) -> Read<Share> {
    Share::new(raw).ok_or_else(|| InputError::new(path, format!("{raw} is not from 0 to 1")))
}

/// A day.
pub(crate) fn date(path: &str, raw: &str) -> Read<Date> {
    Date::parse(raw).ok_or_else(|| {
        let raw = quoted(raw);
        InputError::new(path, format!("{raw} is not a day written YYYY-MM-DD"))
    })
}

/// A state by its postal code.
pub(super) fn state(path: &str, StateInput(raw): &StateInput) -> Read<UsState> {
    raw.known().ok_or_else(|| {
        let raw = quoted(&raw.text);
        InputError::new(
            path,
            format!("{raw} is not the two-letter code of a state, DC or PR"),
        )
    })
}

/// A specialty by ACGME code, full name or alias; capitals do not matter.
pub(super) fn specialty(catalog: &Catalog, path: &str, raw: &str) -> Read<SpecialtyCode> {
    let wanted = raw.trim();
    let by_code = SpecialtyCode::parse(wanted).and_then(|code| catalog.specialty(code));
    let by_name = || {
        catalog.specialties().iter().find(|specialty| {
            let named = |name: &str| name.eq_ignore_ascii_case(wanted);
            named(&specialty.name) || specialty.aliases.iter().any(|alias| named(alias))
        })
    };
    by_code
        .or_else(by_name)
        .map(|specialty| specialty.code)
        .ok_or_else(|| {
            let raw = quoted(raw);
            InputError::new(
                path,
                format!("{raw} is not an ACGME code, full name or alias of a specialty"),
            )
        })
}

/// A program of the catalog by its ACGME id.
pub(super) fn program(catalog: &Catalog, path: &str, AcgmeId(raw): &AcgmeId) -> Read<ProgramId> {
    ProgramId::parse(raw)
        .filter(|id| catalog.find(*id).is_some())
        .ok_or_else(|| {
            let raw = quoted(raw);
            InputError::new(path, format!("{raw} is not the ACGME id of a program"))
        })
}
