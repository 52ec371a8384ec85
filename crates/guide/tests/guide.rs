//! The guide as the build reads it: every article, its links, figures and sources.
#![allow(
    clippy::unwrap_used,
    reason = "functions that tests share may stop the test"
)]

use guide::{Guide, page};

fn guide() -> Guide {
    Guide::read(&data::folder().join("guide")).unwrap()
}

#[test]
fn every_article_reads() {
    let guide = guide();
    assert_eq!(guide.articles.len(), 24);
    for article in &guide.articles {
        assert!(
            (300..1600).contains(&article.body.words),
            "{}: {}",
            article.slug,
            article.body.words
        );
        let page = page::article(&guide, article);
        assert!(page.contains(&article.body.html), "{}", article.slug);
        for source in 1..=article.body.sources.len() {
            assert!(
                page.contains(&format!("id=\"source-{source}\"")),
                "{}",
                article.slug
            );
        }
    }
}

/// Written for readers who are not native speakers: the grade of school at which each article is
/// read with ease, as a table to look at when an article changes.
#[test]
fn articles_are_plain() {
    let rows = guide()
        .articles
        .iter()
        .map(|article| {
            format!(
                "{:4.1}  {:4} words  {}\n",
                article.grade(),
                article.body.words,
                article.slug
            )
        })
        .collect::<String>();
    insta::assert_snapshot!(rows);
}
