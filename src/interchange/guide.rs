//! The table of contents of the guide, from the build to the app.

use serde::{Deserialize, Serialize};

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
    /// What in a profile makes it the next thing to read, by code.
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
