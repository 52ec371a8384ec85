//! Builds, checks and serves the house: `cargo xtask TASK`.
//!
//! A task is one row of [`Task`]. Nothing here reaches the app: what a visitor runs is
//! `src/main.rs`, built by [`dist`] and answered by [`server`].

mod assets;
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
mod minify_names;
mod offline;
mod pack;
mod page;
mod partners;
mod paths;
mod prerender;
mod season_check;
mod serve;
mod server;
mod setup;
mod shared_chunk;
mod shrink;
mod single;
mod site;
mod site_url;
mod size;
mod stage;
mod step;
mod system_deps;
mod test;
mod tools;
mod wasm_split;

use clap::{Parser, Subcommand, ValueEnum};
use std::process::ExitCode;

/// What a task answers: nothing, or the one line that says what went wrong.
type Result<T = ()> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Builds, checks and serves Smart Pick.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Words {
    #[command(subcommand)]
    task: Task,
}

/// Every task, in the order of a working day.
#[derive(Subcommand)]
enum Task {
    /// Install what is missing, build, serve at http://127.0.0.1:8080
    Serve(serve::Args),
    /// Install what is missing, run every check
    Test(test::Args),
    /// Check data and write the data pack
    Pack(pack::Args),
    /// Fit the odds model to the published tables
    Fit(fit::Args),
    /// Compare the odds model with what was published
    Backtest(backtest::Args),
    /// Write dist/, ready to deploy
    Dist(dist::Args),
    /// Install what building and checking need; test does so too
    Setup,
    /// Write what the app fetches beside its page; trunk calls it
    Stage,
    /// Measure dist/ against the budgets
    Size,
    /// Measure the engine, the page in Chromium, and Lighthouse
    Bench(bench::Args),
    /// Name what in data/ a new season has overtaken
    SeasonCheck(season_check::Args),
    /// Check the crates for advisories and licences
    Audit,
}

/// A source of data that a site can do without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Source {
    /// The National Resident Matching Program.
    Nrmp,
}

/// A word that no task knows ends with 2, a task that fails with 1.
fn main() -> ExitCode {
    match run(Words::parse().task) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let name = std::env::args().nth(1).unwrap_or_default();
            eprintln!("xtask {name}: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(task: Task) -> Result {
    match task {
        Task::Serve(words) => serve::run(words),
        Task::Test(words) => test::run(&words),
        Task::Pack(words) => Ok(pack::run(words)?),
        Task::Fit(words) => Ok(fit::run(words)?),
        Task::Backtest(words) => Ok(backtest::run(words)?),
        Task::Dist(words) => dist::run(&words),
        Task::Setup => setup::run(),
        Task::Stage => stage::run(),
        Task::Size => size::run(),
        Task::Bench(words) => bench::run(&words),
        Task::SeasonCheck(words) => season_check::run(&words),
        Task::Audit => audit::run(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Source, Task, Words};
    use clap::{CommandFactory, Parser};

    fn read(line: &str) -> Result<Task, clap::Error> {
        let words = ["xtask"].into_iter().chain(line.split_whitespace());
        Words::try_parse_from(words).map(|words| words.task)
    }

    #[test]
    fn every_word_is_known() {
        Words::command().debug_assert();
        for line in [
            "serve",
            "serve --port 0 --watch --built --without nrmp",
            "test --only browser",
            "pack --without nrmp",
            "fit --check",
            "backtest --json",
            "dist --single-file --without nrmp",
            "setup",
            "stage",
            "size",
            "bench --only native",
            "season-check --today 2026-11-30 --all",
            "audit",
        ] {
            assert!(read(line).is_ok(), "{line}");
        }
        let line = "dist --base /pick/ --origin https://x.org --to below --without nrmp";
        let Ok(Task::Dist(dist)) = read(line) else {
            panic!("{line}");
        };
        assert_eq!(dist.base.as_deref(), Some("/pick/"));
        assert_eq!(dist.without, Some(Source::Nrmp));
    }

    #[test]
    fn a_wrong_word_ends_with_2() {
        for line in [
            "",
            "sevre",
            "serve --wacth",
            "serve --port",
            "serve --port many",
            "pack --without aamc",
            "size now",
            "season-check --today tomorrow",
        ] {
            let error = read(line).err().unwrap();
            assert_eq!(error.exit_code(), 2, "{line}");
        }
    }
}
