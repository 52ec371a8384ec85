//! Pages whose content is written at build time as HTML and loaded when they are opened.

use std::path::Path;

use fit::backtest;
use fit::fit;
use guide::page::{self, Reference};
use guide::{Guide, passages};
use state::content::fragment;
use state::content::guide::{ArticleEntry, GuideIndex};

use crate::{Result, paths, site};

/// What the Accuracy page says in a copy without the tables it rests on.
const NO_TABLES: &str =
    "<p>This copy was made without the published tables that the odds are tested against.</p>";

/// Every fragment by its plain name, as index.html links to it.
///
/// # Errors
/// When a published table or a source is wrong.
pub(crate) fn all(read: &Guide, with_nrmp: bool) -> Result<Vec<(String, String)>> {
    let accuracy = if with_nrmp {
        accuracy(&paths::data())?
    } else {
        NO_TABLES.to_owned()
    };
    let mut all = vec![("accuracy.html".to_owned(), fragment::seal(&accuracy))];
    all.extend(guide(read)?);
    Ok(all)
}

/// The guide, checked.
///
/// # Errors
/// The first mistake in it.
pub(crate) fn read_guide() -> Result<Guide> {
    Guide::read(&paths::data().join("guide")).map_err(|error| format!("data/guide/{error}").into())
}

/// Every article, named by its content, and the table of contents that names them.
fn guide(guide: &Guide) -> Result<Vec<(String, String)>> {
    let (mut files, mut index) = (Vec::new(), GuideIndex::default());
    let named = |slug: &str, content: &str| {
        format!(
            "assets/guide-{slug}-{}.html",
            site::hash(content.as_bytes())
        )
    };
    for article in &guide.articles {
        let content = fragment::seal(&page::article(guide, article));
        let file = named(&article.slug, &content);
        index.articles.push(ArticleEntry {
            slug: article.slug.clone(),
            title: article.title.clone(),
            summary: article.summary.clone(),
            section: article.section.label().to_owned(),
            minutes: article.minutes(),
            gaps: article
                .gaps
                .iter()
                .map(|gap| gap.code().to_owned())
                .collect(),
            file: file.clone(),
        });
        files.push((file, content));
    }
    for page in Reference::ALL {
        let content = fragment::seal(&page.page(guide));
        let file = named(page.slug(), &content);
        index.articles.push(ArticleEntry {
            slug: page.slug().to_owned(),
            title: page.title().to_owned(),
            summary: page.about().to_owned(),
            section: page::LOOK_UP.to_owned(),
            minutes: 0,
            gaps: Vec::new(),
            file: file.clone(),
        });
        files.push((file, content));
    }
    files.push(("guide.json".to_owned(), serde_json::to_string(&index)?));
    files.push((
        "tools.json".to_owned(),
        serde_json::to_string(&guide.tools)?,
    ));
    files.push((
        "glossary.json".to_owned(),
        serde_json::to_string(&guide.glossary)?,
    ));
    files.push((
        "passages.json".to_owned(),
        serde_json::to_string(&passages(guide))?,
    ));
    Ok(files)
}

fn accuracy(data: &Path) -> Result<String> {
    let said = |error: fit::FitError| error.to_string();
    let fitted = fit(data).map_err(said)?;
    let found = backtest::backtest(&fitted).map_err(said)?;
    let moved = backtest::sensitivity::read(data).map_err(said)?;
    let facts = data::read(data).map_err(|error| error.to_string())?;
    let catalog = facts.catalog().map_err(|error| error.to_string())?;
    Ok(backtest::page::page(&found, &fitted, &moved, &catalog))
}

#[cfg(test)]
mod tests {
    use super::{GuideIndex, all, fragment, read_guide};

    #[test]
    fn the_app_opens_every_fragment_with_and_without_nrmp() {
        let guide = read_guide().unwrap();
        for with_nrmp in [true, false] {
            let files = all(&guide, with_nrmp).unwrap();
            let is_page = |name: &str| name.ends_with(".html");
            for (name, text) in files.iter().filter(|(name, _)| is_page(name)) {
                assert!(fragment::open(text).is_some(), "{name} {with_nrmp}");
            }
            let index = files.iter().find(|(name, _)| name == "guide.json").unwrap();
            let index = GuideIndex::read(&index.1).unwrap();
            for entry in &index.articles {
                assert!(
                    files.iter().any(|(name, _)| *name == entry.file),
                    "{}",
                    entry.slug
                );
            }
        }
    }
}
