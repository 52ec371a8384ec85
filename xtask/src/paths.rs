//! Where things lie. The only place that spells a folder of the build.

use std::path::{Path, PathBuf};

/// The folder of the workspace.
pub(crate) fn root() -> PathBuf {
    // Set by `cargo run`; the value of compile time serves a binary started by hand.
    let ours = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    ours.parent().map_or(ours.clone(), Path::to_path_buf)
}

/// What a person edits.
pub(crate) fn data() -> PathBuf {
    root().join("data")
}

/// The tools that we install for ourselves: `bin/` and a log for each.
pub(crate) fn tools() -> PathBuf {
    target().join("tools")
}

/// Logs and stamps of xtask's own work.
pub(crate) fn work() -> PathBuf {
    target().join("xtask")
}

/// The data pack that `cargo xtask pack` writes.
pub(crate) fn pack() -> PathBuf {
    root().join(crate::pack::PATH)
}

/// The second pack, which it writes beside it.
pub(crate) fn details() -> PathBuf {
    pack().with_file_name(crate::pack::DETAILS)
}

/// Where Cargo writes.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

/// The pieces of the app and their script: plain names, no compression.
pub(crate) fn app() -> PathBuf {
    target().join("app")
}

/// The page of the release and what it names: plain names, no compression.
pub(crate) fn page() -> PathBuf {
    target().join("page")
}

/// The finished site.
pub(crate) fn dist() -> PathBuf {
    root().join("dist")
}

/// The app as one file.
pub(crate) fn single() -> PathBuf {
    root().join("dist-single")
}

/// Every file under `folder`, sorted, as paths below it with `/` between the parts.
///
/// # Errors
/// When a folder cannot be read.
pub(crate) fn files(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut found = Vec::new();
    collect(folder, "", &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(folder: &Path, below: &str, found: &mut Vec<String>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), found)?;
        } else {
            found.push(name);
        }
    }
    Ok(())
}
