//! `cargo xtask stage`: what the app fetches beside its page, by plain names, into the folder that trunk is
//! about to publish. Trunk.toml calls it after each build; the release has names with hashes instead
//! ([`crate::parts`]).

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::dist::Files;
use crate::{Result, build, fragments, headers, html, offline, pack, partners, paths};

/// Trunk's name for its folder.
const FOLDER: &str = "TRUNK_STAGING_DIR";

/// Writes the files; those that follow from the data are made anew only when the data or what reads them
/// changed.
///
/// # Errors
/// When trunk does not say where, or the data are wrong.
pub(crate) fn run(words: &[String]) -> Result {
    crate::only_known(words, &[], &[])?;
    let folder = std::env::var_os(FOLDER).map(PathBuf::from);
    let folder = folder.ok_or_else(|| format!("{FOLDER} is not set: trunk calls this"))?;
    for name in content()? {
        copy(&kept().join(&name), &folder.join(&name))?;
    }
    let mut files = offline::kept()?;
    files.insert(
        partners::SCRIPT.to_owned(),
        offline::shell(partners::SCRIPT)?,
    );
    write(&folder, &files)?;
    let page = folder.join("index.html");
    let text = fs::read_to_string(&page)?;
    fs::write(page, allow_inline(&text))?;
    Ok(())
}

/// Where what follows from the data is kept from one build to the next.
fn kept() -> PathBuf {
    paths::work().join("stage")
}

/// Makes what follows from the data, unless it is there; its names.
fn content() -> Result<Vec<String>> {
    let stamp = build::stamp_of(&["crates", "data", "xtask"], &["Cargo.lock"])?;
    let stamp_file = paths::work().join("stage.stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|found| found == stamp) {
        return Ok(paths::files(&kept())?);
    }
    if kept().exists() {
        fs::remove_dir_all(kept())?;
    }
    pack::run(&[])?;
    let mut files: Files = fragments::all(&fragments::read_guide()?, true)?
        .into_iter()
        .map(|(name, text)| (name, text.into_bytes()))
        .collect();
    files.insert(pack::CORE.to_owned(), fs::read(paths::pack())?);
    files.insert(pack::DETAILS.to_owned(), fs::read(paths::details())?);
    write(&kept(), &files)?;
    fs::write(stamp_file, stamp)?;
    Ok(files.into_keys().collect())
}

fn write(folder: &Path, files: &Files) -> Result {
    for (name, bytes) in files {
        let file = folder.join(name);
        if let Some(folder) = file.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(file, bytes)?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::copy(from, to)?;
    Ok(())
}

/// Lets the page run the script that trunk writes into it, which loads the page again after a build: the
/// policy names the script's hash, so that whatever else the policy forbids is found in the daily loop too.
fn allow_inline(page: &str) -> String {
    let mut hashes = String::new();
    for tag in html::tags(page, "script") {
        if html::attribute(&page[tag.clone()], "src").is_some() {
            continue;
        }
        let inline = page[tag.end..]
            .split("</script>")
            .next()
            .unwrap_or_default();
        let digest = STANDARD.encode(Sha256::digest(inline));
        hashes.push_str(&format!(" 'sha256-{digest}'"));
    }
    let policy = headers::CONTENT_SECURITY_POLICY;
    let wider = policy.replace("script-src 'self'", &format!("script-src 'self'{hashes}"));
    page.replace(policy, &wider)
}

#[cfg(test)]
mod tests {
    use super::allow_inline;
    use crate::headers::CONTENT_SECURITY_POLICY;

    #[test]
    fn the_policy_names_an_inline_script_and_nothing_else() {
        let page = format!(
            "<meta content=\"{CONTENT_SECURITY_POLICY}\"><script src=\"a.js\"></script><script>alert('Hello, world.');</script>"
        );
        // The example of the CSP specification.
        let hash = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='";
        assert!(
            allow_inline(&page).contains(&format!("script-src 'self' {hash} 'wasm-unsafe-eval'"))
        );
        let plain = page.replace("<script>alert('Hello, world.');</script>", "");
        assert_eq!(allow_inline(&plain), plain);
    }
}
