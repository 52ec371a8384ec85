//! The engine without a screen: `smart-pick VERB < in.json > out.json`.
//!
//! JSON goes to standard output and nothing else does. A bad input ends with code 2 and one
//! line on standard error that names the field; a fault of this program ends with code 1.

mod verb;

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

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
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    match verb::run(&arguments).and_then(|answer| print(&answer)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Asked(line)) => fail(&line, 2),
        Err(Failure::Fault(line)) => fail(&line, 1),
    }
}

fn print(answer: &str) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(answer.as_bytes()).and_then(|()| out.flush()) {
        // A reader such as `head` has seen enough: that is its right, not a failure.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| Failure::Fault(format!("output: {error}"))),
    }
}

fn fail(line: &str, code: u8) -> ExitCode {
    // Nobody is left to tell if standard error is closed too.
    let _ = writeln!(std::io::stderr(), "{line}");
    ExitCode::from(code)
}
