//! Forms of verbs, owners, requirements and roles.

use serde_json::{Value, json};

use super::combine::{Map, Maybe, OneOrMore};
use super::form::{Form, Schemas};
use super::reader::Reader;
use super::scalar::Word;
use super::words::Verb;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, ScalarStyle, Span, Spanned};
use crate::spec::yaml::Yaml;
use crate::spec::{CanSpec, OwnerCanSpec, OwnerLinkSpec, OwnerSpec, RequireSpec, RolesSpec, Text, VerbSpec};

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
pub(super) struct OwnerCan;

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
pub(super) struct OwnerColumn;

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

/// A key that must be one of a form's words.
pub(super) fn check_key<F: Form>(reader: &mut Reader<'_>, key: &Text) {
    let node = Node { span: key.span, kind: NodeKind::Scalar { text: key.value.clone(), style: ScalarStyle::Plain } };
    F::read(reader, &node);
}
