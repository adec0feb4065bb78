//! `carry`: the end of a path stored on the row itself.

use crate::model::{Carry, ColumnId, Model, TableId};
use crate::ownership::Ownership;
use std::collections::BTreeMap;

/// The carried column of each owner link that has one.
#[derive(Debug, Default)]
pub struct Carried(BTreeMap<(TableId, ColumnId), String>);

impl Carried {
    /// Every link that carries, and every link above it, which then must carry too.
    pub fn of(model: &Model, ownership: &Ownership) -> Self {
        let mut carried = BTreeMap::new();
        for (table, paths) in &ownership.paths {
            for path in paths.iter().filter(|path| model.table(*table).owners[path.link].carry.is_some()) {
                for hop in &path.hops {
                    let end = model.table(path.end_table).column(path.end_column);
                    let name = name(model, hop.table, hop.column, &end.name);
                    carried.entry((hop.table, hop.column)).or_insert(name);
                }
            }
        }
        Self(carried)
    }

    /// The carried column of the link by this owner column.
    pub fn column(&self, table: TableId, column: ColumnId) -> Option<&str> {
        self.0.get(&(table, column)).map(String::as_str)
    }
}

/// The model's column, or a new one: called as at the path's end, or `owner_…` where that is taken.
fn name(model: &Model, table: TableId, column: ColumnId, end: &str) -> String {
    let table = model.table(table);
    let carry = table.owners.iter().find(|link| link.column == column).and_then(|link| link.carry.as_ref());
    match carry {
        Some(Carry::Column(column)) => table.column(*column).name.clone(),
        _ if table.column_named(end).is_none() => end.to_owned(),
        _ => format!("owner_{end}"),
    }
}

impl Carried {
    /// The columns that the compiler adds to a table.
    pub fn added(&self, context: &super::context::Context<'_>, table: &crate::model::Table) -> Vec<String> {
        let links = table.owners.iter().filter_map(|link| self.column(table.id, link.column));
        let carried = links.filter(|name| table.column_named(name).is_none()).map(str::to_owned);
        let creator = super::tenant::creator(context, table.id).filter(|name| table.column_named(name).is_none());
        carried.chain(creator).collect()
    }
}
