//! Two ways up from a row should end at the same owner.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Model, Table};
use crate::ownership::{End, Ownership};
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        for (index, column) in table.columns.iter().enumerate() {
            if leads_astray(model, ownership, table, ColumnId::new(index)) {
                let message = format!("`{}` may refer to a row of another owner", column.name);
                let finding = Diagnostic::new(Code::OwnersApart, column.span, message);
                found.push(finding.help("add `same_owner: true`, or `same_owner: false` where that is meant"));
            }
        }
    }
    found
}

fn ends(ownership: &Ownership, table: &Table) -> Option<BTreeSet<End>> {
    ownership.paths.get(&table.id).map(|paths| paths.iter().map(|path| path.end).collect())
}

/// The row and the one that it refers to have owners of one kind, and nothing holds them together.
pub(super) fn leads_astray(model: &Model, ownership: &Ownership, table: &Table, id: ColumnId) -> bool {
    let column = table.column(id);
    let owner = table.owners.iter().any(|link| link.column == id);
    let silent = column.same_owner || column.same_owner_declined || !super::is_written(table, id);
    let Some(reference) = column.references.filter(|_| !owner && !silent) else { return false };
    let target = model.table(reference.table);
    // A table of principals or of members is an end itself: a row may well name somebody else.
    let is_end = model.principals.iter().any(|principal| principal.table == target.id) || target.members.is_some();
    let profile = target.owners.iter().any(|link| target.primary_key == [link.column]);
    let common =
        ends(ownership, table).zip(ends(ownership, target)).is_some_and(|(own, other)| !own.is_disjoint(&other));
    !is_end && !profile && common
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_a_second_way_up() {
        let model = |more: &str| {
            said(&format!(
                "tables:
  a: {{owner: user_id, columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}}}}}
  b:
    owner: user_id
    columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}, a_id: {{references: a{more}}}}}"
            ))
        };
        assert_eq!(model(""), ["SG305 a_id"]);
        assert_eq!(model(", same_owner: true"), Vec::<String>::new());
        assert_eq!(model(", same_owner: false"), Vec::<String>::new());
    }
}
