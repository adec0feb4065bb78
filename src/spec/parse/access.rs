//! Forms of who is asking and what he may do.

use serde_json::{Value, json};

use super::form::{Form, Map, Maybe, MostlyOne, OneOrMore, Placed, Schemas, object};
use super::reader::Reader;
use super::scalar::{Carry, Expected, Flag, PolicyCommand, Sql, Verb, Word};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, Span, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{
    AllowSpec, CanSpec, DenySpec, Entries, ExpectSpec, MembersSpec, OwnerCanSpec, OwnerLinkSpec, OwnerSpec, PolicySpec,
    PrincipalSpec, RequireSpec, RolesSpec, Text, VerbSpec,
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
    PolicySpec as "a policy", span span, required ["name"];
    "name" => name: Word, "its name";
    "for" => command: Maybe<PolicyCommand>, "the command: all, select, insert, update or delete";
    "to" => to: MostlyOne<Word>, "the roles";
    "using" => using: Maybe<Sql>, "the condition on rows that are there";
    "check" => check: Maybe<Sql>, "the condition on rows that are written";
    "restrictive" => restrictive: Flag, "whether it narrows";
    "comment" => comment: Maybe<Word>, "its comment";
}

object! {
    ExpectSpec as "an expectation", span span, required ["as"];
    "as" => caller: Caller, "who: a principal and the name of a row, or a word such as anonymous";
    "reads" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may read";
    "creates" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may create";
    "updates" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may update";
    "deletes" => [set_reads, reads]: Map<OneOrMore<Word>>, "table to rows that he may delete";
    "not" => may_not: Not, "the same, of what he may not";
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

/// A key that must be one of a form's words.
fn check_key<F: Form>(reader: &mut Reader<'_>, key: &Text) {
    let node = Node {
        span: key.span,
        kind: NodeKind::Scalar { text: key.value.clone(), style: crate::source::ScalarStyle::Plain },
    };
    F::read(reader, &node);
}

/// `can:` — a verb, or a list of verbs, of which create and update may name columns.
pub(super) struct Can;

impl Form for Can {
    type Value = CanSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<CanSpec> {
        let verbs = OneOrMore::<Verbs>::read(reader, node)?;
        Some(Spanned::new(verbs.into_iter().flatten().collect(), node.span))
    }

    fn write(value: &CanSpec) -> Option<Yaml> {
        let verb = |verb: &VerbSpec| match &verb.columns {
            None => Yaml::Text(verb.verb.value.clone()),
            Some(columns) => {
                let columns = columns.iter().map(|column| Yaml::Text(column.value.clone())).collect();
                Yaml::Map(vec![(verb.verb.value.clone(), Yaml::List(columns))])
            }
        };
        Some(Yaml::one_or_list(value.iter().map(verb).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        OneOrMore::<Verbs>::schema(schemas)
    }
}

/// One verb, or a map of verbs to their columns.
struct Verbs;

impl Form for Verbs {
    type Value = Vec<VerbSpec>;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<Vec<VerbSpec>> {
        let NodeKind::Mapping(_) = &node.kind else {
            return Verb::read(reader, node).map(|verb| vec![VerbSpec { verb, columns: None }]);
        };
        let limited = Map::<OneOrMore<Word>>::read(reader, node)?;
        Some(limited.into_iter().filter_map(|(verb, columns)| limit(reader, verb, columns)).collect())
    }

    fn write(value: &Vec<VerbSpec>) -> Option<Yaml> {
        Can::write(&Spanned::new(value.clone(), Span::default()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let columns = OneOrMore::<Word>::schema(schemas);
        json!({"anyOf": [Verb::schema(schemas), {
            "type": "object", "properties": {"create": columns, "update": columns}, "additionalProperties": false,
        }]})
    }
}

fn limit(reader: &mut Reader<'_>, verb: Text, columns: Vec<Text>) -> Option<VerbSpec> {
    if matches!(verb.value.as_str(), "create" | "update") {
        return Some(VerbSpec { verb, columns: Some(columns) });
    }
    if is_verb(&verb) {
        let message = format!("`{}` cannot be limited to columns", verb.value);
        let finding = Diagnostic::new(Code::WrongShape, verb.span, message);
        reader.report(
            finding.help("only create and update name columns; `hidden: true` on a column keeps it from readers"),
        );
    } else {
        check_key::<Verb>(reader, &verb);
    }
    None
}

fn is_verb(key: &Text) -> bool {
    matches!(key.value.as_str(), "read" | "create" | "update" | "delete" | "write" | "all")
}

/// `can:` of an owner: verbs, or a map from roles to verbs.
struct OwnerCan;

impl Form for OwnerCan {
    type Value = OwnerCanSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<OwnerCanSpec> {
        match &node.kind {
            NodeKind::Mapping(entries) if !entries.iter().all(|(key, _)| is_verb(key)) => {
                Map::<Can>::read(reader, node).map(OwnerCanSpec::ByRole)
            }
            _ => Can::read(reader, node).map(OwnerCanSpec::Verbs),
        }
    }

    fn write(value: &OwnerCanSpec) -> Option<Yaml> {
        match value {
            OwnerCanSpec::Verbs(verbs) => Can::write(verbs),
            OwnerCanSpec::ByRole(roles) => Map::<Can>::write(roles),
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        json!({"anyOf": [Can::schema(schemas), Map::<Can>::schema(schemas)]})
    }
}

/// `owner: user_id`
struct OwnerColumn;

impl Form for OwnerColumn {
    type Value = OwnerLinkSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<OwnerLinkSpec> {
        let column = reader.text(node, "a column, or `self`")?;
        Some(OwnerLinkSpec { column, ..OwnerLinkSpec::default() })
    }

    fn write(value: &OwnerLinkSpec) -> Option<Yaml> {
        let bare = OwnerLinkSpec { column: value.column.clone(), ..OwnerLinkSpec::default() };
        (*value == bare).then(|| Yaml::Text(value.column.value.clone()))
    }

    fn schema(_: &mut Schemas) -> Value {
        json!({"type": "string"})
    }
}

impl Form for OwnerSpec {
    type Value = OwnerSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<OwnerSpec> {
        if node.kind == NodeKind::Null {
            return reader.wrong_shape(node, "a column, or `self`");
        }
        OneOrMore::<OwnerLinkSpec>::read(reader, node).map(|links| OwnerSpec { span: node.span, links })
    }

    fn write(value: &OwnerSpec) -> Option<Yaml> {
        Some(Yaml::one_or_list(value.links.iter().filter_map(OwnerLinkSpec::write).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        OneOrMore::<OwnerLinkSpec>::schema(schemas)
    }
}

/// `require:` — `none`, groups for every verb, or verbs to groups.
pub(super) struct Require;

impl Form for Require {
    type Value = RequireSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<RequireSpec> {
        match &node.kind {
            NodeKind::Scalar { text, .. } if text == "none" => Some(RequireSpec::None(node.span)),
            NodeKind::Mapping(_) => {
                let verbs = Map::<OneOrMore<Word>>::read(reader, node)?;
                verbs.iter().for_each(|(verb, _)| check_key::<Verb>(reader, verb));
                Some(RequireSpec::Verbs(verbs))
            }
            _ => {
                let groups = OneOrMore::<Word>::read(reader, node)?;
                Some(RequireSpec::Verbs(vec![(Spanned::new("all".to_owned(), node.span), groups)]))
            }
        }
    }

    fn write(value: &RequireSpec) -> Option<Yaml> {
        match value {
            RequireSpec::None(_) => Some(Yaml::Text("none".to_owned())),
            RequireSpec::Verbs(verbs) => match verbs.as_slice() {
                [(verb, groups)] if verb.value == "all" => OneOrMore::<Word>::write(groups),
                _ => Map::<OneOrMore<Word>>::write(verbs),
            },
        }
    }

    fn schema(schemas: &mut Schemas) -> Value {
        let groups = OneOrMore::<Word>::schema(schemas);
        json!({"anyOf": [groups, {"type": "object", "additionalProperties": groups}]})
    }
}

/// `roles:` — three known ones, and others.
pub(super) struct Roles;

impl Form for Roles {
    type Value = RolesSpec;

    fn read(reader: &mut Reader<'_>, node: &Node) -> Option<RolesSpec> {
        let mut roles = RolesSpec::default();
        for (name, role) in Map::<Word>::read(reader, node)? {
            match name.value.as_str() {
                "signed_in" => roles.signed_in = Some(role),
                "anonymous" => roles.anonymous = Some(role),
                "service" => roles.service = Some(role),
                _ => roles.others.push((name, role)),
            }
        }
        Some(roles)
    }

    fn write(value: &RolesSpec) -> Option<Yaml> {
        let known = [("signed_in", &value.signed_in), ("anonymous", &value.anonymous), ("service", &value.service)];
        let known = known.into_iter().filter_map(|(name, role)| Some((name.to_owned(), Maybe::<Word>::write(role)?)));
        let others = value.others.iter().filter_map(|(name, role)| Some((name.value.clone(), Word::write(role)?)));
        Some(Yaml::Map(known.chain(others).collect()))
    }

    fn schema(schemas: &mut Schemas) -> Value {
        Map::<Word>::schema(schemas)
    }
}

/// A finding about two keys that exclude or need each other.
pub(super) fn disagree(reader: &mut Reader<'_>, span: Span, message: &str, help: &str) {
    reader.report(Diagnostic::new(Code::KeysDisagree, span, message).help(help));
}
