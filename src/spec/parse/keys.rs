//! Forms of keys, checks, indexes and identities.

use serde_json::{Value, json};

use super::combine::{List, Map, Maybe, OneOrMore, Placed};
use super::form::{Form, Schemas, form, object};
use super::reader::Reader;
use super::scalar::{Flag, Sql, Word, YesNo, as_flag, only};
use super::words::{Action, Deferrable, IdentityKind, MatchFull, NullsNotDistinct};
use crate::source::{Node, NodeKind};
use crate::spec::yaml::Yaml;
use crate::spec::{CheckSpec, ColumnIndexSpec, ExcludeSpec, ForeignKeySpec, IdentitySpec, IndexSpec, KeySpec, Text};

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
    "comment" => comment: Maybe<Word>, "its comment";
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
    IdentitySpec as "an identity", short BareIdentity, required ["kind"];
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

form!(
    BareCheck -> CheckSpec,
    |reader, node| Sql::read(reader, node).map(|expression| CheckSpec { expression, ..CheckSpec::default() }),
    json!({"type": "string"}),
    |check| {
        only(check, CheckSpec { expression: check.expression.clone(), ..CheckSpec::default() }, &check.expression)
    }
);
form!(
    BareIdentity -> IdentitySpec,
    |reader, node| IdentityKind::read(reader, node).map(|kind| IdentitySpec { kind, ..IdentitySpec::default() }),
    json!({"enum": ["always", "by_default"]}),
    |identity| only(identity, IdentitySpec { kind: identity.kind.clone(), options: Vec::new() }, &identity.kind)
);
form!(
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
form!(
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
            let help = "each is a list in the list: `[[a, b]]` is one of two columns, `[[a], [b]]` are two";
            reader.wrong_shape_with(node, "a list of columns", help)
        }
    }
}

/// `unique: true`, or an object.
pub(super) struct ColumnKey;

impl Form for ColumnKey {
    type Value = Option<Box<KeySpec>>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match (&node.kind, as_flag(node)) {
            (NodeKind::Mapping(_), _) => KeySpec::read(reader, node).map(|key| Some(Box::new(key))),
            (_, Some(true)) => Some(Some(Box::new(KeySpec { span: node.span, ..KeySpec::default() }))),
            (_, Some(false)) => Some(None),
            _ => reader.wrong_shape(node, "true, or the keys of a unique key"),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let key = value.as_ref()?;
        let bare = KeySpec { span: key.span, ..KeySpec::default() };
        if **key == bare { Some(Yaml::Flag(true)) } else { KeySpec::write(key) }
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
