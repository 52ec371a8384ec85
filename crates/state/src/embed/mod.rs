//! The messages between a partner's page and the view inside its frame, version 2.
//!
//! Each is a plain object with `protocol` and `type`, carried by the browser as a copy. Into the frame goes
//! how it should look and begin; out of it come its height and counts. Nothing that a visitor types has a
//! message: what is on a list leaves the frame only when the visitor presses the button that names the site.
//!
//! What comes in is read by its [`shape`] alone, and as often as the [`inbox`] says.

pub mod inbox;
pub mod settings;
pub mod shape;

use serde::{Deserialize, Serialize};

/// The name and version of the protocol; the saved file has a name of its own.
pub const PROTOCOL: &str = "smart-pick-embed/2";

/// How the view should look and begin. Every part is text as the page wrote it, or absent.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct Wishes {
    /// A specialty by its name in addresses, such as `internal-medicine`.
    pub specialty: String,
    /// States by their codes, joined by commas.
    pub states: String,
    /// Parts of the view in order, joined by commas: `questions`, `programs`, `guide`.
    pub sections: String,
    /// `light`, `dark` or `auto`.
    pub theme: String,
    /// A colour as `#rrggbb`.
    pub accent: String,
    /// A language; only `en` is there.
    pub lang: String,
    /// Whether rows are short.
    pub compact: bool,
    /// A facts file, as its text.
    pub facts: String,
}

/// A message of the page around, once it is within [`shape::MESSAGE`].
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
#[serde(default)]
pub struct FromHost {
    protocol: String,
    #[serde(rename = "type")]
    kind: String,
    settings: Wishes,
}

impl FromHost {
    /// What the page wishes; `None` if the message is none of this protocol.
    #[must_use]
    pub fn wishes(self) -> Option<Wishes> {
        (self.protocol == PROTOCOL && self.kind == "configure").then_some(self.settings)
    }
}

/// The wishes that stand behind `#` of a plain frame's address: `specialty=…&theme=…`.
#[must_use]
pub fn of_fragment(fragment: &str) -> Wishes {
    let mut wishes = Wishes::default();
    for part in fragment.split('&') {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        let value = value.replace("%23", "#").replace("%2C", ",");
        match name {
            "specialty" => wishes.specialty = value,
            "states" => wishes.states = value,
            "sections" => wishes.sections = value,
            "theme" => wishes.theme = value,
            "accent" => wishes.accent = value,
            "lang" => wishes.lang = value,
            "compact" => wishes.compact = value != "false",
            _ => {}
        }
    }
    wishes
}

/// A message to the host page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum ToHost {
    /// The view is here and waits to be configured.
    Ready,
    /// Its height in CSS pixels.
    Resize {
        /// The height.
        height: u32,
    },
    /// How many programs there are.
    Counts {
        /// With a place in the ranking, by [`magnitude`].
        ranked: usize,
        /// On the visitor's list.
        listed: usize,
    },
    /// The facts file that the page gave was left out.
    FactsRefused {
        /// The field that does not read, and why.
        why: String,
    },
    /// What the visitor shares with the page that the button named: the list's ACGME ids.
    Shared {
        /// The programs.
        programs: Vec<String>,
    },
}

/// A count rounded down to 0, 1, 10, 100 or 1,000: enough to see that there is a ranking, and too
/// little to tell what was answered.
///
/// ```
/// use state::embed::magnitude;
/// assert_eq!([0, 7, 674, 5946].map(magnitude), [0, 1, 100, 1000]);
/// ```
#[must_use]
pub fn magnitude(count: usize) -> usize {
    let steps = [1_000, 100, 10, 1];
    steps
        .into_iter()
        .find(|step| *step <= count)
        .unwrap_or_default()
}

/// A message to the host page as it is sent, with its protocol.
#[derive(Debug, Serialize)]
pub struct Enveloped<'a> {
    protocol: &'static str,
    #[serde(flatten)]
    message: &'a ToHost,
}

impl ToHost {
    /// The message with its protocol.
    #[must_use]
    pub fn enveloped(&self) -> Enveloped<'_> {
        Enveloped {
            protocol: PROTOCOL,
            message: self,
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_message_says_its_protocol() {
        let sent = |message: ToHost| serde_json::to_value(message.enveloped()).unwrap();
        assert_eq!(
            sent(ToHost::Ready),
            json!({"protocol": "smart-pick-embed/2", "type": "ready"})
        );
        assert_eq!(
            sent(ToHost::Resize { height: 700 }),
            json!({"protocol": PROTOCOL, "type": "resize", "height": 700})
        );
        let counts = ToHost::Counts {
            ranked: 10,
            listed: 3,
        };
        assert_eq!(
            sent(counts),
            json!({"protocol": PROTOCOL, "type": "counts", "ranked": 10, "listed": 3})
        );
        let why = "name: is empty".to_owned();
        assert_eq!(
            sent(ToHost::FactsRefused { why }),
            json!({"protocol": PROTOCOL, "type": "facts-refused", "why": "name: is empty"})
        );
        let programs = vec!["1400500001".to_owned()];
        assert_eq!(
            sent(ToHost::Shared { programs }),
            json!({"protocol": PROTOCOL, "type": "shared", "programs": ["1400500001"]})
        );
    }

    #[test]
    fn only_messages_of_the_protocol_are_wishes() {
        let wishes = |protocol: &str, kind: &str| {
            let message: Value =
                json!({"protocol": protocol, "type": kind, "settings": {"theme": "dark"}});
            serde_json::from_value::<FromHost>(message)
                .unwrap()
                .wishes()
        };
        assert_eq!(wishes(PROTOCOL, "configure").unwrap().theme, "dark");
        for (protocol, kind) in [
            // What an earlier version said, and what the saved file says.
            ("smart-pick/1", "configure"),
            ("smart-pick-embed/1", "configure"),
            ("__proto__", "configure"),
            (PROTOCOL, "eval"),
            (PROTOCOL, "constructor"),
            (PROTOCOL, ""),
            ("", ""),
        ] {
            assert_eq!(wishes(protocol, kind), None, "{protocol} {kind}");
        }
    }

    #[test]
    fn a_plain_frame_says_its_wishes_in_its_address() {
        let wishes =
            of_fragment("specialty=internal-medicine&states=NY%2CNJ&accent=%23aa0000&compact");
        assert_eq!(
            (wishes.specialty.as_str(), wishes.states.as_str()),
            ("internal-medicine", "NY,NJ")
        );
        assert_eq!(wishes.accent, "#aa0000");
        assert!(wishes.compact);
        assert_eq!(of_fragment("x=y"), Wishes::default());
    }
}
