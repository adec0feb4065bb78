//! Indexes that belong to no constraint.

use super::expression::{after_word, bare, group, parts};
use super::table::options;
use super::{Failure, Reader};
use crate::catalog::{Catalog, Index, QualifiedName, RawPhase, RawSql, quote_dollars, quote_literal};
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
    only: bool,
    late: bool,
    comment: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<IndexRow>(include_str!("../queries/index.sql"))? {
        let relation = QualifiedName::new(row.schema.clone(), row.relation.clone());
        if row.late || row.only {
            catalog.raw.push(raw(row));
            continue;
        }
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

/// What the tables cannot bring along: it needs what is made after them, or is on the parent of partitions alone.
fn raw(row: IndexRow) -> RawSql {
    let name = QualifiedName::new(row.schema, row.name);
    let missing = format!("to_regclass({}) is null", quote_literal(&name.sql()));
    let body = format!("begin if {missing} then {}; end if; end", row.definition);
    let comment = row.comment.map(|text| format!("; comment on index {} is {}", name.sql(), quote_literal(&text)));
    RawSql {
        name: format!("index {name}"),
        up: format!("do {}{}", quote_dollars("do", &body), comment.unwrap_or_default()),
        phase: RawPhase::After,
        ..RawSql::default()
    }
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
