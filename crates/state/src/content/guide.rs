//! The table of contents of the guide, from the build to the app.

use serde::{Deserialize, Serialize};

use engine::search::SearchIndex;

engine::vocabulary! {
    /// What in a profile makes an article the next thing to read.
    Gap {
        /// No hands-on US clinical experience.
        Usce = "usce", "no hands-on US clinical experience";
        /// Few letters from the US.
        Letters = "letters", "few letters from the US";
        /// No ECFMG certification.
        Ecfmg = "ecfmg", "no ECFMG certification";
        /// No Step 2 CK score.
        Step2 = "step2", "no Step 2 CK score";
        /// No Step 3.
        Step3 = "step3", "no Step 3";
        /// A visa is needed.
        Visa = "visa", "a visa is needed";
        /// More than one attempt at an exam.
        Attempts = "attempts", "more than one attempt at an exam";
        /// Years since graduation.
        YearsSince = "gap_years", "years since graduation";
    }
}

/// Every article, in the order of reading.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct GuideIndex {
    /// The articles.
    pub articles: Vec<ArticleEntry>,
}

/// What is known of an article before it is opened.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct ArticleEntry {
    /// Its place in addresses.
    pub slug: String,
    /// Title.
    pub title: String,
    /// The conclusion, in one or two sentences.
    pub summary: String,
    /// Part of the guide that it belongs to.
    pub section: String,
    /// Minutes that reading takes.
    pub minutes: usize,
    /// What in a profile makes it the next thing to read: codes of [`Gap`].
    pub gaps: Vec<String>,
    /// The file with its content, from the base of the site on.
    pub file: String,
}

impl GuideIndex {
    /// Reads what the build wrote; `None` if it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<GuideIndex> {
        serde_json::from_str(text).ok()
    }

    /// The article of a slug.
    #[must_use]
    pub fn find(&self, slug: &str) -> Option<&ArticleEntry> {
        self.articles.iter().find(|entry| entry.slug == slug)
    }
}

/// What the search over the guide knows.
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Passages {
    /// Every passage.
    pub all: Vec<Passage>,
}

impl Passages {
    /// The index over them, by their places.
    #[must_use]
    pub fn index(&self) -> SearchIndex {
        let texts = self.all.iter();
        SearchIndex::of_passages(texts.map(|p| [&*p.title, &*p.part, &*p.words]))
    }
}

/// A group of what is found, in the order in which they are shown after the programs.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PassageGroup {
    /// Pages of the app.
    Pages,
    /// Articles.
    Guide,
    /// Tools.
    Tools,
    /// Questions and answers.
    Questions,
    /// Terms.
    Glossary,
}

impl PassageGroup {
    /// All, in order.
    pub const ALL: [PassageGroup; 5] = [
        PassageGroup::Pages,
        PassageGroup::Guide,
        PassageGroup::Tools,
        PassageGroup::Questions,
        PassageGroup::Glossary,
    ];

    /// What the group is called.
    #[must_use]
    pub fn label(self) -> &'static str {
        match self {
            PassageGroup::Pages => "Pages",
            PassageGroup::Guide => "Guide",
            PassageGroup::Tools => "Tools",
            PassageGroup::Questions => "Questions",
            PassageGroup::Glossary => "Glossary",
        }
    }
}

/// A place that can be found.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// Where it is shown.
    pub group: PassageGroup,
    /// The page, the question or the term.
    pub title: String,
    /// The part of the page, or other words for the term; empty for a page as a whole.
    pub part: String,
    /// Its address, from the base of the site on.
    pub href: String,
    /// The other words that find it, each once.
    pub words: String,
}

impl Passages {
    /// Reads what the build wrote; `None` if it is something else.
    #[must_use]
    pub fn read(text: &str) -> Option<Passages> {
        serde_json::from_str(text).ok()
    }
}
