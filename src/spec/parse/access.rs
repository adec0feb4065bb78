//! Forms of who is asking and what he may do.

use serde_json::{Value, json};

use super::can::{Can, OwnerCan, OwnerColumn, check_key};
use super::combine::{Map, Maybe, MostlyOne, OneOrMore, Placed};
use super::form::{Form, Schemas, object};
use super::reader::Reader;
use super::scalar::{Flag, Sql, Word};
use super::words::{Carry, Expected, PolicyCommand};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, Span};
use crate::spec::yaml::Yaml;
use crate::spec::{
    AllowSpec, DenySpec, Entries, ExpectSpec, MembersSpec, OwnerLinkSpec, PolicySpec, PrincipalSpec, Text,
};

object! {
    PrincipalSpec as "a principal", span span;
    "id" => id: Maybe<Sql>, "SQL that gives the caller's id, NULL for nobody";
    "table" => table: Maybe<Word>, "the table whose rows are the principals";
    "setting" => setting: Maybe<Word>, "under `target: postgres`: the session setting that holds the id";
}

object! {
    OwnerLinkSpec as "an owner", short OwnerColumn, required ["column"];
    "column" => column: Word, "the column whose target owns the row, or `self`";
    "can" => can: Maybe<OwnerCan>, "what the owner may do with the row, or each role of its members";
    "transfer" => transfer: Maybe<Placed<Flag>>, "whether a row may move to another owner";
    "carry" => carry: Maybe<Placed<Carry>>, "whether the row keeps the path's end itself, or the column that does";
}

object! {
    MembersSpec as "a membership", span span, required ["table"];
    "table" => table: Maybe<Word>, "the membership table";
    "role" => role: Maybe<Sql>, "column or expression that gives a member's role";
    "when" => when: Maybe<Sql>, "a membership counts only then";
    "can" => can: Map<Can>, "what each role may do with the rows that the organization owns, highest role first";
    "self" => self_can: Maybe<Map<Can>>, "what each role may do with the organization's own row";
    "manage" => manage: Maybe<Placed<OneOrMore<Word>>>, "the roles that add, change and remove members";
    "create" => create: Maybe<Word>, "who may create one: signed_in, a group, or service";
    "creator" => creator: Maybe<Word>, "the column that the database fills with the caller";
}

object! {
    AllowSpec as "a rule of allow", span span, required ["can"];
    "can" => can: Can, "the verbs";
    "to" => to: MostlyOne<Word>, "a column of a principal, a group, signed_in, anyone, a database role; any of a list";
    "when" => when: Maybe<Sql>, "a condition on the row as it was";
    "becomes" => becomes: Maybe<Sql>, "a condition on the row as it will be";
    "through" => through: Maybe<Word>, "whoever may do the same with the row that this column refers to";
}

object! {
    DenySpec as "a rule of deny", span span, required ["can"];
    "can" => can: Can, "the verbs";
    "when" => when: Maybe<Sql>, "a condition on the row as it was";
    "becomes" => becomes: Maybe<Sql>, "a condition on the row as it will be";
}

object! {
    PolicySpec as "a policy", span span, required ["name"], check conditions_fit;
    "name" => name: Word, "its name";
    "for" => command: Maybe<PolicyCommand>, "the command: all, select, insert, update or delete";
    "to" => to: MostlyOne<Word>, "the roles";
    "using" => using: Maybe<Sql>, "the condition on rows that are there";
    "check" => check: Maybe<Sql>, "the condition on rows that are written";
    "restrictive" => restrictive: Flag, "whether it narrows";
    "comment" => comment: Maybe<Word>, "its comment";
}

/// Nothing is written by a select, and nothing was there before an insert.
fn conditions_fit(policy: &mut PolicySpec, reader: &mut Reader<'_>, _: Span) {
    match (policy.command.as_ref().map(|command| command.as_str()), &policy.using, &policy.check) {
        (Some("select" | "delete"), _, Some(check)) => {
            disagree(reader, check.span, "a policy for select or delete has no `check`", "write it as `using`");
        }
        (Some("insert"), Some(using), _) => {
            disagree(reader, using.span, "a policy for insert has no `using`", "write it as `check`");
        }
        _ => {}
    }
}

object! {
    ExpectSpec as "an expectation", span span, check needs_caller;
    "given" => given: Map<Map<Map<GivenValue>>>, "the fixture: tables, their rows by a name of yours, and the columns that matter";
    "as" => caller: Caller, "who: a principal and the name of a row, or a word such as anonymous";
    "reads" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may read";
    "creates" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may create";
    "updates" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may update";
    "deletes" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may delete";
    "not" => may_not: Not, "the same, of what he may not";
}

/// What is expected is expected of somebody; an entry may also do nothing but give rows.
fn needs_caller(expect: &mut ExpectSpec, reader: &mut Reader<'_>, span: Span) {
    let rows_alone = !expect.given.is_empty() && expect.may.is_empty() && expect.may_not.is_empty();
    if expect.caller.is_empty() && !rows_alone {
        let finding = Diagnostic::new(Code::MissingKey, span, "an expectation needs `as`");
        reader.report(finding.help("add `as: …`"));
    }
}

/// A value of a fixture row; null is NULL.
struct GivenValue;

impl Form for GivenValue {
    type Value = Option<Text>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Null => Some(None),
            _ => reader.text(node, "a value, or the name of a row").map(Some),
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        match value {
            Some(text) => Word::write(text),
            None => Some(Yaml::Null),
        }
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({"type": ["string", "number", "boolean", "null"]})
    }
}

fn set_reads(expect: &mut ExpectSpec, _: &mut Reader<'_>, verb: &Text, tables: Entries<Vec<Text>>) {
    expect.may.push((verb.clone(), tables));
}

fn reads(expect: &ExpectSpec, verb: &str) -> Option<Entries<Vec<Text>>> {
    expect.may.iter().find(|(written, _)| written.value == verb).map(|(_, tables)| tables.clone())
}

/// `as:` of an expectation.
struct Caller;

impl Form for Caller {
    type Value = Entries<Text>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        match &node.kind {
            NodeKind::Mapping(_) => Map::<Word>::read(reader, node),
            _ => {
                reader.text(node, "a principal, or a word such as anonymous").map(|word| vec![(word, Text::default())])
            }
        }
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        match value.as_slice() {
            [(word, row)] if row.value.is_empty() => Word::write(word),
            _ => Map::<Word>::write(value),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [{"type": "string"}, Map::<Word>::schema(schemas)]})
    }
}

/// `not:` of an expectation: verbs again.
struct Not;

impl Form for Not {
    type Value = Entries<Entries<Vec<Text>>>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Self::Value> {
        let entries = Map::<Map<OneOrMore<Word>>>::read(reader, node)?;
        entries.iter().for_each(|(verb, _)| check_key::<Expected>(reader, verb));
        Some(entries)
    }

    fn write(value: &Self::Value) -> Option<Yaml> {
        Map::<Map<OneOrMore<Word>>>::write(value)
    }

    fn schema(schemas: &mut Schemas) -> Value {
        Map::<Map<OneOrMore<Word>>>::schema(schemas)
    }
}

/// A finding about two keys that exclude or need each other.
pub(super) fn disagree(reader: &mut Reader<'_>, span: Span, message: &str, help: &str) {
    reader.report(Diagnostic::new(Code::KeysDisagree, span, message).help(help));
}
