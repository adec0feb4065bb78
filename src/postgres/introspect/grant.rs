//! Privileges, as the queries give them.

use crate::catalog::Grant;
use serde::Deserialize;

/// One privilege of one role.
#[derive(Deserialize)]
pub struct GrantRow {
    role: String,
    privilege: String,
    grant_option: bool,
    column: Option<String>,
}

/// Those of an object and its columns, sorted; columns with the same privilege come together.
pub fn grants(object: Option<Vec<GrantRow>>, columns: Option<Vec<GrantRow>>) -> Vec<Grant> {
    let mut grants: Vec<Grant> = object.into_iter().flatten().map(grant).collect();
    for row in columns.into_iter().flatten() {
        let (column, wanted) = (row.column.clone(), grant(row));
        let same = |known: &&mut Grant| {
            !known.columns.is_empty()
                && (&known.role, &known.privilege, known.grant_option)
                    == (&wanted.role, &wanted.privilege, wanted.grant_option)
        };
        match grants.iter_mut().find(same) {
            Some(known) => known.columns.extend(column),
            None => grants.push(Grant { columns: column.into_iter().collect(), ..wanted }),
        }
    }
    grants.sort();
    grants
}

fn grant(row: GrantRow) -> Grant {
    Grant { role: row.role, privilege: row.privilege, columns: Vec::new(), grant_option: row.grant_option }
}
