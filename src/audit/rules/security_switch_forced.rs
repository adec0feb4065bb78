//! FORCE ROW LEVEL SECURITY on tables that definer helpers of the same owner read.

use crate::audit::sql::mentions;
use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.force_row_security) {
        let bypasses = context.catalog.roles.get(&table.owner).is_none_or(|role| role.bypass_row_security);
        let helper = context.functions().find(|function| {
            function.security_definer && function.owner == table.owner && mentions(&function.body, &table.name.name)
        });
        if let Some(helper) = helper.filter(|_| !bypasses) {
            let why = format!(
                "{} reads it as its owner, to whom row security is forced to apply: it finds nothing, silently",
                helper.name.sql()
            );
            found.add(
                format!("table {}", table.name),
                why,
                format!("alter table {} no force row level security;", table.name.sql()),
            );
        }
    }
}
