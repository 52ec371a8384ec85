//! What is tried on the page for partners, and the code that it makes.

use state::embed::settings::{Part, Theme};

/// What is tried.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct EmbedSnippet {
    pub(super) specialty: String,
    pub(super) states: String,
    pub(super) parts: Vec<Part>,
    pub(super) theme: Option<Theme>,
    pub(super) accent: String,
    pub(super) compact: bool,
}

impl EmbedSnippet {
    fn parts(&self) -> String {
        let codes: Vec<&str> = self.parts.iter().map(|part| part.code()).collect();
        codes.join(",")
    }

    /// Attributes with a value, in the order of the protocol.
    fn attributes(&self) -> Vec<(&'static str, String)> {
        let theme = self
            .theme
            .map(|theme| theme.code().to_owned())
            .unwrap_or_default();
        let all = [
            ("specialty", self.specialty.clone()),
            ("states", self.states.trim().to_owned()),
            ("sections", self.parts()),
            ("theme", theme),
            ("accent", self.accent.trim().to_owned()),
        ];
        all.into_iter()
            .filter(|(_, value)| !value.is_empty())
            .collect()
    }

    /// The code of the element.
    pub(super) fn element(&self, site: &str) -> String {
        let attributes: String = self
            .attributes()
            .iter()
            .map(|(name, value)| format!(" {name}=\"{}\"", quoted(value)))
            .collect();
        let compact = if self.compact { " compact" } else { "" };
        format!(
            "<script type=\"module\" src=\"{site}smart-pick.js\"></script>\n<smart-pick{attributes}{compact}><a href=\"{site}\">Residency programs that fit you, by Smart Pick</a></smart-pick>"
        )
    }

    /// The address of a plain frame.
    pub(super) fn frame_address(&self, site: &str) -> String {
        let compact = self.compact.then(|| "compact=true".to_owned());
        let values = self.attributes().into_iter();
        let parts: Vec<String> = values
            .map(|(name, value)| {
                format!("{name}={}", value.replace('#', "%23").replace(',', "%2C"))
            })
            .chain(compact)
            .collect();
        let fragment = if parts.is_empty() {
            String::new()
        } else {
            format!("#{}", parts.join("&"))
        };
        format!("{site}embed{fragment}")
    }

    /// The code of a plain frame.
    pub(super) fn frame(&self, site: &str) -> String {
        let address = quoted(&self.frame_address(site));
        format!(
            "<iframe src=\"{address}\" title=\"Smart Pick: residency programs that fit you\" loading=\"lazy\" referrerpolicy=\"no-referrer\" width=\"100%\" height=\"900\" style=\"border:0\"></iframe>"
        )
    }
}

/// Text within an attribute.
fn quoted(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('"', "&quot;")
        .replace('<', "&lt;")
}
