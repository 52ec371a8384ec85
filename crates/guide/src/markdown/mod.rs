//! From Markdown to HTML, with every link and figure checked on the way.

mod body;
mod link;

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::digits;
use super::fact::Fact;
use super::shelf::Shelf;
use super::words::{escaped, line_at, says_who, whole_names};
use state::content::slug::slug;

pub(super) use body::{Body, Heading};

/// A line, from 1, and what is wrong there.
pub(super) type Wrong = (usize, String);

/// What is wrong with a fact of a third party that nobody is named for.
const UNSAID: &str = "a fact of a third party: say who reports it";

/// Reads an article.
pub(super) fn read(slug: &str, text: &str, shelf: &Shelf<'_>) -> Result<Body, Wrong> {
    parse(Some(slug), text, shelf)
}

/// Reads a few sentences that stand by themselves: each names its sources where it cites them.
pub(super) fn snippet(text: &str, shelf: &Shelf<'_>) -> Result<String, Wrong> {
    let body = parse(None, text, shelf)?;
    let html = body.html.trim();
    let inner = html
        .strip_prefix("<p>")
        .and_then(|rest| rest.strip_suffix("</p>"));
    match inner {
        Some(inner) if !inner.contains("<p>") => Ok(inner.to_owned()),
        _ => Err((1, "not one paragraph".to_owned())),
    }
}

fn parse(slug: Option<&str>, text: &str, shelf: &Shelf<'_>) -> Result<Body, Wrong> {
    let mut reader = Reader {
        slug,
        text,
        shelf,
        item: None,
        explained: Vec::new(),
        body: Body::default(),
        events: Vec::new(),
        block: Block::default(),
        before: String::new(),
        cited: Vec::new(),
        link: None,
        heading: None,
        in_link: false,
        in_table: false,
        tables: 0,
        unsaid: None,
        lists: 0,
    };
    for (event, range) in Parser::new_ext(text, Options::ENABLE_TABLES).into_offset_iter() {
        reader.take(event, &range)?;
    }
    if let Some(line) = reader.unsaid {
        return Err((line, UNSAID.to_owned()));
    }
    let mut body = reader.body;
    let mut html = String::new();
    html::push_html(&mut html, reader.events.into_iter());
    body.html = whole_names(&html);
    body.words = body.text.split_whitespace().count();
    Ok(body)
}

/// The words of a paragraph, heading, cell or list entry.
#[derive(Default)]
struct Block {
    /// All of them.
    words: String,
    /// Without those that stand in links to facts.
    loose: String,
    /// Whether a fact of a third party stands in it.
    has_third_party: bool,
}

struct Reader<'a> {
    /// The article's own name: links within a page name it, as the document has a base.
    /// It is `None` for sentences that stand by themselves.
    slug: Option<&'a str>,
    text: &'a str,
    shelf: &'a Shelf<'a>,
    body: Body,
    events: Vec<Event<'a>>,
    block: Block,
    /// The words of the paragraph before.
    before: String,
    /// Keys of the sources cited so far.
    cited: Vec<String>,
    /// The fact that a link names, with the words of the link so far.
    link: Option<(Fact, String)>,
    heading: Option<u8>,
    /// Whether a link to a page is open.
    in_link: bool,
    in_table: bool,
    /// Tables so far.
    tables: usize,
    /// The line of a fact in a table or list whose paragraph before does not say who reports it.
    unsaid: Option<usize>,
    /// Lists that are open.
    lists: usize,
    /// The list entry that is open: where it begins among the events, and its name if it has one.
    item: Option<(usize, Option<String>)>,
    /// Terms of the glossary that the text has named.
    explained: Vec<String>,
}

impl<'a> Reader<'a> {
    fn wrong<T>(&self, range: &Range<usize>, problem: impl Into<String>) -> Result<T, Wrong> {
        Err((line_at(self.text, range.start), problem.into()))
    }

    fn take(&mut self, event: Event<'a>, range: &Range<usize>) -> Result<(), Wrong> {
        match event {
            Event::Html(_) | Event::InlineHtml(_) => self.wrong(range, "raw HTML"),
            Event::Start(Tag::Image { .. }) => self.wrong(range, "an image"),
            Event::Start(Tag::Heading { level, .. }) => self.start_heading(level, range),
            Event::End(TagEnd::Heading(_)) => self.end_heading(range),
            Event::Start(Tag::Link { dest_url, .. }) => self.start_link(&dest_url, range),
            Event::End(TagEnd::Link) => self.end_link(range),
            Event::Code(ref words) => {
                let words = words.to_string();
                self.words(&words);
                if self.link.is_none() && self.heading.is_none() {
                    self.events.push(event);
                }
                Ok(())
            }
            Event::Text(words) => {
                let words = self.without_name(&words);
                self.words(&words);
                if self.link.is_none() && self.heading.is_none() {
                    self.explain(&words);
                }
                Ok(())
            }
            Event::Start(Tag::Item) => {
                self.item = Some((self.events.len(), None));
                self.events.push(event);
                Ok(())
            }
            Event::End(TagEnd::Item) => {
                self.end_block(range)?;
                self.end_item(range)?;
                self.events.push(event);
                Ok(())
            }
            Event::SoftBreak | Event::HardBreak => {
                self.words(" ");
                if self.link.is_none() {
                    self.events.push(event);
                }
                Ok(())
            }
            Event::Start(Tag::Table(_)) => self.table(event, true),
            Event::End(TagEnd::Table) => self.table(event, false),
            Event::Start(Tag::List(_)) => {
                self.end_block(range)?;
                self.lists += 1;
                self.events.push(event);
                Ok(())
            }
            Event::End(TagEnd::List(_)) => {
                self.lists -= 1;
                self.events.push(event);
                Ok(())
            }
            Event::End(TagEnd::Paragraph | TagEnd::TableCell) => {
                self.end_block(range)?;
                self.events.push(event);
                Ok(())
            }
            other => {
                // A heading is its words.
                if self.heading.is_none() {
                    self.events.push(other);
                }
                Ok(())
            }
        }
    }

    /// A table scrolls by itself where it is wider than the window, and has a name of its own.
    fn table(&mut self, event: Event<'a>, starts: bool) -> Result<(), Wrong> {
        self.in_table = starts;
        if starts {
            self.tables += 1;
            let open = format!(
                "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table {}\">",
                self.tables
            );
            self.events.push(Event::Html(open.into()));
            self.events.push(event);
        } else {
            self.events.push(event);
            self.events.push(Event::Html("</div>".into()));
        }
        Ok(())
    }

    fn words(&mut self, words: &str) {
        self.block.words.push_str(words);
        match &mut self.link {
            Some((_, link)) => link.push_str(words),
            None => self.block.loose.push_str(words),
        }
    }

    fn start_heading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Result<(), Wrong> {
        let level = level as u8;
        if self.body.headings.is_empty() && self.body.text.is_empty() {
            return self.wrong(range, "begins with a heading: the conclusion comes first");
        }
        let above = self.body.headings.last().map_or(1, |heading| heading.level);
        if level == 1 || level > above + 1 {
            return self.wrong(
                range,
                format!("a heading of level {level} after one of {above}"),
            );
        }
        self.heading = Some(level);
        Ok(())
    }

    fn end_heading(&mut self, range: &Range<usize>) -> Result<(), Wrong> {
        let text = self.block.words.clone();
        let level = self.heading.take().unwrap_or(2);
        let id = slug(&text);
        if self.body.headings.iter().any(|heading| heading.id == id) {
            return self.wrong(range, format!("a second heading {text:?}"));
        }
        self.end_block(range)?;
        let tag = format!(
            "<h{level} id=\"{id}\" tabindex=\"-1\">{}</h{level}>\n",
            escaped(&text)
        );
        self.events.push(Event::Html(tag.into()));
        self.body.headings.push(Heading { level, id, text });
        Ok(())
    }

    fn end_block(&mut self, range: &Range<usize>) -> Result<(), Wrong> {
        let block = std::mem::take(&mut self.block);
        if let Some(figure) = digits::loose(&block.loose) {
            return self.wrong(range, format!("{figure} stands without a fact"));
        }
        // In a table or list the paragraph before or after it may say who reports.
        let is_part = self.in_table || self.lists > 0;
        let says = says_who(&block.words);
        if block.has_third_party && !says {
            if !is_part {
                return self.wrong(range, UNSAID);
            }
            if !says_who(&self.before) {
                self.unsaid.get_or_insert(line_at(self.text, range.start));
            }
        }
        if !is_part
            && !block.words.is_empty()
            && let Some(line) = self.unsaid.take().filter(|_| !says)
        {
            return Err((line, UNSAID.to_owned()));
        }
        if is_part && says {
            // The head of a table says it for the column.
            self.before.clone_from(&block.words);
        }
        self.body.text.push_str(&block.words);
        self.body.text.push_str(".\n");
        if !is_part && !block.words.is_empty() {
            self.before = block.words;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Facts;
    use crate::terms::Terms;

    fn page(text: &str) -> Result<Body, Wrong> {
        let shelf = Shelf {
            facts: &Facts::default(),
            slugs: &["visas".to_owned()],
            terms: &Terms::default(),
        };
        read("here", text, &shelf)
    }

    fn wrong(text: &str) -> Wrong {
        page(text).unwrap_err()
    }

    #[test]
    fn what_the_build_refuses_is_named_with_its_line() {
        for (text, line, says) in [
            ("Words.\n\n<b>x</b>", 3, "raw HTML"),
            ("## First", 1, "the conclusion comes first"),
            (
                "Words.\n\n### Deep",
                3,
                "a heading of level 3 after one of 1",
            ),
            ("Words.\n\n# Title", 3, "level 1"),
            (
                "See [it](guide:nowhere).",
                1,
                "no article is called nowhere",
            ),
            ("See [it](app:kitchen).", 1, "no room is called kitchen"),
            ("See [it](tool:hammer).", 1, "no tool is called hammer"),
            ("Words.\n\n- a {#x}\n- b {#x}", 4, "a second entry"),
            ("See [it](https://example.org).", 1, "which no source has"),
            ("It costs [80](fact:none).", 1, "no fact is called none"),
            (
                "Words.\n\nIt costs 80 dollars.",
                3,
                "80 stands without a fact",
            ),
            ("- one\n- two of 3", 2, "3 stands without a fact"),
            ("Words.\n\n![x](guide:visas)", 3, "an image"),
            ("Words.\n\n## A\n\ntext\n\n## A", 7, "a second heading"),
        ] {
            let (at, problem) = wrong(text);
            assert!(
                problem.contains(says) && at == line,
                "{text:?}: {at}: {problem}"
            );
        }
    }

    #[test]
    fn a_text_becomes_html_with_its_headings() {
        let text = "First [visas](guide:visas), then [my list](app:list).\n\n## What to do\n\n1. One & two.\n";
        let body = page(text).unwrap();
        assert!(body.html.contains("<a href=\"/guide/visas\">visas</a>"));
        assert!(body.html.contains("<a href=\"/list\">my list</a>"));
        assert!(
            body.html
                .contains("<h2 id=\"what-to-do\" tabindex=\"-1\">What to do</h2>")
        );
        assert!(body.html.contains("One &amp; two."));
        assert_eq!(body.headings.len(), 1);
    }

    #[test]
    fn a_list_entry_with_a_name_can_be_ticked() {
        let body = page("Words.\n\n- Your [visa](guide:visas) {#visa}\n- No name\n").unwrap();
        let html = "Your <a href=\"/guide/visas\">visa</a>";
        assert_eq!(body.checks, [("visa".to_owned(), html.to_owned())]);
        assert!(!body.html.contains('#') && !body.text.contains('#'));
    }

    #[test]
    fn sentences_that_stand_alone_are_one_paragraph() {
        let shelf = Shelf {
            facts: &Facts::default(),
            slugs: &[],
            terms: &Terms::default(),
        };
        assert_eq!(
            snippet("Some *words*.", &shelf).unwrap(),
            "Some <em>words</em>."
        );
        assert!(snippet("One.\n\nTwo.", &shelf).is_err());
    }
}
