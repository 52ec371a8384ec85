//! What is read of a message, and how much of it at most: said once, and kept before anything is read.
//!
//! A message comes from a page that nobody vouches for. Whoever carries it here reads what a shape names and
//! nothing else, so that the work does not grow with what else the page has put in.

/// Most characters of a text, as JavaScript counts them.
pub const LONGEST_TEXT: u32 = 1_000;
/// Most characters of a facts file, which is bounded further when it is read.
pub const LONGEST_FACTS: u32 = 2_000_000;

/// What a value is to be like.
#[derive(Debug)]
pub enum Shape {
    /// A text of at most so many characters, as JavaScript counts them.
    Text(u32),
    /// Yes or no.
    Flag,
    /// An object, of which only these properties are read, and only its own.
    Object(&'static [Property]),
}

/// A property of an object. It may always be absent.
#[derive(Debug)]
pub struct Property {
    /// Its name.
    pub name: &'static str,
    /// What its value is to be like.
    pub shape: Shape,
    /// Whether a value of another shape counts as absent; else the whole message is none.
    pub may_be_wrong: bool,
}

impl Property {
    const fn new(name: &'static str, shape: Shape) -> Property {
        Property {
            name,
            shape,
            may_be_wrong: false,
        }
    }

    const fn text(name: &'static str) -> Property {
        Property::new(name, Shape::Text(LONGEST_TEXT))
    }
}

/// A message of the page around.
pub const MESSAGE: Shape = Shape::Object(&[
    Property::text("protocol"),
    Property::text("type"),
    Property::new("settings", SETTINGS),
]);

const SETTINGS: Shape = Shape::Object(&[
    Property::text("specialty"),
    Property::text("states"),
    Property::text("sections"),
    Property::text("theme"),
    Property::text("accent"),
    Property::text("lang"),
    Property::new("compact", Shape::Flag),
    // The partner's own file: what is wrong with it leaves all other wishes standing. As a text, since how
    // long one is can be seen before any of it is read.
    Property {
        name: "facts",
        shape: Shape::Text(LONGEST_FACTS),
        may_be_wrong: true,
    },
]);

#[cfg(test)]
mod tests {
    use serde_json::{Map, Value, json};

    use super::*;
    use crate::embed::{FromHost, PROTOCOL, Wishes};

    /// A value of a shape; a text names the property that it stands in.
    fn sample(shape: &Shape, name: &str) -> Value {
        match shape {
            Shape::Text(_) => Value::from(match name {
                "protocol" => PROTOCOL,
                "type" => "configure",
                name => name,
            }),
            Shape::Flag => Value::from(true),
            Shape::Object(properties) => {
                let of = |property: &Property| {
                    let value = sample(&property.shape, property.name);
                    (property.name.to_owned(), value)
                };
                Value::from(properties.iter().map(of).collect::<Map<_, _>>())
            }
        }
    }

    #[test]
    fn all_that_is_read_has_its_place() {
        let message: FromHost = serde_json::from_value(sample(&MESSAGE, "")).unwrap();
        let wishes = message.wishes().unwrap();
        let expected = Wishes {
            specialty: "specialty".into(),
            states: "states".into(),
            sections: "sections".into(),
            theme: "theme".into(),
            accent: "accent".into(),
            lang: "lang".into(),
            compact: true,
            facts: "facts".into(),
        };
        assert_eq!(wishes, expected);
    }

    #[test]
    fn whatever_is_absent_is_no_error() {
        let message = |rest: Value| {
            let mut whole = json!({"protocol": PROTOCOL, "type": "configure"});
            whole["settings"] = rest;
            serde_json::from_value::<FromHost>(whole).unwrap().wishes()
        };
        let nothing = Some(Wishes::default());
        assert_eq!(message(json!({})), nothing);
        assert_eq!(message(json!({"facts": ""})), nothing);
        let bare: FromHost = serde_json::from_value(json!({})).unwrap();
        assert_eq!(bare.wishes(), None);
    }
}
