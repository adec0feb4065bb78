//! Tables that inherit: by the parent's name their rows are reached by the parent's rules.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Allow, Can, Column, Model, OwnerCan, Table};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for child in super::ours(model) {
        let inherits = model.base.tables.get(&child.name).map_or(&[][..], |table| &table.inherits);
        if inherits.is_empty() {
            continue;
        }
        let parents = super::ours(model).filter(|table| inherits.contains(&table.name));
        found.extend(parents.filter(|parent| !is_as_closed(parent, child)).map(|parent| finding(parent, child)));
    }
    found
}

/// Whatever the parent's rules give with the child's rows, the child's give as well: plainly, where both are written alike.
fn is_as_closed(parent: &Table, child: &Table) -> bool {
    let nobody =
        parent.owners.is_empty() && parent.allow.is_empty() && parent.members.is_none() && !parent.raw_policies;
    if nobody && parent.access == Some(Access::Internal) {
        return true;
    }
    let plain = !parent.raw_policies && !child.raw_policies && parent.deny.is_empty() && child.deny.is_empty();
    plain
        && parent.access == child.access
        && parent.require == child.require
        && owners(parent) == owners(child)
        && allowed(parent) == allowed(child)
        && parent.columns.iter().all(|column| is_kept(column, child))
}

fn owners(table: &Table) -> Vec<(&str, &OwnerCan, bool)> {
    table.owners.iter().map(|link| (table.column(link.column).name.as_str(), &link.can, link.transfer)).collect()
}

fn allowed(table: &Table) -> Vec<(&Can, String)> {
    let words = |allow: &Allow| {
        let conditions = [&allow.when, &allow.becomes].map(|sql| sql.as_ref().map(|sql| sql.sql.clone()));
        format!("{:?} {:?} {conditions:?}", allow.to, allow.through)
    };
    table.allow.iter().map(|allow| (&allow.can, words(allow))).collect()
}

/// The child does not close a column that the parent leaves open.
fn is_kept(column: &Column, child: &Table) -> bool {
    let Some(own) = child.column_named(&column.name).map(|id| child.column(id)) else { return true };
    (column.hidden || !own.hidden) && (column.read_only || !own.read_only) && (column.immutable || !own.immutable)
}

fn finding(parent: &Table, child: &Table) -> Diagnostic {
    let message =
        format!("rows of `{}` are also those of `{}`, by the rules of that one", child.name.name, parent.name.name);
    Diagnostic::new(Code::RowsOfChildren, child.span, message)
        .related(parent.span, "whoever may touch these may touch them")
        .help("give both the same rules, or the parent `access: internal`; or let the table inherit nothing")
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_children_with_other_rules() {
        let model = |parent: &str, child: &str| {
            said(&format!(
                "tables:
  things:
    {parent}
    columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}}}
  toys:
    inherits: [things]
    {child}
    columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}}}"
            ))
        };
        let nothing = Vec::<String>::new();
        assert_eq!(model("owner: user_id", "access: internal"), ["SG319 toys"]);
        assert_eq!(model("owner: user_id", "owner: {column: user_id, can: [read]}"), ["SG319 toys"]);
        assert_eq!(model("owner: user_id", "owner: user_id"), nothing);
        assert_eq!(model("access: internal", "owner: user_id"), nothing);
    }
}
