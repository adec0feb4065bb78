//! CREATE for callers on a schema.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for schema in context.catalog.schemas.values() {
        let makers: Vec<&str> = schema
            .grants
            .iter()
            .filter(|grant| grant.privilege == "CREATE" && context.is_api(&grant.role))
            .map(|grant| grant.role.as_str())
            .collect();
        if !makers.is_empty() {
            let why = format!("{} may make functions and tables there that others then find first", makers.join(", "));
            let fix = format!(
                "revoke create on schema {} from {};",
                crate::catalog::quote_identifier(&schema.name),
                listed(&makers)
            );
            found.add_shown(
                format!("schema {}", schema.name),
                why,
                fix,
                context.somebody(&makers).map(|role| {
                    let schema = crate::catalog::quote_identifier(&schema.name);
                    Proof::new(role, format!("create table {schema}.schemagen_proof ()"))
                }),
            );
        }
    }
}
