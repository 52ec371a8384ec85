//! From Markdown to HTML, with every link and figure checked on the way.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::digits;
use super::fact::{Fact, Facts, Kind};
use super::words::{escaped, line_at, says_who, slug};

/// A text, checked.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text as HTML.
    pub html: String,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Ids of the facts that it cites, in the order in which their sources are first named; one
    /// fact a source.
    pub sources: Vec<String>,
    /// Number of words.
    pub words: usize,
    /// The words alone.
    pub text: String,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 2 on; 1 is the title.
    pub level: u8,
    /// Where links to it lead.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// A line, from 1, and what is wrong there.
pub(super) type Wrong = (usize, String);

/// What is wrong with a fact of a third party that nobody is named for.
const UNSAID: &str = "a fact of a third party: say who reports it";

/// Rooms of the app that articles lead to, by the word that they use for them.
const ROOMS: [(&str, &str); 9] = [
    ("start", "/"),
    ("profile", "/profile"),
    ("preferences", "/preferences"),
    ("programs", "/programs"),
    ("list", "/list"),
    ("trust", "/trust"),
    ("accuracy", "/trust/accuracy"),
    ("sources", "/trust/sources"),
    ("guide", "/guide"),
];

/// Reads a text.
pub(super) fn read(slug: &str, text: &str, facts: &Facts, slugs: &[String]) -> Result<Body, Wrong> {
    let mut reader = Reader {
        slug,
        text,
        facts,
        slugs,
        body: Body::default(),
        events: Vec::new(),
        block: Block::default(),
        before: String::new(),
        cited: Vec::new(),
        link: None,
        heading: None,
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
    html::push_html(&mut body.html, reader.events.into_iter());
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
    slug: &'a str,
    text: &'a str,
    facts: &'a Facts,
    slugs: &'a [String],
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
    in_table: bool,
    /// Tables so far.
    tables: usize,
    /// The line of a fact in a table or list whose paragraph before does not say who reports it.
    unsaid: Option<usize>,
    /// Lists that are open.
    lists: usize,
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
            Event::Text(ref words) | Event::Code(ref words) => {
                let words = words.to_string();
                self.words(&words);
                if self.link.is_none() && self.heading.is_none() {
                    self.events.push(event);
                }
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
            Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
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

    fn start_link(&mut self, to: &CowStr<'a>, range: &Range<usize>) -> Result<(), Wrong> {
        if let Some(id) = to.strip_prefix("fact:") {
            let Some(fact) = self.facts.get(id) else {
                return self.wrong(range, format!("no fact is called {id}"));
            };
            self.link = Some((fact.clone(), String::new()));
            return Ok(());
        }
        let address = self.address(to, range)?;
        let tag = format!("<a href=\"{}\">", escaped(&address));
        self.events.push(Event::InlineHtml(tag.into()));
        Ok(())
    }

    /// Where a link leads.
    fn address(&self, to: &str, range: &Range<usize>) -> Result<String, Wrong> {
        if let Some(slug) = to.strip_prefix("guide:") {
            return match self.slugs.iter().any(|known| known == slug) {
                true => Ok(format!("/guide/{slug}")),
                false => self.wrong(range, format!("no article is called {slug}")),
            };
        }
        if let Some(room) = to.strip_prefix("app:") {
            return match ROOMS.iter().find(|(word, _)| *word == room) {
                Some((_, address)) => Ok((*address).to_owned()),
                None => self.wrong(range, format!("no room is called {room}")),
            };
        }
        if to.starts_with("https://") && self.facts.knows_address(to) {
            return Ok(to.to_owned());
        }
        self.wrong(range, format!("a link to {to}, which no source has"))
    }

    fn end_link(&mut self, range: &Range<usize>) -> Result<(), Wrong> {
        let Some((fact, words)) = self.link.take() else {
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
        let third = self
            .facts
            .source(&fact)
            .is_some_and(|source| source.kind == Kind::ThirdParty);
        self.block.has_third_party |= third;
        let number = self.cite(&fact);
        let note = format!(
            "{}<sup class=\"cite\"><a href=\"/guide/{}#source-{number}\" aria-label=\"Source {number}\">{number}</a></sup>",
            escaped(&words),
            self.slug
        );
        if self.heading.is_some() {
            return self.wrong(range, "a fact in a heading");
        }
        self.events.push(Event::InlineHtml(note.into()));
        Ok(())
    }

    /// The number of a fact's source in the list below the text.
    fn cite(&mut self, fact: &Fact) -> usize {
        if let Some(at) = self.cited.iter().position(|key| *key == fact.source) {
            return at + 1;
        }
        self.cited.push(fact.source.clone());
        self.body.sources.push(fact.id.clone());
        self.cited.len()
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

    fn wrong(text: &str) -> Wrong {
        let slugs = ["visas".to_owned()];
        read("here", text, &Facts::default(), &slugs).unwrap_err()
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
        let slugs = ["visas".to_owned()];
        let text = "First [visas](guide:visas), then [my list](app:list).\n\n## What to do\n\n1. One & two.\n";
        let body = read("here", text, &Facts::default(), &slugs).unwrap();
        assert!(body.html.contains("<a href=\"/guide/visas\">visas</a>"));
        assert!(body.html.contains("<a href=\"/list\">my list</a>"));
        assert!(
            body.html
                .contains("<h2 id=\"what-to-do\" tabindex=\"-1\">What to do</h2>")
        );
        assert!(body.html.contains("One &amp; two."));
        assert_eq!(body.headings.len(), 1);
    }
}
