//! Sequences, grants, raw SQL, raw policies.

use super::names::{check_identifier, invalid_word, qualify, unknown};
use super::scene::Scene;
use super::subjects::database_roles;
use super::tables::{sequence_options, value};
use super::types::function_key;
use crate::catalog::{Catalog, Grant, ObjectName, Policy, PolicyCommand, RawPhase, RawSql, Sequence, every_privilege};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, TableId};
use crate::spec::{GrantSpec, PolicySpec, RawSqlSpec, SequenceSpec, Text};
use std::collections::BTreeMap;

/// `sequences:`
pub(super) fn sequences(
    scene: &Scene<'_>,
    model: &mut Model,
    taken: &mut super::naming::Taken<'_>,
    findings: &mut Vec<Diagnostic>,
) {
    for (key, spec) in &scene.spec.sequences {
        let name = qualify(key, &scene.names.default_schema);
        check_identifier(&name.name, key.span, findings);
        if let Some(other) = taken.relation(&name, key.span) {
            findings.push(super::duplicate("table, view or sequence", &name.to_string(), key.span, other));
        }
        super::schemas::schema(&mut model.base, &name.schema);
        let sequence = sequence(scene, name.clone(), spec, findings);
        model.spans.insert(ObjectName::Sequence(name.clone()), key.span);
        model.base.sequences.insert(name, sequence);
    }
}

fn sequence(
    scene: &Scene<'_>,
    name: crate::catalog::QualifiedName,
    spec: &SequenceSpec,
    findings: &mut Vec<Diagnostic>,
) -> Sequence {
    let data_type = match spec.data_type.as_ref().map(|text| text.to_ascii_lowercase()).as_deref() {
        None | Some("bigint" | "int8") => "bigint",
        Some("integer" | "int" | "int4") => "integer",
        Some("smallint" | "int2") => "smallint",
        Some(_) => {
            let words = ["bigint", "integer", "smallint"];
            findings.extend(spec.data_type.as_ref().map(|text| invalid_word("the type of a sequence", text, &words)));
            "bigint"
        }
    };
    let mut roles: Vec<String> = spec.usage.iter().flat_map(|role| database_roles(scene, role, findings)).collect();
    roles.sort();
    roles.dedup();
    let grant = |role| Grant { role, privilege: "USAGE".to_owned(), ..Grant::default() };
    Sequence {
        name,
        data_type: data_type.to_owned(),
        options: sequence_options(&spec.options, findings),
        owned_by: spec.owned_by.as_ref().and_then(|text| owned_by(scene, text, findings)),
        comment: value(&spec.comment),
        grants: roles.into_iter().map(grant).collect(),
    }
}

/// `table.column` or `schema.table.column`.
fn owned_by(
    scene: &Scene<'_>,
    text: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<(crate::catalog::QualifiedName, String)> {
    let Some((table, column)) = text.rsplit_once('.') else {
        let finding = Diagnostic::new(Code::Incomplete, text.span, "`owned_by` names no column");
        findings.push(finding.help("write `table.column`"));
        return None;
    };
    let table = scene.table(&Text::new(table.to_owned(), text.span), findings)?;
    scene.column(table, &Text::new(column.to_owned(), text.span), findings)?;
    Some((scene.draft(table).name.clone(), column.to_owned()))
}

/// `grants:`
pub(super) fn grants(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    for spec in &scene.spec.grants {
        let Some((kind, names)) = &spec.on else {
            let finding = Diagnostic::new(Code::Incomplete, spec.span, "a grant on nothing");
            findings.push(finding.help("add `on: {table: name}`"));
            continue;
        };
        let made = made_grants(scene, spec, kind, findings);
        for name in names {
            if let Some(grants) = target(scene, catalog, kind, name, findings) {
                grants.extend(made.iter().cloned());
                grants.sort();
                grants.dedup();
            }
        }
    }
}

fn made_grants(scene: &Scene<'_>, spec: &GrantSpec, kind: &str, findings: &mut Vec<Diagnostic>) -> Vec<Grant> {
    let roles: Vec<String> = spec.to.iter().flat_map(|role| database_roles(scene, role, findings)).collect();
    let mut grants = Vec::new();
    for privilege in &spec.privileges {
        let (word, columns) = match privilege.trim().strip_suffix(')').and_then(|text| text.split_once('(')) {
            Some((word, columns)) => (word.trim(), super::names::list(columns)),
            None => (privilege.trim(), Vec::new()),
        };
        let words = [
            "select",
            "insert",
            "update",
            "delete",
            "truncate",
            "references",
            "trigger",
            "usage",
            "execute",
            "create",
            "maintain",
            "all",
        ];
        if !words.contains(&word.to_ascii_lowercase().as_str()) {
            findings.push(invalid_word("a privilege", privilege, &words));
            continue;
        }
        let all = word.eq_ignore_ascii_case("all");
        let words = if all { every_privilege(kind, scene.spec.postgres.value) } else { &[word] };
        grants.extend(words.iter().flat_map(|word| {
            roles.iter().map(|role| Grant {
                role: role.clone(),
                privilege: word.to_ascii_uppercase(),
                columns: columns.clone(),
                grant_option: spec.grant_option,
            })
        }));
    }
    grants
}

/// The privileges of the object that a grant names.
fn target<'a>(
    scene: &Scene<'_>,
    catalog: &'a mut Catalog,
    kind: &Text,
    name: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<&'a mut Vec<Grant>> {
    let qualified = qualify(function_key(name), &scene.names.default_schema);
    let found = match kind.as_str() {
        "schema" => Some(&mut super::schemas::schema(catalog, name).grants),
        "table" | "view" | "materialized_view" => relation(catalog, &qualified),
        "sequence" => catalog.sequences.get_mut(&qualified).map(|sequence| &mut sequence.grants),
        "type" | "domain" => data_type(catalog, &qualified),
        "function" | "procedure" => return function(scene, catalog, name, findings),
        _ => {
            let words = ["table", "view", "schema", "sequence", "type", "function"];
            findings.push(invalid_word("what a grant is on", kind, &words));
            return None;
        }
    };
    if found.is_none() {
        findings.push(unknown(Code::UnknownTable, kind, name, []));
    }
    found
}

fn relation<'a>(catalog: &'a mut Catalog, name: &crate::catalog::QualifiedName) -> Option<&'a mut Vec<Grant>> {
    if catalog.tables.contains_key(name) {
        return catalog.tables.get_mut(name).map(|table| &mut table.grants);
    }
    if catalog.views.contains_key(name) {
        return catalog.views.get_mut(name).map(|view| &mut view.grants);
    }
    catalog.materialized_views.get_mut(name).map(|view| &mut view.grants)
}

fn data_type<'a>(catalog: &'a mut Catalog, name: &crate::catalog::QualifiedName) -> Option<&'a mut Vec<Grant>> {
    if catalog.enums.contains_key(name) {
        return catalog.enums.get_mut(name).map(|made| &mut made.grants);
    }
    if catalog.domains.contains_key(name) {
        return catalog.domains.get_mut(name).map(|made| &mut made.grants);
    }
    if catalog.ranges.contains_key(name) {
        return catalog.ranges.get_mut(name).map(|made| &mut made.grants);
    }
    catalog.composites.get_mut(name).map(|made| &mut made.grants)
}

/// A function by its name, or by name and types where it is overloaded.
fn function<'a>(
    scene: &Scene<'_>,
    catalog: &'a mut Catalog,
    written: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<&'a mut Vec<Grant>> {
    let name = qualify(function_key(written), &scene.names.default_schema);
    let types = written.strip_suffix(')').and_then(|text| text.split_once('(')).map(|(_, types)| types);
    let wanted: Option<Vec<String>> = types.map(|types| {
        let each = types.split(',').map(str::trim).filter(|text| !text.is_empty());
        let canonical = |text: &str| match crate::expression::parse_type(text, &scene.names) {
            Ok(found) => found.sql,
            Err(_) => text.to_owned(),
        };
        each.map(canonical).collect()
    });
    let fits = |key: &&crate::catalog::FunctionName| {
        key.name == name && wanted.as_ref().is_none_or(|wanted| *wanted == key.arguments)
    };
    let found: Vec<_> = catalog.functions.keys().filter(fits).cloned().collect();
    match found.as_slice() {
        [only] => catalog.functions.get_mut(only).map(|function| &mut function.grants),
        [] => {
            let names: Vec<String> = scene.names.functions.iter().map(|name| name.name.clone()).collect();
            findings.push(unknown(Code::UnknownFunction, "function", written, names.iter().map(String::as_str)));
            None
        }
        _ => {
            let finding = Diagnostic::new(Code::Ambiguous, written.span, format!("`{}` is overloaded", written.value));
            findings.push(finding.help("add the types: `name(text, integer)`"));
            None
        }
    }
}

/// `sql:`
pub(super) fn raw(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    let mut names: BTreeMap<&str, crate::source::Span> = BTreeMap::new();
    for spec in &scene.spec.sql {
        if let Some(other) = names.insert(spec.name.as_str(), spec.name.span) {
            findings.push(super::duplicate("sql", &spec.name, spec.name.span, other));
        }
        catalog.raw.push(raw_sql(spec, findings));
    }
}

fn raw_sql(spec: &RawSqlSpec, findings: &mut Vec<Diagnostic>) -> RawSql {
    let down = spec.down.as_ref().filter(|text| text.trim() != "none");
    if down.is_none() && spec.reason.is_none() {
        let place = spec.down.as_ref().map_or(spec.name.span, |text| text.span);
        let finding = Diagnostic::new(Code::Incomplete, place, format!("`{}` cannot be undone", spec.name.value));
        findings.push(finding.help("add `down:` with SQL, or `down: none` with a `reason:`"));
    }
    let phase = match spec.phase.as_ref().map(|word| word.as_str()) {
        None | Some("after") => RawPhase::After,
        Some("before") => RawPhase::Before,
        Some("before_views") => RawPhase::BeforeViews,
        Some("no_transaction") => RawPhase::NoTransaction,
        Some(_) => {
            let words = ["before", "before_views", "after", "no_transaction"];
            findings.extend(spec.phase.as_ref().map(|word| invalid_word("`phase`", word, &words)));
            RawPhase::After
        }
    };
    RawSql {
        name: spec.name.value.clone(),
        up: spec.up.value.clone(),
        down: down.map(|text| text.value.clone()),
        reason: value(&spec.reason),
        phase,
    }
}

/// `policies:`, verbatim.
pub(super) fn policies(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    for id in scene.tables() {
        let draft = scene.draft(id);
        let made: Vec<Policy> = draft.spec.policies.iter().map(|spec| policy(scene, id, spec, findings)).collect();
        let Some(table) = catalog.tables.get_mut(&draft.name) else { continue };
        for (policy, spec) in made.into_iter().zip(&draft.spec.policies) {
            check_identifier(&policy.name, spec.name.span, findings);
            if table.policies.insert(policy.name.clone(), policy).is_some() {
                let message = format!("`{}` has two policies named `{}`", draft.name, spec.name.value);
                findings.push(Diagnostic::new(Code::DuplicateName, spec.name.span, message).help("rename one of them"));
            }
        }
    }
}

fn policy(scene: &Scene<'_>, table: TableId, spec: &PolicySpec, findings: &mut Vec<Diagnostic>) -> Policy {
    let command = match spec.command.as_ref().map(|word| word.to_ascii_lowercase()).as_deref() {
        None | Some("all") => PolicyCommand::All,
        Some("select") => PolicyCommand::Select,
        Some("insert") => PolicyCommand::Insert,
        Some("update") => PolicyCommand::Update,
        Some("delete") => PolicyCommand::Delete,
        Some(_) => {
            let words = ["all", "select", "insert", "update", "delete"];
            findings.extend(spec.command.as_ref().map(|word| invalid_word("`for`", word, &words)));
            PolicyCommand::All
        }
    };
    let mut roles: Vec<String> = spec.to.iter().flat_map(|role| database_roles(scene, role, findings)).collect();
    roles.sort();
    roles.dedup();
    if roles.is_empty() {
        roles.push("public".to_owned());
    }
    let qualifiers = [scene.draft(table).name.name.as_str()];
    let mut expression = |text: &Option<Text>, place: &str| {
        let text = text.as_ref()?;
        Some(scene.parse(text, scene.row_of(table), &qualifiers, (place, true), findings).sql)
    };
    Policy {
        name: spec.name.value.clone(),
        restrictive: spec.restrictive,
        command,
        roles,
        using: expression(&spec.using, "using"),
        check: expression(&spec.check, "check"),
        comment: value(&spec.comment),
    }
}
