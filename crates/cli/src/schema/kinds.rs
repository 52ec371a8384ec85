//! The kinds of value that say what may stand in them, as schemas.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::reason::{CODES, ReasonCode};
use crate::wire::{Fraction, Number, Ranged, Version};
use crate::word::{Code, Word, Words};

/// A schema that stands where it is used. Its name tells nobody anything.
macro_rules! inline {
    ($name:literal) => {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            $name.into()
        }
    };
}

impl<R: Ranged> JsonSchema for Number<R> {
    inline!("number");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let (least, most) = R::bounds();
        json_schema!({"type": "integer", "minimum": least, "maximum": most})
    }
}

impl JsonSchema for Fraction {
    inline!("fraction");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "number", "minimum": 0, "maximum": 1})
    }
}

impl<const N: u32> JsonSchema for Version<N> {
    inline!("version");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"const": N})
    }
}

impl<S: Words> JsonSchema for Word<S> {
    inline!("word");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of::<S>()
    }
}

impl<S: Words> JsonSchema for Code<S> {
    inline!("code");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        one_of::<S>()
    }
}

impl JsonSchema for ReasonCode {
    inline!("reason");

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"enum": CODES})
    }
}

fn one_of<S: Words>() -> Schema {
    let codes: Vec<&str> = S::WORDS.iter().map(|word| word.code()).collect();
    json_schema!({"enum": codes})
}
