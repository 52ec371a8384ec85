//! What is read of a message, and how much of it at most: said once, and kept before anything is read.
//!
//! A message comes from a page that nobody vouches for. Whoever carries it here reads what a shape names and
//! nothing else, so that the work does not grow with what else the page has put in.

/// Most characters of a text, as JavaScript counts them.
pub const LONGEST_TEXT: u32 = 1_000;
/// Most notes of a partner's pack.
pub const MOST_NOTES: u32 = 2_000;
/// Most characters of one.
pub const LONGEST_NOTE: u32 = 300;
/// Most characters of a partner's name.
pub const LONGEST_NAME: u32 = 80;

/// What a value is to be like.
#[derive(Debug)]
pub enum Shape {
    /// A text of at most so many characters, as JavaScript counts them.
    Text(u32),
    /// Yes or no.
    Flag,
    /// A list of such values, at most so many.
    List(&'static Shape, u32),
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
    // A pack is the partner's own file: what is wrong with it leaves all other wishes standing.
    Property {
        name: "pack",
        shape: PACK,
        may_be_wrong: true,
    },
]);

const PACK: Shape = Shape::Object(&[
    Property::text("name"),
    // A list rather than an object by ids: how long a list is can be seen before any of it is read.
    Property::new("notes", Shape::List(&NOTE, MOST_NOTES)),
]);

const NOTE: Shape = Shape::Object(&[Property::text("program"), Property::text("note")]);

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
                "program" => "1400500001",
                name => name,
            }),
            Shape::Flag => Value::from(true),
            Shape::List(shape, _) => Value::from(vec![sample(shape, name)]),
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
        let mut wishes = message.wishes().unwrap();
        let pack = wishes.pack.take().unwrap();
        assert_eq!(pack.name, "name");
        let id = engine::program::ProgramId::parse("1400500001").unwrap();
        assert_eq!(pack.note(id), Some("note"));
        let expected = Wishes {
            specialty: "specialty".into(),
            states: "states".into(),
            sections: "sections".into(),
            theme: "theme".into(),
            accent: "accent".into(),
            lang: "lang".into(),
            compact: true,
            pack: None,
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
        for rest in [
            json!({}),
            json!({"pack": {}}),
            json!({"pack": {"notes": [{}]}}),
        ] {
            assert_eq!(message(rest.clone()), nothing, "{rest}");
        }
        let bare: FromHost = serde_json::from_value(json!({})).unwrap();
        assert_eq!(bare.wishes(), None);
    }
}
