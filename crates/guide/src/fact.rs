//! Facts and their sources: what figures in the guide rest on.

use engine::calendar::Date;
use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;

use super::error::GuideError;
use super::words::escaped;

/// Who stands behind a fact.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The body whose rule or figure it is.
    Official,
    /// Somebody else, who is named where the fact is told.
    ThirdParty,
    /// Worked out here from other facts.
    Derived,
}

/// How far a fact can be trusted.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum Confidence {
    /// An official page, or readings that agree.
    High,
    /// A careful third party.
    Medium,
    /// One third party.
    Low,
}

/// A page or paper that was read.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// How facts name it.
    pub key: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Who quotes it, where the publisher's own page was not read.
    pub quoted_by: Option<String>,
    /// When, if it says.
    pub year: Option<String>,
    /// Where, if it has an address.
    pub url: Option<String>,
    /// Who stands behind it.
    pub kind: Kind,
}

/// One thing that a source states.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// How articles name it.
    pub id: String,
    /// What is stated, in our words.
    pub statement: String,
    /// Key of the source.
    pub source: String,
    /// Of when the source speaks, in words.
    pub as_of: String,
    /// How far to trust it.
    pub confidence: Confidence,
    /// The figure alone.
    pub value: Option<String>,
    /// What the figure counts.
    pub unit: Option<String>,
    /// The last day on which the rule holds, as `YYYY-MM-DD`, where it ends.
    pub until: Option<String>,
    /// What other sources say.
    pub note: Option<String>,
}

#[derive(Deserialize)]
struct FactFile {
    fact: Vec<Fact>,
}

#[derive(Deserialize)]
struct SourceFile {
    source: Vec<Source>,
}

/// All facts, each with its source.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    facts: BTreeMap<String, Fact>,
    sources: BTreeMap<String, Source>,
}

impl Facts {
    /// Reads both files of the guide's folder.
    ///
    /// # Errors
    /// A file that does not read, an id or key that stands twice, a fact without its source.
    pub(super) fn read(folder: &Path) -> Result<Facts, GuideError> {
        let sources: SourceFile = toml_file(folder, "sources.toml")?;
        let facts: FactFile = toml_file(folder, "facts.toml")?;
        let mut all = Facts::default();
        for source in sources.source {
            let key = source.key.clone();
            if source
                .url
                .as_ref()
                .is_some_and(|url| !url.starts_with("http"))
            {
                let problem = format!("{key} has an address that no browser opens");
                return Err(GuideError::new("sources.toml", 0, problem));
            }
            if all.sources.insert(key.clone(), source).is_some() {
                return Err(GuideError::new(
                    "sources.toml",
                    0,
                    format!("{key} stands twice"),
                ));
            }
        }
        for fact in facts.fact {
            let wrong = |problem: String| GuideError::new("facts.toml", 0, problem);
            if !all.sources.contains_key(&fact.source) {
                let (id, key) = (&fact.id, &fact.source);
                return Err(wrong(format!(
                    "{id} rests on {key}, which sources.toml lacks"
                )));
            }
            if let Some(until) = fact
                .until
                .as_deref()
                .filter(|day| Date::parse(day).is_none())
            {
                return Err(wrong(format!("{}: {until:?} is no day", fact.id)));
            }
            let id = fact.id.clone();
            if all.facts.insert(id.clone(), fact).is_some() {
                return Err(wrong(format!("{id} stands twice")));
            }
        }
        Ok(all)
    }

    /// A fact by its id.
    #[must_use]
    pub fn get(&self, id: &str) -> Option<&Fact> {
        self.facts.get(id)
    }

    /// Every fact, by its id.
    pub fn all(&self) -> impl Iterator<Item = &Fact> {
        self.facts.values()
    }

    /// The source of a fact.
    #[must_use]
    pub fn source(&self, fact: &Fact) -> Option<&Source> {
        self.sources.get(&fact.source)
    }

    /// Who says a fact and of when, to stand in brackets behind it, as HTML.
    #[must_use]
    pub(super) fn note(&self, fact: &Fact) -> String {
        let Some(source) = self.source(fact) else {
            return String::new();
        };
        let publisher = escaped(&source.publisher);
        let who = match &source.url {
            Some(url) => format!(
                "<a href=\"{}\" rel=\"noreferrer\">{publisher}</a>",
                escaped(url)
            ),
            None => publisher,
        };
        let quoted = source
            .quoted_by
            .as_deref()
            .map_or_else(String::new, |by| format!(", as quoted by {}", escaped(by)));
        format!(
            " <span class=\"source-note\">({who}{quoted}, {})</span>",
            escaped(&fact.as_of)
        )
    }

    /// Whether an address is that of a source.
    #[must_use]
    pub fn knows_address(&self, url: &str) -> bool {
        let mut sources = self.sources.values();
        sources.any(|source| source.url.as_deref() == Some(url))
    }
}

/// Reads a file of a folder.
///
/// # Errors
/// The mistake, with its line.
pub(super) fn toml_file<T: serde::de::DeserializeOwned>(
    folder: &Path,
    name: &str,
) -> Result<T, GuideError> {
    let text = std::fs::read_to_string(folder.join(name))
        .map_err(|error| GuideError::new(name, 0, error.to_string()))?;
    toml::from_str(&text).map_err(|error| {
        let line = error
            .span()
            .map_or(0, |span| super::words::line_at(&text, span.start));
        GuideError::new(name, line, error.message())
    })
}
