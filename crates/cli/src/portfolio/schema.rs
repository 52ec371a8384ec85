//! The six shapes of the input as a schema.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::input::{Input, Shape};

impl Shape {
    /// What is asked in this shape.
    fn description(self) -> &'static str {
        match self {
            Shape::Number => "The best list of every length up to h, chances being independent.",
            Shape::Costs => "The best list whose whole costs g are within H.",
            Shape::Signals => "The best list of one specialty with signals.",
            Shape::Specialties => {
                "The best list over specialties with caps, tiered fees and a budget."
            }
            Shape::Scenarios => {
                "A list of h programs whose chances depend on which scenario comes."
            }
            Shape::Strength => {
                "A list of h programs, each with chance logistic(alpha + lambda theta), theta being \
                 normal with mean 0 and deviation 1."
            }
        }
    }

    /// Those of its keys that may be absent.
    fn optional(self) -> &'static [&'static str] {
        match self {
            Shape::Signals => &["p_silver", "p_gold", "max_gold", "max_silver"],
            Shape::Specialties => &["budget", "fees"],
            Shape::Number | Shape::Costs | Shape::Scenarios | Shape::Strength => &[],
        }
    }

    fn schema(self, generator: &mut SchemaGenerator) -> Schema {
        let keys = std::iter::once("t").chain(self.keys().iter().copied());
        let properties: Map<String, Value> = keys
            .clone()
            .map(|key| (key.to_owned(), property(key, generator).to_value()))
            .collect();
        let required: Vec<&str> = keys.filter(|key| !self.optional().contains(key)).collect();
        let mut schema = json_schema!({
            "description": self.description(),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        });
        if self == Shape::Specialties {
            let needed = serde_json::json!({"budget": ["fees"]});
            schema.insert("dependentRequired".into(), needed);
        }
        schema
    }
}

fn property(key: &str, generator: &mut SchemaGenerator) -> Schema {
    let count = generator.subschema_for::<Count>();
    let money = generator.subschema_for::<Money>();
    match key {
        "t" => generator.subschema_for::<Utilities>(),
        "f" | "p_plain" | "p_silver" | "p_gold" => generator.subschema_for::<Chances>(),
        "g" => json_schema!({"type": "array", "items": count}),
        "specialty" => json_schema!({
            "description": "Counted from 0.",
            "type": "array",
            "items": count,
        }),
        "cap" => json_schema!({
            "description": "Most applications, by specialty.",
            "type": "array",
            "items": count,
        }),
        "budget" => money,
        "fees" => json_schema!({
            "description": "By specialty, tiers in rising order: up to this many applications, null for every later one, each costs this much.",
            "type": "array",
            "items": {
                "type": "array",
                "minItems": 1,
                "items": {
                    "type": "array",
                    "minItems": 2,
                    "maxItems": 2,
                    "prefixItems": [{"type": ["integer", "null"], "minimum": 0}, money],
                },
            },
        }),
        "scenarios" => json_schema!({
            "description": "Weight and the chance of each program; the weights sum to 1.",
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "array",
                "minItems": 2,
                "maxItems": 2,
                "prefixItems": [
                    {"type": "number", "minimum": 0, "maximum": 1},
                    generator.subschema_for::<Chances>(),
                ],
            },
        }),
        "alpha" => json_schema!({"type": "array", "items": {"type": "number"}}),
        "lambda" => json_schema!({"type": "number"}),
        _ => count,
    }
}

impl JsonSchema for Input {
    fn schema_name() -> Cow<'static, str> {
        "portfolio".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let shapes = Shape::ALL.map(|shape| shape.schema(generator));
        json_schema!({
            "description": "Which programs to apply to. The shape is told by the key that only one of them has. All lists are in one order of programs.",
            "oneOf": shapes,
        })
    }
}

/// Parts that several shapes have.
macro_rules! parts {
    ($($type:ident = $name:literal: $schema:tt;)+) => {$(
        struct $type;

        impl JsonSchema for $type {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

parts! {
    Utilities = "utilities": {
        "description": "What each program is worth.",
        "type": "array",
        "items": {"type": "number", "minimum": 0},
    };
    Chances = "chances": {
        "description": "One a program, from 0 to 1.",
        "type": "array",
        "items": {"type": "number", "minimum": 0, "maximum": 1},
    };
    Count = "count": {"type": "integer", "minimum": 0};
    Money = "money": {
        "description": "At most two decimal places.",
        "type": "number",
        "minimum": 0,
    };
}
