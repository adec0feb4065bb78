//! Forms without keys: `text?` for a column, `[a, b]` for a key.

use crate::spec::Text;
use crate::spec::yaml::Yaml;

/// Declares the form without keys of an object: a reading function, a schema, and how it is written when there is
/// nothing more to say.
macro_rules! short {
    ($name:ident -> $value:ty, $read:expr, $schema:expr, $write:expr) => {
        pub(super) struct $name;

        impl $crate::spec::parse::form::Form for $name {
            type Value = $value;

            fn read(
                reader: &mut $crate::spec::parse::reader::Reader<'_>,
                node: &$crate::source::Node,
            ) -> Option<$value> {
                $read(reader, node)
            }

            fn schema(_: &mut $crate::spec::parse::form::Schemas) -> serde_json::Value {
                $schema
            }

            fn write(value: &$value) -> Option<$crate::spec::yaml::Yaml> {
                let write: fn(&$value) -> Option<$crate::spec::yaml::Yaml> = $write;
                write(value)
            }
        }
    };
}
pub(super) use short;

/// A bare value, if it is all that there is.
pub(super) fn only<T: PartialEq>(value: &T, bare: T, text: &Text) -> Option<Yaml> {
    (*value == bare).then(|| Yaml::Text(text.value.clone()))
}
