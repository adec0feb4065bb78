//! Whoever may update or delete a row must be able to read it: PostgreSQL hides it from `where id = 1` otherwise, and
//! not from an update without a condition.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Allow, Can, Model, OwnerCan, Subject, Table, Verb};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let tables = super::ours(model)
        .filter(|table| !table.raw_policies && !matches!(table.access, Some(Access::Open | Access::Written)));
    tables.flat_map(|table| of_table(model, table)).collect()
}

fn of_table(model: &Model, table: &Table) -> Vec<Diagnostic> {
    if read_by(table, |subject| matches!(subject, Subject::SignedIn | Subject::Anyone)) || table.access.is_some() {
        return anonymous(table).into_iter().collect();
    }
    let links = table.owners.iter().filter(|link| match &link.can {
        OwnerCan::Inherit => false,
        OwnerCan::Verbs(can) => {
            blind(can)
                && !read_by(table, |subject| matches!(subject, Subject::Column(column, _) if *column == link.column))
        }
        OwnerCan::ByRole(roles) => roles.values().any(blind),
    });
    let mut found: Vec<Diagnostic> = links.map(|link| finding(link.span)).collect();
    let roles = table.members.iter().flat_map(|members| &members.roles);
    found.extend(roles.filter(|role| blind(&role.can) || blind(&role.self_can)).map(|role| finding(role.span)));
    found.extend(
        table
            .allow
            .iter()
            .filter(|allow| blind(&allow.can) && !covered(model, table, allow))
            .map(|allow| finding(allow.span)),
    );
    found
}

/// Where all that are signed in may read, an anonymous caller may still write what he cannot read.
fn anonymous(table: &Table) -> Option<Diagnostic> {
    let writes = |allow: &&Allow| blind(&allow.can) && allow.to.contains(&Subject::Anyone);
    let reads = read_by(table, |subject| *subject == Subject::Anyone);
    table.allow.iter().find(writes).filter(|_| !reads).map(|allow| finding(allow.span))
}

fn blind(can: &Can) -> bool {
    (can.contains_key(&Verb::Update) || can.contains_key(&Verb::Delete)) && !can.contains_key(&Verb::Read)
}

fn read_by(table: &Table, test: impl Fn(&Subject) -> bool) -> bool {
    table.allow.iter().any(|allow| allow.can.contains_key(&Verb::Read) && allow.to.iter().any(&test))
}

/// Everybody sees his own memberships.
fn own_membership(model: &Model, table: &Table, subject: &Subject) -> bool {
    let tenant = table.membership_of.and_then(|tenant| model.table(tenant).members.as_ref());
    matches!((tenant, subject), (Some(members), Subject::Column(column, _)) if *column == members.principal_column)
}

/// Some other rule lets the same callers read.
fn covered(model: &Model, table: &Table, allow: &Allow) -> bool {
    if let Some(column) = allow.through {
        return table.allow.iter().any(|other| other.through == Some(column) && other.can.contains_key(&Verb::Read))
            || table.owners.iter().any(|link| link.column == column);
    }
    allow.to.iter().all(|subject| {
        own_membership(model, table, subject) || {
            let owner =
                matches!(subject, Subject::Column(column, _) if table.owners.iter().any(|link| link.column == *column));
            owner || read_by(table, |other| other == subject)
        }
    })
}

fn finding(span: crate::source::Span) -> Diagnostic {
    Diagnostic::new(Code::WriteWithoutRead, span, "rows may be updated or deleted here by callers who cannot read them")
        .help("add `read` to the same callers")
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    fn table(rules: &str) -> Vec<String> {
        said(&format!(
            "tables:\n  notes:\n{rules}\n    columns: {{id: {{type: uuid, primary_key: true}}, user_id: {{references: auth.users}}}}"
        ))
    }

    #[test]
    fn finds_owners_and_rules_that_write_blindly() {
        assert_eq!(table("    owner: {column: user_id, can: [update]}"), ["SG301 user_id"]);
        assert_eq!(table("    allow: [{can: delete, to: user_id}]"), ["SG301 {can: delete, to: user_id}"]);
        assert_eq!(table("    owner: {column: user_id, can: [read, update]}"), Vec::<String>::new());
        assert_eq!(table("    allow: [{can: delete, to: user_id}, {can: read}]"), Vec::<String>::new());
    }

    #[test]
    fn own_memberships_are_seen_without_a_rule() {
        let found = said(
            "tables:
  teams: {members: {table: members, when: accepted}, columns: {id: {type: uuid, primary_key: true}}}
  members:
    allow: [{can: {update: [accepted]}, to: user_id, when: not accepted, becomes: accepted}]
    columns: {team_id: {references: teams}, user_id: {references: auth.users}, accepted: {type: boolean, default: false}}
    primary_key: [team_id, user_id]",
        );
        assert_eq!(found, Vec::<String>::new());
    }
}
