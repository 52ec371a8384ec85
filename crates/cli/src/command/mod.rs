//! The engine without a screen: `smart-pick VERB < in.json > out.json`.
//!
//! JSON goes to standard output and nothing else does. A bad input ends with code 2 and one
//! line on standard error that names the field; a fault of this program ends with code 1.

mod verb;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{CommandFactory, Parser};

use verb::Verb;

/// Ranks US residency programs for one applicant, with every number explained.
#[derive(Debug, Parser)]
#[command(
    name = "smart-pick",
    version,
    override_usage = "smart-pick VERB < in.json > out.json",
    subcommand_help_heading = "Verbs",
    arg_required_else_help = false
)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

/// Why a run ends without an answer.
#[derive(Debug)]
pub(crate) enum Failure {
    /// What was asked does not read. Code 2.
    Asked(String),
    /// This program or its data is at fault. Code 1.
    Fault(String),
}

/// Runs the command with the words that this process was started with.
#[must_use]
pub fn main() -> ExitCode {
    let answer = match Arguments::try_parse() {
        Ok(arguments) => arguments.verb.run(),
        Err(error) if !error.use_stderr() => Ok(error.render().to_string()),
        Err(error) => Err(Failure::Asked(complaint(&error))),
    };
    match answer.and_then(|answer| print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Asked(line)) => fail(&line, 2),
        Err(Failure::Fault(line)) => fail(&line, 1),
    }
}

/// What is wrong with the words that this process was started with, on one line.
fn complaint(error: &clap::Error) -> String {
    let mut command = Arguments::command();
    command.build();
    let verbs: Vec<&str> = command
        .get_subcommands()
        .map(|verb| verb.get_name())
        .collect();
    let unknown = |word: &str| format!("verb: unknown {word:?}; verbs: {}", verbs.join(", "));
    if error.kind() == ErrorKind::InvalidSubcommand
        && let Some(word) = error.get(ContextKind::InvalidSubcommand)
    {
        return unknown(&word.to_string());
    }
    let first = std::env::args_os().nth(1);
    let first = first.as_ref().map(|word| word.to_string_lossy());
    match first.as_deref() {
        None => format!("verb: missing; verbs: {}", verbs.join(", ")),
        Some("schema") => {
            let verbs = verb::schema_words().join("|");
            format!("schema: usage: schema {verbs} [input|output]")
        }
        Some(verb) if verbs.contains(&verb) => match error.get(ContextKind::InvalidArg) {
            Some(extra) => format!("{verb}: takes no argument, got {:?}", extra.to_string()),
            None => format!("{verb}: takes no argument"),
        },
        Some(word) => unknown(word),
    }
}

fn print(answer: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        // A reader such as `head` has seen enough: that is its right, not a failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Failure::Fault(format!("output: {error}"))),
    }
}

fn fail(line: &str, code: u8) -> ExitCode {
    // Nobody is left to tell if standard error is closed too.
    let _ = writeln!(io::stderr(), "{line}");
    ExitCode::from(code)
}
