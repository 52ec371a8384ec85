//! The pages of the guide as documents of their own: readable without JavaScript, and what a search
//! engine sees. The app takes over what is painted when it arrives.

use serde_json::json;
use smart_pick::guide::page::{self, Reference};
use smart_pick::guide::{Article, Guide};
use smart_pick::interchange::tools::{Faq, Term};
use smart_pick::tools::ics::plain;

use crate::{Result, html};

/// Where the room ends that the app replaces.
const MAIN_END: &str = "</main>";

/// Every page by its file name, made from the finished document.
///
/// # Errors
/// When the document lacks what is to be replaced.
pub(crate) fn all(document: &str, guide: &Guide) -> Result<Vec<(String, String)>> {
    let mut pages = vec![(
        "guide.html".to_owned(),
        Head {
            title: "Guide to US clinical experience and residency",
            about: page::ABOUT,
            data: json!({"@context": "https://schema.org", "@type": "CollectionPage", "name": page::TITLE}),
        }
        .page(document, &page::contents_page(guide), "")?,
    )];
    for article in &guide.articles {
        let head = Head {
            title: &article.title,
            about: &article.summary,
            data: described(article),
        };
        let content = page::article(guide, article);
        let page = head.page(document, &content, &article.slug)?;
        pages.push((format!("guide/{}.html", article.slug), page));
    }
    for reference in Reference::ALL {
        let head = Head {
            title: reference.title(),
            about: reference.about(),
            data: looked_up(reference, guide),
        };
        let page = head.page(document, &reference.page(guide), reference.slug())?;
        pages.push((format!("guide/{}.html", reference.slug()), page));
    }
    Ok(pages)
}

/// What a search engine reads: the article, the questions that it answers, where it stands.
fn described(article: &Article) -> serde_json::Value {
    json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Article",
                "headline": article.title,
                "description": article.summary,
                "dateModified": article.as_of.to_string(),
                "inLanguage": "en",
                "about": article.questions,
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Guide", "item": "/guide"},
                    {"@type": "ListItem", "position": 2, "name": article.title},
                ],
            },
        ],
    })
}

/// The same for a page to look things up in.
fn looked_up(reference: Reference, guide: &Guide) -> serde_json::Value {
    match reference {
        Reference::Faq => {
            let answer = |faq: &Faq| {
                json!({
                    "@type": "Question",
                    "name": faq.question,
                    "acceptedAnswer": {"@type": "Answer", "text": plain(&faq.html)},
                })
            };
            let all: Vec<_> = guide.tools.faq.iter().map(answer).collect();
            json!({"@context": "https://schema.org", "@type": "FAQPage", "mainEntity": all})
        }
        Reference::Glossary => {
            let term = |term: &Term| {
                json!({
                    "@type": "DefinedTerm",
                    "name": term.term,
                    "description": plain(&term.html),
                })
            };
            let all: Vec<_> = guide.glossary.terms.iter().map(term).collect();
            json!({"@context": "https://schema.org", "@type": "DefinedTermSet", "name": reference.title(), "hasDefinedTerm": all})
        }
    }
}

/// What is particular to a page's head.
struct Head<'a> {
    title: &'a str,
    about: &'a str,
    data: serde_json::Value,
}

impl Head<'_> {
    fn page(&self, document: &str, content: &str, slug: &str) -> Result<String> {
        let title = format!("{} \u{b7} Smart Pick", html::escaped(self.title));
        let about = html::escaped(self.about);
        let mut page = between(document, "<title>", "</title>", &title)?;
        let described = |tag: &str| html::attribute(tag, "name") == Some("description");
        let metas = html::tags(&page, "meta");
        let at = metas.into_iter().find(|at| described(&page[at.clone()]));
        let at = at.ok_or("the page has no description")?;
        page.replace_range(
            at,
            &format!("<meta name=\"description\" content=\"{about}\">"),
        );
        // A JSON string may hold "</script>", which would end the element.
        let data = self.data.to_string().replace("</", "<\\/");
        let more = format!(
            "<meta property=\"og:type\" content=\"article\">\
             <meta property=\"og:title\" content=\"{}\">\
             <meta property=\"og:description\" content=\"{about}\">\
             <script type=\"application/ld+json\">{data}</script></head>",
            html::escaped(self.title)
        );
        page = page.replacen("</head>", &more, 1);
        let inside = format!("<div class=\"article\" data-article=\"{slug}\">{content}</div>");
        let main = html::tags(&page, "main").into_iter().next();
        let main = main.ok_or("the page has no main part")?;
        let open = page[main].to_owned();
        between(&page, &open, MAIN_END, &inside)
    }
}

/// The text with what stands between two marks replaced.
fn between(text: &str, open: &str, close: &str, new: &str) -> Result<String> {
    let missing = || format!("the page has no {open}");
    let from = text.find(open).ok_or_else(missing)? + open.len();
    let rest = text.get(from..).unwrap_or_default();
    let to = from + rest.find(close).ok_or_else(missing)?;
    Ok([&text[..from], new, &text[to..]].concat())
}

#[cfg(test)]
mod tests {
    use super::{Reference, all};
    use crate::fragments::read_guide;

    const DOCUMENT: &str = "<head><title>x</title><meta name=\"description\" content=\"y\"></head>\
        <body><main class=\"page\"><p>z</p></main></body>";

    #[test]
    fn every_article_is_a_page_of_its_own() {
        let guide = read_guide().unwrap();
        let pages = all(DOCUMENT, &guide).unwrap();
        assert_eq!(pages.len(), guide.articles.len() + 1 + Reference::ALL.len());
        let (name, page) = pages
            .iter()
            .find(|(name, _)| name == "guide/visas.html")
            .unwrap();
        assert!(
            page.contains("<title>Visas: J-1 and H-1B this season \u{b7} Smart Pick</title>"),
            "{name}"
        );
        assert!(page.contains("data-article=\"visas\"") && !page.contains("<p>z</p>"));
        assert!(page.contains("\"@type\":\"Article\""));
        assert!(all("<head></head>", &guide).is_err());
    }
}
