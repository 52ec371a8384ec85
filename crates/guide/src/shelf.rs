//! What a text may refer to, and where its links lead.

use super::fact::Facts;
use super::terms::Terms;
use state::content::tools::Tool;

/// Everything that texts refer to.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shelf<'a> {
    /// What figures rest on.
    pub(super) facts: &'a Facts,
    /// The names of all articles.
    pub(super) slugs: &'a [String],
    /// The glossary's terms.
    pub(super) terms: &'a Terms,
}

/// Rooms of the app that articles lead to, by the word that they use for them.
const ROOMS: [(&str, &str); 10] = [
    ("start", "/"),
    ("profile", "/profile"),
    ("preferences", "/preferences"),
    ("programs", "/programs"),
    ("list", "/list"),
    ("trust", "/trust"),
    ("accuracy", "/trust/accuracy"),
    ("sources", "/trust/sources"),
    ("guide", "/guide"),
    ("partners", "/partners"),
];

impl Shelf<'_> {
    /// Where a link leads, or what is wrong with it.
    pub(super) fn address(&self, to: &str) -> Result<String, String> {
        if let Some(slug) = to.strip_prefix("guide:") {
            return match self.slugs.iter().any(|known| known == slug) {
                true => Ok(format!("/guide/{slug}")),
                false => Err(format!("no article is called {slug}")),
            };
        }
        if let Some(room) = to.strip_prefix("app:") {
            return match ROOMS.iter().find(|(word, _)| *word == room) {
                Some((_, address)) => Ok((*address).to_owned()),
                None => Err(format!("no room is called {room}")),
            };
        }
        if let Some(tool) = to.strip_prefix("tool:") {
            return match Tool::from_code(tool) {
                Some(tool) => Ok(tool.path()),
                None => Err(format!("no tool is called {tool}")),
            };
        }
        if to.starts_with("https://") && self.facts.knows_address(to) {
            return Ok(to.to_owned());
        }
        Err(format!("a link to {to}, which no source has"))
    }
}
