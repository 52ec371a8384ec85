//! Measures: the engine natively, the page in Chromium, the bytes of visits, and Lighthouse's view of a
//! phone.

use crate::browser::Browser;
use crate::server::{self, Site};
use crate::shrink::{self, Job};
use crate::{Result, browser, dist, paths, size, step, tools};
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// What keeps Chromium from calling home and lets it run without a screen.
const CHROME_FLAGS: &str = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run \
    --disable-background-networking --disable-component-update --disable-sync";

/// Something that is measured.
type Measure = fn(&Browser) -> Result;

/// What is measured, by name.
const PARTS: [(&str, Measure); 5] = [
    ("native", native),
    ("chromium", in_browser),
    ("page", page),
    ("visits", visits),
    ("lighthouse", on_a_phone),
];

/// What to measure.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Only what has this in its name: native, chromium, page, visits or lighthouse
    #[arg(
        long,
        value_name = "WORD",
        default_value = "",
        hide_default_value = true
    )]
    only: String,
}

/// Runs the native benchmarks, then the release build in Chromium, then Lighthouse, or with
/// `--only WORD` those whose name has it; the sizes in any case.
///
/// # Errors
/// When something cannot be built or measured.
pub(crate) fn run(words: &Args) -> Result {
    dist::run(&dist::Args::default())?;
    tools::for_loop()?;
    let browser = browser::find()?;
    let is_asked_for = |name: &str| name.contains(&words.only);
    for (_, measure) in PARTS.iter().filter(|(name, _)| is_asked_for(name)) {
        measure(&browser)?;
    }
    println!("\nSizes");
    size::run()
}

fn native(_: &Browser) -> Result {
    println!("\nNative");
    let mut cargo = tools::cargo();
    cargo.args(["bench", "--profile", "native"]);
    show("native benchmarks", &mut cargo)
}

fn page(browser: &Browser) -> Result {
    println!("\nThe page in Chromium");
    script("bench.mjs", browser)
}

fn visits(browser: &Browser) -> Result {
    println!("\nBytes of visits");
    script("visits.mjs", browser)
}

/// Runs a script of `tests/e2e` against the release build.
fn script(name: &str, browser: &Browser) -> Result {
    let mut node = tools::command("node");
    node.arg(format!("tests/e2e/{name}"))
        .env("SITE", serve()?)
        .env("CHROME_PATH", &browser.chrome);
    show(name, &mut node)
}

fn on_a_phone(browser: &Browser) -> Result {
    println!("\nLighthouse, mobile");
    lighthouse(&serve()?, browser)
}

/// Serves the release build and gives its address.
fn serve() -> Result<String> {
    let site = server::shared(Site::load(&paths::dist())?);
    server::start(server::listen(0)?, &site)
}

/// The native benchmarks' work, compiled and shrunk as the app is, in a page.
fn in_browser(browser: &Browser) -> Result {
    println!("\nIn Chromium");
    let mut cargo = tools::cargo();
    cargo.args(["test", "--release", "--no-run", "--message-format=json"]);
    cargo.args(["--target", tools::WASM, "--test", "bench-in-browser"]);
    let told = step::must("benchmarks, compiled", &mut cargo)?;
    let compiled = executable(&told).ok_or("cargo names no compiled benchmarks")?;
    let shrunk = paths::work().join("bench-in-browser.wasm");
    shrink::all(vec![Job {
        from: compiled,
        to: shrunk.clone(),
        is_named: true,
    }])?;
    let mut runner = tools::command("wasm-bindgen-test-runner");
    runner.arg(shrunk).arg("--nocapture");
    browser::drive(&mut runner, browser)?;
    let output = step::must("benchmarks in the browser", &mut runner)?;
    let lines = output.lines();
    let measured: Vec<&str> = lines
        .filter_map(|line| line.trim().strip_prefix("bench:"))
        .collect();
    if measured.is_empty() {
        return Err("the browser measured nothing".into());
    }
    measured.iter().for_each(|line| println!(" {line}"));
    Ok(())
}

/// The test that cargo says it compiled, of what it prints as JSON among other lines. It compiles the app beside
/// it, which is an executable too.
fn executable(told: &str) -> Option<PathBuf> {
    let messages = told
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok());
    let mut tests = messages.filter(|message| message["profile"]["test"] == true);
    Some(tests.next_back()?.get("executable")?.as_str()?.into())
}

fn show(name: &str, command: &mut std::process::Command) -> Result {
    if command.status()?.success() {
        Ok(())
    } else {
        Err(format!("{name} failed").into())
    }
}

fn lighthouse(address: &str, browser: &Browser) -> Result {
    let report = paths::work().join("lighthouse.json");
    let mut command = tools::command("lighthouse");
    command
        .arg(address)
        .args(["--quiet", "--no-enable-error-reporting", "--output=json"])
        .arg("--only-categories=performance,accessibility,best-practices,seo")
        .arg(format!("--output-path={}", report.display()))
        .arg(format!("--chrome-flags={CHROME_FLAGS}"))
        .env("CHROME_PATH", &browser.chrome);
    step::must("lighthouse", &mut command)?;
    let report: Value = serde_json::from_str(&fs::read_to_string(report)?)?;
    for line in summary(&report) {
        println!("  {line}");
    }
    Ok(())
}

/// The four scores out of 100, and the times behind the first of them.
fn summary(report: &Value) -> Vec<String> {
    let mut lines = Vec::new();
    for (_, category) in report["categories"].as_object().into_iter().flatten() {
        let title = category["title"].as_str().unwrap_or_default();
        let score = category["score"].as_f64();
        let score = score.map_or("none".to_owned(), |score| format!("{:.0}", score * 100.0));
        lines.push(format!("{title:<28} {score:>8}"));
    }
    let times = [
        "first-contentful-paint",
        "largest-contentful-paint",
        "total-blocking-time",
        "cumulative-layout-shift",
    ];
    for id in times {
        let audit = &report["audits"][id];
        let title = audit["title"].as_str().unwrap_or(id);
        lines.push(format!(
            "{title:<28} {:>8}",
            audit["displayValue"].as_str().unwrap_or("none")
        ));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::summary;
    use serde_json::json;

    #[test]
    fn scores_are_said_out_of_a_hundred() {
        let report = json!({"categories": {"seo": {"title": "SEO", "score": 0.97}}, "audits": {}});
        let lines = summary(&report);
        assert!(lines[0].starts_with("SEO") && lines[0].ends_with("97"));
        assert_eq!(lines.len(), 5);
    }
}
