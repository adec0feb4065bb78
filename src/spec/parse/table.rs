//! Forms of tables, columns and what hangs on them.

use serde_json::{Value, json};

use super::access::{Require, disagree};
use super::form::{Form, List, Map, Maybe, MostlyOne, OneOrMore, Placed, Schemas, object};
use super::reader::Reader;
use super::scalar::{
    AccessWord, Action, Anything, DefaultValue, Deferrable, Deprecated, Flag, IdentityKind, Managed, MatchFull,
    NullsNotDistinct, Sql, Strategy, Word, YesNo, as_flag,
};
use crate::source::{Node, NodeKind, Span};
use crate::spec::yaml::Yaml;
use crate::spec::{
    AllowSpec, CheckSpec, ColumnIndexSpec, ColumnSpec, DenySpec, ExcludeSpec, ForeignKeySpec, IdentitySpec, IndexSpec,
    KeySpec, MembersSpec, OwnerSpec, PartitionBySpec, PartitionSpec, PolicySpec, ReferencesSpec, TableSpec, Text,
    TriggerSpec,
};

object! {
    TableSpec as "a table", key span;
    "comment" => comment: Maybe<Word>, "its comment";
    "owner" => owner: Maybe<OwnerSpec>, "the column whose target owns a row, or `self`";
    "members" => members: Maybe<MembersSpec>, "rows of this table have members";
    "allow" => allow: List<AllowSpec>, "further access";
    "deny" => deny: List<DenySpec>, "what nobody but the service may do";
    "require" => require: Maybe<Require>, "groups that a caller must be in";
    "access" => access: Maybe<Placed<AccessWord>>, "shared, internal or open: who may touch rows without an owner";
    "policies" => policies: List<PolicySpec>, "policies of your own, verbatim";
    "columns" => columns: Map<ColumnSpec>, "its columns";
    "use" => mixins: OneOrMore<Word>, "mixins";
    "primary_key" => primary_key: Maybe<KeySpec>, "a primary key of several columns";
    "unique" => unique: List<KeySpec>, "unique keys: each a list of columns, or an object";
    "checks" => checks: Map<CheckSpec>, "name to condition";
    "exclude" => exclude: List<ExcludeSpec>, "exclusion constraints";
    "indexes" => indexes: List<IndexSpec>, "indexes: each a list of columns, or an object";
    "foreign_keys" => foreign_keys: List<ForeignKeySpec>, "foreign keys of several columns";
    "triggers" => triggers: Map<TriggerSpec>, "triggers";
    "partition_by" => partition_by: Maybe<PartitionBySpec>, "how it is partitioned";
    "partitions" => partitions: Map<PartitionSpec>, "its partitions";
    "with" => with: Map<Word>, "storage parameters";
    "rows" => rows: List<Map<Anything>>, "rows that the table always has";
    "realtime" => realtime: Maybe<Placed<Flag>>, "whether Supabase publishes its changes";
    "managed" => managed: Maybe<Placed<Managed>>, "true, partly, or false for what somebody else owns";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

object! {
    ColumnSpec as "a column", span span, short BareType;
    "type" => data_type: Maybe<Word>, "any PostgreSQL type, an enum, domain or composite; `?` makes it nullable";
    "primary_key" => primary_key: Flag, "whether it is the primary key";
    "default" => default: Maybe<DefaultValue>, "text on text-like and enum columns, a value on json, else SQL";
    "references" => references: Maybe<ReferencesSpec>, "table, schema.table or schema.table(column), with `?`";
    "on_delete" => on_delete: Maybe<Action>, "what happens when the row referred to is deleted";
    "on_update" => on_update: Maybe<Action>, "what happens when its key changes";
    "deferrable" => deferrable: Deferrable, "whether the foreign key is checked late";
    "same_owner" => same_owner: Maybe<Placed<Flag>>, "whether the row referred to must have the same owner";
    "unique" => unique: ColumnKey, "whether values are unique";
    "index" => index: Maybe<ColumnIndexSpec>, "an index of this column, or false for none";
    "check" => check: Maybe<CheckSpec>, "a condition";
    "one_of" => one_of: Maybe<Placed<OneOrMore<Word>>>, "the values it may have";
    "generated" => generated: Maybe<Sql>, "the expression that it is computed from";
    "identity" => identity: Maybe<IdentitySpec>, "always or by_default, or an object";
    "collation" => collation: Maybe<Word>, "its collation";
    "comment" => comment: Maybe<Word>, "its comment";
    "deprecated" => deprecated: Deprecated, "true, or what to use instead";
    "immutable" => immutable: Maybe<Placed<Flag>>, "whether it keeps its first value";
    "read_only" => read_only: Maybe<Placed<Flag>>, "whether API roles never write it";
    "hidden" => hidden: Maybe<Placed<Flag>>, "whether API roles never read it";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
    "backfill" => backfill: Maybe<Sql>, "the value of rows that are there already";
    "ts_type" => ts_type: Maybe<Word>, "its TypeScript type";
    "rust_type" => rust_type: Maybe<Word>, "its Rust type";
}

object! {
    ReferencesSpec as "a reference", span span, short BareReference, required ["table"];
    "table" => table: Word, "table, schema.table or schema.table(column), with `?`";
    "enforce" => enforce: Flag, "false: what it means, without a foreign key";
    "name" => name: Maybe<Word>, "the constraint's name";
}

object! {
    KeySpec as "a key", span span, short KeyColumns;
    "name" => name: Maybe<Word>, "its name";
    "columns" => columns: OneOrMore<Word>, "its columns";
    "where" => predicate: Maybe<Sql>, "only rows for which this holds";
    "nulls" => nulls_not_distinct: NullsNotDistinct, "distinct, or not distinct";
    "include" => include: OneOrMore<Word>, "further columns in the index";
    "deferrable" => deferrable: Deferrable, "whether it is checked late";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    CheckSpec as "a check", short BareCheck, required ["expression"];
    "expression" => expression: Sql, "the condition";
    "name" => name: Maybe<Word>, "its name";
    "no_inherit" => no_inherit: Flag, "whether partitions are free of it";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    ExcludeSpec as "an exclusion", span span, required ["elements"];
    "name" => name: Maybe<Word>, "its name";
    "using" => using: Maybe<Word>, "the access method, gist when not given";
    "elements" => elements: Map<Word>, "expression to operator";
    "where" => predicate: Maybe<Sql>, "only rows for which this holds";
    "deferrable" => deferrable: Deferrable, "whether it is checked late";
}

object! {
    IndexSpec as "an index", span span, short IndexColumns;
    "name" => name: Maybe<Word>, "its name";
    "columns" => columns: OneOrMore<Sql>, "columns or expressions, each with `desc`, `nulls first`, an operator class";
    "using" => using: Maybe<Word>, "the access method, btree when not given";
    "where" => predicate: Maybe<Sql>, "only rows for which this holds";
    "include" => include: OneOrMore<Word>, "further columns in the index";
    "unique" => unique: Flag, "whether it is unique";
    "nulls" => nulls_not_distinct: NullsNotDistinct, "distinct, or not distinct";
    "with" => with: Map<Word>, "storage parameters";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    ForeignKeySpec as "a foreign key", span span, required ["columns", "references"];
    "name" => name: Maybe<Word>, "its name";
    "columns" => columns: OneOrMore<Word>, "its columns";
    "references" => references: Maybe<Word>, "the table referred to";
    "to" => to: OneOrMore<Word>, "the columns referred to; the primary key when not given";
    "on_delete" => on_delete: Maybe<Action>, "what happens when the row referred to is deleted";
    "on_update" => on_update: Maybe<Action>, "what happens when its key changes";
    "deferrable" => deferrable: Deferrable, "whether it is checked late";
    "match" => match_full: MatchFull, "simple, or full";
    "index" => index: Maybe<ColumnIndexSpec>, "an index, or false for none";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    IdentitySpec as "an identity", short BareIdentity;
    "kind" => kind: IdentityKind, "always or by_default";
    "start" => [set_identity_option, identity_option]: Word, "the first value";
    "increment" => [set_identity_option, identity_option]: Word, "the step";
    "min" => [set_identity_option, identity_option]: Word, "the smallest value";
    "max" => [set_identity_option, identity_option]: Word, "the largest value";
    "cache" => [set_identity_option, identity_option]: Word, "values kept ready";
    "cycle" => [set_identity_option, identity_option]: YesNo, "whether it begins again";
}

fn set_identity_option(identity: &mut IdentitySpec, _: &mut Reader<'_>, key: &Text, value: Text) {
    identity.options.push((key.clone(), value));
}

fn identity_option(identity: &IdentitySpec, key: &str) -> Option<Text> {
    identity.options.iter().find(|(written, _)| written.value == key).map(|(_, value)| value.clone())
}

/// Declares the form without keys of an object: a reading function, a schema, and how it is written when there is
/// nothing more to say.
macro_rules! short {
    ($name:ident -> $value:ty, $read:expr, $schema:expr, $write:expr) => {
        struct $name;

        impl Form for $name {
            type Value = $value;

            fn read(reader: &mut Reader<'_>, node: &Node) -> Option<$value> {
                $read(reader, node)
            }

            fn schema(_: &mut Schemas) -> Value {
                $schema
            }

            fn write(value: &$value) -> Option<Yaml> {
                let write: fn(&$value) -> Option<Yaml> = $write;
                write(value)
            }
        }
    };
}

/// A bare value, if it is all that there is.
fn only<T: PartialEq>(value: &T, bare: T, text: &Text) -> Option<Yaml> {
    (*value == bare).then(|| Yaml::Text(text.value.clone()))
}

short!(
    BareType -> ColumnSpec,
    |reader: &mut Reader<'_>, node: &Node| {
        let data_type = Some(reader.text(node, "a type, or the keys of a column")?);
        Some(ColumnSpec { span: node.span, data_type, ..ColumnSpec::default() })
    },
    json!({"type": "string"}),
    |column| {
        let text = column.data_type.as_ref()?;
        let bare = ColumnSpec { span: column.span, data_type: column.data_type.clone(), ..ColumnSpec::default() };
        only(column, bare, text)
    }
);
short!(
    BareReference -> ReferencesSpec,
    |reader: &mut Reader<'_>, node: &Node| {
        let table = reader.text(node, "a table")?;
        Some(ReferencesSpec { span: node.span, table, ..ReferencesSpec::default() })
    },
    json!({"type": "string"}),
    |reference| {
        let bare = ReferencesSpec { span: reference.span, table: reference.table.clone(), ..ReferencesSpec::default() };
        only(reference, bare, &reference.table)
    }
);
short!(
    BareCheck -> CheckSpec,
    |reader, node| Sql::read(reader, node).map(|expression| CheckSpec { expression, ..CheckSpec::default() }),
    json!({"type": "string"}),
    |check| {
        only(check, CheckSpec { expression: check.expression.clone(), ..CheckSpec::default() }, &check.expression)
    }
);
short!(
    BareIdentity -> IdentitySpec,
    |reader, node| IdentityKind::read(reader, node).map(|kind| IdentitySpec { kind, ..IdentitySpec::default() }),
    json!({"enum": ["always", "by_default"]}),
    |identity| only(identity, IdentitySpec { kind: identity.kind.clone(), options: Vec::new() }, &identity.kind)
);
short!(
    KeyColumns -> KeySpec,
    |reader, node| {
        let columns = columns::<Word>(reader, node)?;
        Some(KeySpec { span: node.span, columns, ..KeySpec::default() })
    },
    json!({"type": "array", "items": {"type": "string"}}),
    |key| {
        let bare = KeySpec { span: key.span, columns: key.columns.clone(), ..KeySpec::default() };
        if *key == bare { List::<Word>::write(&key.columns) } else { None }
    }
);
short!(
    IndexColumns -> IndexSpec,
    |reader, node| {
        let columns = columns::<Sql>(reader, node)?;
        Some(IndexSpec { span: node.span, columns, ..IndexSpec::default() })
    },
    json!({"type": "array", "items": {"type": "string"}}),
    |index| {
        let bare = IndexSpec { span: index.span, columns: index.columns.clone(), ..IndexSpec::default() };
        if *index == bare { List::<Sql>::write(&index.columns) } else { None }
    }
);

/// The columns of a key. A bare name is refused: in `unique: [a, b]` it could be one key of two columns, or two keys.
fn columns<F: Form<Value = Text>>(reader: &mut Reader<'_>, node: &Node) -> Option<Vec<Text>> {
    match &node.kind {
        NodeKind::Sequence(_) => List::<F>::read(reader, node),
        _ => {
            let help = "write `[[a, b]]` for one of two columns, `[[a], [b]]` for two of one column";
            reader.wrong_shape_with(node, "a list of columns", help)
        }
    }
}

/// `unique: true`, or an object.
struct ColumnKey;

impl Form for ColumnKey {
    type Value = Option<KeySpec>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match (&node.kind, as_flag(node)) {
            (NodeKind::Mapping(_), _) => KeySpec::read(reader, node).map(Some),
            (_, Some(true)) => Some(Some(KeySpec { span: node.span, ..KeySpec::default() })),
            (_, Some(false)) => Some(None),
            _ => reader.wrong_shape(node, "true, or the keys of a unique key"),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let key = value.as_ref()?;
        let bare = KeySpec { span: key.span, ..KeySpec::default() };
        if *key == bare { Some(Yaml::Flag(true)) } else { KeySpec::write(key) }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [{"type": "boolean"}, KeySpec::schema(schemas)]})
    }
}

impl Form for ColumnIndexSpec {
    type Value = ColumnIndexSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<ColumnIndexSpec> {
        match &node.kind {
            NodeKind::Mapping(_) => IndexSpec::read(reader, node).map(|index| ColumnIndexSpec::Index(Box::new(index))),
            _ => Placed::<Flag>::read(reader, node).map(ColumnIndexSpec::Flag),
        }
    }

    fn write(value: &ColumnIndexSpec) -> Option<Yaml> {
        match value {
            ColumnIndexSpec::Flag(flag) => Some(Yaml::Flag(flag.value)),
            ColumnIndexSpec::Index(index) => IndexSpec::write(index),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [{"type": "boolean"}, IndexSpec::schema(schemas)]})
    }
}

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
        let kind = NodeKind::Scalar { text: strategy.value.clone(), style: crate::source::ScalarStyle::Plain };
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
