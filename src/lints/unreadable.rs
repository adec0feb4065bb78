//! Groups and views that read tables of which their callers have nothing: every statement of theirs would end with
//! `permission denied for table`.

use crate::catalog::{Management, ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Expression, relations_of};
use crate::model::{Access, Can, Model, Subject, Table, Verb};
use crate::ownership::Ownership;
use crate::source::Span;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    if model.base.hints.written_privileges {
        return Vec::new();
    }
    conditions(model).into_iter().chain(views(model)).collect()
}

/// Groups and principals are asked with the rights of whoever is asked about.
fn conditions(model: &Model) -> Vec<Diagnostic> {
    let groups = model.groups.iter().map(|group| &group.condition);
    let all = groups.chain(model.principals.iter().map(|principal| &principal.id));
    let role = &model.base.hints.signed_in;
    let read = |condition: &Expression| condition.relations.iter().find_map(|name| closed(model, name, role));
    all.filter_map(|condition| {
        Some(finding(
            condition.span,
            read(condition)?,
            role,
            "put it into a function with `security: definer` and `call: [signed_in]`, or let its rows be read",
        ))
    })
    .collect()
}

/// A view shows what its tables show, and where they show nothing at all it fails.
fn views(model: &Model) -> Vec<Diagnostic> {
    let views = model.base.views.values().filter(|view| view.security_invoker && view.management == Management::Full);
    let mut found = Vec::new();
    for view in views {
        let readers = view.grants.iter().filter(|grant| grant.privilege == "SELECT").map(|grant| &grant.role);
        let used = relations_of(&view.query, Span::default());
        let names: Vec<QualifiedName> =
            used.into_iter().filter_map(|used| Some(QualifiedName::new(used.schema?, used.name))).collect();
        let lost = readers
            .filter(|role| super::is_api_role(model, role))
            .find_map(|role| Some((role, names.iter().find_map(|name| closed(model, name, role))?)));
        let span = model.spans.get(&ObjectName::View(view.name.clone())).copied().unwrap_or_default();
        found.extend(lost.map(|(role, table)| {
            finding(span, table, role, "leave that role out of `read`, or let it read rows of the table")
        }));
    }
    found
}

fn finding(span: Span, table: &Table, role: &str, help: &str) -> Diagnostic {
    let message = format!("{role} may read no row of `{}`, which this reads: it ends with an error", table.name.name);
    Diagnostic::new(Code::Unreadable, span, message).related(table.span, "the table").help(help)
}

/// The table, where a role has no privilege to read it.
fn closed<'m>(model: &'m Model, name: &QualifiedName, role: &str) -> Option<&'m Table> {
    let table = super::ours(model).find(|table| table.name == *name)?;
    let granted = model.base.tables.get(name).is_some_and(|object| {
        object.grants.iter().any(|grant| grant.privilege == "SELECT" && (grant.role == role || grant.role == "public"))
    });
    (!granted && !table.raw_policies && !is_read(model, table, role)).then_some(table)
}

fn is_read(model: &Model, table: &Table, role: &str) -> bool {
    let signed_in = role == model.base.hints.signed_in;
    let member = table.members.is_some() || table.membership_of.is_some();
    let owned = signed_in && (member || table.owners.iter().any(|link| link.can.gives(reads)));
    let open = match table.access {
        Some(Access::Open | Access::Written) => true,
        Some(Access::Shared) => signed_in,
        _ => false,
    };
    let mut rules = table.allow.iter().filter(|allow| reads(&allow.can));
    owned || open || rules.any(|allow| allow.through.is_some() || allow.to.iter().any(|to| speaks_to(model, to, role)))
}

fn speaks_to(model: &Model, subject: &Subject, role: &str) -> bool {
    match subject {
        Subject::Anyone => true,
        Subject::Role(own) => own == role,
        _ => role == model.base.hints.signed_in,
    }
}

fn reads(can: &Can) -> bool {
    can.contains_key(&Verb::Read)
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    const ADMINS: &str =
        "  admins: {access: internal, columns: {user_id: {references: auth.users, primary_key: true}}}";

    #[test]
    fn finds_groups_that_read_what_callers_may_not() {
        let model = |access: &str| {
            let tables = ADMINS.replace("access: internal", access);
            said(&format!(
                "groups: {{staff: exists (select 1 from admins a where a.user_id = auth.uid())}}\ntables:\n{tables}"
            ))
        };
        assert_eq!(model("access: internal"), ["SG318 exists (select 1 from admins a where a.user_id = auth.uid())"]);
        assert_eq!(model("access: shared"), Vec::<String>::new());
        assert_eq!(model("owner: user_id"), Vec::<String>::new());
    }

    #[test]
    fn finds_views_that_their_readers_cannot_read() {
        let model = |read: &str| {
            said(&format!("views: {{v: {{query: select user_id from admins, read: [{read}]}}}}\ntables:\n{ADMINS}"))
        };
        assert_eq!(model("signed_in"), ["SG318 v"]);
        assert_eq!(model("service"), Vec::<String>::new());
    }
}
