//! The Chrome or Chromium that the tests drive: found, or asked for.

use crate::{Result, paths, tools};
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// Names and places where a Chrome may be, best first.
const CHROMES: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];
/// Debian's packages for both.
pub(crate) const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-liberation"];

/// A browser and the driver that speaks WebDriver to it.
pub(crate) struct Browser {
    /// The program that shows pages.
    pub(crate) chrome: PathBuf,
    /// The program that wasm-bindgen-test-runner talks to.
    pub(crate) driver: PathBuf,
}

/// Finds both programs.
///
/// # Errors
/// One line that says what to install.
pub(crate) fn find() -> Result<Browser> {
    look().ok_or_else(|| {
        "Chrome or Chromium is missing, or its chromedriver: cargo xtask setup installs both on Debian (packages \
         chromium and chromium-driver); or name them in CHROME_PATH and CHROMEDRIVER"
            .into()
    })
}

/// Lets `cargo test` for the wasm target, or the runner itself, work in this browser.
///
/// # Errors
/// When webdriver.json is not as we know it.
pub(crate) fn drive(command: &mut Command, browser: &Browser) -> Result {
    command
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings(browser)?)
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    Ok(())
}

/// The WebDriver settings of webdriver.json with the browser that we found.
fn settings(browser: &Browser) -> Result<PathBuf> {
    let text = fs::read_to_string(paths::root().join("webdriver.json"))?;
    let mut settings: serde_json::Value = serde_json::from_str(&text)?;
    let options = settings
        .get_mut("goog:chromeOptions")
        .and_then(serde_json::Value::as_object_mut)
        .ok_or("webdriver.json has no goog:chromeOptions")?;
    let chrome = browser.chrome.to_string_lossy();
    options.insert("binary".to_owned(), chrome.into());
    fs::create_dir_all(paths::work())?;
    let file = paths::work().join("webdriver.json");
    fs::write(&file, settings.to_string())?;
    Ok(file)
}

fn look() -> Option<Browser> {
    let named = |variable| {
        std::env::var_os(variable)
            .map(PathBuf::from)
            .filter(|file| file.is_file())
    };
    let chrome =
        named("CHROME_PATH").or_else(|| CHROMES.iter().find_map(|name| tools::which(name)))?;
    let driver = named("CHROMEDRIVER").or_else(|| tools::which("chromedriver"))?;
    Some(Browser { chrome, driver })
}
