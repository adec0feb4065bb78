//! ALTER DEFAULT PRIVILEGES that give callers every new table.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let platform = |owner: &str| owner == "postgres" || owner.starts_with("supabase_");
    for default in &context.catalog.default_privileges {
        let writes = ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(&default.grant.privilege.as_str());
        if default.objects == "TABLES" && writes && context.is_api(&default.grant.role) && !platform(&default.owner) {
            let place = default.schema.as_deref().map(|schema| format!(" in schema {schema}")).unwrap_or_default();
            let why = format!(
                "every new table{place} of {} gives {} to {}, with or without row security",
                default.owner, default.grant.privilege, default.grant.role
            );
            let fix = format!(
                "alter default privileges for role {}{place} revoke {} on tables from {};",
                default.owner,
                default.grant.privilege.to_lowercase(),
                default.grant.role
            );
            found.add(format!("default privileges of {}", default.owner), why, fix);
        }
    }
}
