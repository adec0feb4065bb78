//! Indexes that belong to no constraint.

use super::expression::{after_word, bare, group, parts};
use super::table::options;
use super::{Failure, Reader};
use crate::catalog::{Catalog, Index, QualifiedName};
use serde::Deserialize;

#[derive(Deserialize)]
struct IndexRow {
    schema: String,
    relation: String,
    kind: char,
    name: String,
    unique: bool,
    method: String,
    definition: String,
    include: Option<Vec<String>>,
    nulls_not_distinct: bool,
    options: Option<Vec<String>>,
    predicate: Option<String>,
    valid: bool,
    comment: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<IndexRow>(include_str!("../queries/index.sql"))? {
        let relation = QualifiedName::new(row.schema.clone(), row.relation.clone());
        let indexes = if row.kind == 'm' {
            catalog.materialized_views.get_mut(&relation).map(|view| &mut view.indexes)
        } else {
            catalog.tables.get_mut(&relation).map(|table| &mut table.indexes)
        };
        if let Some(indexes) = indexes {
            let found = index(row);
            indexes.insert(found.name.clone(), found);
        }
    }
    Ok(())
}

fn index(row: IndexRow) -> Index {
    // only the whole definition has the collations, operator classes and orders that are not the default
    let start = after_word(&row.definition, "using").unwrap_or(0);
    let keys = group(&row.definition, start).map(|(inner, _)| parts(inner)).unwrap_or_default();
    Index {
        name: row.name,
        unique: row.unique,
        method: row.method,
        keys,
        include: row.include.unwrap_or_default(),
        nulls_not_distinct: row.nulls_not_distinct,
        with: options(row.options),
        predicate: row.predicate.map(|expression| bare(&expression)),
        invalid: !row.valid,
        comment: row.comment,
    }
}
