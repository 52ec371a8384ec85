//! The messages between a partner's page and the view inside its frame, version 1.
//!
//! Each is a JSON text with `protocol` and `type`. Into the frame goes how it should look and begin;
//! out of it come its height and counts. Nothing that a visitor types has a message: what is on a list
//! leaves the frame only when the visitor presses the button that names the site.

pub mod settings;

use serde::{Deserialize, Deserializer, Serialize};
use vecmap::VecMap;

use engine::program::ProgramId;

/// The name and version of the protocol.
pub const PROTOCOL: &str = "smart-pick/1";
/// Most characters of a message that is read.
pub const MOST_CHARACTERS: usize = 300_000;
/// Most notes of a partner's pack, and most characters of one.
const MOST_NOTES: usize = 2_000;
const LONGEST_NOTE: usize = 300;
/// Most characters of a partner's name.
const LONGEST_NAME: usize = 80;

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
    /// What the partner says about programs; a pack that is not as it should be is none.
    #[serde(deserialize_with = "pack")]
    pub pack: Option<PartnerPack>,
}

/// A pack is the partner's own file: what is wrong with it leaves all other wishes standing.
fn pack<'de, D: Deserializer<'de>>(from: D) -> Result<Option<PartnerPack>, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    let pack: Option<PartnerPack> = serde_json::from_value(value).ok();
    Ok(pack.and_then(PartnerPack::checked))
}

/// What a partner says about programs, shown as the partner's own word. It changes no number.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct PartnerPack {
    /// Who says so.
    pub name: String,
    /// Notes by ACGME id.
    pub notes: VecMap<String, String>,
}

impl PartnerPack {
    /// The pack within its bounds; `None` if it is not of a kind that is shown.
    #[must_use]
    pub fn checked(self) -> Option<PartnerPack> {
        let is_short =
            |text: &str, most: usize| !text.trim().is_empty() && text.chars().count() <= most;
        let fits = is_short(&self.name, LONGEST_NAME)
            && self.notes.len() <= MOST_NOTES
            && self
                .notes
                .iter()
                .all(|(id, note)| ProgramId::parse(id).is_some() && is_short(note, LONGEST_NOTE));
        fits.then_some(self)
    }

    /// What it says about a program.
    #[must_use]
    pub fn note(&self, id: ProgramId) -> Option<&str> {
        self.notes.get(&id.to_string()).map(String::as_str)
    }
}

#[derive(Deserialize)]
struct Envelope {
    protocol: String,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    settings: Wishes,
}

/// Reads a message of the host page; `None` if it is none of this protocol.
#[must_use]
pub fn read(text: &str) -> Option<Wishes> {
    if text.len() > MOST_CHARACTERS {
        return None;
    }
    let envelope: Envelope = serde_json::from_str(text).ok()?;
    (envelope.protocol == PROTOCOL && envelope.kind == "configure").then_some(envelope.settings)
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

impl ToHost {
    /// The message as text.
    #[must_use]
    pub fn text(&self) -> String {
        #[derive(Serialize)]
        struct Enveloped<'a> {
            protocol: &'static str,
            #[serde(flatten)]
            message: &'a ToHost,
        }
        let enveloped = Enveloped {
            protocol: PROTOCOL,
            message: self,
        };
        // Texts and numbers always have a JSON form.
        serde_json::to_string(&enveloped).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_says_its_protocol() {
        let text = ToHost::Counts {
            ranked: 10,
            listed: 3,
        }
        .text();
        assert_eq!(
            text,
            r#"{"protocol":"smart-pick/1","type":"counts","ranked":10,"listed":3}"#
        );
        assert_eq!(
            ToHost::Ready.text(),
            r#"{"protocol":"smart-pick/1","type":"ready"}"#
        );
    }

    #[test]
    fn only_messages_of_the_protocol_are_read() {
        let text = |protocol: &str, kind: &str| {
            format!(
                r#"{{"protocol":"{protocol}","type":"{kind}","settings":{{"theme":"dark","unknown":1}}}}"#
            )
        };
        assert_eq!(read(&text(PROTOCOL, "configure")).unwrap().theme, "dark");
        for wrong in [
            text("smart-pick/2", "configure"),
            text(PROTOCOL, "eval"),
            "[]".into(),
            String::new(),
        ] {
            assert_eq!(read(&wrong), None, "{wrong}");
        }
        assert_eq!(read(&" ".repeat(MOST_CHARACTERS + 1)), None);
    }

    #[test]
    fn a_partners_pack_is_bounded_and_names_programs() {
        let pack = |id: &str, note: &str| {
            let mut notes = VecMap::new();
            notes.insert(id.to_owned(), note.to_owned());
            PartnerPack {
                name: "A school".into(),
                notes,
            }
            .checked()
        };
        assert!(pack("1400500001", "Two of our graduates train here.").is_some());
        assert!(pack("12", "x").is_none());
        for wrong in [
            "[]",
            r#"{"notes":{}}"#,
            r#"{"name":"A","notes":{"1400500001":3}}"#,
        ] {
            let text = format!(
                r#"{{"protocol":"{PROTOCOL}","type":"configure","settings":{{"theme":"dark","pack":{wrong}}}}}"#
            );
            let wishes = read(&text).unwrap();
            assert_eq!(
                (wishes.theme.as_str(), wishes.pack),
                ("dark", None),
                "{wrong}"
            );
        }
        assert!(pack("1400500001", &"x".repeat(301)).is_none());
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
