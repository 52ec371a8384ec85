//! The nginx that tests the configuration for it: found, or installed where we may.

use crate::{Result, browser, tools};
use std::path::{Path, PathBuf};

/// Where Debian puts it; `/usr/sbin` is not in everybody's path.
const PLACE: &str = "/usr/sbin/nginx";
/// Debian's packages: the server, and the module that sends the brotli twins.
const PACKAGES: [&str; 2] = ["nginx", "libnginx-mod-http-brotli-static"];

/// Finds nginx, and installs Debian's where the machine lets us.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn ensure() -> Result<PathBuf> {
    if let Some(found) = find() {
        return Ok(found);
    }
    browser::packages("nginx", &PACKAGES)?;
    find().ok_or_else(|| {
        "the tests need nginx with its brotli module: install both (Debian: apt-get install nginx \
         libnginx-mod-http-brotli-static), or name nginx in NGINX_PATH"
            .into()
    })
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("NGINX_PATH").map(PathBuf::from);
    let named = named.filter(|file| file.is_file());
    let debian = || Path::new(PLACE).is_file().then(|| PathBuf::from(PLACE));
    named.or_else(|| tools::which("nginx")).or_else(debian)
}
