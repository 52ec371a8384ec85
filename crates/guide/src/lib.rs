//! The guide: articles in Markdown, checked and turned into HTML when the site is built.
//!
//! ```text
//! articles/*.md --front--> Article --markdown--> HTML, headings, facts cited --page--> a page
//!                                     |
//!                      facts.toml, sources.toml: every figure is a reference to a fact
//! ```
//!
//! Nothing here is in the app: `cargo xtask dist` writes each article as a hashed fragment that the
//! app fetches when it is opened, and as a page of its own for readers without JavaScript. A
//! mistake (raw HTML, an unknown link, fact or source, a figure without a fact, a skipped heading)
//! fails the build and names file and line.

mod article;
mod digits;
mod error;
mod fact;
mod markdown;
pub mod page;
mod passages;
mod related;
mod shelf;
mod terms;
mod toolbook;
mod words;

use std::collections::BTreeMap;
use std::path::Path;

pub use article::{Article, Section};
pub use error::GuideError;
use shelf::Shelf;
use terms::Terms;

use state::content::tools::{Glossary, ToolBook};

pub use fact::{Confidence, Fact, Facts, Kind, Source};
pub use passages::passages;

/// The whole guide.
#[derive(Clone, Debug)]
pub struct Guide {
    /// The articles, in the order of reading: by section, then by place in it.
    pub articles: Vec<Article>,
    /// What figures rest on.
    pub facts: Facts,
    /// What the tools say.
    pub tools: ToolBook,
    /// The terms of the field.
    pub glossary: Glossary,
}

impl Guide {
    /// Reads the guide in `folder`, which is `data/guide/`, and checks all of it.
    ///
    /// # Errors
    /// The first mistake, with its file and line.
    pub fn read(folder: &Path) -> Result<Guide, GuideError> {
        let facts = Facts::read(folder)?;
        let texts = texts(&folder.join("articles"))?;
        let pages = page::Reference::ALL.map(|page| page.slug().to_owned());
        let slugs: Vec<String> = texts.keys().cloned().chain(pages).collect();
        let terms = Terms::read(folder)?;
        let shelf = Shelf {
            facts: &facts,
            slugs: &slugs,
            terms: &terms,
        };
        let mut articles = Vec::new();
        for (slug, text) in &texts {
            articles.push(Article::read(slug, text, &shelf)?);
        }
        articles.sort_by_key(|article| (article.section, article.order));
        for pair in articles.windows(2) {
            if let [a, b] = pair
                && (a.section, a.order) == (b.section, b.order)
            {
                return Err(b.wrong(1, format!("has the same place as {}", a.slug)));
            }
        }
        let tools = toolbook::read(folder, &shelf, &articles)?;
        let glossary = toolbook::glossary(&shelf)?;
        Ok(Guide {
            articles,
            facts,
            tools,
            glossary,
        })
    }

    /// The article of a slug.
    #[must_use]
    pub fn article(&self, slug: &str) -> Option<&Article> {
        self.articles.iter().find(|article| article.slug == slug)
    }

    /// The articles before and after one, in the order of reading.
    #[must_use]
    pub fn beside(&self, slug: &str) -> (Option<&Article>, Option<&Article>) {
        let at = self
            .articles
            .iter()
            .position(|article| article.slug == slug);
        let near = |step: isize| {
            let index = at?.checked_add_signed(step)?;
            self.articles.get(index)
        };
        (near(-1), near(1))
    }
}

/// Every article's text by its slug.
fn texts(folder: &Path) -> Result<BTreeMap<String, String>, GuideError> {
    let failed = |path: &Path, error: std::io::Error| {
        GuideError::new(&path.display().to_string(), 0, error.to_string())
    };
    let mut texts = BTreeMap::new();
    for entry in std::fs::read_dir(folder).map_err(|error| failed(folder, error))? {
        let path = entry.map_err(|error| failed(folder, error))?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let Some(slug) = name.and_then(|name| name.strip_suffix(".md")) else {
            continue;
        };
        let text = std::fs::read_to_string(&path).map_err(|error| failed(&path, error))?;
        texts.insert(slug.to_owned(), text);
    }
    Ok(texts)
}
