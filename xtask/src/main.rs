//! Builds, checks and serves the house: `cargo xtask TASK`.
//!
//! A task is one row of [`TASKS`]. Nothing here reaches the app: what a visitor runs is
//! `src/main.rs`, built by [`dist`] and answered by [`server`].

mod audit;
mod backtest;
mod bench;
mod browser;
mod build;
mod compress;
mod dist;
mod fit;
mod fragments;
mod headers;
mod hosts;
mod html;
mod http;
mod machine;
mod offline;
mod pack;
mod page;
mod partners;
mod parts;
mod paths;
mod pieces;
mod place;
mod prerender;
mod serve;
mod server;
mod setup;
mod shorten;
mod single;
mod size;
mod stage;
mod step;
mod test;
mod tools;

use std::process::ExitCode;

/// What a task answers: nothing, or the one line that says what went wrong.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// One word of `cargo xtask`, and what it does with the words after it.
struct Task {
    name: &'static str,
    about: &'static str,
    run: fn(&[String]) -> Result,
}

/// Every task, in the order of a working day.
const TASKS: &[Task] = &[
    Task {
        name: "serve",
        about: "install what is missing, build, serve at http://127.0.0.1:8080 [--port N] [--watch] [--built]",
        run: serve::run,
    },
    Task {
        name: "test",
        about: "install what is missing, run every check [--only WORD]",
        run: test::run,
    },
    Task {
        name: "pack",
        about: "check data and write the data pack [--without nrmp]",
        run: |words| Ok(pack::run(words)?),
    },
    Task {
        name: "fit",
        about: "fit the odds model to the published tables [--check]",
        run: |words| Ok(fit::run(words)?),
    },
    Task {
        name: "backtest",
        about: "compare the odds model with what was published [--json]",
        run: |words| Ok(backtest::run(words)?),
    },
    Task {
        name: "dist",
        about: "write dist/, ready to deploy [--base /PATH/] [--origin https://HOST] [--to FOLDER] [--single-file] [--without nrmp]",
        run: dist::run,
    },
    Task {
        name: "setup",
        about: "install what building and checking need; serve and test do so too",
        run: setup::run,
    },
    Task {
        name: "stage",
        about: "write what the app fetches beside its page; trunk calls it",
        run: stage::run,
    },
    Task {
        name: "size",
        about: "measure dist/ against the budgets",
        run: size::run,
    },
    Task {
        name: "bench",
        about: "measure the engine, the page in Chromium, and Lighthouse [--only WORD]",
        run: bench::run,
    },
    Task {
        name: "audit",
        about: "check the crates for advisories and licences",
        run: audit::run,
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let Some((name, rest)) = words.split_first() else {
        print_tasks();
        return ExitCode::from(2);
    };
    let Some(task) = TASKS.iter().find(|task| task.name == name) else {
        eprintln!("xtask: there is no task named {name}");
        print_tasks();
        return ExitCode::from(2);
    };
    match (task.run)(rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask {name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn print_tasks() {
    eprintln!("Usage: cargo xtask TASK");
    for task in TASKS {
        eprintln!("  {:<8} {}", task.name, task.about);
    }
}

/// The value that follows `flag`, if the flag is there.
///
/// # Errors
/// When the flag is the last word.
fn option<'a>(words: &'a [String], flag: &str) -> Result<Option<&'a str>> {
    let Some(at) = words.iter().position(|word| word == flag) else {
        return Ok(None);
    };
    match words.get(at + 1) {
        Some(value) => Ok(Some(value)),
        None => Err(format!("{flag} needs a value").into()),
    }
}

/// Refuses a word that a task does not know, so that a typing error is not silently ignored.
///
/// `valued` are the flags that take the next word as their value, `plain` those that stand alone.
///
/// # Errors
/// Names the first word that is neither.
fn only_known(words: &[String], plain: &[&str], valued: &[&str]) -> Result {
    let mut rest = words.iter();
    while let Some(word) = rest.next() {
        if valued.contains(&word.as_str()) {
            rest.next();
        } else if !plain.contains(&word.as_str()) {
            return Err(format!("unknown option {word}").into());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::{only_known, option};

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn an_option_takes_the_word_after_it() {
        let given = words("--watch --port 9000");
        assert_eq!(option(&given, "--port").unwrap(), Some("9000"));
        assert_eq!(option(&given, "--only").unwrap(), None);
        assert!(option(&words("--port"), "--port").is_err());
    }

    #[test]
    fn an_unknown_word_is_refused() {
        assert!(only_known(&words("--port 1 --watch"), &["--watch"], &["--port"]).is_ok());
        assert!(only_known(&words("--wacth"), &["--watch"], &["--port"]).is_err());
    }
}
