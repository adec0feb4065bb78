//! Two ways up from a row should end at the same owner.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Column, ColumnId, Model, Table};
use crate::ownership::{End, Ownership};

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        let Some(own) = ends(ownership, table) else { continue };
        for (index, column) in table.columns.iter().enumerate() {
            if leads_astray(model, ownership, table, (ColumnId::new(index), column), &own) {
                let message = format!("`{}` may refer to a row of another owner", column.name);
                let finding = Diagnostic::new(Code::OwnersApart, column.span, message);
                found.push(finding.help("add `same_owner: true`, or `same_owner: false` where that is meant"));
            }
        }
    }
    found
}

fn ends(ownership: &Ownership, table: &Table) -> Option<Vec<End>> {
    ownership.paths.get(&table.id).map(|paths| paths.iter().map(|path| path.end).collect())
}

fn leads_astray(
    model: &Model,
    ownership: &Ownership,
    table: &Table,
    (id, column): (ColumnId, &Column),
    own: &[End],
) -> bool {
    let owner = table.owners.iter().any(|link| link.column == id);
    let silent = column.same_owner || column.same_owner_declined || !super::is_written(table, id);
    let Some(reference) = column.references.filter(|_| !owner && !silent) else { return false };
    let target = model.table(reference.table);
    // A table of principals or of members is an end itself: a row may well name somebody else.
    let is_end = model.principals.iter().any(|principal| principal.table == target.id) || target.members.is_some();
    let profile = target.owners.iter().any(|link| target.primary_key == [link.column]);
    !is_end && !profile && ends(ownership, target).is_some_and(|theirs| theirs.iter().any(|end| own.contains(end)))
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
