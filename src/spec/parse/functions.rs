//! Forms of functions and triggers.

use serde_json::{Value, json};

use super::access::disagree;
use super::combine::{Map, Maybe, OneOrMore, Placed};
use super::form::{Form, Schemas, object};
use super::reader::Reader;
use super::scalar::{Flag, Sql, Word};
use super::words::{
    ArgumentMode, Deferrable, Each, Enabled, IsProcedure, Parallel, Security, TriggerEvent, Volatility,
};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, ScalarStyle, Span, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{ArgumentSpec, Entries, FunctionSpec, ReturnsSpec, Text, TriggerEventSpec, TriggerSpec};

object! {
    FunctionSpec as "a function", span span;
    "args" => args: Map<ArgumentSpec>, "its arguments: name to type";
    "returns" => returns: Maybe<ReturnsSpec>, "a type, `setof t`, trigger, void, or {table: …}";
    "language" => language: Maybe<Word>, "plpgsql when not given";
    "volatility" => volatility: Maybe<Volatility>, "immutable, stable, or volatile (the default)";
    "security" => security: Maybe<Security>, "invoker (the default) or definer";
    "call" => call: Maybe<OneOrMore<Word>>, "who may execute it; nobody but the service when not given";
    "body" => body: Maybe<Sql>, "its body";
    "search_path" => search_path: Maybe<Word>, "pg_catalog, pg_temp when not given; none for the caller's";
    "strict" => strict: Flag, "whether a NULL argument gives NULL";
    "leakproof" => leakproof: Flag, "whether it is leakproof";
    "parallel" => parallel: Maybe<Parallel>, "safe, restricted or unsafe";
    "cost" => cost: Maybe<Word>, "its estimated cost";
    "rows" => rows: Maybe<Word>, "its estimated rows";
    "set" => set: Map<Word>, "settings while it runs";
    "kind" => procedure: IsProcedure, "function, or procedure";
    "comment" => comment: Maybe<Word>, "its comment";
    "renamed_from" => renamed_from: Maybe<Word>, "what it was called before";
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
        let finding = Diagnostic::new(Code::MissingKey, span, "a trigger needs `before`, `after` or `instead_of`");
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
