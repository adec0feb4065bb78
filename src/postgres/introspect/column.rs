//! Columns of tables, views and materialized views.

use super::expression::bare;
use super::types::SequenceOptionsRow;
use super::{Failure, Reader};
use crate::catalog::{Catalog, Column, ColumnHints, ColumnOptions, Identity, QualifiedName};
use serde::Deserialize;

#[derive(Deserialize)]
struct ColumnRow {
    schema: String,
    relation: String,
    kind: char,
    name: String,
    r#type: String,
    not_null: bool,
    not_null_inherited: bool,
    default: Option<String>,
    generated: Option<String>,
    r#virtual: bool,
    identity: String,
    sequence: Option<SequenceOptionsRow>,
    collation: Option<String>,
    storage: Option<char>,
    compression: String,
    statistics: Option<i32>,
    comment: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<ColumnRow>(include_str!("../queries/column.sql"))? {
        let relation = QualifiedName::new(row.schema.clone(), row.relation.clone());
        let columns = match row.kind {
            'v' => catalog.views.get_mut(&relation).map(|view| &mut view.columns),
            'm' => catalog.materialized_views.get_mut(&relation).map(|view| &mut view.columns),
            _ => catalog.tables.get_mut(&relation).map(|table| &mut table.columns),
        };
        if let Some(columns) = columns {
            columns.push(column(row));
        }
    }
    Ok(())
}

fn column(row: ColumnRow) -> Column {
    let sequence = row.sequence;
    let identity = (!row.identity.is_empty()).then(|| {
        let options = sequence.map(|options| options.shortened()).unwrap_or_default();
        Box::new(Identity { always: row.identity == "a", options })
    });
    Column {
        name: row.name,
        data_type: row.r#type,
        not_null: row.not_null,
        // a view's default is set by a statement of its own
        default: row.default.filter(|_| row.kind != 'v'),
        generated: row.generated.map(|expression| bare(&expression)),
        generated_virtual: row.r#virtual,
        identity,
        options: ColumnOptions {
            collation: row.collation,
            storage: row.storage.and_then(storage).map(str::to_owned),
            compression: compression(&row.compression).map(str::to_owned),
            statistics: row.statistics,
        }
        .into(),
        comment: row.comment,
        hints: ColumnHints { not_null_inherited: row.not_null_inherited, ..ColumnHints::default() }.into(),
    }
}

fn storage(letter: char) -> Option<&'static str> {
    match letter {
        'p' => Some("plain"),
        'e' => Some("external"),
        'm' => Some("main"),
        'x' => Some("extended"),
        _ => None,
    }
}

fn compression(letter: &str) -> Option<&'static str> {
    match letter {
        "p" => Some("pglz"),
        "l" => Some("lz4"),
        _ => None,
    }
}
