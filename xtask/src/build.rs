//! Turns sources into a page and an app in pieces, and knows whether that is needed.

use crate::{Result, paths, site, step, tools, wasm_split};
use std::fs;
use std::path::PathBuf;

/// Whatever changes the finished site: these folders and files, and what the task was asked for.
const FOLDERS: &[&str] = &["crates", "data", "src", "styles", "xtask"];
const FILES: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    "index.html",
    "package-lock.json",
];

/// A hash over every source, by content: a checkout that only touches the times changes nothing.
///
/// # Errors
/// When a source cannot be read.
pub(crate) fn stamp(asked: &impl std::fmt::Debug) -> Result<String> {
    let sources = stamp_of(FOLDERS, FILES)?;
    Ok(site::hash(format!("{asked:?} {sources}").as_bytes()))
}

/// A hash over folders and files, by content.
///
/// # Errors
/// When one of them cannot be read.
pub(crate) fn stamp_of(folders: &[&str], files: &[&str]) -> Result<String> {
    let mut all = Vec::new();
    let mut names: Vec<String> = files.iter().map(|&name| name.to_owned()).collect();
    for folder in folders {
        let files = paths::files(&paths::root().join(folder))?;
        names.extend(files.into_iter().map(|file| format!("{folder}/{file}")));
    }
    for name in names {
        let bytes =
            fs::read(paths::root().join(&name)).map_err(|error| format!("{name}: {error}"))?;
        all.extend(name.bytes());
        all.extend(site::hash(&bytes).bytes());
    }
    Ok(site::hash(&all))
}

/// Where the stamp of the finished site is kept.
pub(crate) fn stamp_file() -> PathBuf {
    paths::work().join("dist.stamp")
}

/// Compiles the app and writes its pieces to target/app.
///
/// # Errors
/// When a tool fails; its last lines are shown.
pub(crate) fn app() -> Result {
    let mut command = tools::cargo();
    command
        .args(["build", "--release", "--locked", "--bin", "smart-pick-app"])
        .args(["--features", "split"])
        .args(["--target", tools::WASM])
        .env("CARGO_ENCODED_RUSTFLAGS", flags());
    step::must("app, release", &mut command)?;
    let compiled = paths::target()
        .join(tools::WASM)
        .join("release/smart-pick-app.wasm");
    wasm_split::make(&compiled, &paths::app())
}

/// Flags of the compiler: the linker leaves the notes that the app is cut by.
fn flags() -> String {
    let mut flags = without_folders();
    flags.push("-Clink-arg=--emit-relocs".to_owned());
    flags.join("\u{1f}")
}

/// The compiler's flags that keep the folders of this machine out of the app: where a crate was
/// unpacked is nobody's business, and it would be another size on each machine.
fn without_folders() -> Vec<String> {
    let home = std::env::var_os("CARGO_HOME").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cargo"),
        PathBuf::from,
    );
    let registries = fs::read_dir(home.join("registry/src"));
    let crates = registries.into_iter().flatten().flatten();
    crates
        .map(|registry| format!("--remap-path-prefix={}=crates", registry.path().display()))
        .collect()
}
