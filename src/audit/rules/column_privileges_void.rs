//! Privileges on columns beside the same privilege on the whole table.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof};
use crate::catalog::{Grant, Table, quote_identifier};

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
                    format!("revoke {} on {} from {};", whole.privilege.to_lowercase(), table.name.sql(), listed(&[&whole.role]));
                found.add_shown(format!("table {}", table.name), why, fix, anyway(context, table, narrow));
            }
        }
    }
}

/// A column that the list leaves out.
fn anyway(context: &Context<'_>, table: &Table, narrow: &Grant) -> Option<Proof> {
    let other = table.columns.iter().find(|column| {
        !narrow.columns.contains(&column.name) && column.generated.is_none() && column.identity.is_none()
    });
    let (name, column) = (table.name.sql(), quote_identifier(&other?.name));
    let statement = match narrow.privilege.as_str() {
        "SELECT" => format!("select {column} from {name} limit 0"),
        "UPDATE" => format!("update {name} set {column} = {column} where false"),
        _ => return None,
    };
    let role = if narrow.role == "public" { context.somebody(&["public"])?.to_owned() } else { narrow.role.clone() };
    Some(Proof::new(&role, statement))
}
