//! Runs a child process as one line on the screen: what, how far, how long.
//!
//! The child's output goes to a log file; its end is shown only when the child fails.

use crate::{Result, paths};
use std::fs::{self, File};
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

/// How often the screen is refreshed and the child looked at.
const TICK: Duration = Duration::from_millis(100);
/// Without a terminal a long step says once in so long that it still lives.
const HEARTBEAT: Duration = Duration::from_secs(60);
/// How much of a log is shown when a step fails.
const TAIL: usize = 60;

/// What a step left behind.
pub(crate) struct Done {
    /// How the child ended.
    pub(crate) status: ExitStatus,
    /// How long it took.
    pub(crate) took: Duration,
    /// All that it printed.
    pub(crate) output: String,
    /// Where that is kept.
    pub(crate) log: PathBuf,
}

/// Says in one line how a step stands.
pub(crate) fn say(name: &str, text: &str) {
    clear();
    println!("  {name:<28} {text}");
}

/// Runs `command`, and fails with the end of its output if it fails.
///
/// # Errors
/// When the command cannot start or does not succeed.
pub(crate) fn must(name: &str, command: &mut Command) -> Result<String> {
    let done = run(name, command)?;
    if done.status.success() {
        say(name, &format!("done in {}", time(done.took)));
        return Ok(done.output);
    }
    say(name, &format!("failed after {}", time(done.took)));
    show_tail(&done);
    Err(format!(
        "{name} failed; the whole output is in {}",
        done.log.display()
    )
    .into())
}

/// Runs `command` with a line of progress; the caller judges how it ended.
///
/// # Errors
/// When the command cannot start or its log cannot be written.
pub(crate) fn run(name: &str, command: &mut Command) -> Result<Done> {
    let log = log_file(name)?;
    let out = File::create(&log)?;
    let start = Instant::now();
    let mut child = command
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(out)
        .spawn()
        .map_err(|error| format!("{name}: cannot start {:?}: {error}", command.get_program()))?;
    let mut told = Instant::now();
    let status = loop {
        if let Some(status) = child.try_wait()? {
            break status;
        }
        if std::io::stdout().is_terminal() {
            draw(name, start.elapsed(), &log);
        } else if told.elapsed() > HEARTBEAT {
            told = Instant::now();
            say(name, &format!("at work for {}", time(start.elapsed())));
        }
        std::thread::sleep(TICK);
    };
    Ok(Done {
        status,
        took: start.elapsed(),
        output: String::from_utf8_lossy(&fs::read(&log)?).into_owned(),
        log,
    })
}

/// Runs `command` without a line, for what runs beside others.
///
/// # Errors
/// When the command cannot start or its log cannot be written.
pub(crate) fn quiet(name: &str, command: &mut Command) -> Result<Done> {
    let log = log_file(name)?;
    let out = File::create(&log)?;
    let start = Instant::now();
    let child = command
        .stdin(Stdio::null())
        .stdout(out.try_clone()?)
        .stderr(out);
    Ok(Done {
        status: child.status()?,
        took: start.elapsed(),
        output: String::from_utf8_lossy(&fs::read(&log)?).into_owned(),
        log,
    })
}

/// Prints the end of what a failed child said.
pub(crate) fn show_tail(done: &Done) {
    let lines: Vec<&str> = done.output.lines().collect();
    for line in lines.iter().skip(lines.len().saturating_sub(TAIL)) {
        println!("    | {line}");
    }
}

/// A duration as a person says it.
pub(crate) fn time(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 {
        format!("{:.1} s", took.as_secs_f64())
    } else {
        format!("{} min {} s", seconds / 60, seconds % 60)
    }
}

fn log_file(name: &str) -> Result<PathBuf> {
    let folder = paths::work().join("log");
    fs::create_dir_all(&folder)?;
    let plain: String = name
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '-' })
        .collect();
    Ok(folder.join(format!("{plain}.log")))
}

fn draw(name: &str, took: Duration, log: &Path) {
    let text = fs::read(log).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    let last: String = text
        .lines()
        .rfind(|line| !line.trim().is_empty())
        .unwrap_or("")
        .trim()
        .chars()
        .filter(|c| !c.is_control())
        .take(40)
        .collect();
    print!("\r\x1b[2K  {name:<28} {:>8}  {last}", time(took));
    // A screen that cannot be written to is no reason to stop the build.
    let _ = std::io::stdout().flush();
}

fn clear() {
    if std::io::stdout().is_terminal() {
        print!("\r\x1b[2K");
    }
}

#[cfg(test)]
mod tests {
    use super::time;
    use std::time::Duration;

    #[test]
    fn times_read_as_a_person_says_them() {
        assert_eq!(time(Duration::from_millis(1234)), "1.2 s");
        assert_eq!(time(Duration::from_secs(75)), "1 min 15 s");
    }
}
