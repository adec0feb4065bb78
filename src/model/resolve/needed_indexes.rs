//! Indexes that nobody wrote: for foreign keys, and for columns that policies compare with the caller.

use super::draft::Draft;
use super::naming::Taken;
use super::scene::Scene;
use crate::catalog::{Index, Management, Table as Structure, covers, quote_identifier};
use crate::model::{Access, ColumnId, Model, Subject, Table, TableId};
use crate::spec::ColumnIndexSpec;
use std::collections::BTreeSet;

/// An index for every foreign key that none leads with.
pub(super) fn of_foreign_keys(draft: &Draft<'_>, table: &mut Structure, taken: &mut Taken<'_>) {
    let keys = table.foreign_keys.values().filter(|key| !refused(draft, &key.columns));
    let wanted: Vec<Vec<String>> = keys.map(|key| key.columns.clone()).collect();
    wanted.iter().for_each(|columns| add(table, columns, taken));
}

/// An index for every column that a policy, or a function for policies, looks rows up by: a reference that is not
/// enforced has no foreign key.
pub(super) fn of_policies(scene: &Scene<'_>, model: &mut Model, taken: &mut Taken<'_>) {
    let compared: BTreeSet<(TableId, ColumnId)> = model.tables.iter().flat_map(compared).collect();
    for (id, column) in compared {
        let (draft, columns) = (scene.draft(id), [scene.column_name(id, column).to_owned()]);
        let table = model.base.tables.get_mut(&draft.name);
        let ours = table.filter(|table| table.hints.management != Management::None);
        if let Some(table) = ours.filter(|_| !refused(draft, &columns)) {
            add(table, &columns, taken);
        }
    }
}

fn compared(table: &Table) -> Vec<(TableId, ColumnId)> {
    if matches!(table.access, Some(Access::Open | Access::Written)) {
        return Vec::new();
    }
    let owners = table.owners.iter().map(|link| (table.id, link.column));
    let members = table.members.iter().map(|members| (members.table, members.principal_column));
    let through = table.allow.iter().filter_map(|allow| allow.through).map(|column| (table.id, column));
    let subjects = table.allow.iter().flat_map(|allow| &allow.to).filter_map(|subject| match subject {
        Subject::Column(column, _) => Some((table.id, *column)),
        Subject::Share { table, column, .. } => Some((*table, *column)),
        _ => None,
    });
    let asked = table.allow.iter().filter_map(|allow| allow.when.as_ref()).flat_map(|when| &when.compared);
    let place = |name: &String| table.columns.iter().position(|column| column.name == *name);
    let asked = asked.filter_map(|name| Some((table.id, ColumnId::new(place(name)?))));
    owners.chain(members).chain(through).chain(subjects).chain(asked).collect()
}

fn add(table: &mut Structure, columns: &[String], taken: &mut Taken<'_>) {
    if covers(table, columns) {
        return;
    }
    let first = format!("idx_{}", table.name.name);
    let name = taken.new_relation(&table.name.schema, &first, Some(&super::keys::join(columns)), None);
    let keys = columns.iter().map(|column| quote_identifier(column)).collect();
    let index = Index { name: name.clone(), method: "btree".to_owned(), keys, ..Index::default() };
    table.indexes.insert(name, index);
}

/// The author said `index: false`.
fn refused(draft: &Draft<'_>, columns: &[String]) -> bool {
    let no = |index: &Option<ColumnIndexSpec>| matches!(index, Some(ColumnIndexSpec::Flag(flag)) if !flag.value);
    let of_table = draft.spec.foreign_keys.iter().any(|key| {
        no(&key.index)
            && key.columns.len() == columns.len()
            && key.columns.iter().zip(columns).all(|(a, b)| a.value == *b)
    });
    let of_column = match columns {
        [one] => draft.columns.iter().any(|(name, column)| name.value == *one && no(&column.index)),
        _ => false,
    };
    of_table || of_column
}
