//! Rules that let callers write memberships past the rules of members.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Can, ColumnId, Members, Model, Table, Verb};
use crate::ownership::Ownership;
use crate::source::Span;
use std::collections::BTreeSet;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    super::ours(model).flat_map(|table| of_table(model, table)).collect()
}

fn of_table(model: &Model, table: &Table) -> Vec<Diagnostic> {
    let tenant = table.membership_of.map(|tenant| model.table(tenant));
    let Some(members) = tenant.and_then(|tenant| tenant.members.as_ref()) else { return Vec::new() };
    let decisive = decisive(table, members);
    let rules = table.allow.iter().filter(|allow| joins(&allow.can, &decisive)).map(|allow| allow.span);
    let owners = table.owners.iter().filter(|link| link.can.gives(|can| joins(can, &decisive))).map(|link| link.span);
    rules.chain(owners).map(finding).collect()
}

/// The columns that say who is a member of what, and in which role. Whether a membership counts yet (`when`) is often its
/// person's to say: whoever manages has made it.
fn decisive(table: &Table, members: &Members) -> BTreeSet<ColumnId> {
    let role = members.role.iter().flat_map(|role| &role.before_generated().columns);
    let role = role.filter_map(|used| table.column_named(&used.column));
    role.chain([members.tenant_column, members.principal_column]).collect()
}

fn joins(can: &Can, decisive: &BTreeSet<ColumnId>) -> bool {
    let raises = |columns: &Option<BTreeSet<ColumnId>>| {
        columns.as_ref().is_none_or(|columns| columns.iter().any(|column| decisive.contains(column)))
    };
    can.contains_key(&Verb::Create) || can.get(&Verb::Update).is_some_and(raises)
}

fn finding(span: Span) -> Diagnostic {
    let message = "whoever this names can make members, himself among them, or raise their role";
    Diagnostic::new(Code::MembershipRule, span, message)
        .help("leave adding members to `manage` in `members`, or to the service; here, name the verbs and columns that are harmless: `can: [read, {update: [nickname]}]`")
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_rules_that_make_members() {
        let model = |can: &str| {
            said(&format!(
                "tables:
  teams: {{members: {{table: memberships}}, columns: {{id: {{type: uuid, primary_key: true}}}}}}
  memberships:
    allow: [{{can: {can}, to: user_id}}]
    columns: {{team_id: {{references: teams}}, user_id: {{references: auth.users}}}}
    primary_key: [team_id, user_id]"
            ))
        };
        assert_eq!(model("[read, create]"), ["SG315 {can: [read, create], to: user_id}"]);
        assert_eq!(model("read"), Vec::<String>::new());
    }

    #[test]
    fn finds_owners_that_make_members() {
        let model = |owner: &str| {
            said(&format!(
                "tables:
  teams: {{members: {{table: members, role: role, create: service, can: {{owner: all}}}}, columns: {{id: {{type: uuid, primary_key: true}}}}}}
  members:
    owner: {owner}
    columns:
      team_id: {{references: teams}}
      user_id: {{references: auth.users}}
      level: integer
      role: {{type: text, generated: \"case when level > 5 then 'owner' else 'member' end\"}}
      nickname: text?
    primary_key: [team_id, user_id]"
            ))
        };
        let nobody = Vec::<String>::new();
        assert_eq!(model("user_id"), ["SG315 user_id"]);
        assert_eq!(model("team_id"), ["SG315 team_id"]);
        assert_eq!(model("{column: team_id, can: {owner: [read, create]}}"), ["SG315 team_id"]);
        assert_eq!(model("{column: user_id, can: [read, {update: [level]}]}"), ["SG315 user_id"]);
        assert_eq!(model("{column: user_id, can: [read, {update: [nickname]}]}"), nobody);
    }
}
