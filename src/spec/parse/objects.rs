//! Forms of everything that is not a table.

use serde_json::{Value, json};

use super::access::disagree;
use super::form::{Form, List, Map, Maybe, MostlyOne, NamedList, OneOrMore, Placed, Schemas, entry, object};
use super::reader::Reader;
use super::scalar::{
    ArgumentMode, CheckOption, Deferrable, Each, Enabled, Flag, IsProcedure, Parallel, Phase, Security, Sql,
    TriggerEvent, Volatility, Word, YesNo,
};
use crate::source::{Node, NodeKind, ScalarStyle, Span, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{
    AllowSpec, ArgumentSpec, ColumnSpec, CompositeSpec, DomainSpec, Entries, EnumSpec, EnumValueSpec, ExtensionSpec,
    FunctionSpec, GrantSpec, IndexSpec, MaterializedViewSpec, MixinSpec, OwnerSpec, RawSqlSpec, ReturnsSpec,
    SchemaSpec, SequenceSpec, TenancySpec, Text, TriggerEventSpec, TriggerSpec, ViewSpec,
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
}

object! {
    CompositeKeys as "a composite", required ["fields"];
    "fields" => fields: Map<Word>, "name to type";
    "comment" => comment: Maybe<Word>, "its comment";
}

impl Form for CompositeSpec {
    type Value = CompositeSpec;

    /// With a map under `fields` it is the object form; else every key is a field.
    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<CompositeSpec> {
        let is_fields =
            |(key, value): &(Text, Node)| key.value == "fields" && matches!(value.kind, NodeKind::Mapping(_));
        match &node.kind {
            NodeKind::Mapping(entries) if entries.iter().any(is_fields) => {
                let CompositeKeys { fields, comment } = CompositeKeys::read(reader, node)?;
                Some(CompositeSpec { fields, comment })
            }
            _ => Map::<Word>::read(reader, node).map(|fields| CompositeSpec { fields, comment: None }),
        }
    }

    fn write(value: &CompositeSpec) -> Option<Yaml> {
        if value.comment.is_none() && !value.fields.iter().any(|(name, _)| name.value == "fields") {
            return Map::<Word>::write(&value.fields);
        }
        CompositeKeys::write(&CompositeKeys { fields: value.fields.clone(), comment: value.comment.clone() })
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [CompositeKeys::schema(schemas), Map::<Word>::schema(schemas)]})
    }
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
}

fn set_sequence_option(sequence: &mut SequenceSpec, _: &mut Reader<'_>, key: &Text, value: Text) {
    sequence.options.push((key.clone(), value));
}

fn sequence_option(sequence: &SequenceSpec, key: &str) -> Option<Text> {
    sequence.options.iter().find(|(written, _)| written.value == key).map(|(_, value)| value.clone())
}

object! {
    FunctionSpec as "a function", span span;
    "args" => args: Map<ArgumentSpec>, "its arguments: name to type";
    "returns" => returns: Maybe<ReturnsSpec>, "a type, `setof t`, trigger, void, or {table: …}";
    "language" => language: Maybe<Word>, "plpgsql when not given";
    "volatility" => volatility: Maybe<Volatility>, "immutable, stable, or volatile (the default)";
    "security" => security: Maybe<Security>, "invoker (the default) or definer";
    "call" => call: Maybe<OneOrMore<Word>>, "who may execute it; nobody but the service when not given";
    "body" => body: Maybe<Sql>, "its body";
    "search_path" => search_path: Maybe<Word>, "'' when not given";
    "strict" => strict: Flag, "whether a NULL argument gives NULL";
    "leakproof" => leakproof: Flag, "whether it is leakproof";
    "parallel" => parallel: Maybe<Parallel>, "safe, restricted or unsafe";
    "cost" => cost: Maybe<Word>, "its estimated cost";
    "rows" => rows: Maybe<Word>, "its estimated rows";
    "set" => set: Map<Word>, "settings while it runs";
    "kind" => procedure: IsProcedure, "function, or procedure";
    "comment" => comment: Maybe<Word>, "its comment";
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
}

object! {
    ArgumentSpec as "an argument", short ArgumentType, required ["type"];
    "type" => data_type: Word, "its type";
    "default" => default: Maybe<Sql>, "its default";
    "mode" => mode: Maybe<ArgumentMode>, "in (the default), out, inout or variadic";
}

/// An argument as its type.
struct ArgumentType;

impl Form for ArgumentType {
    type Value = ArgumentSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<ArgumentSpec> {
        let data_type = reader.text(node, "a type, or the keys of an argument")?;
        Some(ArgumentSpec { data_type, ..ArgumentSpec::default() })
    }

    fn write(value: &ArgumentSpec) -> Option<Yaml> {
        let bare = ArgumentSpec { data_type: value.data_type.clone(), ..ArgumentSpec::default() };
        if *value == bare { Word::write(&value.data_type) } else { None }
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({"type": "string"})
    }
}

/// The map form of `returns`.
#[derive(Default, PartialEq)]
struct ReturnsTable {
    columns: Entries<Text>,
}

object! {
    ReturnsTable as "a returned table", required ["table"];
    "table" => columns: Map<Word>, "its columns: name to type";
}

impl Form for ReturnsSpec {
    type Value = ReturnsSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<ReturnsSpec> {
        match &node.kind {
            NodeKind::Mapping(_) => ReturnsTable::read(reader, node).map(|table| ReturnsSpec::Table(table.columns)),
            _ => reader.text(node, "a type").map(ReturnsSpec::Type),
        }
    }

    fn write(value: &ReturnsSpec) -> Option<Yaml> {
        match value {
            ReturnsSpec::Type(data_type) => Word::write(data_type),
            ReturnsSpec::Table(columns) => ReturnsTable::write(&ReturnsTable { columns: columns.clone() }),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [{"type": "string"}, ReturnsTable::schema(schemas)]})
    }
}

/// `functions:` — the key may carry a signature.
pub(super) struct Functions;

impl Form for Functions {
    type Value = Entries<FunctionSpec>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        let functions = Map::<FunctionSpec>::read(reader, node)?;
        Some(functions.into_iter().map(|(key, function)| with_signature(key, function)).collect())
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let entry = |(name, function): &(Text, FunctionSpec)| {
            let key = match &function.signature {
                None => name.value.clone(),
                Some(types) => {
                    let types: Vec<&str> = types.iter().map(|data_type| data_type.value.as_str()).collect();
                    format!("{}({})", name.value, types.join(", "))
                }
            };
            Some((key, FunctionSpec::write(function)?))
        };
        Some(Yaml::Map(value.iter().filter_map(entry).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        Map::<FunctionSpec>::schema(schemas)
    }
}

/// Takes `match(real[], integer)` apart: the entry is called `match`.
fn with_signature(key: Text, mut function: FunctionSpec) -> (Text, FunctionSpec) {
    let Some((name, types)) = key.value.strip_suffix(')').and_then(|text| text.split_once('(')) else {
        return (key, function);
    };
    let is_verbatim = (key.span.end - key.span.start) as usize == key.value.len();
    let place = |start: usize, length: usize| if is_verbatim { key.span.sub(start, start + length) } else { key.span };
    let mut signature = Vec::new();
    let mut start = name.len() + 1;
    for data_type in split_types(types) {
        let trimmed = data_type.trim();
        let lead = data_type.len() - data_type.trim_start().len();
        if !trimmed.is_empty() {
            signature.push(Spanned::new(trimmed.to_owned(), place(start + lead, trimmed.len())));
        }
        start += data_type.len() + 1;
    }
    function.signature = Some(signature);
    let name = name.trim_end();
    (Spanned::new(name.to_owned(), place(0, name.len())), function)
}

/// Splits at commas outside parentheses: `numeric(10,2), text`.
fn split_types(types: &str) -> Vec<&str> {
    let mut depth = 0_i32;
    types
        .split(move |character| {
            depth += i32::from(character == '(') - i32::from(character == ')');
            character == ',' && depth == 0
        })
        .collect()
}

object! {
    TriggerSpec as "a trigger", span span, required ["call"], check one_timing;
    "table" => table: Maybe<Word>, "its table, for a trigger at the top level";
    "before" => [set_timing, timing]: EventList, "events that it precedes";
    "after" => [set_timing, timing]: EventList, "events that it follows";
    "instead_of" => [set_timing, timing]: EventList, "events that it replaces, on a view";
    "when" => when: Maybe<Sql>, "a condition on `old` and `new`";
    "each" => each: Maybe<Each>, "row (the default) or statement";
    "call" => call: Maybe<Word>, "a function, or a call with arguments";
    "deferrable" => deferrable: Deferrable, "makes a constraint trigger";
    "referencing" => referencing: Map<Word>, "{old: name, new: name} of transition tables";
    "enabled" => enabled: Maybe<Enabled>, "origin (the default), always, replica or disabled";
    "comment" => comment: Maybe<Word>, "its comment";
}

fn set_timing(trigger: &mut TriggerSpec, reader: &mut Reader<'_>, key: &Text, events: Vec<Vec<TriggerEventSpec>>) {
    if let Some(first) = &trigger.timing {
        let message = format!("a trigger fires `{}` or `{}`, not both", first.value, key.value);
        disagree(reader, key.span, &message, "write two triggers");
        return;
    }
    trigger.timing = Some(key.clone());
    trigger.events = events.into_iter().flatten().collect();
}

fn timing(trigger: &TriggerSpec, key: &str) -> Option<Vec<Vec<TriggerEventSpec>>> {
    trigger.timing.as_ref().filter(|timing| timing.value == key)?;
    Some(trigger.events.iter().map(|event| vec![event.clone()]).collect())
}

fn one_timing(trigger: &mut TriggerSpec, reader: &mut Reader<'_>, span: Span) {
    if trigger.timing.is_none() {
        let finding = crate::diagnostics::Diagnostic::new(
            crate::diagnostics::Code::MissingKey,
            span,
            "a trigger needs `before`, `after` or `instead_of`",
        );
        reader.report(finding.help("add `before: update`, for one"));
    }
}

/// One event, or a list of them.
struct EventList;

impl Form for EventList {
    type Value = Vec<Vec<TriggerEventSpec>>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        OneOrMore::<Events>::read(reader, node)
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        Some(Yaml::one_or_list(value.iter().filter_map(Events::write).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        OneOrMore::<Events>::schema(schemas)
    }
}

/// An event, or a map of `update` to its columns.
struct Events;

impl Form for Events {
    type Value = Vec<TriggerEventSpec>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        let NodeKind::Mapping(entries) = &node.kind else {
            return TriggerEvent::read(reader, node).map(|event| vec![TriggerEventSpec { event, columns: Vec::new() }]);
        };
        let event = |(key, columns): &(Text, Node)| {
            let kind = NodeKind::Scalar { text: key.value.clone(), style: ScalarStyle::Plain };
            let event = TriggerEvent::read(reader, &Node { span: key.span, kind })?;
            Some(TriggerEventSpec { event, columns: OneOrMore::<Word>::read(reader, columns)? })
        };
        Some(entries.iter().filter_map(event).collect())
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        let event = value.first()?;
        let name = event.event.value.clone();
        if event.columns.is_empty() {
            return Some(Yaml::Text(name));
        }
        Some(Yaml::Map(vec![(name, OneOrMore::<Word>::write(&event.columns)?)]))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let columns = OneOrMore::<Word>::schema(schemas);
        json!({"anyOf": [TriggerEvent::schema(schemas), {
            "type": "object", "properties": {"update": columns}, "additionalProperties": false,
        }]})
    }
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
    "managed" => managed: Maybe<Placed<Flag>>, "false: somebody else's";
    "triggers" => triggers: Map<TriggerSpec>, "triggers instead of writing";
}

object! {
    MaterializedViewSpec as "a materialized view", span span, required ["query"];
    "query" => query: Maybe<Sql>, "its query";
    "columns" => columns: Map<ColumnSpec>, "name to type: what the types know about it";
    "indexes" => indexes: List<IndexSpec>, "its indexes";
    "read" => read: OneOrMore<Word>, "who may select from it";
    "with_data" => with_data: Maybe<Placed<Flag>>, "false: it is filled later";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    GrantSpec as "a grant", span span, required ["privileges", "on", "to"];
    "privileges" => privileges: OneOrMore<Word>, "select, insert, …, execute, usage; with columns: `select (a, b)`";
    "on" => on: Maybe<GrantObject>, "kind to name: {table: jobs}, {schema: billing}, {function: f(int)}";
    "to" => to: MostlyOne<Word>, "the roles";
    "grant_option" => grant_option: Flag, "whether they may grant it on";
}

const GRANTABLE: [&str; 5] = ["table", "schema", "function", "sequence", "type"];

/// `on: {table: jobs}`
struct GrantObject;

impl Form for GrantObject {
    type Value = (Text, Text);

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<(Text, Text)> {
        let NodeKind::Mapping(entries) = &node.kind else {
            return reader.wrong_shape(node, "a map such as {table: jobs}");
        };
        let [(kind, name)] = entries.as_slice() else {
            disagree(reader, node.span, "a grant is on one object", "write a grant for each");
            return None;
        };
        if !GRANTABLE.contains(&kind.value.as_str()) {
            reader.unknown_word(kind, "a kind of object", &GRANTABLE);
            return None;
        }
        entry::<Word>(reader, kind, name)
    }

    fn write((kind, name): &(Text, Text)) -> Option<Yaml> {
        Some(Yaml::Map(vec![(kind.value.clone(), Word::write(name)?)]))
    }

    fn schema(_: &mut Schemas) -> Value {
        let properties: serde_json::Map<String, Value> =
            GRANTABLE.iter().map(|kind| ((*kind).to_owned(), json!({"type": "string"}))).collect();
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
    "phase" => phase: Maybe<Phase>, "before, after (the default) or no_transaction";
}

fn reason_for_none(sql: &mut RawSqlSpec, reader: &mut Reader<'_>, _: Span) {
    if let Some(down) = sql.down.as_ref().filter(|down| down.value == "none" && sql.reason.is_none()) {
        disagree(reader, down.span, "`down: none` needs a reason", "add `reason: …`: why nothing takes it back");
    }
}
