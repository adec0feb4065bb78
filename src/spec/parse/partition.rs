//! Forms of partitioning.

use serde_json::{Value, json};

use super::access::disagree;
use super::combine::{Maybe, MostlyOne, OneOrMore};
use super::form::{Form, Schemas, object};
use super::reader::Reader;
use super::scalar::{Sql, Word};
use super::words::Strategy;
use crate::source::{Node, NodeKind, ScalarStyle, Span};
use crate::spec::yaml::Yaml;
use crate::spec::{PartitionBySpec, PartitionSpec, Text};

impl Form for PartitionBySpec {
    type Value = PartitionBySpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<PartitionBySpec> {
        let NodeKind::Mapping(entries) = &node.kind else {
            return reader.wrong_shape(node, "a map such as {range: [created_at]}");
        };
        let [(strategy, keys)] = entries.as_slice() else {
            disagree(reader, node.span, "a table is partitioned in one way", "write one of range, list or hash");
            return None;
        };
        let kind = NodeKind::Scalar { text: strategy.value.clone(), style: ScalarStyle::Plain };
        let strategy = Strategy::read(reader, &Node { span: strategy.span, kind })?;
        Some(PartitionBySpec { strategy, keys: OneOrMore::<Sql>::read(reader, keys)? })
    }

    fn write(value: &PartitionBySpec) -> Option<Yaml> {
        Some(Yaml::Map(vec![(value.strategy.value.clone(), OneOrMore::<Sql>::write(&value.keys)?)]))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let keys = OneOrMore::<Sql>::schema(schemas);
        json!({
            "type": "object", "properties": {"range": keys, "list": keys, "hash": keys},
            "additionalProperties": false, "minProperties": 1, "maxProperties": 1,
        })
    }
}

/// The keys of a partition, before it is known of which kind it is.
#[derive(Default, PartialEq)]
struct Bounds {
    from: Option<Vec<Text>>,
    to: Option<Vec<Text>>,
    values: Option<Vec<Text>>,
    modulus: Option<Text>,
    remainder: Option<Text>,
}

object! {
    Bounds as "a partition";
    "from" => from: Maybe<MostlyOne<Word>>, "lower bounds, inclusive";
    "to" => to: Maybe<MostlyOne<Word>>, "upper bounds, exclusive";
    "in" => values: Maybe<OneOrMore<Word>>, "the values of a list partition";
    "modulus" => modulus: Maybe<Word>, "modulus of a hash partition";
    "remainder" => remainder: Maybe<Word>, "remainder of a hash partition";
}

impl Form for PartitionSpec {
    type Value = PartitionSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<PartitionSpec> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if text == "default" => Some(PartitionSpec::Default),
            NodeKind::Mapping(_) => {
                let bounds = Bounds::read(reader, node)?;
                partition(reader, bounds, node.span)
            }
            _ => reader.wrong_shape(node, "`default`, or the bounds of a partition"),
        }
    }

    fn write(value: &PartitionSpec) -> Option<Yaml> {
        let bounds = match value {
            PartitionSpec::Default => return Some(Yaml::Text("default".to_owned())),
            PartitionSpec::Range { from, to } => {
                Bounds { from: Some(from.clone()), to: Some(to.clone()), ..Bounds::default() }
            }
            PartitionSpec::List(values) => Bounds { values: Some(values.clone()), ..Bounds::default() },
            PartitionSpec::Hash { modulus, remainder } => {
                Bounds { modulus: Some(modulus.clone()), remainder: Some(remainder.clone()), ..Bounds::default() }
            }
        };
        Bounds::write(&bounds)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [{"const": "default"}, Bounds::schema(schemas)]})
    }
}

fn partition(reader: &mut Reader<'_>, bounds: Bounds, span: Span) -> Option<PartitionSpec> {
    match bounds {
        Bounds { from: Some(from), to: Some(to), values: None, modulus: None, remainder: None } => {
            Some(PartitionSpec::Range { from, to })
        }
        Bounds { from: None, to: None, values: Some(values), modulus: None, remainder: None } => {
            Some(PartitionSpec::List(values))
        }
        Bounds { from: None, to: None, values: None, modulus: Some(modulus), remainder: Some(remainder) } => {
            Some(PartitionSpec::Hash { modulus, remainder })
        }
        _ => {
            let help = "write {from: …, to: …}, {in: […]}, {modulus: …, remainder: …} or `default`";
            disagree(reader, span, "these are not the bounds of one partition", help);
            None
        }
    }
}
