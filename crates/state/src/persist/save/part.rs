//! Parts of the saved file that are maps with names we know.
//!
//! serde's own derive reads a struct from a list too, and tells each name, each missing and each double
//! one apart: for two dozen parts that is a tenth of the first download. Here a part begins as its
//! default, each known name sets its field, and every other is passed over.

/// Reads a struct from a map by the names of its fields. A name that is missing leaves the default.
macro_rules! part {
    (
        $(#[$about:meta])*
        $seen:vis struct $name:ident {
            $($(#[$how:meta])* $field:ident: $kind:ty,)+
        }
    ) => {
        $(#[$about])*
        #[derive(Debug, Default)]
        $seen struct $name {
            $($(#[$how])* $field: $kind,)+
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reading;

                impl<'de> serde::de::Visitor<'de> for Reading {
                    type Value = $name;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        f.write_str("a map")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(
                        self,
                        mut all: A,
                    ) -> Result<$name, A::Error> {
                        let mut part = $name::default();
                        while let Some(name) = all.next_key::<String>()? {
                            match name.as_str() {
                                $(stringify!($field) => part.$field = all.next_value()?,)+
                                _ => {
                                    all.next_value::<serde::de::IgnoredAny>()?;
                                }
                            }
                        }
                        Ok(part)
                    }
                }

                deserializer.deserialize_map(Reading)
            }
        }
    };
}

pub(super) use part;
