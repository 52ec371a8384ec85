//! Finds and changes tags of our own index.html. Not a parser for other people's pages.

use crate::Result;
use std::ops::Range;

/// Where the start tags named `name` lie in `page`, in order.
pub(crate) fn tags(page: &str, name: &str) -> Vec<Range<usize>> {
    let open = format!("<{name}");
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(at) = page[from..].find(&open).map(|at| at + from) {
        let after = at + open.len();
        let is_tag = page[after..].starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/');
        match page[after..].find('>') {
            Some(end) if is_tag => {
                found.push(at..after + end + 1);
                from = after + end + 1;
            }
            Some(_) => from = after,
            None => break,
        }
    }
    found
}

/// `page` with start tags named `name` changed; where there is nothing new, a tag stays.
pub(crate) fn replaced(page: &str, name: &str, new: impl Fn(&str) -> Option<String>) -> String {
    let mut page = page.to_owned();
    for at in tags(&page, name).into_iter().rev() {
        if let Some(new) = new(&page[at.clone()]) {
            page.replace_range(at, &new);
        }
    }
    page
}

/// The value of an attribute of one start tag; empty if it stands without a value.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let mut rest = tag.trim_start_matches('<').trim_end_matches('>');
    rest = &rest[rest.find(char::is_whitespace)?..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return None;
        }
        let end = rest
            .find(|c: char| c.is_whitespace() || c == '=')
            .unwrap_or(rest.len());
        let (key, after) = rest.split_at(end);
        let (value, after) = match after.trim_start().strip_prefix('=') {
            Some(text) => value(text.trim_start()),
            None => ("", after),
        };
        if key == name {
            return Some(value);
        }
        rest = after;
    }
}

/// Splits the value at the start of `text` from what follows it.
fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(char::is_whitespace).unwrap_or(text.len()))
}

/// `text` with every file name `from` changed to `to`, where it stands as a whole address.
pub(crate) fn rename(text: &str, from: &str, to: &str) -> String {
    let before = |c: char| matches!(c, '"' | '\'' | '=' | '(');
    let after = |c: char| matches!(c, '"' | '\'' | ')' | '>' | '#' | '?') || c.is_whitespace();
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(from) {
        let head = rest[..at].strip_suffix('/').unwrap_or(&rest[..at]);
        let tail = &rest[at + from.len()..];
        let whole = head.ends_with(before) && tail.starts_with(after);
        if whole {
            result.push_str(&rest[..at]);
            result.push_str(to);
        } else {
            result.push_str(&rest[..at + from.len()]);
        }
        rest = tail;
    }
    result.push_str(rest);
    result
}

/// Text as it stands in HTML, in an attribute too.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// The text with what stands between two marks replaced.
///
/// # Errors
/// When a mark is missing.
pub(crate) fn between(text: &str, open: &str, close: &str, new: &str) -> Result<String> {
    let missing = || format!("the page has no {open}");
    let from = text.find(open).ok_or_else(missing)? + open.len();
    let rest = text.get(from..).unwrap_or_default();
    let to = from + rest.find(close).ok_or_else(missing)?;
    Ok([&text[..from], new, &text[to..]].concat())
}

#[cfg(test)]
mod tests {
    use super::{attribute, rename, replaced, tags};

    const PAGE: &str = "<links><link rel=stylesheet href=/a.css><link\n href='b.js' data-trunk />";

    #[test]
    fn tags_are_changed_and_others_stay() {
        let gone = |tag: &str| attribute(tag, "data-trunk").map(|_| String::new());
        assert_eq!(
            replaced(PAGE, "link", gone),
            "<links><link rel=stylesheet href=/a.css>"
        );
    }

    #[test]
    fn tags_are_found_by_their_whole_name() {
        let found: Vec<&str> = tags(PAGE, "link").into_iter().map(|at| &PAGE[at]).collect();
        assert_eq!(
            found,
            [
                "<link rel=stylesheet href=/a.css>",
                "<link\n href='b.js' data-trunk />"
            ]
        );
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        assert_eq!(
            attribute("<link rel=stylesheet href=/a.css>", "href"),
            Some("/a.css")
        );
        assert_eq!(
            attribute("<link href='b.js' data-trunk />", "href"),
            Some("b.js")
        );
        assert_eq!(
            attribute("<link href='b.js' data-trunk />", "data-trunk"),
            Some("")
        );
        assert_eq!(attribute("<link href='b.js'>", "rel"), None);
        assert_eq!(attribute("<link>", "rel"), None);
    }

    #[test]
    fn only_whole_addresses_are_renamed() {
        let text =
            "href=\"/boot.js\" src=boot.js url(boot.js) 'myboot.js' boot.jsx \"boot.js.map\"";
        assert_eq!(
            rename(text, "boot.js", "assets/b.js"),
            "href=\"/assets/b.js\" src=assets/b.js url(assets/b.js) 'myboot.js' boot.jsx \"boot.js.map\"",
        );
    }
}
