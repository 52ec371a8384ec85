//! From a bare machine to the app on the screen.

use crate::server::{self, Shared, Site};
use crate::{Result, build, dist, paths};
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

const PORT: u16 = 8080;
/// How often `--watch` looks for a changed source.
const LOOK: Duration = Duration::from_millis(500);

/// Installs, builds and serves. `--built` serves dist/ as it is, `--watch` builds again on a change.
///
/// # Errors
/// When the port is taken or the site cannot be built.
pub(crate) fn run(words: &[String]) -> Result {
    crate::only_known(words, &["--built", "--watch"], &["--port", "--without"])?;
    let port = match crate::option(words, "--port")? {
        Some(text) => text.parse().map_err(|_| format!("{text} is not a port"))?,
        None => PORT,
    };
    let without = match crate::option(words, "--without")? {
        Some(what) => vec!["--without".to_owned(), what.to_owned()],
        None => Vec::new(),
    };
    // Tried first, so that a taken port is not found out after minutes of building; let go again, so
    // that nobody waits on a listener that does not answer yet.
    drop(server::listen(port)?);
    let is_built = words.iter().any(|word| word == "--built");
    if !is_built {
        dist::run(&without)?;
    }
    let site = Site::load(&paths::dist())?;
    let site = server::shared(if is_built {
        site
    } else {
        site.without_worker()
    });
    let address = server::start(&server::listen(port)?, &site)?;
    println!("\nSmart Pick is at {address} (Ctrl-C stops it)");
    if words.iter().any(|word| word == "--watch") {
        watch(&without, &site)?;
    }
    loop {
        thread::park();
    }
}

/// Builds again whenever a source changes; a build that fails leaves the last good site.
fn watch(without: &[String], site: &Shared) -> Result {
    let mut seen = build::stamp(without)?;
    loop {
        thread::sleep(LOOK);
        // A file may vanish while an editor saves it; the next look finds it.
        let Ok(now) = build::stamp(without) else {
            continue;
        };
        if now == seen {
            continue;
        }
        seen = now;
        match dist::run(without).and_then(|()| Site::load(&paths::dist()).map(Site::without_worker))
        {
            Ok(new) => *site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(new),
            Err(error) => eprintln!("{error}"),
        }
    }
}
