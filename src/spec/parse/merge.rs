//! Several files, one model. A name that two of them define is an error that shows both places.

use super::is_written;
use super::reader::Reader;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Span, Spanned};
use crate::spec::{Entries, FunctionSpec, RolesSpec, Spec, Text};

/// Adds a later file to what the earlier ones said.
pub(super) fn files(reader: &mut Reader<'_>, mut whole: Spec, later: Spec) -> Spec {
    let Spec {
        version,
        include,
        project,
        target,
        postgres,
        schema,
        schemas,
        extensions,
        privileges,
        typescript,
        tenancy,
        require,
        principals,
        roles,
        groups,
        mixins,
        enums,
        domains,
        composites,
        ranges,
        sequences,
        functions,
        triggers,
        views,
        materialized_views,
        tables,
        grants,
        sql,
        seed,
        expect,
    } = later;
    if !is_written(&whole.version) {
        whole.version = version;
    }
    whole.include.extend(include);
    once(reader, "target", &mut whole.target, target);
    once(reader, "postgres", &mut whole.postgres, postgres);
    once(reader, "schema", &mut whole.schema, schema);
    once(reader, "privileges", &mut whole.privileges, privileges);
    once(reader, "typescript", &mut whole.typescript, typescript);
    option(reader, "project", &mut whole.project, project, |text| text.span);
    option(reader, "tenancy", &mut whole.tenancy.carry, tenancy.carry, |carry| carry.span);
    option(reader, "require", &mut whole.require, require, crate::spec::RequireSpec::span);
    entries(reader, "schema", &mut whole.schemas, schemas);
    entries(reader, "extension", &mut whole.extensions, extensions);
    entries(reader, "principal", &mut whole.principals, principals);
    entries(reader, "group", &mut whole.groups, groups);
    entries(reader, "mixin", &mut whole.mixins, mixins);
    entries(reader, "enum", &mut whole.enums, enums);
    entries(reader, "domain", &mut whole.domains, domains);
    entries(reader, "composite", &mut whole.composites, composites);
    entries(reader, "range", &mut whole.ranges, ranges);
    entries(reader, "sequence", &mut whole.sequences, sequences);
    entries(reader, "trigger", &mut whole.triggers, triggers);
    entries(reader, "view", &mut whole.views, views);
    entries(reader, "materialized view", &mut whole.materialized_views, materialized_views);
    entries(reader, "table", &mut whole.tables, tables);
    merge_functions(reader, &mut whole.functions, functions);
    merge_roles(reader, &mut whole.roles, roles);
    whole.grants.extend(grants);
    whole.sql.extend(sql);
    whole.seed.extend(seed);
    whole.expect.extend(expect);
    whole
}

fn once<T>(reader: &mut Reader<'_>, key: &str, kept: &mut Spanned<T>, later: Spanned<T>) {
    if !is_written(&later) {
        return;
    }
    if is_written(kept) {
        return twice(reader, key, kept.span, later.span);
    }
    *kept = later;
}

fn option<T>(reader: &mut Reader<'_>, key: &str, kept: &mut Option<T>, later: Option<T>, span: fn(&T) -> Span) {
    match (kept.as_ref(), later) {
        (Some(first), Some(second)) => twice(reader, key, span(first), span(&second)),
        (None, later) => *kept = later,
        (Some(_), None) => {}
    }
}

fn entries<T>(reader: &mut Reader<'_>, kind: &str, kept: &mut Entries<T>, later: Entries<T>) {
    let places: std::collections::BTreeMap<String, Span> =
        kept.iter().map(|(key, _)| (key.value.clone(), key.span)).collect();
    for (key, value) in later {
        match places.get(&key.value) {
            Some(first) => twice(reader, &format!("{kind} {}", key.value), *first, key.span),
            None => kept.push((key, value)),
        }
    }
}

/// Overloads share a name; a signature tells them apart.
fn merge_functions(reader: &mut Reader<'_>, kept: &mut Entries<FunctionSpec>, later: Entries<FunctionSpec>) {
    for (key, function) in later {
        let same = kept.iter().find(|(name, other)| *name == key && other.signature == function.signature);
        match same.map(|(name, _)| name.span) {
            Some(first) => twice(reader, &format!("function {}", key.value), first, key.span),
            None => kept.push((key, function)),
        }
    }
}

fn merge_roles(reader: &mut Reader<'_>, kept: &mut RolesSpec, later: RolesSpec) {
    let span = |role: &Text| role.span;
    option(reader, "role signed_in", &mut kept.signed_in, later.signed_in, span);
    option(reader, "role anonymous", &mut kept.anonymous, later.anonymous, span);
    option(reader, "role service", &mut kept.service, later.service, span);
    entries(reader, "role", &mut kept.others, later.others);
}

fn twice(reader: &mut Reader<'_>, what: &str, first: Span, second: Span) {
    let finding = Diagnostic::new(Code::DefinedTwice, second, format!("`{what}` is defined twice"))
        .label("again here")
        .related(first, "first defined here")
        .help("keep one of them, or rename the other");
    reader.report(finding);
}
