//! Privileges on columns beside the same privilege on the whole table.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        for narrow in table.grants.iter().filter(|grant| !grant.columns.is_empty() && context.is_api(&grant.role)) {
            let whole = table.grants.iter().find(|grant| {
                grant.columns.is_empty()
                    && grant.privilege == narrow.privilege
                    && (grant.role == narrow.role || grant.role == "public")
            });
            if let Some(whole) = whole {
                let why = format!(
                    "{} has {} on the whole table: the list of columns restricts nothing",
                    whole.role, whole.privilege
                );
                let fix =
                    format!("revoke {} on {} from {};", whole.privilege.to_lowercase(), table.name.sql(), whole.role);
                found.add(format!("table {}", table.name), why, fix);
            }
        }
    }
}
