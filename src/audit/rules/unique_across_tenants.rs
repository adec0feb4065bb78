//! Unique keys of tenants' tables that do not begin with the tenant.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables().filter(|table| table.row_security && !context.callers_who(table, "INSERT").is_empty())
    {
        let Some(tenant) = table.columns.iter().find(|column| is_tenant(&column.name)) else { continue };
        for key in table.uniques.values().filter(|key| !key.columns.contains(&tenant.name)) {
            let refers = |column: &String| table.foreign_keys.values().any(|foreign| foreign.columns.contains(column));
            let random =
                |column: &String| table.columns.iter().any(|known| &known.name == column && known.data_type == "uuid");
            if !key.columns.iter().any(|column| refers(column) || random(column)) {
                let why = format!(
                    "({}) is unique across tenants: the error tells what another one has",
                    key.columns.join(", ")
                );
                found.add(format!("key {} on {}", key.name, table.name), why, "");
            }
        }
    }
}

fn is_tenant(name: &str) -> bool {
    ["tenant_id", "organization_id", "org_id", "team_id", "workspace_id", "company_id", "account_id"].contains(&name)
}
