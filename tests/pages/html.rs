//! Just enough HTML to check a page: its tags in order, and its words.

use std::collections::BTreeSet;

#[derive(Debug)]
pub(crate) struct Page {
    tags: Vec<Tag>,
    words: String,
}

#[derive(Debug)]
struct Tag {
    name: String,
    attributes: Vec<(String, String)>,
}

/// Tags that begin a new line of words.
const BLOCKS: [&str; 24] = [
    "h1", "h2", "h3", "p", "li", "dt", "dd", "div", "legend", "label", "button", "summary",
    "input", "select", "option", "textarea", "output", "details", "tr", "td", "th", "dialog",
    "header", "footer",
];

/// Stands in the words where a section begins.
const SECTION: &str = "\u{c}";

impl Page {
    pub(crate) fn parse(html: &str) -> Page {
        let (mut tags, mut words) = (Vec::new(), String::new());
        for piece in html.split('<') {
            let (inside, text) = piece.split_once('>').unwrap_or(("", piece));
            let tag = Tag::parse(inside);
            let name = tag.name.trim_start_matches('/').to_string();
            if BLOCKS.contains(&name.as_str()) {
                words.push('\n');
            }
            match tag.name.as_str() {
                // What stands around every page is looked at where it is alone.
                "main" => words.clear(),
                "h2" => words.push_str(SECTION),
                _ => {}
            }
            words.push_str(&tag.shown());
            if !tag.name.is_empty() && !tag.name.starts_with(['/', '!']) {
                tags.push(tag);
            }
            words.push_str(&unescape(text));
        }
        Page { tags, words }
    }

    /// The words a reader meets, a block a line, with the state of each control.
    pub(crate) fn words(&self) -> String {
        lines_of(&self.words.replace(SECTION, ""))
    }

    /// The words section by section, each with its heading; what stands before the first is `top`.
    pub(crate) fn sections(&self) -> Vec<(String, String)> {
        let parts = self.words.split(SECTION).enumerate();
        let parts = parts.map(|(at, part)| {
            let words = lines_of(part);
            let heading = words.lines().next().unwrap_or_default();
            let name = if at == 0 { "top" } else { heading };
            (name.to_owned(), words)
        });
        parts.filter(|(_, words)| !words.is_empty()).collect()
    }

    pub(crate) fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let headings = self.named("h1").count();
        if headings != 1 {
            faults.push(format!("{headings} headings of the first level"));
        }
        if self.named("main").count() != 1 {
            faults.push("not one main".into());
        }
        let mut ids = BTreeSet::new();
        for id in self.tags.iter().filter_map(|tag| tag.get("id")) {
            if !ids.insert(id) {
                faults.push(format!("the id {id} stands twice"));
            }
        }
        for tag in &self.tags {
            self.check_tag(tag, &ids, &mut faults);
        }
        faults
    }

    fn check_tag(&self, tag: &Tag, ids: &BTreeSet<&str>, faults: &mut Vec<String>) {
        if tag.get("style").is_some() {
            faults.push(format!("{} has a style attribute", tag.name));
        }
        for reference in [
            "for",
            "aria-describedby",
            "aria-labelledby",
            "aria-controls",
        ] {
            for id in tag.get(reference).unwrap_or("").split_whitespace() {
                if !ids.contains(id) {
                    faults.push(format!("{} {reference} points to no {id}", tag.name));
                }
            }
        }
        let control = ["input", "select", "textarea"].contains(&tag.name.as_str());
        let named = tag.get("aria-label").is_some() || tag.get("aria-labelledby").is_some();
        if control && !named && !self.is_labelled(tag) {
            faults.push(format!("{tag:?} has no label"));
        }
        if tag.name == "button" && tag.get("type").is_none() {
            faults.push(format!("{tag:?} has no type"));
        }
        if tag.name == "img" && tag.get("alt").is_none() {
            faults.push(format!("{tag:?} has no alternative"));
        }
    }

    fn is_labelled(&self, control: &Tag) -> bool {
        control.get("id").is_some_and(|id| {
            self.named("label")
                .any(|label| label.get("for") == Some(id))
        })
    }

    fn named(&self, name: &'static str) -> impl Iterator<Item = &Tag> {
        self.tags.iter().filter(move |tag| tag.name == name)
    }
}

fn lines_of(words: &str) -> String {
    let lines = words.lines().map(|line| {
        let words: Vec<_> = line.split_whitespace().collect();
        words.join(" ")
    });
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n")
}

/// Compares the words of a page with the ones that were reviewed, a section a snapshot.
#[track_caller]
pub(crate) fn check_words(name: &str, page: &Page) {
    for (section, words) in page.sections() {
        let plain = |c: char| {
            if c.is_ascii_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        };
        let section: String = section.chars().map(plain).collect();
        let section = section
            .split('-')
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>();
        let section: String = section.join("-").chars().take(40).collect();
        insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(format!("{name}__{section}"), words);
        });
    }
}

impl Tag {
    fn parse(inside: &str) -> Tag {
        let inside = inside.trim_end_matches('/');
        let (name, mut rest) = inside
            .split_once(char::is_whitespace)
            .unwrap_or((inside, ""));
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start();
            let end = rest.find(|c: char| c == '=' || c.is_whitespace());
            let Some(end) = end.or((!rest.is_empty()).then_some(rest.len())) else {
                break;
            };
            let key = rest[..end].to_string();
            rest = &rest[end..];
            let mut value = String::new();
            if let Some(quoted) = rest.strip_prefix("=\"") {
                let (inner, after) = quoted.split_once('"').unwrap_or((quoted, ""));
                value = unescape(inner);
                rest = after;
            }
            attributes.push((key, value));
        }
        Tag {
            name: name.to_string(),
            attributes,
        }
    }

    fn get(&self, key: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(name, _)| name == key);
        found.map(|(_, value)| value.as_str())
    }

    /// What a control shows besides its label.
    fn shown(&self) -> String {
        let has = |key| self.get(key).is_some();
        match (self.name.as_str(), self.get("type")) {
            ("input", Some("radio")) => if has("checked") { "(x) " } else { "( ) " }.into(),
            ("input", Some("checkbox")) => if has("checked") { "[x] " } else { "[ ] " }.into(),
            ("input", Some("file")) => String::new(),
            ("input", _) => format!("[{}] ", self.get("value").unwrap_or("")),
            ("option", _) if has("selected") => "> ".into(),
            _ => String::new(),
        }
    }
}

fn unescape(text: &str) -> String {
    let pairs = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    pairs
        .into_iter()
        .fold(text.to_string(), |text, (from, to)| text.replace(from, to))
}
