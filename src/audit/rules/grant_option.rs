//! WITH GRANT OPTION for callers.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::quote_literal;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        for grant in table.grants.iter().filter(|grant| grant.grant_option && context.is_api(&grant.role)) {
            let why = format!("{} may give {} to anybody", grant.role, grant.privilege);
            let fix = format!(
                "revoke grant option for {} on {} from {};",
                grant.privilege.to_lowercase(),
                table.name.sql(),
                listed(&[&grant.role])
            );
            found.add_shown(
                format!("table {}", table.name),
                why,
                fix,
                grant.columns.is_empty().then(|| {
                    let (name, held) =
                        (quote_literal(&table.name.sql()), format!("{} with grant option", grant.privilege));
                    let statement = format!("select pg_catalog.has_table_privilege({name}, {})", quote_literal(&held));
                    Proof::new(&grant.role, statement).shown_by(Shown::True)
                }),
            );
        }
    }
}
