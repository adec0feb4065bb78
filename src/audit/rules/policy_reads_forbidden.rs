//! Policies with a subquery on a table that their roles have no privilege on.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::relations;
use crate::audit::{Context, Findings, Shown};
use crate::catalog::{Grant, QualifiedName};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies() {
        let read = expressions(policy).flat_map(relations).map(|(schema, name)| QualifiedName { schema, name });
        let mut seen = std::collections::BTreeSet::new();
        for name in read.filter(|name| seen.insert(name.clone())) {
            let grants = context.catalog.tables.get(&name).map(|table| table.grants.as_slice());
            let grants = grants.or_else(|| context.catalog.views.get(&name).map(|view| view.grants.as_slice()));
            let Some(grants) = grants else { continue };
            for role in policy.roles.iter().filter(|role| context.is_api(role) && *role != "public") {
                if !may_read(grants, role) {
                    let why = format!("{role} may not read {name}: every query of the table fails for him");
                    found.add_shown(
                        policy_on(policy, table),
                        why,
                        "",
                        proofs::touches(context, table, policy).map(|proof| proof.shown_by(Shown::State("42501"))),
                    );
                }
            }
        }
    }
}

fn may_read(grants: &[Grant], role: &str) -> bool {
    grants.iter().any(|grant| grant.privilege == "SELECT" && (grant.role == role || grant.role == "public"))
}
