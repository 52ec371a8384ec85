//! A text, checked.

/// A text, checked.
#[derive(Clone, Debug, Default)]
pub struct Body {
    /// The text as HTML.
    pub html: String,
    /// Its headings.
    pub headings: Vec<Heading>,
    /// Ids of the facts that it cites, in the order in which their sources are first named; one
    /// fact a source.
    pub sources: Vec<String>,
    /// Number of words.
    pub words: usize,
    /// The words alone.
    pub text: String,
    /// List entries to tick, by their name, as HTML.
    pub checks: Vec<(String, String)>,
}

impl Body {
    /// The words before the first heading of level 2, and each such part with its words.
    #[must_use]
    pub fn parts(&self) -> (&str, Vec<(&Heading, &str)>) {
        let mut rest = self.text.as_str();
        let mut intro = None;
        let mut parts: Vec<(&Heading, &str)> = Vec::new();
        for heading in self.headings.iter().filter(|heading| heading.level == 2) {
            let mark = format!("\n{}.\n", heading.text);
            let Some((before, after)) = rest.split_once(&mark) else {
                continue;
            };
            match parts.last_mut() {
                Some((_, text)) => *text = before,
                None => intro = Some(before),
            }
            parts.push((heading, after));
            rest = after;
        }
        (intro.unwrap_or(rest), parts)
    }
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// From 2 on; 1 is the title.
    pub level: u8,
    /// Where links to it lead.
    pub id: String,
    /// Its words.
    pub text: String,
}
