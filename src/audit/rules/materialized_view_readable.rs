//! Materialized views cannot have row security.

use crate::audit::proofs;
use crate::audit::context::listed;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for view in context.catalog.materialized_views.values() {
        let readers = context.holders(&view.name.schema, &view.grants, &["SELECT"]);
        if !readers.is_empty() && !crate::audit::context::is_platform(&view.name.schema) {
            let why = format!("{} read all of it: a materialized view has no row security", readers.join(", "));
            found.add_shown(
                format!("materialized view {}", view.name),
                why,
                format!("revoke all on {} from {};", view.name.sql(), listed(&readers)),
                context.somebody(&readers).map(|role| proofs::reads(role, &view.name.sql())),
            );
        }
    }
}
