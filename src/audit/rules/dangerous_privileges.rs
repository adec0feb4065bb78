//! TRUNCATE, TRIGGER, REFERENCES and MAINTAIN for callers.

use crate::audit::context::listed;
use crate::audit::{Context, Findings};
use std::collections::BTreeSet;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        let wide = ["TRUNCATE", "TRIGGER", "REFERENCES", "MAINTAIN"];
        let held: BTreeSet<&str> =
            wide.into_iter().filter(|privilege| !context.callers_who(table, privilege).is_empty()).collect();
        if !held.is_empty() {
            let list: Vec<&str> = held.into_iter().collect();
            let holders = context.holders(&table.name.schema, &table.grants, &list);
            let roles = holders.join(", ");
            let why = format!("{roles} hold {}: row security does not apply to these", list.join(", "));
            found.add(
                format!("table {}", table.name),
                why,
                format!(
                    "revoke {} on {} from {};",
                    list.join(", ").to_lowercase(),
                    table.name.sql(),
                    listed(&holders)
                ),
            );
        }
    }
}
