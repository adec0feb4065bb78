//! The rows of `given` as the oracle sees them: keys are the rows' names, what is left out is what the database would
//! put there, as far as the model tells.

use super::Fixture;
use crate::expression::{Answer, Formula};
use crate::model::{ColumnId, GivenValue, Model};
use crate::oracle::{Row, World};

/// A value that only a server could tell.
pub const UNKNOWN: &str = "\u{1}unknown";

/// References among the rows are followed so far; a circle ends there.
const DEPTH: usize = 32;

/// The rows that a model gives.
pub fn fixture(model: &Model) -> Fixture {
    let rows: Vec<Row> = (0..model.given.len()).map(|place| row(model, place)).collect();
    let mut world = World::default();
    for (given, row) in model.given.iter().zip(&rows) {
        world.rows.entry(given.table).or_default().push(row.clone());
    }
    Fixture { rows, world }
}

fn row(model: &Model, place: usize) -> Row {
    let columns = model.table(model.given[place].table).columns.len();
    Row((0..columns).map(|column| value(model, place, ColumnId::new(column), 0)).collect())
}

fn value(model: &Model, place: usize, column: ColumnId, depth: usize) -> Option<String> {
    let given = &model.given[place];
    match given.values.get(&column) {
        Some(GivenValue::Null) => None,
        Some(GivenValue::Text(text)) => Some(text.clone()),
        Some(GivenValue::Row(to, target)) if depth < DEPTH => value(model, *to, *target, depth + 1),
        Some(GivenValue::Row(..)) => Some(UNKNOWN.to_owned()),
        None => left_out(model, place, column),
    }
}

/// A key is the row's name; else the default, or NULL.
fn left_out(model: &Model, place: usize, column: ColumnId) -> Option<String> {
    let given = &model.given[place];
    let table = model.table(given.table);
    if table.primary_key.contains(&column) {
        return Some(given.name.clone());
    }
    match default(model, given.table, column) {
        Answer::Null => None,
        Answer::Known(text) => Some(text),
        Answer::Unknown => Some(UNKNOWN.to_owned()),
    }
}

/// What the database puts into a column that is left out.
pub(super) fn default(model: &Model, table: crate::model::TableId, column: ColumnId) -> Answer {
    let table = model.table(table);
    let meaning = table.column(column);
    let written = model.base.tables.get(&table.name);
    let written = written.and_then(|table| table.columns.iter().find(|written| written.name == meaning.name));
    match written {
        Some(written) if written.generated.is_some() || written.identity.is_some() => Answer::Unknown,
        Some(written) => match &written.default {
            Some(default) => Formula::constant(default),
            None if meaning.not_null => Answer::Unknown,
            None => Answer::Null,
        },
        None => Answer::Unknown,
    }
}
