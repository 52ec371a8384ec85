//! `cargo xtask stage`: what the app fetches beside its page, by plain names, into the folder that trunk is
//! about to publish. Trunk.toml calls it after each build; the release has names with hashes instead
//! ([`crate::assets`]).

use std::fs;
use std::path::PathBuf;

use crate::site::{self, Files};
use crate::{
    Result, assets, build, fragments, headers, html, offline, pack, page, partners, paths,
};

/// Trunk's name for its folder.
const FOLDER: &str = "TRUNK_STAGING_DIR";

/// In place of the worker that keeps a release on the device: what is built anew every minute must not be
/// kept, and a worker that a release left at this address goes.
const NO_WORKER: &str = "addEventListener(\"install\", () => skipWaiting());\n\
    addEventListener(\"activate\", () => registration.unregister());\n";

/// Writes the files; those that follow from the data are made anew only when the data or what reads them
/// changed.
///
/// # Errors
/// When trunk does not say where, or the data are wrong.
pub(crate) fn run() -> Result {
    let folder = std::env::var_os(FOLDER).map(PathBuf::from);
    let folder = folder.ok_or_else(|| format!("{FOLDER} is not set: trunk calls this"))?;
    let mut files = content()?;
    files.extend(offline::kept()?);
    files.insert(
        partners::SCRIPT.to_owned(),
        offline::shell(partners::SCRIPT)?,
    );
    files.insert(offline::WORKER.to_owned(), NO_WORKER.into());
    site::write(&folder, &files)?;
    let document = folder.join(page::DOCUMENT);
    let text = fs::read_to_string(&document)?;
    fs::write(document, allow_inline(&text)?)?;
    Ok(())
}

/// What follows from the data, made anew unless it was kept from the build before.
fn content() -> Result<Files> {
    let kept = paths::work().join("stage");
    let stamp = build::stamp_of(&["crates", "data", "xtask"], &["Cargo.lock"])?;
    let stamp_file = paths::work().join("stage.stamp");
    if fs::read_to_string(&stamp_file).is_ok_and(|found| found == stamp) {
        return site::read(&kept);
    }
    pack::run(pack::Args::default())?;
    let files = assets::content(&fragments::read_guide()?, true)?;
    site::replace(&kept, &files)?;
    fs::write(stamp_file, stamp)?;
    Ok(files)
}

/// Lets the page run the script that trunk writes into it, which loads the page again after a build. Whatever
/// else the policy forbids is found in the daily loop too. Trunk changes the script as it serves it, so that
/// the policy cannot name its hash.
fn allow_inline(page: &str) -> Result<String> {
    let policy = headers::CONTENT_SECURITY_POLICY;
    let wider = policy.replace("script-src", "script-src 'nonce-trunk'");
    let widen = html::needed(headers::POLICY_IN_PAGE, |meta| {
        Ok(meta.set_attribute("content", &wider)?)
    });
    let allow = html::each("script:not([src])", |script| {
        Ok(script.set_attribute("nonce", "trunk")?)
    });
    html::rewrite(page, vec![widen, allow])
}

#[cfg(test)]
mod tests {
    use super::allow_inline;
    use crate::headers::CONTENT_SECURITY_POLICY;

    #[test]
    fn the_policy_allows_what_trunk_writes_and_nothing_else() {
        let page = format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{CONTENT_SECURITY_POLICY}\"><script src=\"a.js\"></script><script>1</script>"
        );
        let allowed = allow_inline(&page).unwrap();
        assert!(allowed.contains("script-src 'nonce-trunk' 'self' 'wasm-unsafe-eval';"));
        assert!(
            allowed.ends_with("<script src=\"a.js\"></script><script nonce=\"trunk\">1</script>")
        );
    }
}
