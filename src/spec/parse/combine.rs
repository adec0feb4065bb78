//! Forms made of forms: optional, placed, lists and maps.

use std::marker::PhantomData;

use serde_json::{Value, json};

use super::form::{Form, Schemas};
use super::reader::Reader;
use crate::source::{Node, NodeKind, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{Entries, Text};

/// `Option`: the key may be left out.
pub(super) struct Maybe<F>(PhantomData<F>);

impl<F: Form> Form for Maybe<F> {
    type Value = Option<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        F::read(reader, node).map(Some)
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        F::write(value.as_ref()?)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        F::schema(schemas)
    }
}

/// `Option` of what is rare and large: a column has room for two dozen keys, and 100,000 columns are not many.
pub(super) struct Rare<F>(PhantomData<F>);

impl<F: Form> Form for Rare<F> {
    type Value = Option<Box<F::Value>>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        F::read(reader, node).map(|value| Some(Box::new(value)))
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        F::write(value.as_ref()?)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        F::schema(schemas)
    }
}

/// The value and its place.
pub(super) struct Placed<F>(PhantomData<F>);

impl<F: Form> Form for Placed<F> {
    type Value = Spanned<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        F::read(reader, node).map(|value| Spanned::new(value, node.span))
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        F::write(&value.value)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        F::schema(schemas)
    }
}

/// A list.
pub(super) struct List<F>(PhantomData<F>);

impl<F: Form> Form for List<F> {
    type Value = Vec<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Sequence(items) => Some(items.iter().filter_map(|item| F::read(reader, item)).collect()),
            NodeKind::Null => Some(Vec::new()),
            _ => reader.wrong_shape_with(node, "a list", "write a `- ` before it, or put it in `[ ]`"),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        Some(Yaml::List(value.iter().filter_map(F::write).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"type": ["array", "null"], "items": F::schema(schemas)})
    }
}

/// A list, or one without the brackets.
pub(super) struct OneOrMore<F>(PhantomData<F>);

impl<F: Form> Form for OneOrMore<F> {
    type Value = Vec<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Sequence(_) => List::<F>::read(reader, node),
            _ => F::read(reader, node).map(|value| vec![value]),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        List::<F>::write(value)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let one = F::schema(schemas);
        json!({"anyOf": [one, {"type": "array", "items": one}]})
    }
}

/// The same, for keys that mostly have one: written without brackets then.
pub(super) struct MostlyOne<F>(PhantomData<F>);

impl<F: Form> Form for MostlyOne<F> {
    type Value = Vec<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        OneOrMore::<F>::read(reader, node)
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        Some(Yaml::one_or_list(value.iter().filter_map(F::write).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        OneOrMore::<F>::schema(schemas)
    }
}

/// A map from names to values of one form.
pub(super) struct Map<F>(PhantomData<F>);

impl<F: Form> Form for Map<F> {
    type Value = Entries<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Mapping(entries) => {
                let mut read: Vec<_> =
                    entries.iter().filter_map(|(key, value)| entry::<F>(reader, key, value)).collect();
                read.shrink_to_fit();
                Some(read)
            }
            NodeKind::Null => Some(Vec::new()),
            _ => reader.wrong_shape_with(node, "a map", "write `name: value`, a line for each"),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let entry = |(key, value): &(Text, F::Value)| Some((key.value.clone(), F::write(value)?));
        Some(Yaml::Map(value.iter().filter_map(entry).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"type": ["object", "null"], "additionalProperties": F::schema(schemas)})
    }
}

/// Reads one entry of a map.
pub(super) fn entry<F: Form>(reader: &mut Reader<'_>, key: &Text, node: &Node) -> Option<(Text, F::Value)> {
    let mut value = F::read(reader, node)?;
    F::named(&mut value, key.span);
    Some((key.clone(), value))
}

/// A list of names, of which some carry options: `[pgcrypto, {citext: {schema: extensions}}]`; or a map.
pub(super) struct NamedList<F>(PhantomData<F>);

impl<F: Form> Form for NamedList<F>
where
    F::Value: Default,
{
    type Value = Entries<F::Value>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        if let NodeKind::Scalar { text, .. } = &node.kind {
            return reader.wrong_shape_with(node, "a list or a map", &format!("write `[{text}]`"));
        }
        let NodeKind::Sequence(items) = &node.kind else { return Map::<F>::read(reader, node) };
        let mut entries = Vec::new();
        for item in items {
            match &item.kind {
                NodeKind::Mapping(_) => entries.extend(Map::<F>::read(reader, item).unwrap_or_default()),
                _ => entries.extend(reader.text(item, "a name").map(|name| (name, F::Value::default()))),
            }
        }
        Some(entries)
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let item = |(name, value): &(Text, F::Value)| match F::write(value) {
            None => Yaml::Text(name.value.clone()),
            Some(options) if options.is_empty() => Yaml::Text(name.value.clone()),
            Some(options) => Yaml::Map(vec![(name.value.clone(), options)]),
        };
        Some(Yaml::List(value.iter().map(item).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let map = Map::<F>::schema(schemas);
        json!({"anyOf": [map, {"type": "array", "items": {"anyOf": [{"type": "string"}, map]}}]})
    }
}
