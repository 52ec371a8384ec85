//! Changes our pages by CSS selectors; what no selector fits stays byte for byte.

use crate::Result;
use lol_html::{ElementContentHandlers, RewriteStrSettings, Selector, rewrite_str};
use std::borrow::Cow;
use std::cell::Cell;

pub(crate) use lol_html::html_content::{ContentType, Element};

/// What becomes of the elements that a selector fits.
pub(crate) struct Change<'h> {
    selector: &'static str,
    change: Box<dyn FnMut(&mut Element<'_, '_>) -> Result + 'h>,
    /// Whether a page without such an element is a mistake.
    is_needed: bool,
}

/// Changes every element that fits, if there is any.
pub(crate) fn each<'h>(
    selector: &'static str,
    change: impl FnMut(&mut Element<'_, '_>) -> Result + 'h,
) -> Change<'h> {
    Change {
        selector,
        change: Box::new(change),
        is_needed: false,
    }
}

/// The same, and a page without such an element is refused.
pub(crate) fn needed<'h>(
    selector: &'static str,
    change: impl FnMut(&mut Element<'_, '_>) -> Result + 'h,
) -> Change<'h> {
    Change {
        is_needed: true,
        ..each(selector, change)
    }
}

/// The page with all changes, made in one pass.
///
/// # Errors
/// When a change fails, or an element that it needs is missing.
pub(crate) fn rewrite(page: &str, changes: Vec<Change<'_>>) -> Result<String> {
    let found: Vec<_> = changes
        .iter()
        .map(|change| (change.selector, Cell::new(!change.is_needed)))
        .collect();
    let mut settings = RewriteStrSettings::new();
    for (change, (_, is_found)) in changes.into_iter().zip(&found) {
        let selector: Selector = change.selector.parse()?;
        let mut change = change.change;
        let handler = move |element: &mut Element<'_, '_>| {
            is_found.set(true);
            change(element)
        };
        let handlers = ElementContentHandlers::default().element(handler);
        settings = settings.append_element_content_handler((Cow::Owned(selector), handlers));
    }
    let page = rewrite_str(page, settings)?;
    match found.iter().find(|(_, is_found)| !is_found.get()) {
        Some((selector, _)) => Err(format!("the page has no {selector}").into()),
        None => Ok(page),
    }
}

/// An attribute of the first element that fits, as it is written.
///
/// # Errors
/// When there is no such element, or it lacks the attribute.
pub(crate) fn attribute(page: &str, selector: &'static str, name: &str) -> Result<String> {
    let mut found = None;
    let look = |element: &mut Element<'_, '_>| {
        found = found.take().or_else(|| element.get_attribute(name));
        Ok(())
    };
    rewrite(page, vec![needed(selector, look)])?;
    found.ok_or_else(|| format!("{selector} of the page has no {name}").into())
}

#[cfg(test)]
mod tests {
    use super::{attribute, each, needed, rewrite};

    const PAGE: &str =
        "<links><link rel=stylesheet href=/a.css><link\n href='b.js' data-trunk /></links>";

    #[test]
    fn what_fits_is_changed_and_the_rest_stays() {
        let gone = each("link[data-trunk]", |link| {
            link.remove();
            Ok(())
        });
        assert_eq!(
            rewrite(PAGE, vec![gone]).unwrap(),
            "<links><link rel=stylesheet href=/a.css></links>"
        );
        assert_eq!(rewrite(PAGE, Vec::new()).unwrap(), PAGE);
    }

    #[test]
    fn what_is_needed_and_missing_is_said() {
        let error = rewrite(PAGE, vec![needed("main", |_| Ok(()))]).unwrap_err();
        assert_eq!(error.to_string(), "the page has no main");
        let fails = || each("link", |_| Err("not so".into()));
        assert!(rewrite(PAGE, vec![fails()]).is_err());
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        let of = |selector, name| attribute(PAGE, selector, name).ok();
        assert_eq!(of("link", "href").as_deref(), Some("/a.css"));
        assert_eq!(of("[data-trunk]", "href").as_deref(), Some("b.js"));
        assert_eq!(of("[data-trunk]", "rel"), None);
        assert_eq!(of("script", "src"), None);
    }
}
