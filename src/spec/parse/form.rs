//! Forms: how a value is written. One declaration gives the reader, the list of keys for "did you mean" and the
//! JSON Schema.

use serde_json::{Map as JsonMap, Value, json};

use super::reader::Reader;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, Span};
use crate::spec::Text;
use crate::spec::yaml::Yaml;

/// How a value is written.
pub(super) trait Form {
    /// What it is read into.
    type Value;
    /// Reads it. Without a value there is a finding.
    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value>;
    /// Describes it.
    fn schema(schemas: &mut Schemas) -> Value;
    /// Writes it; `None` where this form has no words for it (a short form) or nothing to say.
    fn write(value: &Self::Value) -> Option<Yaml>;
    /// Tells a value the place of the key that it stands under.
    fn named(_value: &mut Self::Value, _key: Span) {}
}

/// The definitions of a JSON Schema, by name.
#[derive(Default)]
pub(super) struct Schemas {
    pub definitions: JsonMap<String, Value>,
}

/// One key of an object.
pub(super) struct Field<T: 'static> {
    pub key: &'static str,
    pub doc: &'static str,
    pub read: fn(&mut T, &mut Reader<'_>, &Text, &Node),
    pub schema: fn(&mut Schemas) -> Value,
    /// `None`: it is what it is when nothing is written.
    pub write: fn(&T) -> Option<Yaml>,
}

/// A map with known keys.
pub(super) trait Object: Default + 'static {
    /// Its name with an article.
    const WHAT: &'static str;
    const FIELDS: &'static [Field<Self>];
    const REQUIRED: &'static [&'static str];
    /// The place of the value.
    fn place(&mut self, _span: Span) {}
    /// The place of its key, where that is what the object keeps.
    fn place_of_key(&mut self, _span: Span) {}
    /// A form without keys, if this node is in it.
    fn short(_reader: &mut Reader<'_>, _node: &Node) -> Option<Option<Self>> {
        None
    }
    /// The schema of the form without keys.
    fn short_schema(_schemas: &mut Schemas) -> Option<Value> {
        None
    }
    /// The value in the form without keys, if it has nothing more to say.
    fn write_short(&self) -> Option<Yaml> {
        None
    }
    /// What no single key can know.
    fn check(&mut self, _reader: &mut Reader<'_>, _span: Span) {}
}

impl<T: Object> Form for T {
    type Value = T;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<T> {
        let mut value = T::default();
        value.place(node.span);
        match &node.kind {
            NodeKind::Mapping(entries) => {
                let known = |key: &str| T::FIELDS.iter().any(|field| field.key == key);
                reader.refuse_cut_by_comma(entries, known);
                entries.iter().for_each(|(key, inner)| set(&mut value, reader, key, inner));
            }
            _ => match T::short(reader, node) {
                Some(short) => return short,
                None if matches!(node.kind, NodeKind::Null) => {}
                None => return reader.wrong_shape(node, &format!("the keys of {}", T::WHAT)),
            },
        }
        require(reader, node, T::WHAT, T::REQUIRED);
        value.check(reader, node.span);
        Some(value)
    }

    fn named(value: &mut T, key: Span) {
        value.place_of_key(key);
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let name = T::WHAT.rsplit_once("a ").map_or(T::WHAT, |(_, name)| name).replace(' ', "_");
        if !schemas.definitions.contains_key(&name) {
            schemas.definitions.insert(name.clone(), Value::Null);
            let schema = object_schema::<T>(schemas);
            schemas.definitions.insert(name.clone(), schema);
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }

    fn write(value: &T) -> Option<Yaml> {
        if let Some(short) = value.write_short() {
            return Some(short);
        }
        let entry = |field: &Field<T>| Some((field.key.to_owned(), (field.write)(value)?));
        Some(Yaml::Map(T::FIELDS.iter().filter_map(entry).collect()))
    }
}

fn set<T: Object>(value: &mut T, reader: &mut Reader<'_>, key: &Text, node: &Node) {
    match T::FIELDS.iter().find(|field| field.key == key.value) {
        Some(field) => (field.read)(value, reader, key, node),
        None => {
            let keys: Vec<&'static str> = T::FIELDS.iter().map(|field| field.key).collect();
            reader.unknown_key(key, T::WHAT, &keys);
        }
    }
}

fn require(reader: &mut Reader<'_>, node: &Node, what: &str, required: &[&str]) {
    let entries = if let NodeKind::Mapping(entries) = &node.kind { entries.as_slice() } else { &[] };
    for wanted in required.iter().filter(|wanted| !entries.iter().any(|(key, _)| key.value == **wanted)) {
        let finding = Diagnostic::new(Code::MissingKey, node.span, format!("{what} needs `{wanted}`"));
        reader.report(finding.help(format!("add `{wanted}: …`")));
    }
}

fn object_schema<T: Object>(schemas: &mut Schemas) -> Value {
    let mut properties = JsonMap::new();
    for field in T::FIELDS {
        let mut schema = (field.schema)(schemas);
        if let Value::Object(object) = &mut schema {
            object.insert("description".to_owned(), json!(field.doc));
        }
        properties.insert(field.key.to_owned(), schema);
    }
    let object = match T::REQUIRED {
        [] => json!({"type": ["object", "null"], "properties": properties, "additionalProperties": false}),
        required => {
            json!({"type": "object", "properties": properties, "additionalProperties": false, "required": required})
        }
    };
    match T::short_schema(schemas) {
        Some(short) => json!({"anyOf": [short, object]}),
        None => object,
    }
}

/// Declares the keys of an object: each once, with the field it fills (or `[set, get]` functions), its form
/// and what it means.
macro_rules! object {
    (
        $type:ty as $what:literal
        $(, span $span:ident)? $(, key $key_span:ident)? $(, short $short:ty)?
        $(, required [$($required:literal),*])? $(, check $check:path)?;
        $($key:literal => $target:tt : $form:ty, $doc:literal;)*
    ) => {
        impl $crate::spec::parse::form::Object for $type {
            const WHAT: &'static str = $what;
            const REQUIRED: &'static [&'static str] = &[$($($required),*)?];
            const FIELDS: &'static [$crate::spec::parse::form::Field<Self>] = &[$(
                $crate::spec::parse::form::Field {
                    key: $key,
                    doc: $doc,
                    read: |object, reader, key, node| {
                        if let Some(value) = <$form as $crate::spec::parse::form::Form>::read(reader, node) {
                            object!(@store $target, object, reader, key, value);
                        }
                    },
                    schema: <$form as $crate::spec::parse::form::Form>::schema,
                    write: |object| object!(@write $target, $type, $form, object, $key),
                },
            )*];
            $(fn place(&mut self, span: $crate::source::Span) { self.$span = span; })?
            $(fn place_of_key(&mut self, span: $crate::source::Span) { self.$key_span = span; })?
            $(
                fn short(
                    reader: &mut $crate::spec::parse::reader::Reader<'_>,
                    node: &$crate::source::Node,
                ) -> Option<Option<Self>> {
                    Some(<$short as $crate::spec::parse::form::Form>::read(reader, node))
                }

                fn short_schema(schemas: &mut $crate::spec::parse::form::Schemas) -> Option<serde_json::Value> {
                    Some(<$short as $crate::spec::parse::form::Form>::schema(schemas))
                }

                fn write_short(&self) -> Option<$crate::spec::yaml::Yaml> {
                    <$short as $crate::spec::parse::form::Form>::write(self)
                }
            )?
            $(
                fn check(
                    &mut self,
                    reader: &mut $crate::spec::parse::reader::Reader<'_>,
                    span: $crate::source::Span,
                ) {
                    $check(self, reader, span);
                }
            )?
        }
    };
    (@store [$set:path, $get:path], $object:ident, $reader:ident, $key:ident, $value:ident) => {
        $set($object, $reader, $key, $value)
    };
    (@store $field:ident, $object:ident, $reader:ident, $key:ident, $value:ident) => {{
        let _ = ($reader, $key);
        $object.$field = $value;
    }};
    (@write [$set:path, $get:path], $type:ty, $form:ty, $object:ident, $key:literal) => {
        $get($object, $key).and_then(|value| <$form as $crate::spec::parse::form::Form>::write(&value))
    };
    (@write $field:ident, $type:ty, $form:ty, $object:ident, $key:literal) => {
        if $object.$field == <$type>::default().$field {
            None
        } else {
            <$form as $crate::spec::parse::form::Form>::write(&$object.$field)
        }
    };
}
pub(super) use object;

/// Declares a form: a function that reads it, its schema, and how it is written where that is all there is to say.
macro_rules! form {
    ($(#[$doc:meta])* $name:ident -> $value:ty, $read:expr, $schema:expr, $write:expr) => {
        $(#[$doc])*
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
pub(super) use form;
