//! Tables owned by a role that callers have.

use crate::audit::{Context, Findings, Proof};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| ["anon", "authenticated"].contains(&table.owner.as_str())) {
        let why =
            format!("{} owns it: row security does not apply to the owner, who may also switch it off", table.owner);
        found.add_shown(
            format!("table {}", table.name),
            why,
            format!("alter table {} owner to current_user;", table.name.sql()),
            Some(Proof::new(&table.owner, format!("comment on table {} is null", table.name.sql()))),
        );
    }
}
