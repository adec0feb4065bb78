//! Rules that let callers write memberships past the rules of members.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Verb};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let rules = super::ours(model).filter(|table| table.membership_of.is_some()).flat_map(|table| &table.allow);
    let joining = rules.filter(|allow| [Verb::Create, Verb::Update].iter().any(|verb| allow.can.contains_key(verb)));
    joining
        .map(|allow| {
            let message = "whoever this rule names can make members, himself among them, or raise their role";
            Diagnostic::new(Code::MembershipRule, allow.span, message)
                .help("leave adding members to `manage` in `members`, or to the service")
        })
        .collect()
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
}
