//! What a visitor downloads, against what we allow ourselves. A kB is 1000 bytes.

use crate::{Result, assets, compress, paths};
use std::fs;

/// The data pack that the first list needs, brotli.
const PACK_BUDGET: usize = 110_000;
/// The second pack, which comes after it, brotli.
const DETAILS_BUDGET: usize = 150_000;
/// WebAssembly, JavaScript and styles of the first page, brotli. What the first list needs besides comes in pieces; how
/// much it is in all says `cargo xtask bench --only page`.
const APP_BUDGET: usize = 230_000;
/// Each piece of the app that loads when a room of its is opened or when the visitor rests, brotli. What
/// pieces share has the same budget a file.
const PIECE_BUDGET: usize = 70_000;

/// What the search over the guide knows, brotli.
const SEARCH_BUDGET: usize = 300_000;

/// Files of one kind, added up.
#[derive(Clone, Copy, Default)]
struct Sum {
    raw: usize,
    brotli: usize,
}

impl std::ops::Add for Sum {
    type Output = Sum;
    fn add(self, other: Sum) -> Sum {
        Sum {
            raw: self.raw + other.raw,
            brotli: self.brotli + other.brotli,
        }
    }
}

/// Prints the sizes of dist/.
///
/// # Errors
/// When there is no site or a budget is exceeded.
pub(crate) fn run() -> Result {
    let pack = measure(|name| name.starts_with("assets/pack-") && name.ends_with(".bin"))?;
    let details = measure(|name| name.starts_with("assets/details-") && name.ends_with(".bin"))?;
    let later = format!("assets/{}", assets::PIECE);
    let is_later = |name: &str| name.starts_with(&later) && name.ends_with(".wasm");
    let wasm = measure(|name| name.ends_with(".wasm") && !is_later(name))?;
    let pieces = pieces(&later)?;
    let js = measure(|name| name.starts_with("assets/") && name.ends_with(".js"))?;
    let css = measure(|name| name.ends_with(".css"))?;
    let html = measure(|name| name.ends_with(".html"))?;
    let search = measure(|name| name.starts_with("assets/passages-") && name.ends_with(".json"))?;
    let data = measure(|name| name.ends_with(".json"))?;
    let app = wasm + js + css;
    println!(
        "  {:<22} {:>12} {:>12} {:>12}",
        "", "raw", "brotli", "budget"
    );
    print("wasm", wasm, None);
    print("js", js, None);
    print("css", css, None);
    print("app (wasm, js, css)", app, Some(APP_BUDGET));
    print("pack", pack, Some(PACK_BUDGET));
    print("app and pack", app + pack, Some(APP_BUDGET + PACK_BUDGET));
    print("details, after it", details, Some(DETAILS_BUDGET));
    for (name, sum) in &pieces {
        print(&format!("piece {name}"), *sum, Some(PIECE_BUDGET));
    }
    print("html, a page each", html, None);
    print("guide data", data, None);
    print("of it, search", search, Some(SEARCH_BUDGET));
    if [pack, details, wasm].iter().any(|sum| sum.raw == 0) {
        return Err("dist/ lacks a pack or the app".into());
    }
    over("the pack", pack, PACK_BUDGET)?;
    over("the second pack", details, DETAILS_BUDGET)?;
    over("the app", app, APP_BUDGET)?;
    for (name, sum) in pieces {
        over(&format!("the piece {name}"), sum, PIECE_BUDGET)?;
    }
    over("the search over the guide", search, SEARCH_BUDGET)
}

/// The pieces by name, each a file of its own.
fn pieces(begin: &str) -> Result<Vec<(String, Sum)>> {
    let names = paths::files(&paths::dist())?;
    let piece = |file: &String| {
        let rest = file.strip_prefix(begin)?.strip_suffix(".wasm")?;
        let (name, _) = rest.rsplit_once('-')?;
        Some(measure(|other| other == file).map(|sum| (name.to_owned(), sum)))
    };
    names.iter().filter_map(piece).collect()
}

fn over(what: &str, sum: Sum, budget: usize) -> Result {
    if sum.brotli > budget {
        return Err(format!(
            "{what} is {} above its budget",
            kilobytes(sum.brotli - budget)
        )
        .into());
    }
    Ok(())
}

fn measure(belongs: impl Fn(&str) -> bool) -> Result<Sum> {
    let dist = paths::dist();
    let names = paths::files(&dist).map_err(|_| "there is no dist/: run cargo xtask dist")?;
    let mut sum = Sum::default();
    for name in names.iter().filter(|name| belongs(name)) {
        let bytes = fs::read(dist.join(name))?;
        let brotli = match fs::read(dist.join(format!("{name}.br"))) {
            Ok(twin) => twin.len(),
            // A file without a twin travels as it is, unless nobody tried.
            Err(_) if compress::worthwhile(name) => {
                compress::brotli(&bytes)?.len().min(bytes.len())
            }
            Err(_) => bytes.len(),
        };
        sum = sum
            + Sum {
                raw: bytes.len(),
                brotli,
            };
    }
    Ok(sum)
}

fn print(name: &str, sum: Sum, budget: Option<usize>) {
    let budget = budget.map(kilobytes).unwrap_or_default();
    println!(
        "  {name:<22} {:>12} {:>12} {budget:>12}",
        kilobytes(sum.raw),
        kilobytes(sum.brotli)
    );
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
}

#[cfg(test)]
mod tests {
    use super::{Sum, kilobytes, over};

    #[test]
    fn a_kilobyte_is_a_thousand_bytes() {
        assert_eq!(kilobytes(149_999), "149.9 kB");
    }

    #[test]
    fn a_budget_may_be_met_but_not_passed() {
        assert!(over("x", Sum { raw: 0, brotli: 10 }, 10).is_ok());
        assert!(over("x", Sum { raw: 0, brotli: 11 }, 10).is_err());
    }
}
