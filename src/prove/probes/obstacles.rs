//! What stands in the way of a row's going: rows that refer to it, or to what goes with it, and refuse.

use super::{Context, key_predicate};
use crate::model::TableId;
use crate::prove::fixtures::Record;
use crate::prove::shapes::ForeignKey;
use std::collections::BTreeSet;

/// The SQL that takes away whatever refuses that these rows go; `None` where nothing does.
pub fn before_going<'r>(
    context: &'r Context,
    table: TableId,
    records: impl Iterator<Item = &'r Record>,
) -> Option<String> {
    let mut found = BTreeSet::new();
    let mut gone = BTreeSet::new();
    records.for_each(|record| with_row(context, table, record, &mut gone, &mut found));
    (!found.is_empty()).then(|| found.into_iter().collect::<Vec<_>>().join(";\n"))
}

/// What refuses that one row goes, and every row that goes with it.
fn with_row<'r>(
    context: &'r Context,
    table: TableId,
    record: &'r Record,
    gone: &mut BTreeSet<(TableId, &'r Record)>,
    found: &mut BTreeSet<String>,
) {
    if !gone.insert((table, record)) {
        return;
    }
    let name = &context.model.table(table).name;
    // Memberships stay: without them the caller would be nobody; so do the table's own rows, which are asked about.
    let other = |child: &TableId| *child != table && context.model.table(*child).membership_of.is_none();
    for (child, shape) in context.shapes.iter().filter(|(child, _)| other(child)) {
        for key in shape.foreign_keys.iter().filter(|key| key.target() == *name) {
            for row in context.fixture.of(*child).iter().filter(|row| refers(key, row, record)) {
                if key.refuses {
                    found.insert(format!("delete from {} where {}", shape.name, key_predicate(shape, row)));
                } else if key.cascades {
                    with_row(context, *child, row, gone, found);
                }
            }
        }
    }
}

fn refers(key: &ForeignKey, row: &Record, record: &Record) -> bool {
    let mut pairs = key.columns.iter().zip(&key.to);
    pairs.all(|(column, to)| row.get(column).is_some_and(|value| value.is_some() && record.get(to) == Some(value)))
}
