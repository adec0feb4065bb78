//! `user_metadata` is written by the user himself.

use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::{Model, Table};
use crate::ownership::Ownership;

const NAMES: &[&str] = &["user_metadata", "raw_user_meta_data"];

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let groups = model.groups.iter().map(|group| &group.condition);
    let callers = model.principals.iter().map(|principal| &principal.id);
    let rules = super::ours(model).flat_map(conditions);
    let trusting =
        groups.chain(callers).chain(rules).filter(|expression| NAMES.iter().any(|name| expression.sql.contains(name)));
    trusting.map(finding).collect()
}

fn conditions(table: &Table) -> impl Iterator<Item = &Expression> {
    let allow = table.allow.iter().flat_map(|allow| allow.when.iter().chain(&allow.becomes));
    let deny = table.deny.iter().flat_map(|deny| deny.when.iter().chain(&deny.becomes));
    let members = table.members.iter().flat_map(|members| members.when.iter().chain(&members.role));
    allow.chain(deny).chain(members)
}

fn finding(expression: &Expression) -> Diagnostic {
    let message = "the condition trusts user_metadata, which every user may write himself";
    Diagnostic::new(Code::UserMetadata, expression.span, message)
        .help("keep what gives rights in app_metadata or in a table")
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_claims_that_users_write() {
        let model =
            |claims: &str| said(&format!("groups:\n  staff: (auth.jwt() -> '{claims}' ->> 'staff')::boolean\n"));
        assert_eq!(model("user_metadata"), ["SG308 (auth.jwt() -> 'user_metadata' ->> 'staff')::boolean"]);
        assert_eq!(model("app_metadata"), Vec::<String>::new());
    }
}
