//! Forms of everything that is not a table.

use serde_json::{Value, json};

use super::access::disagree;
use super::combine::{List, Map, Maybe, MostlyOne, OneOrMore, Placed, entry};
use super::form::{Form, Schemas, object};
use super::reader::Reader;
use super::scalar::{Flag, Sql, Word};
use super::words::{CheckOption, Phase, Security};
use crate::source::{Node, NodeKind, Span};
use crate::spec::yaml::Yaml;
use crate::spec::{
    AllowSpec, ColumnSpec, ExtensionSpec, GrantSpec, IndexSpec, MaterializedViewSpec, MixinSpec, OwnerSpec, RawSqlSpec,
    SchemaSpec, TenancySpec, Text, TriggerSpec, ViewSpec,
};

object! {
    SchemaSpec as "a schema", span span;
    "usage" => usage: Maybe<OneOrMore<Word>>, "who may use it";
    "comment" => comment: Maybe<Word>, "its comment";
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
}

object! {
    ExtensionSpec as "an extension";
    "schema" => schema: Maybe<Word>, "the schema that it is installed in";
    "version" => version: Maybe<Word>, "the lowest version";
}

object! {
    TenancySpec as "the tenancy";
    "carry" => carry: Maybe<Placed<Flag>>, "whether every chain carries its end";
}

object! {
    MixinSpec as "a mixin", key span;
    "columns" => columns: Map<ColumnSpec>, "columns it adds";
    "triggers" => triggers: Map<TriggerSpec>, "triggers it adds";
    "use" => mixins: OneOrMore<Word>, "mixins it uses";
    "owner" => owner: Maybe<OwnerSpec>, "the owner it gives";
    "allow" => allow: List<AllowSpec>, "access it gives";
    "indexes" => indexes: List<IndexSpec>, "indexes it adds";
}

object! {
    ViewSpec as "a view", span span;
    "query" => query: Maybe<Sql>, "its query";
    "columns" => columns: Map<ColumnSpec>, "name to type: what the types know about it";
    "read" => read: OneOrMore<Word>, "who may select from it";
    "security" => security: Maybe<Security>, "invoker (the default) or definer";
    "check_option" => check_option: Maybe<CheckOption>, "local or cascaded";
    "security_barrier" => security_barrier: Flag, "whether it is a security barrier";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
    "triggers" => triggers: Map<TriggerSpec>, "triggers instead of writing";
}

object! {
    MaterializedViewSpec as "a materialized view", span span, required ["query"];
    "query" => query: Maybe<Sql>, "its query";
    "columns" => columns: Map<ColumnSpec>, "name to type: what the types know about it";
    "indexes" => indexes: List<IndexSpec>, "its indexes";
    "read" => read: OneOrMore<Word>, "who may select from it";
    "with" => with: Map<Word>, "storage parameters";
    "with_data" => with_data: Maybe<Placed<Flag>>, "false: it is filled later";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
}

object! {
    GrantSpec as "a grant", span span, required ["privileges", "on", "to"];
    "privileges" => privileges: MostlyOne<Word>, "all, select, insert, …, execute, usage; with columns: `select (a, b)`";
    "on" => on: Maybe<GrantObject>, "kind to one name or more: {table: jobs}, {schema: billing}, {function: [f(int), g(text)]}";
    "to" => to: MostlyOne<Word>, "the roles";
    "grant_option" => grant_option: Flag, "whether they may grant it on";
}

const GRANTABLE: [&str; 9] =
    ["table", "view", "materialized_view", "schema", "function", "procedure", "sequence", "type", "domain"];

/// `on: {table: jobs}`
struct GrantObject;

impl Form for GrantObject {
    type Value = (Text, Vec<Text>);

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<(Text, Vec<Text>)> {
        let NodeKind::Mapping(entries) = &node.kind else {
            return reader.wrong_shape(node, "a map such as {table: jobs}");
        };
        let [(kind, name)] = entries.as_slice() else {
            disagree(reader, node.span, "a grant is on objects of one kind", "write a grant for each kind");
            return None;
        };
        if !GRANTABLE.contains(&kind.value.as_str()) {
            reader.unknown_word(kind, "a kind of object", &GRANTABLE);
            return None;
        }
        entry::<MostlyOne<Word>>(reader, kind, name)
    }

    fn write((kind, names): &(Text, Vec<Text>)) -> Option<Yaml> {
        Some(Yaml::Map(vec![(kind.value.clone(), MostlyOne::<Word>::write(names)?)]))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let names = MostlyOne::<Word>::schema(schemas);
        let properties: serde_json::Map<String, Value> =
            GRANTABLE.iter().map(|kind| ((*kind).to_owned(), names.clone())).collect();
        json!({
            "type": "object", "properties": properties, "additionalProperties": false,
            "minProperties": 1, "maxProperties": 1,
        })
    }
}

object! {
    RawSqlSpec as "a piece of SQL", span span, required ["name", "up", "down"], check reason_for_none;
    "name" => name: Word, "its name";
    "up" => up: Sql, "what makes it";
    "down" => down: Maybe<Sql>, "what takes it back, or `none` with a reason";
    "reason" => reason: Maybe<Word>, "why nothing takes it back";
    "phase" => phase: Maybe<Phase>, "before, before_views, after (the default) or no_transaction";
}

fn reason_for_none(sql: &mut RawSqlSpec, reader: &mut Reader<'_>, _: Span) {
    if let Some(down) = sql.down.as_ref().filter(|down| down.value == "none" && sql.reason.is_none()) {
        disagree(reader, down.span, "`down: none` needs a reason", "add `reason: …`: why nothing takes it back");
    }
}
