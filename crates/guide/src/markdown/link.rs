//! Links: to facts, pages and terms; and list entries with a name.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, html};

use super::{Reader, Wrong};
use crate::digits;
use crate::fact::{Fact, Kind};
use crate::words::escaped;

impl<'a> Reader<'a> {
    pub(super) fn start_link(
        &mut self,
        to: &CowStr<'a>,
        range: &Range<usize>,
    ) -> Result<(), Wrong> {
        if let Some(id) = to.strip_prefix("fact:") {
            let Some(fact) = self.shelf.facts.get(id) else {
                return self.wrong(range, format!("no fact is called {id}"));
            };
            self.link = Some((fact.clone(), String::new()));
            return Ok(());
        }
        let address = match self.shelf.address(to) {
            Ok(address) => address,
            Err(problem) => return self.wrong(range, problem),
        };
        let tag = format!("<a href=\"{}\">", escaped(&address));
        self.events.push(Event::InlineHtml(tag.into()));
        self.in_link = true;
        Ok(())
    }

    pub(super) fn end_link(&mut self, range: &Range<usize>) -> Result<(), Wrong> {
        let Some((fact, words)) = self.link.take() else {
            self.in_link = false;
            self.events.push(Event::InlineHtml("</a>".into()));
            return Ok(());
        };
        let all = [
            Some(&fact.statement),
            fact.value.as_ref(),
            fact.note.as_ref(),
        ];
        let stated: Vec<&str> = all.into_iter().flatten().map(String::as_str).collect();
        if let Some(figure) = digits::foreign(&words, &stated.join(" ")) {
            let id = &fact.id;
            return self.wrong(
                range,
                format!("{figure} is not in the fact {id}: {}", fact.statement),
            );
        }
        if self.heading.is_some() {
            return self.wrong(range, "a fact in a heading");
        }
        let source = self.shelf.facts.source(&fact);
        let third = source.is_some_and(|source| source.kind == Kind::ThirdParty);
        self.block.has_third_party |= third;
        let is_new = !self.cited.contains(&fact.source);
        let number = self.cite(&fact);
        let note = match self.slug {
            Some(slug) => format!(
                "<sup class=\"cite\"><a href=\"/guide/{slug}#source-{number}\" aria-label=\"Source {number}\">{number}</a></sup>"
            ),
            None if is_new => self.shelf.facts.note(&fact),
            None => String::new(),
        };
        let cited = format!("{}{note}", escaped(&words));
        self.events.push(Event::InlineHtml(cited.into()));
        Ok(())
    }

    /// The words of a text without the name that a list entry ends with: `Passport {#passport}`.
    pub(super) fn without_name(&mut self, words: &str) -> String {
        let named = words
            .trim_end()
            .strip_suffix('}')
            .and_then(|rest| rest.rsplit_once(" {#"));
        match (named, &mut self.item) {
            (Some((words, name)), Some((_, slot))) => {
                *slot = Some(name.to_owned());
                words.to_owned()
            }
            _ => words.to_owned(),
        }
    }

    pub(super) fn end_item(&mut self, range: &Range<usize>) -> Result<(), Wrong> {
        let Some((from, Some(name))) = self.item.take() else {
            return Ok(());
        };
        if self.body.checks.iter().any(|(known, _)| *known == name) {
            return self.wrong(range, format!("a second entry {name:?}"));
        }
        let mut html = String::new();
        let inside = self.events.get(from + 1..).unwrap_or_default();
        html::push_html(&mut html, inside.iter().cloned());
        self.body.checks.push((name, html));
        Ok(())
    }

    /// Words of which the first to name a term of the glossary lead to it. What stands in a list
    /// to tick does not: a box has one thing to press.
    pub(super) fn explain(&mut self, words: &str) {
        let mut rest = words;
        let is_plain = self.slug.is_some() && self.lists == 0 && !self.in_link;
        while is_plain
            && let Some((before, word, id, after)) =
                self.shelf.terms.first_in(rest, &self.explained, self.slug)
        {
            self.events.push(Event::Text(before.to_owned().into()));
            let link = format!(
                "<a class=\"term\" data-term=\"{id}\" href=\"/guide/glossary#{id}\">{}</a>",
                escaped(word)
            );
            self.events.push(Event::InlineHtml(link.into()));
            self.explained.push(id.to_owned());
            rest = after;
        }
        self.events.push(Event::Text(rest.to_owned().into()));
    }

    /// The number of a fact's source in the list below the text.
    pub(super) fn cite(&mut self, fact: &Fact) -> usize {
        if let Some(at) = self.cited.iter().position(|key| *key == fact.source) {
            return at + 1;
        }
        self.cited.push(fact.source.clone());
        self.body.sources.push(fact.id.clone());
        self.cited.len()
    }
}
