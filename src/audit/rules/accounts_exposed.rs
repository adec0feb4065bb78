//! Views over `auth.users` that callers read.

use crate::audit::proofs;
use crate::audit::sql::relations;
use crate::audit::context::listed;
use crate::audit::{Context, Findings};
use crate::catalog::QualifiedName;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let accounts = context.catalog.tables.get(&QualifiedName::new("auth", "users"));
    let readable = accounts.is_some_and(|table| !context.callers_who(table, "SELECT").is_empty());
    // with the caller's own rights, the view shows what he could read anyway
    let views = context.catalog.views.values().filter(|view| !view.security_invoker || readable);
    let views = views.map(|view| ("view", &view.name, &view.query, &view.grants));
    let materialized = context
        .catalog
        .materialized_views
        .values()
        .map(|view| ("materialized view", &view.name, &view.query, &view.grants));
    for (kind, name, query, grants) in views.chain(materialized) {
        let shows = relations(query).iter().any(|(schema, name)| schema == "auth" && name == "users");
        let readers = context.holders(&name.schema, grants, &["SELECT"]);
        if shows && !readers.is_empty() && !crate::audit::context::is_platform(&name.schema) {
            let why = format!("{} read auth.users through it", readers.join(", "));
            found.add_shown(
                format!("{kind} {name}"),
                why,
                format!("revoke all on {} from {};", name.sql(), listed(&readers)),
                context.somebody(&readers).map(|role| proofs::reads(role, &name.sql())),
            );
        }
    }
}
