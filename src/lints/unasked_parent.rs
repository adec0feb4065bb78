//! Whoever sees the parent sees the row; nobody asks whether the caller who puts the row there may.

use super::same_owner::leads_astray;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Allow, Carry, ColumnId, Model, OwnerLink, Subject, Table, Verb};
use crate::ownership::Ownership;
use std::collections::BTreeMap;

pub(super) fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        let shown: BTreeMap<ColumnId, &Allow> = table.allow.iter().filter_map(shown_through).collect();
        let unasked = shown.into_iter().filter(|(column, _)| is_unasked(model, ownership, table, *column));
        found.extend(unasked.map(|(column, allow)| finding(table, column, allow)));
    }
    found
}

fn shown_through(allow: &Allow) -> Option<(ColumnId, &Allow)> {
    allow.through.filter(|_| allow.can.contains_key(&Verb::Read)).map(|column| (column, allow))
}

fn finding(table: &Table, column: ColumnId, allow: &Allow) -> Diagnostic {
    let name = &table.column(column).name;
    let message = format!("`{name}` may refer to anybody's row, and whoever sees that row is shown this one");
    let owners: Vec<&str> = table.owners.iter().map(|link| table.column(link.column).name.as_str()).collect();
    let owners = owners.iter().map(|owner| format!("{owner}, ")).collect::<String>();
    Diagnostic::new(Code::UnaskedParent, table.column(column).span, message)
        .related(allow.span, "shown here")
        .help(format!(
            "let create ask for it, `owner: [{owners}{{column: {name}, can: [read, create]}}]`, hold it with a foreign key \
             that has the owner as well, or write `same_owner: false` where anybody's row will do"
        ))
}

fn is_unasked(model: &Model, ownership: &Ownership, table: &Table, id: ColumnId) -> bool {
    let column = table.column(id);
    let Some(reference) = column.references else { return false };
    let parent = model.table(reference.table);
    let silent = column.same_owner || column.same_owner_declined || is_held(model, table, id);
    let private = !is_of_persons(model, parent) && !is_open(parent);
    private && !silent && is_placed(table, id) && !leads_astray(model, ownership, table, id)
}

/// A caller writes the column by a rule that does not go by way of it.
fn is_placed(table: &Table, id: ColumnId) -> bool {
    let allowed = table.allow.iter().any(|allow| allow.through != Some(id) && super::writes(&allow.can, id));
    let owned = table.owners.iter().any(|link| link.can.gives(|can| super::writes(can, id)));
    let column = table.column(id);
    (allowed || owned) && !column.computed && !column.read_only
}

/// An owner is asked for when the row is made; a wider key holds the row to its parent's owner.
fn is_held(model: &Model, table: &Table, id: ColumnId) -> bool {
    let owner = |link: &OwnerLink| link.column == id || link.carry == Some(Carry::Column(id));
    let name = &table.column(id).name;
    let structure = model.base.tables.get(&table.name);
    let mut keys = structure.into_iter().flat_map(|structure| structure.foreign_keys.values());
    table.owners.iter().any(owner) || keys.any(|key| key.columns.len() > 1 && key.columns.contains(name))
}

/// A row may well name somebody else.
fn is_of_persons(model: &Model, parent: &Table) -> bool {
    let profile = parent.owners.iter().any(|link| parent.primary_key == [link.column]);
    profile || model.principals.iter().any(|principal| principal.table == parent.id)
}

/// Anybody reads rows of it, if not all: what others write below those is meant.
fn is_open(parent: &Table) -> bool {
    let anybody = |subject: &Subject| matches!(subject, Subject::SignedIn | Subject::Anyone);
    let open = |allow: &Allow| allow.can.contains_key(&Verb::Read) && allow.to.iter().any(anybody);
    matches!(parent.access, Some(Access::Shared | Access::Open)) || parent.allow.iter().any(open)
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    fn model(owner: &str, task: &str, more: &str) -> Vec<String> {
        let uuid = "id: {type: uuid, primary_key: true}";
        said(&format!(
            "tables:
  teams: {{members: {{table: members}}, columns: {{{uuid}}}}}
  members:
    columns: {{team_id: {{references: teams}}, user_id: {{references: auth.users}}}}
    primary_key: [team_id, user_id]
  tasks:
    owner: team_id
    {more}
    columns: {{{uuid}, team_id: {{references: teams}}}}
  comments:
    owner: {owner}
    allow: [{{can: read, through: task_id}}]
    columns: {{{uuid}, author_id: {{references: auth.users}}, task_id: {{references: tasks{task}}}}}"
        ))
    }

    #[test]
    fn finds_a_parent_that_nobody_asks_for() {
        assert_eq!(model("author_id", "", ""), ["SG316 task_id"]);
        assert_eq!(model("author_id", ", same_owner: false", ""), Vec::<String>::new());
        assert_eq!(model("author_id", ", read_only: true", ""), Vec::<String>::new());
        assert_eq!(model("[author_id, {column: task_id, can: [read, create]}]", "", ""), Vec::<String>::new());
    }

    #[test]
    fn what_anybody_reads_may_be_answered_by_anybody() {
        assert_eq!(model("author_id", "", "allow: [{can: read, to: signed_in}]"), Vec::<String>::new());
    }
}
