//! The verbs: what each reads, does and prints.

use std::io::Read;

use clap::{Subcommand, ValueEnum};
use data::Release;

use super::Failure;
use crate::Dataset;
use crate::schema::{FACTS, FORMATS, facts};

/// What to do. JSON is read from standard input and written to standard output.
#[derive(Clone, Debug, Subcommand)]
pub(super) enum Verb {
    /// Ranks programs for one applicant.
    #[command(override_usage = "smart-pick rank < question.json > ranking.json")]
    Rank,
    /// Finds the best list for one applicant.
    #[command(override_usage = "smart-pick list < question.json > list.json")]
    List,
    /// Finds the programs that a written list names.
    #[command(override_usage = "smart-pick import < text.json > programs.json")]
    Import,
    /// Finds the best list of applications.
    #[command(override_usage = "smart-pick portfolio < in.json > out.json")]
    Portfolio,
    /// Prices applications on one service.
    #[command(override_usage = "smart-pick fees < applications.json > bill.json")]
    Fees,
    /// Fits the odds model to the published tables.
    #[command(override_usage = "smart-pick fit > model.json")]
    Fit,
    /// Compares the model with what was published.
    #[command(override_usage = "smart-pick backtest > accuracy.json")]
    Backtest,
    /// Prints the JSON Schema of a verb's formats, or of a facts file.
    #[command(override_usage = "smart-pick schema VERB|facts [input|output]")]
    Schema {
        /// The verb, or facts.
        #[arg(value_name = "VERB", value_parser = schema_words())]
        verb: String,
        /// One side alone; both if absent.
        side: Option<Side>,
    },
}

/// A side of a verb.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Side {
    /// What it reads.
    Input,
    /// What it writes.
    Output,
}

impl Verb {
    /// Does it; what it prints.
    pub(super) fn run(&self) -> Result<String, Failure> {
        match self {
            Verb::Rank => rank(),
            Verb::List => list(),
            Verb::Import => import(),
            Verb::Portfolio => portfolio(),
            Verb::Fees => fees(),
            Verb::Fit => Ok(fitted()?.text),
            Verb::Backtest => backtest(),
            Verb::Schema { verb, side } => schema(verb, *side),
        }
    }
}

fn rank() -> Result<String, Failure> {
    let text = input(crate::MAX_INPUT_BYTES)?;
    let release = release()?;
    crate::rank(&Dataset::from(&release), &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn list() -> Result<String, Failure> {
    let text = input(crate::MAX_INPUT_BYTES)?;
    let release = release()?;
    crate::list(&Dataset::from(&release), &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn import() -> Result<String, Failure> {
    let text = input(crate::MAX_INPUT_BYTES)?;
    crate::import(&release()?.catalog, &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn portfolio() -> Result<String, Failure> {
    let text = input(crate::portfolio::MAX_INPUT_BYTES)?;
    crate::portfolio::solve(&text).map_err(|error| Failure::Asked(error.to_string()))
}

fn fees() -> Result<String, Failure> {
    let text = input(crate::MAX_INPUT_BYTES)?;
    let catalog = &release()?.catalog;
    let book = catalog.fees();
    let book = book.ok_or_else(|| Failure::Fault("data: the fees are missing".into()))?;
    crate::fees(catalog, book, &text).map_err(|error| Failure::Asked(error.to_string()))
}

fn backtest() -> Result<String, Failure> {
    let found = fit::backtest::backtest(&fitted()?).map_err(unfit)?;
    found.json().map_err(unfit)
}

fn fitted() -> Result<fit::Fitted, Failure> {
    fit::fit(&data::folder()).map_err(unfit)
}

fn unfit(error: fit::FitError) -> Failure {
    Failure::Fault(format!("fit: {error}"))
}

/// The facts and odds that are built into the binary.
fn release() -> Result<Release, Failure> {
    Release::embedded().map_err(|error| Failure::Fault(format!("data: {error}")))
}

/// Standard input as text, read no further than one byte past the longest that is accepted.
fn input(most_bytes: usize) -> Result<String, Failure> {
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(most_bytes as u64 + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| Failure::Asked(format!("input: {error}")))?;
    if bytes.len() > most_bytes {
        return Err(Failure::Asked(format!(
            "input: longer than {most_bytes} bytes"
        )));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Failure::Asked(format!("input: not UTF-8 text from byte {at} on"))
    })
}

/// What `schema` knows.
pub(super) fn schema_words() -> Vec<&'static str> {
    let verbs = FORMATS.iter().map(|format| format.verb);
    verbs.chain([FACTS]).collect()
}

fn schema(verb: &str, side: Option<Side>) -> Result<String, Failure> {
    if verb == FACTS {
        return Ok(format!("{:#}\n", facts()));
    }
    let mut formats = FORMATS.iter();
    let format = formats
        .find(|format| format.verb == verb)
        .ok_or_else(|| Failure::Fault(format!("schema: {verb:?} has no formats")))?;
    let schema = match side {
        Some(Side::Input) => format.input(),
        Some(Side::Output) => format.output(),
        None => serde_json::json!({"input": format.input(), "output": format.output()}),
    };
    Ok(format!("{schema:#}\n"))
}
