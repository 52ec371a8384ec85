//! Facts files: what one person found out about programs, for others to open.
//!
//! A file is JSON in the format of [`FactsInput`], which `smart-pick schema facts` publishes. It is refused as a
//! whole where anything in it is not as it should be, and the refusal names the place: a file that says
//! something else than its maker meant is worse than none.

use serde_json::{Map, Value, json};

use super::entry_input::FactsInput;
use super::read::field::{date, each};
use super::{InputError, text};
use engine::applicant::{Entries, Entry, FactsFile};
use engine::calendar::Date;
use engine::program::ProgramId;

/// The name and version of the format.
pub const FORMAT: &str = "smart-pick-facts/1";
/// What every version of the format begins with.
const NAME: &str = "smart-pick-facts/";
/// Most bytes of a file.
pub const MOST_BYTES: usize = 2_000_000;
/// Most characters of the name.
pub const LONGEST_NAME: usize = 80;
/// Most characters of a note.
pub const LONGEST_NOTE: usize = 300;
/// Most programs that are told of: more than there are.
pub const MOST_FACTS: usize = 10_000;

/// Opens a file. Without `today` a day in the future is not told apart.
///
/// ```
/// let text = r#"{
///     "format": "smart-pick-facts/1", "name": "A school", "day": "2026-11-20",
///     "facts": [{"program": "1400500001", "j1": true, "img_percent": 40}]
/// }"#;
/// let file = cli::facts::open(text, None)?;
/// assert_eq!((&*file.name, file.iter().count()), ("A school", 1));
/// # Ok::<(), cli::InputError>(())
/// ```
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn open(text: &str, today: Option<Date>) -> Result<FactsFile, InputError> {
    let text = text.trim_start_matches('\u{feff}');
    let whole: FactsInput = text::read(text, MOST_BYTES)?;
    read("", &whole, today)
}

/// A file that stands at `path`, which is empty for one alone.
pub(super) fn read(
    path: &str,
    raw: &FactsInput,
    today: Option<Date>,
) -> Result<FactsFile, InputError> {
    let at = |key: &str| {
        let dot = if path.is_empty() { "" } else { "." };
        format!("{path}{dot}{key}")
    };
    check_format(&at("format"), &raw.format)?;
    let name = line(&at("name"), &raw.name, LONGEST_NAME)?;
    let day = date(&at("day"), &raw.day)?;
    if today.is_some_and(|today| day > today) {
        return Err(InputError::new(
            at("day"),
            format!("{day} is in the future"),
        ));
    }
    let facts = each(
        &at("facts"),
        Some(bounded(&at("facts"), &raw.facts)?),
        |at, fact| Ok((program(at, &fact.program.0)?, fact.read(at)?)),
    )?;
    once(&at("facts"), facts.iter().map(|(program, _)| *program))?;
    let notes = raw.notes.as_deref().unwrap_or_default();
    let notes = each(
        &at("notes"),
        Some(bounded(&at("notes"), notes)?),
        |at, one| {
            let note = line(&format!("{at}.note"), &one.note, LONGEST_NOTE)?;
            Ok((program(at, &one.program.0)?, note))
        },
    )?;
    once(&at("notes"), notes.iter().map(|(program, _)| *program))?;
    Ok(FactsFile::new(name, day, facts).with_notes(notes))
}

fn check_format(path: &str, format: &str) -> Result<(), InputError> {
    let version = format.strip_prefix(NAME).map(str::parse::<u32>);
    match version {
        Some(Ok(1)) => Ok(()),
        Some(Ok(2..)) => Err(InputError::new(
            path,
            "is of a newer version of Smart Pick; load the page again",
        )),
        _ => Err(InputError::new(
            path,
            format!("is not {FORMAT:?}: this is no facts file"),
        )),
    }
}

/// All rows, unless there are too many.
fn bounded<'a, T>(path: &str, rows: &'a [T]) -> Result<Vec<&'a T>, InputError> {
    if rows.len() > MOST_FACTS {
        return Err(InputError::new(
            path,
            format!("has more than {MOST_FACTS} rows"),
        ));
    }
    Ok(rows.iter().collect())
}

/// A text of one line that says something. Signs that turn what follows around, and other invisible ones, would
/// let it say something else than it seems to.
fn line(path: &str, raw: &str, most: usize) -> Result<Box<str>, InputError> {
    let wrong = |what: String| Err(InputError::new(path, what));
    if raw.trim().is_empty() {
        return wrong("is empty".into());
    }
    if raw.chars().count() > most {
        return wrong(format!("is longer than {most} characters"));
    }
    if raw.chars().any(is_hidden) {
        return wrong("holds control characters or signs that turn text around".into());
    }
    Ok(raw.trim().into())
}

fn is_hidden(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn program(path: &str, id: &str) -> Result<ProgramId, InputError> {
    ProgramId::parse(id).ok_or_else(|| {
        InputError::new(
            format!("{path}.program"),
            "is not an ACGME id of ten digits",
        )
    })
}

/// Refuses a program that is told of twice.
fn once(path: &str, programs: impl Iterator<Item = ProgramId>) -> Result<(), InputError> {
    let mut seen: Vec<(ProgramId, usize)> = programs.zip(0..).collect();
    seen.sort_unstable();
    let twice = seen.windows(2).find_map(|pair| match pair {
        [(a, _), (b, at)] if a == b => Some(*at),
        _ => None,
    });
    match twice {
        Some(at) => Err(InputError::new(
            format!("{path}[{at}].program"),
            "appears twice",
        )),
        None => Ok(()),
    }
}

/// What a visitor found out, as a file for others. Notes and figures of Residency Explorer are not in it.
///
/// ```
/// # use engine::applicant::{Entries, Entry};
/// # use engine::calendar::Date;
/// # use engine::program::ProgramId;
/// let mut entries = Entries::default();
/// let told = Entry { step2_minimum: Some(230), ..Entry::default() };
/// entries.set(ProgramId::parse("1400500001").unwrap(), told);
/// let day = Date::parse("2026-11-20").unwrap();
/// let text = cli::facts::write("Me", day, &entries);
/// assert_eq!(cli::facts::open(&text, Some(day))?.iter().count(), 1);
/// # Ok::<(), cli::InputError>(())
/// ```
#[must_use]
pub fn write(name: &str, day: Date, entries: &Entries) -> String {
    let told = entries.iter().filter(|(_, entry)| entry.has_findings());
    let facts: Vec<Value> = told.map(|(id, entry)| fact(id, entry)).collect();
    let whole = json!({
        "format": FORMAT,
        "name": name.trim(),
        "day": day.to_string(),
        "facts": facts,
    });
    // Texts and numbers always have a JSON form.
    let mut text = serde_json::to_string_pretty(&whole).unwrap_or_default();
    text.push('\n');
    text
}

fn fact(id: ProgramId, entry: &Entry) -> Value {
    let limit = entry.graduation;
    let rule = entry.experience;
    let all = [
        ("program", Some(json!(id.to_string()))),
        ("j1", entry.j1.map(Value::from)),
        ("h1b", entry.h1b.map(|policy| policy.code().into())),
        ("step2_minimum", entry.step2_minimum.map(Value::from)),
        ("max_attempts", entry.max_attempts.map(Value::from)),
        (
            "graduation_years",
            limit.and_then(|limit| limit.years).map(Value::from),
        ),
        (
            "graduation",
            limit.map(|limit| limit.strength.code().into()),
        ),
        ("usce", rule.map(|rule| rule.strength.code().into())),
        (
            "usce_months",
            rule.and_then(|rule| rule.months).map(Value::from),
        ),
        ("ecfmg", entry.ecfmg.map(|timing| timing.code().into())),
        (
            "setting",
            entry.setting.map(|setting| setting.code().into()),
        ),
        ("img_percent", entry.img_percent.map(Value::from)),
    ];
    let said = all
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(said.collect::<Map<String, Value>>())
}
