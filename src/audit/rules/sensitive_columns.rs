//! Columns that look like secrets on tables that callers read without row security.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof};

const SECRETS: &[&str] = &[
    "password",
    "passwd",
    "secret",
    "token",
    "api_key",
    "apikey",
    "private_key",
    "ssn",
    "social_security",
    "credit_card",
    "card_number",
    "cvv",
    "iban",
    "passport",
    "tax_id",
];

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| !table.row_security) {
        let readers = context.callers_who(table, "SELECT");
        let looks = |name: &str| SECRETS.iter().any(|secret| name.to_lowercase().contains(secret));
        for column in table.columns.iter().filter(|column| looks(&column.name) && !readers.is_empty()) {
            let why = format!("{} read it in every row", readers.join(", "));
            found.add_shown(
                format!("column {} on {}", column.name, table.name),
                why,
                format!("revoke all on {} from {};", table.name.sql(), listed(&readers)),
                context.somebody(&readers).map(|role| {
                    let name = crate::catalog::quote_identifier(&column.name);
                    Proof::new(role, format!("select {name} from {} limit 0", table.name.sql()))
                }),
            );
        }
    }
}
