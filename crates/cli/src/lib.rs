//! The headless JSON: a question in, a ranking out.
//!
//! These are the only serde types of applicant and preferences outside the saved file. The
//! module does no I/O and needs neither screen nor disk, so the same text gives the same bytes
//! from the native binary and from the browser.
//!
//! ```text
//! text --input--> wire types --read--> engine types --rank, explain--> --output--> text
//! ```
//!
//! The types of the file say which numbers and words may stand in it; reader and published schema
//! both go by them.
//!
//! An answer that is absent or `null` is unknown. A key that the format does not have is an
//! error, never ignored: a misspelt answer must not silently count as "not answered".

#[cfg(feature = "command")]
pub mod command;
pub mod entry_input;
pub mod facts;
pub mod fees;
pub mod import;
pub mod input;
pub mod list;
pub mod output;
pub mod portfolio;
mod read;
mod reason;
#[cfg(feature = "command")]
pub mod schema;
mod text;
mod wire;
mod word;

use engine::catalog::Catalog;
use engine::fees::FeeBook;
use engine::model::Model;

pub use read::Asked;

/// The longest input that is read, in bytes. A full question is under 10 kB.
pub const MAX_INPUT_BYTES: usize = 1 << 20;

/// Why an input is not a question: the field and what is wrong with it, on one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputError {
    /// The field, such as `applicant.step2ck.score`; `input` for the text as a whole.
    pub field: String,
    /// What is wrong with it.
    pub problem: String,
}

impl InputError {
    /// What [`InputError::field`] names where it is the text as a whole.
    pub const WHOLE: &str = "input";

    fn new(field: impl Into<String>, problem: impl Into<String>) -> Self {
        InputError {
            field: field.into(),
            problem: problem.into(),
        }
    }
}

impl std::fmt::Display for InputError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The input's own text may hold line breaks; the promise is one line.
        for part in [&self.field, ": ", &self.problem] {
            for c in part.chars() {
                if c.is_control() {
                    write!(f, "{}", c.escape_default())?;
                } else {
                    write!(f, "{c}")?;
                }
            }
        }
        Ok(())
    }
}

impl std::error::Error for InputError {}

/// The facts and the odds that an answer rests on.
#[derive(Clone, Copy, Debug)]
pub struct Dataset<'a> {
    /// The programs.
    pub catalog: &'a Catalog,
    /// The odds; `None` where the pack was made without the data that they need.
    pub model: Option<&'a Model>,
    /// The identity of the pack that both come from.
    pub pack: &'a str,
}

#[cfg(feature = "command")]
impl<'a> From<&'a data::Release> for Dataset<'a> {
    fn from(release: &'a data::Release) -> Self {
        Dataset {
            catalog: &release.catalog,
            model: release.model.as_ref(),
            pack: &release.pack,
        }
    }
}

/// Reads a question in the format of [`input::RankInput`].
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn question(catalog: &Catalog, text: &str) -> Result<Asked, InputError> {
    read::asked(catalog, input::parse(text)?)
}

/// Ranks: a question in the format of [`input::RankInput`] to an answer in that of
/// [`output::Answer`], with a line break at its end.
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn rank(dataset: &Dataset<'_>, text: &str) -> Result<String, InputError> {
    let asked = question(dataset.catalog, text)?;
    let question = asked.question(dataset);
    let answer = output::answer(
        &question,
        &engine::ranking::rank(&question),
        asked.limit,
        dataset.pack,
    );
    pretty(&answer)
}

/// Finds the best list: a question in the format of [`list::ListInput`] to an answer as the schema of
/// `list` describes it, with a line break at its end.
///
/// # Errors
/// [`InputError`] names the first field that does not read, or the limit that no list keeps.
pub fn list(dataset: &Dataset<'_>, text: &str) -> Result<String, InputError> {
    let asked = read::list(dataset.catalog, text::read(text, MAX_INPUT_BYTES)?)?;
    pretty(&list::answer(dataset, &asked)?)
}

/// Prices applications: a question in the format of [`fees::FeesInput`] to an answer in that of
/// [`fees::FeesOutput`], with a line break at its end.
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn fees(catalog: &Catalog, book: &FeeBook, text: &str) -> Result<String, InputError> {
    let asked = read::fees(catalog, text::read(text, MAX_INPUT_BYTES)?)?;
    pretty(&fees::answer(book, &asked))
}

/// Reads a list as somebody wrote it: a question in the format of [`import::ImportInput`] to an answer
/// in that of [`import::ImportOutput`], with a line break at its end.
///
/// # Errors
/// [`InputError`] names the first field that does not read.
pub fn import(catalog: &Catalog, text: &str) -> Result<String, InputError> {
    let asked = read::import(catalog, text::read(text, MAX_INPUT_BYTES)?)?;
    pretty(&import::answer(catalog, &asked))
}

fn pretty(answer: &impl serde::Serialize) -> Result<String, InputError> {
    let mut json = serde_json::to_string_pretty(answer).map_err(no_json)?;
    json.push('\n');
    Ok(json)
}

fn no_json(error: serde_json::Error) -> InputError {
    InputError::new(
        InputError::WHOLE,
        format!("the answer has no JSON form: {error}"),
    )
}
