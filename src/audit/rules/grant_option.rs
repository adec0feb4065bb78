//! WITH GRANT OPTION for callers.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        for grant in table.grants.iter().filter(|grant| grant.grant_option && context.is_api(&grant.role)) {
            let why = format!("{} may give {} to anybody", grant.role, grant.privilege);
            let fix = format!(
                "revoke grant option for {} on {} from {};",
                grant.privilege.to_lowercase(),
                table.name.sql(),
                grant.role
            );
            found.add(format!("table {}", table.name), why, fix);
        }
    }
}
