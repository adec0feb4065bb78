//! ALTER DEFAULT PRIVILEGES that give callers every new table.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof};
use crate::catalog::{DefaultPrivilege, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let platform = |owner: &str| owner == "postgres" || owner.starts_with("supabase_");
    for default in &context.catalog.default_privileges {
        let writes = ["SELECT", "INSERT", "UPDATE", "DELETE"].contains(&default.grant.privilege.as_str());
        if default.objects == "TABLES" && writes && context.is_api(&default.grant.role) && !platform(&default.owner) {
            let place = default.schema.as_deref().map(|schema| format!(" in schema {}", quote_identifier(schema))).unwrap_or_default();
            let why = format!(
                "every new table{place} of {} gives {} to {}, with or without row security",
                default.owner, default.grant.privilege, default.grant.role
            );
            let fix = format!(
                "alter default privileges for role {}{place} revoke {} on tables from {};",
                quote_identifier(&default.owner),
                default.grant.privilege.to_lowercase(),
                listed(&[&default.grant.role])
            );
            found.add_shown(format!("default privileges of {}", default.owner), why, fix, new_table(default));
        }
    }
}

/// A table is made, and the caller uses it.
fn new_table(default: &DefaultPrivilege) -> Option<Proof> {
    let schema = quote_identifier(default.schema.as_deref().unwrap_or("public"));
    let name = format!("{schema}.schemagen_proof");
    let statement = match default.grant.privilege.as_str() {
        "SELECT" => format!("select count(*) as rows from {name}"),
        "INSERT" => format!("insert into {name} default values"),
        "UPDATE" => format!("update {name} set id = null"),
        _ => format!("delete from {name}"),
    };
    let owner = quote_identifier(&default.owner);
    let prepare =
        vec![format!("set local role {owner}"), format!("create table {name} (id int)"), "reset role".to_owned()];
    (default.grant.role != "public").then(|| Proof { prepare, ..Proof::new(&default.grant.role, statement) })
}
