//! SELECT on sequences for callers.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for sequence in
        context.catalog.sequences.values().filter(|sequence| !crate::audit::context::is_platform(&sequence.name.schema))
    {
        let readers = context.holders(&sequence.name.schema, &sequence.grants, &["SELECT", "UPDATE"]);
        if !readers.is_empty() {
            let selecting = context.holders(&sequence.name.schema, &sequence.grants, &["SELECT"]);
            let statement = format!("select last_value from {}", sequence.name.sql());
            let proof = context.somebody(&selecting).map(|role| Proof::new(role, statement));
            let why = format!(
                "{} read how many rows all tenants have made, and UPDATE lets them turn it back",
                readers.join(", ")
            );
            let fix = format!("revoke select, update on sequence {} from {};", sequence.name.sql(), listed(&readers));
            found.add_shown(format!("sequence {}", sequence.name), why, fix, proof);
        }
    }
}
