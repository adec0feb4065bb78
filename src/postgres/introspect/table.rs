//! Tables; what belongs to one is read by kind and put in afterwards.

use super::expression::bare;
use super::grant::{GrantRow, grants};
use super::{Failure, Reader};
use crate::catalog::{Catalog, PartitionBy, PartitionOf, QualifiedName, ReplicaIdentity, Table};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct TableRow {
    schema: String,
    name: String,
    owner: String,
    comment: Option<String>,
    row_security: bool,
    force_row_security: bool,
    partition_by: Option<String>,
    bound: Option<String>,
    parents: Option<Vec<(String, String)>>,
    options: Option<Vec<String>>,
    toast_options: Option<Vec<String>>,
    unlogged: bool,
    replica_identity: char,
    replica_index: Option<String>,
    foreign_table: Option<String>,
    grants: Option<Vec<GrantRow>>,
    column_grants: Option<Vec<GrantRow>>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows(include_str!("../queries/table.sql"))? {
        let found = table(row);
        catalog.tables.insert(found.name.clone(), found);
    }
    Ok(())
}

fn table(row: TableRow) -> Table {
    let mut parents: Vec<_> =
        row.parents.into_iter().flatten().map(|(schema, name)| QualifiedName { schema, name }).collect();
    let partition_of =
        row.bound.filter(|_| !parents.is_empty()).map(|bound| PartitionOf { parent: parents.remove(0), bound });
    let toast = options(row.toast_options).into_iter().map(|(name, value)| (format!("toast.{name}"), value));
    Table {
        name: QualifiedName::new(row.schema, row.name),
        owner: row.owner,
        comment: row.comment,
        row_security: row.row_security,
        force_row_security: row.force_row_security,
        partition_by: row.partition_by.map(|definition| PartitionBy { definition: bare(&definition) }),
        partition_of,
        inherits: parents,
        with: options(row.options).into_iter().chain(toast).collect(),
        unlogged: row.unlogged,
        replica_identity: replica_identity(row.replica_identity, row.replica_index),
        foreign: row.foreign_table,
        grants: grants(row.grants, row.column_grants),
        ..Table::default()
    }
}

/// Storage parameters: `{fillfactor=70}`.
pub fn options(list: Option<Vec<String>>) -> BTreeMap<String, String> {
    let list = list.unwrap_or_default();
    let pairs = list.iter().filter_map(|option| option.split_once('='));
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn replica_identity(letter: char, index: Option<String>) -> ReplicaIdentity {
    match (letter, index) {
        ('f', _) => ReplicaIdentity::Full,
        ('n', _) => ReplicaIdentity::Nothing,
        ('i', Some(index)) => ReplicaIdentity::Index(index),
        _ => ReplicaIdentity::Default,
    }
}
