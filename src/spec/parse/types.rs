//! Forms of enums, domains, composites and sequences.

use serde_json::{Value, json};

use super::combine::{Map, Maybe, NamedList, OneOrMore, Placed};
use super::form::{Form, Schemas, object};
use super::reader::Reader;
use super::scalar::{Flag, Sql, Word, YesNo};
use crate::source::{Node, NodeKind};
use crate::spec::yaml::Yaml;
use crate::spec::{CompositeSpec, DomainSpec, Entries, EnumSpec, EnumValueSpec, RangeSpec, SequenceSpec, Text};

object! {
    EnumSpec as "an enum", short Labels, required ["values"];
    "values" => values: NamedValues, "its values in order";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
}

/// What a value of an enum may say.
#[derive(Default, PartialEq)]
struct EnumValue {
    renamed_from: Option<Text>,
}

object! {
    EnumValue as "an enum value";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

/// `[queued, {running: {renamed_from: processing}}]`
struct NamedValues;

impl Form for NamedValues {
    type Value = Vec<EnumValueSpec>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        if !matches!(node.kind, NodeKind::Sequence(_)) {
            return reader.wrong_shape(node, "a list of values");
        }
        let values = NamedList::<EnumValue>::read(reader, node)?;
        let spec = |(label, value): (Text, EnumValue)| EnumValueSpec { label, renamed_from: value.renamed_from };
        Some(values.into_iter().map(spec).collect())
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let entry =
            |value: &EnumValueSpec| (value.label.clone(), EnumValue { renamed_from: value.renamed_from.clone() });
        NamedList::<EnumValue>::write(&value.iter().map(entry).collect())
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"type": "array", "items": {"anyOf": [Word::schema(schemas), Map::<EnumValue>::schema(schemas)]}})
    }
}

/// An enum as its list of values.
struct Labels;

impl Form for Labels {
    type Value = EnumSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<EnumSpec> {
        NamedValues::read(reader, node).map(|values| EnumSpec { values, ..EnumSpec::default() })
    }

    fn write(value: &EnumSpec) -> Option<Yaml> {
        let bare = EnumSpec { values: value.values.clone(), ..EnumSpec::default() };
        if *value == bare { NamedValues::write(&value.values) } else { None }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        NamedValues::schema(schemas)
    }
}

object! {
    DomainSpec as "a domain", span span, short DomainType, required ["type"];
    "type" => data_type: Maybe<Word>, "the type that it narrows";
    "check" => [add_checks, unnamed_checks]: DomainChecks, "a condition on `value`, or several by name";
    "checks" => [add_named_checks, named_checks]: Map<Sql>, "conditions by name";
    "default" => default: Maybe<Sql>, "its default";
    "not_null" => not_null: Flag, "whether it forbids NULL";
    "collation" => collation: Maybe<Word>, "its collation";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
}

fn add_checks(domain: &mut DomainSpec, _: &mut Reader<'_>, _: &Text, checks: Vec<(Option<Text>, Text)>) {
    domain.checks.extend(checks);
}

fn add_named_checks(domain: &mut DomainSpec, _: &mut Reader<'_>, _: &Text, checks: Entries<Text>) {
    domain.checks.extend(checks.into_iter().map(|(name, check)| (Some(name), check)));
}

fn unnamed_checks(domain: &DomainSpec, _: &str) -> Option<Vec<(Option<Text>, Text)>> {
    let unnamed: Vec<_> = domain.checks.iter().filter(|(name, _)| name.is_none()).cloned().collect();
    Some(unnamed).filter(|checks| !checks.is_empty())
}

fn named_checks(domain: &DomainSpec, _: &str) -> Option<Entries<Text>> {
    let named: Entries<Text> =
        domain.checks.iter().filter_map(|(name, check)| Some((name.clone()?, check.clone()))).collect();
    Some(named).filter(|checks| !checks.is_empty())
}

/// A domain as its type.
struct DomainType;

impl Form for DomainType {
    type Value = DomainSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<DomainSpec> {
        let data_type = Some(reader.text(node, "a type, or the keys of a domain")?);
        Some(DomainSpec { span: node.span, data_type, ..DomainSpec::default() })
    }

    fn write(value: &DomainSpec) -> Option<Yaml> {
        let bare = DomainSpec { span: value.span, data_type: value.data_type.clone(), ..DomainSpec::default() };
        if *value == bare { Maybe::<Word>::write(&value.data_type) } else { None }
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({"type": "string"})
    }
}

/// One check without a name, or several with names.
struct DomainChecks;

impl Form for DomainChecks {
    type Value = Vec<(Option<Text>, Text)>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Mapping(_) => {
                let named = Map::<Sql>::read(reader, node)?;
                Some(named.into_iter().map(|(name, check)| (Some(name), check)).collect())
            }
            _ => Sql::read(reader, node).map(|check| vec![(None, check)]),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        value.first().and_then(|(_, check)| Sql::write(check))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [Sql::schema(schemas), Map::<Sql>::schema(schemas)]})
    }
}

/// A composite with a comment.
#[derive(Default, PartialEq)]
struct CompositeKeys {
    fields: Entries<Text>,
    comment: Option<Text>,
    renamed_from: Option<Text>,
}

object! {
    CompositeKeys as "a composite", required ["fields"];
    "fields" => fields: Map<Word>, "name to type";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

impl Form for CompositeSpec {
    type Value = CompositeSpec;

    /// With a map under `fields` it is the object form; else every key is a field.
    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<CompositeSpec> {
        let is_fields =
            |(key, value): &(Text, Node)| key.value == "fields" && matches!(value.kind, NodeKind::Mapping(_));
        match &node.kind {
            NodeKind::Mapping(entries) if entries.iter().any(is_fields) => {
                let CompositeKeys { fields, comment, renamed_from } = CompositeKeys::read(reader, node)?;
                Some(CompositeSpec { fields, comment, renamed_from })
            }
            _ => Map::<Word>::read(reader, node).map(|fields| CompositeSpec { fields, ..CompositeSpec::default() }),
        }
    }

    fn write(value: &CompositeSpec) -> Option<Yaml> {
        let CompositeSpec { fields, comment, renamed_from } = value.clone();
        if comment.is_none() && renamed_from.is_none() && !value.fields.iter().any(|(name, _)| name.value == "fields") {
            return Map::<Word>::write(&value.fields);
        }
        CompositeKeys::write(&CompositeKeys { fields, comment, renamed_from })
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [CompositeKeys::schema(schemas), Map::<Word>::schema(schemas)]})
    }
}

object! {
    RangeSpec as "a range", span span, required ["subtype"];
    "subtype" => [set_range_option, range_option]: Word, "the type of its bounds";
    "subtype_opclass" => [set_range_option, range_option]: Word, "the operator class that orders them";
    "collation" => [set_range_option, range_option]: Word, "their collation";
    "canonical" => [set_range_option, range_option]: Word, "the function that makes equal ranges the same";
    "subtype_diff" => [set_range_option, range_option]: Word, "the function that gives the difference of two bounds";
    "multirange_type_name" => [set_range_option, range_option]: Word, "the name of its multirange";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

fn set_range_option(range: &mut RangeSpec, _: &mut Reader<'_>, key: &Text, value: Text) {
    range.options.push((key.clone(), value));
}

fn range_option(range: &RangeSpec, key: &str) -> Option<Text> {
    range.options.iter().find(|(written, _)| written.value == key).map(|(_, value)| value.clone())
}

object! {
    SequenceSpec as "a sequence", span span;
    "type" => data_type: Maybe<Word>, "smallint, integer or bigint";
    "start" => [set_sequence_option, sequence_option]: Word, "the first value";
    "increment" => [set_sequence_option, sequence_option]: Word, "the step";
    "min" => [set_sequence_option, sequence_option]: Word, "the smallest value";
    "max" => [set_sequence_option, sequence_option]: Word, "the largest value";
    "cache" => [set_sequence_option, sequence_option]: Word, "values kept ready";
    "cycle" => [set_sequence_option, sequence_option]: YesNo, "whether it begins again";
    "owned_by" => owned_by: Maybe<Word>, "the column that it goes with";
    "usage" => usage: OneOrMore<Word>, "who may use it";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

fn set_sequence_option(sequence: &mut SequenceSpec, _: &mut Reader<'_>, key: &Text, value: Text) {
    sequence.options.push((key.clone(), value));
}

fn sequence_option(sequence: &SequenceSpec, key: &str) -> Option<Text> {
    sequence.options.iter().find(|(written, _)| written.value == key).map(|(_, value)| value.clone())
}
