//! Policies.

use super::expression::bare;
use super::{Failure, Reader};
use crate::catalog::{Catalog, Policy, PolicyCommand, QualifiedName};
use serde::Deserialize;

#[derive(Deserialize)]
struct PolicyRow {
    schema: String,
    table: String,
    name: String,
    restrictive: bool,
    command: char,
    roles: Option<Vec<String>>,
    using: Option<String>,
    check: Option<String>,
    comment: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<PolicyRow>(include_str!("../queries/policy.sql"))? {
        let name = QualifiedName::new(row.schema.clone(), row.table.clone());
        if let Some(table) = catalog.tables.get_mut(&name) {
            table.policies.insert(row.name.clone(), policy(row));
        }
    }
    Ok(())
}

fn policy(row: PolicyRow) -> Policy {
    Policy {
        name: row.name,
        restrictive: row.restrictive,
        command: match row.command {
            'r' => PolicyCommand::Select,
            'a' => PolicyCommand::Insert,
            'w' => PolicyCommand::Update,
            'd' => PolicyCommand::Delete,
            _ => PolicyCommand::All,
        },
        roles: row.roles.unwrap_or_default(),
        using: row.using.map(|expression| bare(&expression)),
        check: row.check.map(|expression| bare(&expression)),
        comment: row.comment,
    }
}
