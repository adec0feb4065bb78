//! Views over `auth.users` that callers read.

use crate::audit::sql::relations;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let views = context.catalog.views.values().map(|view| ("view", &view.name, &view.query, &view.grants));
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
            found.add(
                format!("{kind} {name}"),
                why,
                format!("revoke all on {} from {};", name.sql(), readers.join(", ")),
            );
        }
    }
}
