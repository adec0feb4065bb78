//! `renamed_from:` — an old name must not be in use any more.

use super::names::qualify;
use super::scene::Scene;
use crate::catalog::{ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::spec::Text;
use std::collections::BTreeMap;

/// Names that objects had before.
type Renamed = BTreeMap<ObjectName, String>;

/// Checks every old name, and notes those of what is neither a table nor an enum nor a function, which keep their own.
pub(super) fn renames(scene: &Scene<'_>, renamed: &mut Renamed, findings: &mut Vec<Diagnostic>) {
    for draft in &scene.drafts {
        for (_, column) in draft.own_columns() {
            let Some(old) = &column.renamed_from else { continue };
            if let Some(index) = draft.column(old) {
                findings.push(stale("column", old, draft.columns[index].0.span));
            }
        }
    }
    for (_, spec) in &scene.spec.enums {
        for old in spec.values.iter().filter_map(|value| value.renamed_from.as_ref()) {
            if let Some(other) = spec.values.iter().find(|value| value.label.value == old.value) {
                findings.push(stale("label", old, other.label.span));
            }
        }
    }
    objects(scene, renamed, findings);
}

fn objects(scene: &Scene<'_>, renamed: &mut Renamed, findings: &mut Vec<Diagnostic>) {
    let spec = scene.spec;
    macro_rules! each {
        ($($entries:ident $what:literal $kind:expr;)*) => {$(
            let entries: Vec<_> = spec.$entries.iter().map(|(key, entry)| (key, entry.renamed_from.as_ref())).collect();
            let kind: fn(QualifiedName) -> Option<ObjectName> = $kind;
            Kind { what: $what, default_schema: &scene.names.default_schema, entries }.check(kind, renamed, findings);
        )*};
    }
    each! {
        tables "table" |_| None;
        enums "enum type" |_| None;
        domains "domain" |name| Some(ObjectName::Domain(name));
        composites "composite" |name| Some(ObjectName::Composite(name));
        ranges "range" |name| Some(ObjectName::Range(name));
        sequences "sequence" |name| Some(ObjectName::Sequence(name));
        views "view" |name| Some(ObjectName::View(name));
        materialized_views "materialized view" |name| Some(ObjectName::MaterializedView(name));
    }
    // of an overloaded name, another function may stay
    let functions = spec.functions.iter().filter(|(_, function)| function.signature.is_none());
    let entries = functions.map(|(key, function)| (key, function.renamed_from.as_ref())).collect();
    Kind { what: "function", default_schema: &scene.names.default_schema, entries }.check(|_| None, renamed, findings);
}

/// The objects of one kind, each with the name that it had.
struct Kind<'a> {
    what: &'a str,
    default_schema: &'a str,
    entries: Vec<(&'a Text, Option<&'a Text>)>,
}

impl Kind<'_> {
    fn check(
        &self,
        kind: fn(QualifiedName) -> Option<ObjectName>,
        renamed: &mut Renamed,
        findings: &mut Vec<Diagnostic>,
    ) {
        for (key, old) in self.entries.iter().filter_map(|(key, old)| Some((key, (*old)?))) {
            let name = self.name(key);
            let old_name = qualify(old, &name.schema);
            if let Some((other, _)) = self.entries.iter().find(|(key, _)| self.name(key) == old_name) {
                findings.push(stale(self.what, old, other.span));
            } else if old_name.schema != name.schema {
                findings.push(elsewhere(&name, old));
            } else if let Some(object) = kind(name) {
                renamed.insert(object, old_name.name);
            }
        }
    }

    fn name(&self, key: &str) -> QualifiedName {
        qualify(key, self.default_schema)
    }
}

/// What an object was called before, in its schema.
pub(super) fn old_name(name: &QualifiedName, old: Option<&Text>) -> Option<String> {
    old.map(|old| qualify(old, &name.schema).name)
}

fn stale(what: &str, old: &Text, other: crate::source::Span) -> Diagnostic {
    Diagnostic::new(
        Code::StaleRename,
        old.span,
        format!("the old name `{}` is in use: the model has this {what}", old.value),
    )
    .related(other, "here")
    .help("remove `renamed_from`, or the old one")
}

fn elsewhere(name: &QualifiedName, old: &Text) -> Diagnostic {
    let message = format!("`{}` is in another schema than `{name}`", old.value);
    let help = "`renamed_from` keeps the schema: move it there first, with `alter … set schema` under `sql:`";
    Diagnostic::new(Code::StaleRename, old.span, message).help(help)
}
