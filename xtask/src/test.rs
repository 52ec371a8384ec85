//! Every check, one line each, all of them even when one fails.

use crate::browser;
use crate::server::{self, Site};
use crate::system_deps::SystemDeps;
use crate::{Result, dist, pack, paths, setup, size, step, tools};
use std::process::Command;

/// How many tests of a check passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tally {
    passed: usize,
    failed: usize,
}

/// What a check does.
enum Work {
    /// Runs cargo with these words.
    Cargo(&'static str),
    /// Compiles for the browser and runs there.
    InBrowser(&'static str),
    /// Builds the site.
    Site,
    /// Measures it.
    Size,
    /// Walks through it as a visitor: Playwright, or our script for another browser.
    Journeys(&'static [&'static str]),
    /// Lets trunk build and serve, and changes a source.
    Loop,
    /// Builds the site below a path, and the single file.
    Others,
}

/// The checks, cheap ones first; those that share compiled crates follow each other.
const CHECKS: &[(&str, Work)] = &[
    ("format", Work::Cargo("fmt --check")),
    (
        "lints",
        Work::Cargo("clippy --workspace --all-targets --features smart-pick/cli -- -D warnings"),
    ),
    (
        "lints, browser",
        Work::Cargo(
            "clippy --target wasm32-unknown-unknown --lib --bin smart-pick-app --test browser --test same_bits --test bench-in-browser -- -D warnings",
        ),
    ),
    (
        "tests, native",
        Work::Cargo("test --workspace --features smart-pick/cli"),
    ),
    (
        "documentation",
        Work::Cargo("doc --workspace --features smart-pick/cli --document-private-items --no-deps"),
    ),
    (
        "tests, browser",
        Work::InBrowser("test --target wasm32-unknown-unknown --test browser --test same_bits"),
    ),
    ("daily loop", Work::Loop),
    ("release build", Work::Site),
    ("size", Work::Size),
    ("other builds", Work::Others),
    (
        "journeys",
        Work::Journeys(&[
            "node_modules/@playwright/test/cli.js",
            "test",
            "--config",
            "tests/e2e/playwright.config.mjs",
        ]),
    ),
    (
        "journeys in Firefox",
        Work::Journeys(&["tests/e2e/firefox.mjs"]),
    ),
];

/// What to check.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only the checks with this in their name
    #[arg(
        long,
        value_name = "WORD",
        default_value = "",
        hide_default_value = true
    )]
    only: String,
}

/// Installs what is missing and runs every check, or with `--only WORD` those whose name has it.
///
/// # Errors
/// When a check fails.
pub(crate) fn run(words: &Args) -> Result {
    let system = match prepare() {
        Ok(found) => found,
        Err(error) => {
            eprintln!("{error}");
            println!("0 passed, 1 failed");
            return Err("the machine is not ready".into());
        }
    };
    let mut sum = Tally::default();
    let mut failures = Vec::new();
    let is_asked_for = |name: &str| name.contains(&words.only);
    for (name, work) in CHECKS.iter().filter(|(name, _)| is_asked_for(name)) {
        let tally = check(name, work, &system);
        sum.passed += tally.passed;
        sum.failed += tally.failed;
        if tally.failed > 0 {
            failures.push(*name);
        }
    }
    if !failures.is_empty() {
        println!("\nfailed: {}", failures.join("; "));
    }
    println!("\n{} passed, {} failed", sum.passed, sum.failed);
    if failures.is_empty() {
        Ok(())
    } else {
        Err("a check failed".into())
    }
}

fn prepare() -> Result<SystemDeps> {
    let system = setup::all()?;
    // Some browser tests carry the pack, and what the native engine makes of it.
    pack::run(pack::Args::default())?;
    pack::answers()?;
    Ok(system)
}

fn check(name: &str, work: &Work, system: &SystemDeps) -> Tally {
    let outcome = match work {
        Work::Cargo(words) => command(name, cargo(words).env("RUSTDOCFLAGS", "-D warnings")),
        Work::InBrowser(words) => {
            let mut cargo = cargo(words);
            browser::drive(&mut cargo, &system.browser).and_then(|()| command(name, &mut cargo))
        }
        Work::Site => dist::run(&dist::Args::default()).map(|()| ONE),
        Work::Loop => daily_loop(name, system),
        Work::Others => others().map(|()| ONE),
        Work::Size => size::run().map(|()| ONE),
        Work::Journeys(words) => journeys(name, words, system),
    };
    outcome.unwrap_or_else(|error| {
        step::say(name, &format!("FAILED: {error}"));
        Tally {
            passed: 0,
            failed: 1,
        }
    })
}

const ONE: Tally = Tally {
    passed: 1,
    failed: 0,
};

fn cargo(words: &str) -> Command {
    let mut cargo = tools::cargo();
    cargo.args(words.split_whitespace());
    cargo
}

/// Runs a program and counts the tests that it names; one that names none is one test itself.
fn command(name: &str, command: &mut Command) -> Result<Tally> {
    let done = step::run(name, command)?;
    let mut tally = count(&done.output);
    let took = step::time(done.took);
    if done.status.success() {
        if tally.passed == 0 {
            tally = ONE;
        }
        step::say(name, &format!("{} passed in {took}", tally.passed));
    } else {
        tally.failed = tally.failed.max(1);
        step::say(name, &format!("FAILED after {took}"));
        step::show_tail(&done);
    }
    Ok(tally)
}

/// What else is built of the same assets: a site below its host's root, and the single file.
fn others() -> Result {
    dist::run(&dist::Args {
        base: Some("/pick/".to_owned()),
        to: Some("target/below/pick".to_owned()),
        ..dist::Args::default()
    })?;
    dist::run(&dist::Args {
        single_file: true,
        ..dist::Args::default()
    })
}

fn daily_loop(name: &str, system: &SystemDeps) -> Result<Tally> {
    let mut node = tools::command("node");
    node.arg("tests/e2e/loop.mjs")
        .env("CHROME_PATH", &system.browser.chrome);
    command(name, &mut node)
}

fn journeys(name: &str, words: &[&str], system: &SystemDeps) -> Result<Tally> {
    let site = server::shared(Site::load(&paths::dist())?);
    let address = server::start(server::listen(0)?, &site)?;
    let mut node = tools::command("node");
    node.args(words)
        .env("SITE", address)
        .envs(system.others.iter().cloned())
        .env("CHROME_PATH", &system.browser.chrome);
    command(name, &mut node)
}

/// Adds up the closing lines of cargo's test runs (`3 passed; 0 failed`) and of ours (`3 passed, 0 failed`).
fn count(output: &str) -> Tally {
    let mut tally = Tally::default();
    for line in output.lines() {
        let line = line.strip_prefix("test result:").unwrap_or(line);
        let words: Vec<&str> = line
            .split([' ', ';', ','])
            .filter(|word| !word.is_empty())
            .collect();
        for pair in words.windows(2) {
            match pair {
                [passed, "passed"] => tally.passed += passed.parse::<usize>().unwrap_or(0),
                [failed, "failed"] => tally.failed += failed.parse::<usize>().unwrap_or(0),
                _ => {}
            }
        }
    }
    tally
}

#[cfg(test)]
mod tests {
    use super::{Tally, count};

    #[test]
    fn closing_lines_are_added_up() {
        let output = "running 2 tests\ntest result: ok. 2 passed; 0 failed; 0 ignored; 0 measured\n\
                      test result: FAILED. 3 passed; 1 failed; 0 ignored\n\n5 passed, 2 failed\n";
        assert_eq!(
            count(output),
            Tally {
                passed: 10,
                failed: 3
            }
        );
        // What Playwright says: a line of its own for each, and none of what there is none of.
        let output = "  1 failed\n    start.spec.mjs:6:1 › start\n  22 passed (6.2m)\n";
        assert_eq!(
            count(output),
            Tally {
                passed: 22,
                failed: 1
            }
        );
        assert_eq!(count("Finished in 3 s"), Tally::default());
    }
}
