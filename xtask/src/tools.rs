//! Installs what building the app needs, once: the wasm target and the npm tools; trunk and wasm-bindgen for the
//! daily loop.
//!
//! Everything of ours lies in target/tools and node_modules. A tool of the right version that the
//! machine has already is used as it is.

use crate::{Result, paths, step};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The target of the app.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// The bundler. 0.22 needs a newer Rust than ours.
const TRUNK: &str = "0.21.14";
/// The oldest Node that the npm tools run on.
const NODE: u32 = 20;

/// Everything that `cargo xtask dist` calls.
///
/// # Errors
/// One line for the first tool that is missing and cannot be installed.
pub(crate) fn for_app() -> Result {
    node()?;
    wasm_target()?;
    npm()
}

/// What the daily loop and tests in a browser call besides.
///
/// # Errors
/// As [`for_app`].
pub(crate) fn for_loop() -> Result {
    cargo_tool(
        "wasm-bindgen-cli",
        &wasm_bindgen_version()?,
        &["wasm-bindgen", "wasm-bindgen-test-runner"],
        &[],
    )?;
    cargo_tool("trunk", TRUNK, &["trunk"], &["--no-default-features"])
}

/// What the checks call besides.
///
/// # Errors
/// One line for the first component that is missing and cannot be installed.
pub(crate) fn for_checks() -> Result {
    component("rustfmt", &["fmt", "--version"])?;
    component("clippy", &["clippy", "--version"])
}

/// `cargo`, the one that runs us, in the root folder with our tools first on its PATH.
pub(crate) fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Any program, in the root folder with our tools first on its PATH.
pub(crate) fn command(program: impl Into<OsString>) -> Command {
    let program = program.into();
    let path = search_path();
    // Our own folders are not searched for the program itself unless we look there.
    let mut command = Command::new(find(&program, &path).unwrap_or_else(|| program.into()));
    command.current_dir(paths::root()).env("PATH", path);
    command
}

/// Finds a program by name on our PATH.
pub(crate) fn which(program: &str) -> Option<PathBuf> {
    find(&program.into(), &search_path())
}

fn search_path() -> OsString {
    let ours = [
        paths::tools().join("bin"),
        paths::root().join("node_modules/.bin"),
    ];
    let theirs = std::env::var_os("PATH").unwrap_or_default();
    let all = ours.into_iter().chain(std::env::split_paths(&theirs));
    std::env::join_paths(all).unwrap_or(theirs)
}

fn find(program: &OsString, path: &OsString) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) {
        &[".exe", ".cmd"]
    } else {
        &[""]
    };
    std::env::split_paths(path)
        .flat_map(|folder| {
            endings.iter().map(move |ending| {
                let mut name = program.clone();
                name.push(ending);
                folder.join(name)
            })
        })
        .find(|file| file.is_file())
}

/// What a program prints when asked, or nothing if it is not there or refuses.
fn answer(command: &mut Command) -> Option<String> {
    let output = command.output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn node() -> Result {
    let Some(version) = answer(command("node").arg("--version")) else {
        return Err(
            format!("Node.js is missing: install version {NODE} or newer, with npm").into(),
        );
    };
    let major = version
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|number| number.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        return Err(
            format!("Node.js {version} is too old: install version {NODE} or newer").into(),
        );
    }
    if answer(command("npm").arg("--version")).is_none() {
        return Err("npm is missing: it comes with Node.js, or as the package npm".into());
    }
    Ok(())
}

fn wasm_target() -> Result {
    let sysroot = answer(command("rustc").args(["--print", "sysroot"]))
        .ok_or("rustc is missing: install Rust with rustup")?;
    if Path::new(&sysroot).join("lib/rustlib").join(WASM).is_dir() {
        return Ok(());
    }
    if which("rustup").is_none() {
        return Err(
            format!("the Rust target {WASM} is missing and there is no rustup to add it").into(),
        );
    }
    step::must(
        "wasm target",
        command("rustup").args(["target", "add", WASM]),
    )
    .map(drop)
}

fn component(name: &str, probe: &[&str]) -> Result {
    if answer(cargo().args(probe)).is_some() {
        return Ok(());
    }
    if which("rustup").is_none() {
        return Err(format!("{name} is missing and there is no rustup to add it").into());
    }
    step::must(name, command("rustup").args(["component", "add", name])).map(drop)
}

/// Installs a tool from crates.io unless all its programs answer with the right version.
fn cargo_tool(name: &str, version: &str, programs: &[&str], flags: &[&str]) -> Result {
    let ready = |program: &&str| {
        answer(command(program).arg("--version"))
            .is_some_and(|text| text.split_whitespace().any(|word| word == version))
    };
    if programs.iter().all(ready) {
        return Ok(());
    }
    let title = format!("{name} {version}");
    step::say(&title, "compiling, some minutes, once");
    let mut locked = install(name, version, flags);
    let first = step::run(&title, locked.arg("--locked"))?;
    if first.status.success() {
        step::say(&title, &format!("done in {}", step::time(first.took)));
    } else {
        // The registry may lag behind a tool's own lock file; then its newest crates must do.
        step::say(
            &title,
            "its own lock file does not hold here; trying without",
        );
        step::must(&title, &mut install(name, version, flags))?;
    }
    // Gigabytes that nothing reads again; a leftover does no harm.
    let _ = fs::remove_dir_all(paths::tools().join("build"));
    if let Some(program) = programs.iter().find(|program| !ready(program)) {
        return Err(format!(
            "{title} was installed, but {program} --version does not say {version}"
        )
        .into());
    }
    Ok(())
}

fn install(name: &str, version: &str, flags: &[&str]) -> Command {
    let mut command = cargo();
    command
        .args(["install", name, "--version", version, "--force"])
        .args(flags)
        .arg("--root")
        .arg(paths::tools())
        .arg("--target-dir")
        .arg(paths::tools().join("build"))
        // These programs run for seconds: a quick build matters more than a quick program.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "256")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    command
}

/// The npm tools, exactly as package-lock.json has them.
fn npm() -> Result {
    let lock = fs::read(paths::root().join("package-lock.json"))?;
    let stamp = paths::root().join("node_modules/.installed");
    let wanted = crate::site::hash(&lock);
    if fs::read_to_string(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    step::must(
        "npm tools",
        command("npm").args(["ci", "--no-audit", "--no-fund", "--ignore-scripts"]),
    )?;
    fs::write(stamp, wanted)?;
    Ok(())
}

/// The tool must equal the crate, so Cargo.lock is asked.
fn wasm_bindgen_version() -> Result<String> {
    let lock = fs::read_to_string(paths::root().join("Cargo.lock"))?;
    locked_version(&lock, "wasm-bindgen").ok_or_else(|| "Cargo.lock names no wasm-bindgen".into())
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let lock: toml::Table = lock.parse().ok()?;
    lock.get("package")?
        .as_array()?
        .iter()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))?
        .get("version")?
        .as_str()
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_lock_file_tells_the_version() {
        let lock = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"b\"\nversion = \"2.1.0\"\n";
        assert_eq!(locked_version(lock, "b").as_deref(), Some("2.1.0"));
        assert_eq!(locked_version(lock, "c"), None);
    }
}
