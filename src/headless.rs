//! `smart-pick VERB < in.json > out.json`: all of it is in `cli`.

use std::process::ExitCode;

fn main() -> ExitCode {
    cli::command::main()
}
