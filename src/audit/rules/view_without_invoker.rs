//! Views that callers read and that run with their owner's rights over protected tables.

use crate::audit::sql::relations;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::QualifiedName;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for view in context.catalog.views.values().filter(|view| !view.security_invoker) {
        if crate::audit::context::is_platform(&view.name.schema) {
            continue;
        }
        let readers = context.holders(&view.name.schema, &view.grants, &["SELECT"]);
        let protected =
            relations(&view.query).into_iter().map(|(schema, name)| QualifiedName { schema, name }).find(|name| {
                context.catalog.tables.get(name).is_some_and(|table| table.row_security)
                    || context.catalog.views.contains_key(name)
            });
        if let Some(table) = protected.filter(|_| !readers.is_empty()) {
            let why =
                format!("{} read {table} through it with its owner's rights, past row security", readers.join(", "));
            found.add_shown(
                format!("view {}", view.name),
                why,
                format!("alter view {} set (security_invoker = true);", view.name.sql()),
                context.somebody(&readers).map(|role| {
                    let name = view.name.sql();
                    Proof::new(role, format!("select count(*) > 0 as any, count(*) as rows from {name}"))
                        .shown_by(Shown::True)
                }),
            );
        }
    }
}
