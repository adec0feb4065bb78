//! The rows that a verdict rests on: the row, its ancestors, memberships, shares.

use super::reader::Reader;
use crate::model::{ColumnId, Model, Subject, TableId};
use crate::oracle::{Caller, Row, World};
use crate::postgres::Failure;
use std::collections::BTreeSet;

/// All rows around one.
pub(super) fn around(
    reader: &mut Reader<'_>,
    model: &Model,
    table: TableId,
    row: &Row,
    caller: &Caller,
) -> Result<World, Failure> {
    let mut gathered = Gathered { model, caller, world: World::default(), seen: BTreeSet::new() };
    gathered.visit(reader, table, row.clone())?;
    Ok(gathered.world)
}

/// The columns that owner paths and rules read.
pub(super) fn telling(model: &Model, table: TableId) -> BTreeSet<ColumnId> {
    let meaning = model.table(table);
    let rules = meaning.allow.iter().flat_map(|rule| rule.when.iter().chain(&rule.becomes));
    let denied = meaning.deny.iter().flat_map(|rule| rule.when.iter().chain(&rule.becomes));
    let used = rules.chain(denied).flat_map(|condition| &condition.columns);
    let mut found: BTreeSet<ColumnId> = used.filter_map(|used| meaning.column_named(&used.column)).collect();
    found.extend(references(model, table));
    found.extend(meaning.soft_delete);
    found
}

/// The references that lead to owners or that rules go through.
fn references(model: &Model, table: TableId) -> BTreeSet<ColumnId> {
    let meaning = model.table(table);
    let mut found: BTreeSet<ColumnId> = meaning.owners.iter().map(|link| link.column).collect();
    found.extend(meaning.allow.iter().filter_map(|rule| rule.through));
    found.extend((0..meaning.columns.len()).map(ColumnId::new).filter(|column| meaning.column(*column).same_owner));
    found.extend(meaning.allow.iter().flat_map(|rule| &rule.to).filter_map(|subject| match subject {
        Subject::Column(column, _) => Some(*column),
        _ => None,
    }));
    if let Some(members) = meaning.membership_of.and_then(|tenant| model.table(tenant).members.as_ref()) {
        found.extend([members.tenant_column, members.principal_column]);
    }
    found
}

struct Gathered<'a> {
    model: &'a Model,
    caller: &'a Caller,
    world: World,
    seen: BTreeSet<(TableId, Row)>,
}

impl Gathered<'_> {
    fn visit(&mut self, reader: &mut Reader<'_>, table: TableId, row: Row) -> Result<(), Failure> {
        if !self.keep(table, &row) {
            return Ok(());
        }
        for column in references(self.model, table) {
            let (Some(to), Some(value)) = (self.model.table(table).column(column).references, row.get(column)) else {
                continue;
            };
            let principal = self.model.principals.iter().any(|principal| principal.table == to.table);
            if !principal || self.model.table(to.table).members.is_some() {
                for parent in reader.rows(to.table, &[(to.column, value)])? {
                    self.visit(reader, to.table, parent)?;
                }
            }
        }
        self.members(reader, table, &row)?;
        self.shares(reader, table, &row)
    }

    fn keep(&mut self, table: TableId, row: &Row) -> bool {
        let new = self.seen.insert((table, row.clone()));
        if new {
            self.world.rows.entry(table).or_default().push(row.clone());
        }
        new
    }

    /// Everybody's membership in a tenant: who is the last of the highest role depends on all.
    fn members(&mut self, reader: &mut Reader<'_>, table: TableId, row: &Row) -> Result<(), Failure> {
        let Some(members) = &self.model.table(table).members else { return Ok(()) };
        let to = self.model.table(members.table).column(members.tenant_column).references;
        let Some(key) = to.and_then(|to| row.get(to.column)) else { return Ok(()) };
        for membership in reader.rows(members.table, &[(members.tenant_column, key)])? {
            self.keep(members.table, &membership);
        }
        Ok(())
    }

    /// What is shared with the caller.
    fn shares(&mut self, reader: &mut Reader<'_>, table: TableId, row: &Row) -> Result<(), Failure> {
        for subject in self.model.table(table).allow.iter().flat_map(|rule| &rule.to) {
            let Subject::Share { table: share, link, column, principal } = subject else { continue };
            let to = self.model.table(*share).column(*link).references;
            let key = to.and_then(|to| row.get(to.column));
            if let (Some(key), Some(id)) = (key, self.caller.ids.get(principal)) {
                for found in reader.rows(*share, &[(*link, key), (*column, id.as_str())])? {
                    self.keep(*share, &found);
                }
            }
        }
        Ok(())
    }
}
