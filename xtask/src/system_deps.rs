//! What the checks need of the system beside the tools that build: Chromium, Firefox, and the web servers
//! whose configurations the build writes. Each is found, or installed where we may, by `cargo xtask setup`.

use crate::browser::{self, Browser};
use crate::{Result, step, tools};
use std::path::{Path, PathBuf};

/// The programs that the checks drive.
pub(crate) struct SystemDeps {
    /// Chromium.
    pub(crate) browser: Browser,
    /// The others, each with the variable by which the journeys know it.
    pub(crate) others: Vec<(&'static str, PathBuf)>,
}

/// Finds all of them, and installs Debian's where the machine lets us.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn install() -> Result<SystemDeps> {
    let others: Result<Vec<_>> = [FIREFOX, NGINX, CADDY]
        .iter()
        .map(|other| Ok((other.variable, other.install()?)))
        .collect();
    if browser::find().is_err() {
        packages("chromium", browser::PACKAGES)?;
    }
    Ok(SystemDeps {
        browser: browser::find()?,
        others: others?,
    })
}

/// Installs packages of Debian where the machine lets us; elsewhere does nothing.
fn packages(name: &str, packages: &[&str]) -> Result {
    if !may_install() {
        return Ok(());
    }
    step::must("package lists", tools::command("apt-get").arg("update"))?;
    let mut install = tools::command("apt-get");
    install
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive")
        // What is installed for a test is started by the test.
        .env("RUNLEVEL", "1");
    step::must(name, &mut install).map(drop)
}

fn may_install() -> bool {
    let root = tools::command("id").arg("-u").output();
    root.is_ok_and(|output| output.stdout.trim_ascii() == b"0") && tools::which("apt-get").is_some()
}

/// A program that is not ours.
struct Other {
    /// What people call it.
    name: &'static str,
    /// Names and files, best first; `/usr/sbin` is not in everybody's path.
    programs: &'static [&'static str],
    /// Debian's packages.
    packages: &'static [&'static str],
    /// The variable that names it.
    variable: &'static str,
}

const FIREFOX: Other = Other {
    name: "Firefox",
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr"],
    variable: "FIREFOX_PATH",
};
/// With the module that sends the brotli twins.
const NGINX: Other = Other {
    name: "nginx",
    programs: &["nginx", "/usr/sbin/nginx"],
    packages: &["nginx", "libnginx-mod-http-brotli-static"],
    variable: "NGINX_PATH",
};
const CADDY: Other = Other {
    name: "Caddy",
    programs: &["caddy"],
    packages: &["caddy"],
    variable: "CADDY_PATH",
};

impl Other {
    fn install(&self) -> Result<PathBuf> {
        if let Some(found) = self.find() {
            return Ok(found);
        }
        packages(self.name, self.packages)?;
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
        let at = |program: &&str| {
            let path = Path::new(program);
            let is_there = path.is_absolute() && path.is_file();
            is_there
                .then(|| path.to_owned())
                .or_else(|| tools::which(program))
        };
        named
            .filter(|file| file.is_file())
            .or_else(|| self.programs.iter().find_map(at))
    }
}
