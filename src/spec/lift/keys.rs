//! Which index or key leads with which columns: those of a foreign key get an index of their own when none does.

use super::names::usual_index;
use crate::catalog::{Index, Table, covers, quote_identifier};
use std::collections::BTreeSet;

/// The indexes of a table that its foreign keys bring along, and the foreign keys that must bring none.
#[derive(Debug, Default)]
pub(super) struct Brought {
    /// Names of indexes that need not be written.
    pub indexes: BTreeSet<String>,
    /// Columns of foreign keys that have no index.
    pub bare: BTreeSet<Vec<String>>,
}

/// What a table's foreign keys bring: tried out, because an index that one brings may serve the next.
pub(super) fn brought(table: &Table) -> Brought {
    let bare: BTreeSet<Vec<String>> =
        table.foreign_keys.values().map(|key| key.columns.clone()).filter(|columns| !covers(table, columns)).collect();
    let usual: BTreeSet<String> =
        table.foreign_keys.values().filter_map(|key| usual_one(table, &key.columns)).collect();
    let mut tried = table.clone();
    usual.iter().for_each(|name| drop(tried.indexes.remove(name)));
    for key in table.foreign_keys.values().filter(|key| !bare.contains(&key.columns)) {
        if !covers(&tried, &key.columns) {
            let index = plain(table, &key.columns);
            tried.indexes.insert(index.name.clone(), index);
        }
    }
    let same = tried.indexes.keys().eq(table.indexes.keys());
    Brought { indexes: if same { usual } else { BTreeSet::new() }, bare }
}

/// The index of a table that is just what a foreign key over these columns would bring.
fn usual_one(table: &Table, columns: &[String]) -> Option<String> {
    let wanted = plain(table, columns);
    table.indexes.get(&wanted.name).filter(|found| **found == wanted).map(|found| found.name.clone())
}

fn plain(table: &Table, columns: &[String]) -> Index {
    Index {
        name: usual_index(&table.name, columns),
        method: "btree".to_owned(),
        keys: columns.iter().map(|column| quote_identifier(column)).collect(),
        ..Index::default()
    }
}
