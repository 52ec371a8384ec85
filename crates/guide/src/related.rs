//! Articles on the same subject: those that the author names, then those that share the most
//! telling words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Article, Guide};

/// Articles shown as related.
const SHOWN: usize = 5;

/// The related articles, the author's own first.
pub(super) fn related<'a>(guide: &'a Guide, article: &Article) -> Vec<&'a Article> {
    let named = article
        .related
        .iter()
        .filter_map(|slug| guide.article(slug));
    let mut related: Vec<&Article> = named.collect();
    for other in by_content(guide, article) {
        if related.len() >= SHOWN {
            break;
        }
        if !related.iter().any(|known| known.slug == other.slug) {
            related.push(other);
        }
    }
    related
}

/// The other articles by the cosine of their words, each word weighted by how few articles have it
/// (term frequency, inverse document frequency).
fn by_content<'a>(guide: &'a Guide, article: &Article) -> Vec<&'a Article> {
    let mut spread: BTreeMap<String, usize> = BTreeMap::new();
    for other in &guide.articles {
        let distinct: BTreeSet<String> = words(&other.body.text).collect();
        for word in distinct {
            *spread.entry(word).or_default() += 1;
        }
    }
    let count = guide.articles.len() as f64;
    let weights = |article: &Article| {
        let mut weights: BTreeMap<String, f64> = BTreeMap::new();
        for word in words(&article.body.text) {
            let articles = spread.get(&word).copied().unwrap_or(1) as f64;
            *weights.entry(word).or_default() += libm::log(count / articles);
        }
        weights
    };
    let own = weights(article);
    let mut near: Vec<(f64, &Article)> = guide
        .articles
        .iter()
        .filter(|other| other.slug != article.slug)
        .map(|other| (cosine(&own, &weights(other)), other))
        .collect();
    near.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    near.into_iter().map(|(_, other)| other).collect()
}

fn cosine(a: &BTreeMap<String, f64>, b: &BTreeMap<String, f64>) -> f64 {
    let length = |v: &BTreeMap<String, f64>| libm::sqrt(v.values().map(|x| x * x).sum());
    let dot: f64 = a
        .iter()
        .filter_map(|(word, x)| Some(x * b.get(word)?))
        .sum();
    let lengths = length(a) * length(b);
    if lengths > 0.0 { dot / lengths } else { 0.0 }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() > 2)
        .map(str::to_lowercase)
}
