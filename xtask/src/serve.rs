//! From a bare machine to the app on the screen.

use crate::server::{self, Shared, Site};
use crate::{Result, Source, build, dist, paths};
use std::sync::{Arc, PoisonError};
use std::thread;
use std::time::Duration;

/// How often `--watch` looks for a changed source.
const LOOK: Duration = Duration::from_millis(500);

/// How to serve.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Where to listen; 0 takes any free port
    #[arg(long, value_name = "N", default_value_t = 8080)]
    port: u16,
    /// Build again whenever a source changes
    #[arg(long)]
    watch: bool,
    /// Serve dist/ as it is
    #[arg(long)]
    built: bool,
    /// Leave out the data of a source
    #[arg(long, value_enum, value_name = "SOURCE")]
    without: Option<Source>,
}

/// Installs, builds and serves. `--built` serves dist/ as it is, `--watch` builds again on a change.
///
/// # Errors
/// When the port is taken or the site cannot be built.
pub(crate) fn run(words: Args) -> Result {
    let for_dist = dist::Args {
        without: words.without,
        ..dist::Args::default()
    };
    // Tried first, so that a taken port is not found out after minutes of building; let go again, so
    // that nobody waits on a listener that does not answer yet.
    drop(server::listen(words.port)?);
    if !words.built {
        dist::run(&for_dist)?;
    }
    let site = Site::load(&paths::dist())?;
    let site = server::shared(if words.built {
        site
    } else {
        site.without_worker()
    });
    let address = server::start(server::listen(words.port)?, &site)?;
    println!("\nSmart Pick is at {address} (Ctrl-C stops it)");
    if words.watch {
        watch(&for_dist, &site)?;
    }
    loop {
        thread::park();
    }
}

/// Builds again whenever a source changes; a build that fails leaves the last good site.
fn watch(words: &dist::Args, site: &Shared) -> Result {
    let mut seen = build::stamp(words)?;
    loop {
        thread::sleep(LOOK);
        // A file may vanish while an editor saves it; the next look finds it.
        let Ok(now) = build::stamp(words) else {
            continue;
        };
        if now == seen {
            continue;
        }
        seen = now;
        match dist::run(words).and_then(|()| Site::load(&paths::dist()).map(Site::without_worker)) {
            Ok(new) => *site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(new),
            Err(error) => eprintln!("{error}"),
        }
    }
}
