//! What the tools say: files of `tools/`, checked like the articles.

mod plans;
mod talks;

use std::collections::BTreeMap;
use std::path::Path;

use serde::de::DeserializeOwned;

use crate::article::Article;
use crate::digits;
use crate::error::GuideError;
use crate::fact::toml_file;
use crate::markdown::snippet;
use crate::shelf::Shelf;
use state::content::tools::{CheckItem, Checklist, Glossary, Term, ToolBook};
use state::tools::who::Who;

use plans::{costs, kinds, milestones};
use talks::{faq, prompts, questions, scenes};

/// A file of `tools/`, which is one list, and the mistakes in it.
struct File<'a> {
    name: &'static str,
    /// The name of the list.
    list: &'static str,
    shelf: &'a Shelf<'a>,
}

impl File<'_> {
    /// Every entry as it is written.
    fn read<W: DeserializeOwned>(&self, folder: &Path) -> Result<Vec<W>, GuideError> {
        let mut lists: BTreeMap<String, Vec<W>> = toml_file(folder, self.name)?;
        match (lists.remove(self.list), lists.keys().next()) {
            (Some(list), None) => Ok(list),
            (_, other) => {
                let found = other.map_or("nothing", String::as_str);
                Err(self.wrong(self.list, &format!("is what the file lists, not {found}")))
            }
        }
    }

    /// Every entry, made into what the app reads.
    fn each<W: DeserializeOwned, T>(
        &self,
        folder: &Path,
        make: impl Fn(W) -> Result<T, GuideError>,
    ) -> Result<Vec<T>, GuideError> {
        self.read(folder)?.into_iter().map(make).collect()
    }

    fn wrong(&self, id: &str, problem: &str) -> GuideError {
        GuideError::new(self.name, 0, format!("{id}: {problem}"))
    }

    /// Sentences with their sources.
    fn html(&self, id: &str, md: &str) -> Result<String, GuideError> {
        snippet(md, self.shelf).map_err(|(_, problem)| self.wrong(id, &problem))
    }

    /// Words without figures.
    fn plain(&self, id: &str, text: &str) -> Result<String, GuideError> {
        match digits::loose(text) {
            Some(figure) => Err(self.wrong(id, &format!("{figure} stands without a fact"))),
            None => Ok(text.to_owned()),
        }
    }

    /// Amounts that the facts cited beside them state.
    fn amounts(&self, id: &str, amounts: Option<(u32, u32)>, md: &str) -> Result<(), GuideError> {
        let Some((low, high)) = amounts else {
            return Ok(());
        };
        let cited: Vec<String> = md
            .split("](fact:")
            .skip(1)
            .filter_map(|rest| rest.split_once(')'))
            .filter_map(|(id, _)| self.shelf.facts.get(id))
            .map(|fact| {
                format!(
                    "{} {}",
                    fact.statement,
                    fact.value.as_deref().unwrap_or_default()
                )
            })
            .collect();
        for amount in [low, high].map(|amount| amount.to_string()) {
            let is_stated = cited
                .iter()
                .any(|statement| digits::has(statement, &amount));
            if !is_stated && amount != "0" {
                return Err(self.wrong(id, &format!("{amount} is in no fact that it cites")));
            }
        }
        if low > high {
            return Err(self.wrong(id, "the low amount is above the high one"));
        }
        Ok(())
    }

    fn one_of(&self, id: &str, word: &str, known: &[&str]) -> Result<(), GuideError> {
        match known.contains(&word) {
            true => Ok(()),
            false => Err(self.wrong(id, &format!("{word:?} is none of {}", known.join(", ")))),
        }
    }

    fn who(&self, id: &str, code: &str) -> Result<(), GuideError> {
        let known: Vec<&str> = Who::ALL.iter().map(|who| who.code()).collect();
        self.one_of(id, code, &known)
    }

    fn article(&self, id: &str, slug: &str) -> Result<(), GuideError> {
        match slug.is_empty() || self.shelf.slugs.iter().any(|known| known == slug) {
            true => Ok(()),
            false => Err(self.wrong(id, &format!("no article is called {slug}"))),
        }
    }
}

/// Reads everything that the tools say.
///
/// # Errors
/// The first mistake, with its file and the line or the id.
pub(crate) fn read(
    folder: &Path,
    shelf: &Shelf<'_>,
    articles: &[Article],
) -> Result<ToolBook, GuideError> {
    Ok(ToolBook {
        kinds: kinds(folder, shelf)?,
        checklists: checklists(articles),
        questions: questions(folder, shelf)?,
        prompts: prompts(folder, shelf)?,
        scenes: scenes(folder, shelf)?,
        costs: costs(folder, shelf)?,
        milestones: milestones(folder, shelf)?,
        faq: faq(folder, shelf)?,
    })
}

/// The lists of articles whose entries have names.
fn checklists(articles: &[Article]) -> Vec<Checklist> {
    let listed = articles
        .iter()
        .filter(|article| !article.body.checks.is_empty());
    listed
        .map(|article| Checklist {
            id: article.slug.clone(),
            title: article.title.clone(),
            article: article.slug.clone(),
            items: article
                .body
                .checks
                .iter()
                .map(|(id, html)| CheckItem {
                    id: id.clone(),
                    html: html.clone(),
                })
                .collect(),
        })
        .collect()
}

/// The glossary as the app shows it.
///
/// # Errors
/// The first mistake, with the term.
pub(crate) fn glossary(shelf: &Shelf<'_>) -> Result<Glossary, GuideError> {
    let file = File {
        name: "tools/glossary.toml",
        list: "term",
        shelf,
    };
    let each = shelf.terms.all.iter().map(|term| {
        file.article(&term.id, &term.article)?;
        Ok(Term {
            id: term.id.clone(),
            term: term.term.clone(),
            also: term.also.clone(),
            html: file.html(&term.id, &term.md)?,
            article: term.article.clone(),
        })
    });
    let terms: Result<Vec<Term>, GuideError> = each.collect();
    Ok(Glossary { terms: terms? })
}
