//! One article: its front matter, checked, and its text as HTML.

use serde::Deserialize;

use super::error::GuideError;
use super::markdown::{self, Body};
use super::shelf::Shelf;
use super::words;
use engine::calendar::Date;
use state::content::guide::Gap;

/// A part of the guide, in the order of reading.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Section {
    /// What US clinical experience is and why it matters.
    Experience,
    /// Getting it and using it, step by step.
    Steps,
    /// Certification, exams, visas.
    Rules,
    /// The application and its parts.
    Applying,
    /// Interviews, rank order list and what follows.
    Match,
    /// For those who advise applicants.
    Partners,
}

impl Section {
    /// What the part is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            Section::Experience => "US clinical experience",
            Section::Steps => "Five steps to a placement",
            Section::Rules => "Certification, exams and visas",
            Section::Applying => "Your application",
            Section::Match => "Interviews and the Match",
            Section::Partners => "For advisers and partners",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Front {
    title: String,
    summary: String,
    section: Section,
    order: u32,
    as_of: String,
    questions: Vec<String>,
    related: Vec<String>,
    #[serde(default)]
    gaps: Vec<String>,
}

/// An article.
#[derive(Clone, Debug)]
pub struct Article {
    /// Its place in addresses.
    pub slug: String,
    /// Title.
    pub title: String,
    /// The conclusion, in one or two sentences.
    pub summary: String,
    /// Part of the guide.
    pub section: Section,
    /// Place in it.
    pub order: u32,
    /// When it was last checked.
    pub as_of: Date,
    /// The questions that it answers.
    pub questions: Vec<String>,
    /// Slugs of articles on the same subject.
    pub related: Vec<String>,
    /// What in a profile makes it the next thing to read.
    pub gaps: Vec<Gap>,
    /// Its text.
    pub body: Body,
}

/// The five headings of a step.
const STEP: [&str; 5] = ["Why", "When", "Checklist", "Pitfalls", "Resources"];
/// Questions of an article.
const QUESTIONS: usize = 5;
/// Characters of a summary, which search engines show as a whole.
const SUMMARY: std::ops::RangeInclusive<usize> = 80..=180;

impl Article {
    /// Reads one article.
    ///
    /// # Errors
    /// The first mistake, with its line.
    pub(super) fn read(slug: &str, text: &str, shelf: &Shelf<'_>) -> Result<Article, GuideError> {
        let file = format!("articles/{slug}.md");
        let wrong = |line: usize, problem: String| GuideError::new(&file, line, problem);
        let (front, body, first) = split(text)
            .ok_or_else(|| wrong(1, "has no front matter between lines of +++".into()))?;
        let front: Front = toml::from_str(front).map_err(|error| {
            let line = error
                .span()
                .map_or(1, |span| 1 + words::line_at(front, span.start));
            wrong(line, error.message().to_owned())
        })?;
        let as_of = Date::parse(&front.as_of)
            .ok_or_else(|| wrong(1, format!("as_of: {} is not a day", front.as_of)))?;
        if front.questions.len() != QUESTIONS {
            let count = front.questions.len();
            return Err(wrong(1, format!("has {count} questions, not {QUESTIONS}")));
        }
        let length = front.summary.chars().count();
        if !SUMMARY.contains(&length) {
            return Err(wrong(
                1,
                format!("its summary has {length} characters, not 80 to 180"),
            ));
        }
        if let Some(other) = front
            .related
            .iter()
            .find(|other| !shelf.slugs.contains(other) || *other == slug)
        {
            return Err(wrong(
                1,
                format!("related: no other article is called {other}"),
            ));
        }
        let gaps: Result<Vec<Gap>, GuideError> = front
            .gaps
            .iter()
            .map(|code| {
                Gap::from_code(code)
                    .ok_or_else(|| wrong(1, format!("gaps: no profile is known to lack {code}")))
            })
            .collect();
        let body = markdown::read(slug, body, shelf)
            .map_err(|(line, problem)| wrong(first + line - 1, problem))?;
        let article = Article {
            slug: slug.to_owned(),
            title: front.title,
            summary: front.summary,
            section: front.section,
            order: front.order,
            as_of,
            questions: front.questions,
            related: front.related,
            gaps: gaps?,
            body,
        };
        let parts: Vec<&str> = article.parts().map(|heading| &*heading.text).collect();
        if article.section == Section::Steps && parts != STEP {
            return Err(wrong(
                1,
                format!("a step has the parts {}", STEP.join(", ")),
            ));
        }
        Ok(article)
    }

    /// The headings of its parts.
    pub fn parts(&self) -> impl Iterator<Item = &markdown::Heading> {
        self.body
            .headings
            .iter()
            .filter(|heading| heading.level == 2)
    }

    /// Minutes that reading takes.
    #[must_use]
    pub fn minutes(&self) -> usize {
        words::minutes(self.body.words)
    }

    /// The grade of school at which it is read with ease.
    #[must_use]
    pub fn grade(&self) -> f64 {
        words::grade(&self.body.text)
    }

    pub(super) fn wrong(&self, line: usize, problem: String) -> GuideError {
        GuideError::new(&format!("articles/{}.md", self.slug), line, problem)
    }
}

/// Front matter, text, and the line on which the text begins.
fn split(text: &str) -> Option<(&str, &str, usize)> {
    const FENCE: &str = "+++\n";
    let rest = text.strip_prefix(FENCE)?;
    let (front, body) = rest.split_once("\n+++\n")?;
    Some((front, body, front.lines().count() + 3))
}
