//! The published schemas (JSON Schema, draft 2020-12), made of the types that read and write the
//! formats: what a type says of itself is what its schema says.

mod kinds;

use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;

use super::{entry_input, fees, import, input, list, output, portfolio};

/// A day.
pub(crate) const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
/// A language, ISO 639-1.
pub(crate) const LANGUAGE: &str = "^[a-z]{2}$";
/// The id of a program.
pub(crate) const ACGME_ID: &str = "^[0-9]{10}$";
/// The code of a specialty.
pub(crate) const SPECIALTY: &str = "^[0-9]{3}$";
/// A stable code.
pub(crate) const CODE: &str = "^[a-z0-9_]+$";

/// The formats of a verb.
///
/// ```
/// let schema = cli::schema::RANK.input();
/// assert_eq!(schema["$id"], "rank.input.json");
/// let score = &schema["$defs"]["step2ck"]["properties"]["score"];
/// assert_eq!(score["minimum"], 100);
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The verb.
    pub verb: &'static str,
    input: fn(&str) -> Schema,
    output: fn(&str) -> Schema,
}

/// Of `rank`.
pub const RANK: Format = Format::of::<input::RankInput, output::Answer>("rank");
/// Of `list`, whose input refers to that of `rank`, and whose output to its output.
pub const LIST: Format = Format::of::<list::ListInput, list::ListAnswer>("list");
/// Of `import`.
pub const IMPORT: Format = Format::of::<import::ImportInput, import::ImportOutput>("import");
/// Of `portfolio`.
pub const PORTFOLIO: Format = Format::of::<portfolio::Input, portfolio::Answer>("portfolio");
/// Of `fees`.
pub const FEES: Format = Format::of::<fees::FeesInput, fees::FeesOutput>("fees");

/// The word by which the schema of a facts file is asked for.
pub const FACTS: &str = "facts";

/// The schema of a facts file ([`mod@super::facts`]).
#[must_use]
pub fn facts() -> Value {
    let mut schema = read::<entry_input::FactsInput>(FACTS).to_value();
    schema["$id"] = "facts.json".into();
    schema["title"] = "Facts file of Smart Pick".into();
    schema
}

/// Every verb that has formats.
pub const FORMATS: [Format; 5] = [RANK, LIST, IMPORT, PORTFOLIO, FEES];

impl Format {
    const fn of<I: JsonSchema, O: JsonSchema>(verb: &'static str) -> Self {
        Format {
            verb,
            input: read::<I>,
            output: written::<O>,
        }
    }

    /// The schema of what the verb reads.
    #[must_use]
    pub fn input(&self) -> Value {
        (self.input)(self.verb).to_value()
    }

    /// The schema of what the verb writes.
    #[must_use]
    pub fn output(&self) -> Value {
        (self.output)(self.verb).to_value()
    }
}

fn read<T: JsonSchema>(verb: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_deserialize();
    let settings = settings.with_transform(RecursiveTransform(plain));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    titled(schema, verb, "input", "Input")
}

fn written<T: JsonSchema>(verb: &str) -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize();
    let settings = settings
        .with_transform(RecursiveTransform(plain))
        .with_transform(RecursiveTransform(closed));
    let schema = settings.into_generator().into_root_schema_for::<T>();
    titled(schema, verb, "output", "Output")
}

/// The schema with what it is at its head.
fn titled(mut schema: Schema, verb: &str, side: &str, title: &str) -> Schema {
    let dialect = schema.remove("$schema").unwrap_or_default();
    let mut whole = json_schema!({
        "$schema": dialect,
        "$id": format!("{verb}.{side}.json"),
        "title": format!("{title} of smart-pick {verb}"),
    });
    schema.remove("title");
    if let Some(rest) = schema.as_object_mut() {
        whole.ensure_object().append(rest);
    }
    whole
}

/// Takes away what tells of our types and not of the format: the width of a number, and the line
/// breaks of a comment.
fn plain(schema: &mut Schema) {
    let width = schema.remove("format");
    let width = width.as_ref().and_then(Value::as_str);
    let widest = match width {
        Some("uint8") => Some(u64::from(u8::MAX)),
        Some("uint16") => Some(u64::from(u16::MAX)),
        _ => None,
    };
    if widest.is_some() && schema.get("maximum").and_then(Value::as_u64) == widest {
        schema.remove("maximum");
    }
    if let Some(text) = schema.get("description").and_then(Value::as_str) {
        let text = text.replace('\n', " ");
        schema.insert("description".into(), text.into());
    }
}

/// What is written has the keys that it is said to have and no others.
fn closed(schema: &mut Schema) {
    if schema.get("properties").is_some() {
        schema.remove("unevaluatedProperties");
        schema.insert("additionalProperties".into(), false.into());
    }
}

/// Parts of the formats of `rank` that those of `list` refer to.
macro_rules! parts_of_rank {
    ($($name:ident = $at:literal;)+) => {$(
        pub(crate) fn $name(_: &mut SchemaGenerator) -> Schema {
            json_schema!({"$ref": $at})
        }
    )+};
}

parts_of_rank! {
    rank_applicant = "rank.input.json#/properties/applicant";
    rank_preferences = "rank.input.json#/properties/preferences";
    rank_entries = "rank.input.json#/properties/entries";
    rank_facts = "rank.input.json#/properties/facts";
    rank_model = "rank.output.json#/properties/model";
    rank_aim = "rank.output.json#/properties/aim";
    rank_notices = "rank.output.json#/properties/notices";
    rank_preliminary = "rank.output.json#/properties/preliminary";
}
