//! The pages of the guide as documents of their own, readable without JavaScript, and what a search engine
//! sees; and the first page with the questions of the Start room, which can be answered before the app is
//! here (shell/boot.js hands over what was). The app takes over what is painted when it arrives.

use guide::page::{self, Reference};
use guide::{Article, Guide};
use maud::{PreEscaped, html};
use serde_json::json;
use state::content::fragment::plain;
use state::content::tools::{Faq, Term};

use crate::Result;
use crate::html::{Change, ContentType, needed, rewrite};
use crate::site_url::SiteUrl;

/// The questions as the Start room draws them; a test of the app keeps them equal.
const QUESTIONS: &str = include_str!("../../src/shell/start.html");

/// The document of the first page: the questions, to be answered at once.
///
/// # Errors
/// When the document lacks what is to be replaced.
pub(crate) fn start(document: &str, url: &SiteUrl) -> Result<String> {
    let questions = needed("#app", |app| {
        app.set_inner_content(QUESTIONS, ContentType::Html);
        Ok(())
    });
    rewrite(&room(document, url)?, vec![questions])
}

/// The document of every other room, with what search engines and previews read.
///
/// # Errors
/// When the document lacks what is to be replaced.
pub(crate) fn room(document: &str, url: &SiteUrl) -> Result<String> {
    let about = "Ranks US residency programs for one applicant, with the reason for every place, and a guide to US clinical experience and the Match. Free, without an account; nothing you type leaves your device.";
    let head = Head {
        title: "Smart Pick: residency programs ranked for you",
        about,
        path: "/",
        kind: "website",
        data: json!({
            "@context": "https://schema.org",
            "@type": "WebApplication",
            "name": "Smart Pick",
            "url": url.whole("/"),
            "description": about,
            "applicationCategory": "EducationalApplication",
            "operatingSystem": "Any",
            "offers": {"@type": "Offer", "price": "0", "priceCurrency": "USD"},
        }),
    };
    head.document_of(document, url, head.title)
}

/// The files that tell search engines what there is: robots.txt, and the sitemap where the origin is
/// known.
pub(crate) fn for_robots(guide: &Guide, url: &SiteUrl) -> Vec<(String, String)> {
    let mut robots = "User-agent: *\nAllow: /\n".to_owned();
    let mut files = Vec::new();
    if url.has_origin() {
        let dated = guide.articles.iter().map(|article| {
            let day = article.as_of.to_string();
            (format!("/guide/{}", article.slug), Some(day))
        });
        let looked_up = Reference::ALL.map(|page| (format!("/guide/{}", page.slug()), None));
        let rooms = ["/", "/guide", "/trust", "/trust/accuracy", "/trust/sources"];
        let rooms = rooms.map(|path| (path.to_owned(), None));
        let lines: String = rooms
            .into_iter()
            .chain(dated)
            .chain(looked_up)
            .map(|(path, day): (String, Option<String>)| {
                let line = html! {
                    url {
                        loc { (url.of(&path)) }
                        @if let Some(day) = day { lastmod { (day) } }
                    }
                };
                line.into_string() + "\n"
            })
            .collect();
        let sitemap = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n{lines}</urlset>\n"
        );
        files.push(("sitemap.xml".to_owned(), sitemap));
        robots.push_str(&format!("Sitemap: {}\n", url.of("/sitemap.xml")));
    }
    files.push(("robots.txt".to_owned(), robots));
    files
}

/// Every page of the guide by its file name, made from the finished document.
///
/// # Errors
/// When the document lacks what is to be replaced.
pub(crate) fn all(document: &str, guide: &Guide, url: &SiteUrl) -> Result<Vec<(String, String)>> {
    let mut pages = vec![(
        "guide.html".to_owned(),
        Head {
            title: "Guide to US clinical experience and residency",
            about: page::ABOUT,
            path: "/guide",
            kind: "website",
            data: json!({"@context": "https://schema.org", "@type": "CollectionPage", "name": page::TITLE}),
        }
        .page(document, url, &page::contents_page(guide), "")?,
    )];
    for article in &guide.articles {
        let head = Head {
            title: &article.title,
            about: &article.summary,
            path: &format!("/guide/{}", article.slug),
            kind: "article",
            data: described(article, url),
        };
        let content = page::article(guide, article);
        let page = head.page(document, url, &content, &article.slug)?;
        pages.push((format!("guide/{}.html", article.slug), page));
    }
    for reference in Reference::ALL {
        let head = Head {
            title: reference.title(),
            about: reference.about(),
            path: &format!("/guide/{}", reference.slug()),
            kind: "article",
            data: looked_up(reference, guide),
        };
        let page = head.page(document, url, &reference.page(guide), reference.slug())?;
        pages.push((format!("guide/{}.html", reference.slug()), page));
    }
    Ok(pages)
}

/// What a search engine reads: the article, the questions that it answers, where it stands.
fn described(article: &Article, url: &SiteUrl) -> serde_json::Value {
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
                "mainEntityOfPage": url.whole(&format!("/guide/{}", article.slug)),
            },
            {
                "@type": "BreadcrumbList",
                "itemListElement": [
                    {"@type": "ListItem", "position": 1, "name": "Guide", "item": url.whole("/guide")},
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
    /// Its address, from the root of the site on.
    path: &'a str,
    /// Its kind, by the Open Graph protocol.
    kind: &'a str,
    data: serde_json::Value,
}

impl Head<'_> {
    fn page(&self, document: &str, url: &SiteUrl, content: &str, slug: &str) -> Result<String> {
        let title = format!("{} \u{b7} Smart Pick", self.title);
        let article = html! {
            div class="article" data-article=(slug) { (PreEscaped(content)) }
        };
        let article = article.into_string();
        let mut changes = self.changes(url, &title);
        changes.push(needed("main", |main| {
            main.set_inner_content(&article, ContentType::Html);
            Ok(())
        }));
        rewrite(document, changes)
    }

    /// The document with this head.
    fn document_of(&self, document: &str, url: &SiteUrl, title: &str) -> Result<String> {
        rewrite(document, self.changes(url, title))
    }

    /// What makes a document's head this one.
    fn changes<'h>(&self, url: &SiteUrl, title: &'h str) -> Vec<Change<'h>> {
        // A JSON string may hold "</script>", which would end the element.
        let data = self.data.to_string().replace("</", "<\\/");
        let address = url.of(self.path);
        let description = html! { meta name="description" content=(self.about); }.into_string();
        let more = html! {
            link rel="canonical" href=(address);
            meta property="og:type" content=(self.kind);
            meta property="og:site_name" content="Smart Pick";
            meta property="og:url" content=(address);
            meta property="og:title" content=(self.title);
            meta property="og:description" content=(self.about);
            script type="application/ld+json" { (PreEscaped(data)) }
        }
        .into_string();
        vec![
            needed("title", move |element| {
                element.set_inner_content(title, ContentType::Text);
                Ok(())
            }),
            needed("meta[name=description]", move |element| {
                element.replace(&description, ContentType::Html);
                Ok(())
            }),
            needed("head", move |element| {
                element.append(&more, ContentType::Html);
                Ok(())
            }),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::{Reference, SiteUrl, all, for_robots, room, start};
    use crate::fragments::read_guide;

    const DOCUMENT: &str = "<head><title>x</title><meta name=\"description\" content=\"y\"></head>\
        <body><div id=\"app\"><main class=\"page\"><p>z</p></main></div></body>";

    #[test]
    fn every_article_is_a_page_of_its_own() {
        let guide = read_guide().unwrap();
        let pages = all(DOCUMENT, &guide, &SiteUrl::default()).unwrap();
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
        assert!(page.contains("<link rel=\"canonical\" href=\"/guide/visas\">"));
        assert!(all("<head></head>", &guide, &SiteUrl::default()).is_err());
    }

    #[test]
    fn a_known_origin_makes_addresses_whole() {
        let guide = read_guide().unwrap();
        let url = SiteUrl::read(Some("https://example.org/"), None).unwrap();
        let page = start(DOCUMENT, &url).unwrap();
        assert!(page.contains("<link rel=\"canonical\" href=\"https://example.org/\">"));
        assert!(page.contains("id=\"specialty-1\"") && !page.contains("<p>z</p>"));
        assert!(room(DOCUMENT, &url).unwrap().contains("<p>z</p>"));
        let files = for_robots(&guide, &url);
        let (_, sitemap) = files
            .iter()
            .find(|(name, _)| name == "sitemap.xml")
            .unwrap();
        assert!(sitemap.contains("<loc>https://example.org/guide/visas</loc><lastmod>20"));
        assert_eq!(for_robots(&guide, &SiteUrl::default()).len(), 1);
    }
}
