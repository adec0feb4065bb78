//! Schemas, extensions and roles.

use super::scene::Scene;
use super::subjects::database_roles;
use super::tables::value;
use crate::catalog::{Catalog, Extension, Grant, Role, SUPABASE_SCHEMAS, Schema, is_role_of_supabase};
use crate::diagnostics::Diagnostic;
use crate::spec::is_described;

/// Schemas that exist before us.
const THERE: &[&str] = &["public", "pg_catalog", "information_schema"];
/// Schemas named or used, extensions, and the three roles with any others.
pub(super) fn schemas(scene: &Scene<'_>, catalog: &mut Catalog, findings: &mut Vec<Diagnostic>) {
    roles(scene, catalog);
    for (name, spec) in &scene.spec.schemas {
        super::names::check_identifier(name, name.span, findings);
        let schema = schema(catalog, name);
        schema.comment = value(&spec.comment);
        schema.unmanaged |= is_described(spec.managed.as_ref());
        let roles = spec.usage.iter().flatten().flat_map(|role| database_roles(scene, role, findings));
        let grants = roles.map(|role| Grant { role, privilege: "USAGE".to_owned(), ..Grant::default() });
        schema.grants = grants.collect();
    }
    schema(catalog, &scene.names.default_schema);
    for draft in &scene.drafts {
        schema(catalog, &draft.name.schema);
    }
    for name in scene.names.types.keys().chain(&scene.names.functions) {
        schema(catalog, &name.schema);
    }
    for (name, spec) in &scene.spec.extensions {
        let (schema_name, version) = (value(&spec.schema), value(&spec.version));
        if let Some(name) = &schema_name {
            schema(catalog, name);
        }
        let extension = Extension { name: name.value.clone(), schema: schema_name, version };
        catalog.extensions.insert(name.value.clone(), extension);
    }
}

/// The schema of this name, made known if it was not.
pub(super) fn schema<'a>(catalog: &'a mut Catalog, name: &str) -> &'a mut Schema {
    let supabase = catalog.hints.supabase;
    catalog.schemas.entry(name.to_owned()).or_insert_with(|| Schema {
        name: name.to_owned(),
        unmanaged: THERE.contains(&name) || supabase && SUPABASE_SCHEMAS.contains(&name),
        ..Schema::default()
    })
}

fn roles(scene: &Scene<'_>, catalog: &mut Catalog) {
    let hints = catalog.hints.clone();
    let others = scene.spec.roles.others.iter().map(|(_, role)| (role.value.clone(), false));
    let given = &scene.spec.roles;
    let known = [
        (hints.signed_in, false, given.signed_in.is_some()),
        (hints.anonymous, false, given.anonymous.is_some()),
        (hints.service, true, given.service.is_some()),
    ];
    let others = others.map(|(name, bypass)| (name, bypass, true));
    for (name, bypass, written) in known.into_iter().chain(others) {
        let there = hints.supabase && is_role_of_supabase(&name);
        let unmanaged = there || hints.written_privileges && !written;
        let role = Role { name: name.clone(), bypass_row_security: bypass, unmanaged, ..Role::default() };
        catalog.roles.entry(name).or_insert(role);
    }
}
