//! What the checks need on a machine beside the tools that build: Chromium, Firefox, and the web servers
//! whose configurations the build writes. Each is found, or installed where we may.

use crate::browser::{self, Browser};
use crate::{Result, tools};
use std::path::{Path, PathBuf};

/// The programs that the checks drive.
pub(crate) struct Machine {
    /// Chromium.
    pub(crate) browser: Browser,
    /// The others, each with the variable by which the journeys know it.
    pub(crate) others: Vec<(&'static str, PathBuf)>,
}

/// Finds all of them, and installs Debian's where the machine lets us.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn ensure() -> Result<Machine> {
    let others: Result<Vec<_>> = [FIREFOX, NGINX, CADDY]
        .iter()
        .map(|other| Ok((other.variable, other.ensure()?)))
        .collect();
    Ok(Machine {
        browser: browser::ensure()?,
        others: others?,
    })
}

/// A program that is not ours.
struct Other {
    /// What people call it.
    name: &'static str,
    /// Names and places where it may be, best first; `/usr/sbin` is not in everybody's path.
    places: &'static [&'static str],
    /// Debian's packages.
    packages: &'static [&'static str],
    /// The variable that names it.
    variable: &'static str,
}

const FIREFOX: Other = Other {
    name: "Firefox",
    places: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
    variable: "FIREFOX_PATH",
};
/// With the module that sends the brotli twins.
const NGINX: Other = Other {
    name: "nginx",
    places: &["nginx", "/usr/sbin/nginx"],
    packages: &["nginx", "libnginx-mod-http-brotli-static"],
    variable: "NGINX_PATH",
};
const CADDY: Other = Other {
    name: "Caddy",
    places: &["caddy"],
    packages: &["caddy"],
    variable: "CADDY_PATH",
};

impl Other {
    fn ensure(&self) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        browser::packages(self.name, self.packages)?;
        self.find().ok_or_else(|| {
            format!(
                "the tests need {}: install it (Debian: apt-get install {}), or name it in {}",
                self.name,
                self.packages.join(" "),
                self.variable
            )
            .into()
        })
    }

    fn find(&self) -> Option<PathBuf> {
        let named = std::env::var_os(self.variable).map(PathBuf::from);
        let at = |place: &&str| {
            let path = Path::new(place);
            let is_place = path.is_absolute() && path.is_file();
            is_place
                .then(|| path.to_owned())
                .or_else(|| tools::which(place))
        };
        named
            .filter(|file| file.is_file())
            .or_else(|| self.places.iter().find_map(at))
    }
}
