//! From what the author wrote to the model: one file per concept.

mod access;
mod bodies;
mod builtin;
mod calls;
mod columns;
mod defaults;
mod draft;
mod expect;
mod fits;
mod foreign_keys;
mod functions;
mod generated;
mod indexes;
mod keys;
mod members;
mod names;
mod naming;
mod needed_indexes;
mod objects;
mod one_of;
mod operator_classes;
mod order;
mod owners;
mod partition_bounds;
mod partition_points;
mod partitions;
mod principals;
mod renames;
mod roles;
mod rows;
mod rules;
mod scene;
mod schemas;
mod signatures;
mod subjects;
mod tables;
mod tenancy;
#[cfg(test)]
mod tests;
mod triggers;
mod types;
mod values;
mod verbs;
mod views;
mod volatile;

use super::Model;
use crate::catalog::{Catalog, CatalogHints, ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Brought, Kind, Names};
use crate::source::Span;
use crate::spec::{PrivilegesSpec, Spec, Target, TypeScriptSpec};
use scene::Scene;
use std::collections::{BTreeMap, HashMap};
use std::sync::Mutex;

/// Resolves a specification. Goes on after an error; the model is whole only when no finding is one.
pub fn resolve(spec: &Spec) -> (Model, Vec<Diagnostic>) {
    let builtins = builtin::Builtins::new();
    let mut findings = Vec::new();
    roles::check(&spec.roles, &mut findings);
    let scene = scene(spec, &builtins, &mut findings);
    let mut model = Model { base: Catalog { hints: hints(spec), ..Catalog::default() }, ..Model::default() };
    let mut taken = naming::Taken::default();
    let needs = objects(&scene, &mut model, &mut taken, &mut findings);
    renames::renames(&scene, &mut model.base.hints.renamed, &mut findings);
    access::access(&scene, &mut model, &mut findings);
    calls::check(&model, &needs, &mut findings);
    rows::whole(&scene, &model, &mut findings);
    needed_indexes::of_policies(&scene, &mut model, &mut taken);
    (model.expect, model.given) = expect::expect(&scene, &model.principals, &model.tables, &mut findings);
    (model, findings)
}

/// Fills the catalog with every object as written.
fn objects<'a>(
    scene: &Scene<'a>,
    model: &mut Model,
    taken: &mut naming::Taken<'a>,
    findings: &mut Vec<Diagnostic>,
) -> order::Needs {
    let mut needs = order::Needs::default();
    schemas::schemas(scene, &mut model.base, findings);
    types::types(scene, model, &mut needs, findings);
    functions::functions(scene, model, &mut needs, findings);
    objects::sequences(scene, model, taken, findings);
    views::Views { scene, model, taken, needs: &mut needs, findings }.run();
    tables::Tables { scene, catalog: &mut model.base, taken, findings, needs: &mut needs }.run();
    for draft in &scene.drafts {
        model.spans.insert(ObjectName::Table(draft.name.clone()), draft.key);
    }
    partition_bounds::check(scene, findings);
    triggers::triggers(scene, &mut model.base, findings);
    objects::policies(scene, &mut model.base, findings);
    objects::grants(scene, &mut model.base, findings);
    objects::raw(scene, &mut model.base, findings);
    rows::rows(scene, &mut model.base, findings);
    model.base.hints.order = order::order(&model.base, &needs, &model.spans, findings);
    let drawn = needs.relations_of_tables().filter(|(_, relation)| model.base.sequences.contains_key(relation));
    for (table, sequence) in drawn {
        model.draws.entry(sequence.clone()).or_default().insert(table.clone());
    }
    needs
}

fn scene<'a>(spec: &'a Spec, builtins: &'a builtin::Builtins, findings: &mut Vec<Diagnostic>) -> Scene<'a> {
    let drafts = draft::drafts(spec, builtins, findings);
    let by_name: HashMap<_, _> =
        drafts.iter().enumerate().map(|(index, draft)| (draft.name.clone(), super::TableId::new(index))).collect();
    let mut names = types::declared(spec, findings);
    let columns: Vec<Vec<String>> =
        drafts.iter().map(|draft| draft.columns.iter().map(|(name, _)| name.value.clone()).collect()).collect();
    for (draft, columns) in drafts.iter().zip(&columns) {
        names.relations.insert(draft.name.clone(), Some(columns.clone()));
    }
    views::learn_columns(spec, &mut names);
    let typed = columns::Typer::new(&drafts, &by_name, &names, findings).run();
    names.brought = brought(&names, &drafts, &typed);
    names.kinds = kinds(&names, &drafts, &typed);
    let ours = drafts.iter().filter(|draft| draft.managed == crate::spec::ManagedSpec::Fully);
    let key = |draft: &draft::Draft<'_>| draft.primary_key().into_iter().map(str::to_owned).collect();
    names.keys = ours.map(|draft| (draft.name.clone(), key(draft))).collect();
    Scene { spec, names, drafts, typed, columns, by_name, constants: Mutex::default() }
}

/// What kind each column is, by table.
fn kinds(
    names: &Names,
    drafts: &[draft::Draft<'_>],
    typed: &[Vec<columns::Typed>],
) -> BTreeMap<QualifiedName, Vec<Kind>> {
    let of_table = |typed: &Vec<columns::Typed>| typed.iter().map(|typed| Kind::of(&typed.data_type, names)).collect();
    drafts.iter().zip(typed).map(|(draft, typed)| (draft.name.clone(), of_table(typed))).collect()
}

/// Columns that extensions have operators for, by table.
fn brought(
    names: &Names,
    drafts: &[draft::Draft<'_>],
    typed: &[Vec<columns::Typed>],
) -> BTreeMap<QualifiedName, Brought> {
    if names.extension_types.is_empty() && !names.extensions.contains_key("pg_trgm") {
        return BTreeMap::new();
    }
    let of_table = |(draft, typed): (&draft::Draft<'_>, &Vec<columns::Typed>)| {
        let found = draft.columns.iter().zip(typed);
        let found = found.filter_map(|((name, _), typed)| Some((name.value.clone(), names.brought(&typed.data_type)?)));
        (draft.name.clone(), found.collect())
    };
    drafts.iter().zip(typed).map(of_table).collect()
}

fn hints(spec: &Spec) -> CatalogHints {
    let role = |given: &Option<crate::spec::Text>, default: &str| {
        given.as_ref().map_or_else(|| default.to_owned(), |text| text.value.clone())
    };
    CatalogHints {
        project: spec.project.as_ref().map(|text| text.value.clone()).unwrap_or_default(),
        supabase: spec.target.value == Target::Supabase,
        postgres: spec.postgres.value,
        default_schema: spec.schema.value.clone(),
        written_privileges: spec.privileges.value == PrivilegesSpec::Written,
        strict_types: spec.typescript.value == TypeScriptSpec::Strict,
        signed_in: role(&spec.roles.signed_in, "authenticated"),
        anonymous: role(&spec.roles.anonymous, "anon"),
        service: role(&spec.roles.service, "service_role"),
        renamed: Default::default(),
        isolation: Default::default(),
        order: Vec::new(),
        seed: spec.seed.iter().map(|path| path.value.clone()).collect(),
    }
}

/// Two things of one name.
fn duplicate(what: &str, name: &str, span: Span, other: Span) -> Diagnostic {
    Diagnostic::new(Code::DuplicateName, span, format!("there are two of one name: {what} `{name}`"))
        .related(other, "the other one")
        .help("rename one of them")
}
