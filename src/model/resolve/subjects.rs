//! Whom a rule names: a column, a group, everyone, a database role, a table that refers to this one.

use super::scene::Scene;
use crate::catalog::{is_role_of_supabase, quote_identifier};
use crate::diagnostics::{Code, Diagnostic, habits};
use crate::expression::suggestion;
use crate::model::{ColumnId, GroupId, PrincipalId, Subject, TableId};
use crate::spec::{ManagedSpec, Target, Text};

/// Principals and groups by name, as far as subjects need them.
pub(super) struct Callers<'a> {
    /// The table of each kind of principal, and the column that holds the id.
    pub(super) principals: &'a [crate::model::Principal],
    /// Names of groups.
    pub(super) groups: &'a [crate::model::Group],
}

impl Callers<'_> {
    /// The group of this name.
    pub(super) fn group(&self, name: &str) -> Option<GroupId> {
        self.groups.iter().position(|group| group.name == name).map(GroupId::new)
    }

    /// The principal whose id this column holds: the column refers to the principal's table, or to a key that
    /// itself is such an id.
    pub(super) fn principal(&self, scene: &Scene<'_>, table: TableId, column: ColumnId) -> Option<PrincipalId> {
        let mut place = (table, column);
        // A circle of keys that refer to each other ends after as many steps as there are tables.
        for _ in 0..=scene.drafts.len() {
            let reference = scene.typed(place.0, place.1).reference?;
            if let Some(index) = self.principals.iter().position(|principal| {
                principal.table == reference.table && is_key(scene, reference.table, reference.column)
            }) {
                return Some(PrincipalId::new(index));
            }
            if !is_key(scene, reference.table, reference.column) {
                return None;
            }
            place = (reference.table, reference.column);
        }
        None
    }

    /// Whom `written` names in a rule of `table`.
    pub(super) fn subject(
        &self,
        scene: &Scene<'_>,
        table: TableId,
        written: &Text,
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Subject> {
        if let Some((other, column)) = written.split_once('.') {
            return self.share(scene, table, written, (other, column), findings);
        }
        let mut found: Vec<(Subject, &str)> = Vec::new();
        let column = scene.columns[table.index()].iter().position(|column| *column == written.value).map(ColumnId::new);
        if let Some(column) = column
            && let Some(principal) = self.principal(scene, table, column)
        {
            found.push((Subject::Column(column, principal), "a column"));
        }
        if let Some(group) = self.group(written) {
            found.push((Subject::Group(group), "a group"));
        }
        if let Some(role) = role(scene, written) {
            found.push((role, "a role"));
        }
        match found.as_slice() {
            [(subject, _)] => Some(subject.clone()),
            [] => {
                findings.push(self.nobody(scene, table, written, column.is_some()));
                None
            }
            several => {
                let kinds: Vec<&str> = several.iter().map(|(_, kind)| *kind).collect();
                let message = format!("`{}` could be {}", written.value, kinds.join(" or "));
                let finding = Diagnostic::new(Code::Ambiguous, written.span, message);
                findings.push(finding.help("rename the group, the role or the column"));
                None
            }
        }
    }

    fn nobody(&self, scene: &Scene<'_>, table: TableId, written: &Text, column: bool) -> Diagnostic {
        if column {
            let message = format!("`{}` does not refer to a principal's table", written.value);
            let finding = Diagnostic::new(Code::UnknownSubject, written.span, message);
            return finding.help("name a column whose `references` lead to the table of a principal");
        }
        let mut words: Vec<&str> = vec!["signed_in", "anyone"];
        words.extend(self.groups.iter().map(|group| group.name.as_str()));
        words.extend(scene.spec.roles.others.iter().map(|(name, _)| name.as_str()));
        words.extend(scene.columns[table.index()].iter().map(String::as_str));
        let finding =
            Diagnostic::new(Code::UnknownSubject, written.span, format!("there is nobody named `{}`", written.value));
        match habits::of_word(written, &words).map(str::to_owned).or_else(|| suggestion(written, words)) {
            Some(close) => finding.help(format!("did you mean `{close}`?")),
            None => {
                finding.help("name a column that refers to a principal, a group, signed_in, anyone, or one of `roles`")
            }
        }
    }

    /// `project_shares.user_id`: a table that refers to this one.
    fn share(
        &self,
        scene: &Scene<'_>,
        table: TableId,
        written: &Text,
        (other, column): (&str, &str),
        findings: &mut Vec<Diagnostic>,
    ) -> Option<Subject> {
        // Of `schema.table.column` the last part is the column.
        let (other, column) = match column.rsplit_once('.') {
            Some((middle, last)) => (format!("{other}.{middle}"), last),
            None => (other.to_owned(), column),
        };
        let other = scene.table(&Text::new(other, written.span), findings)?;
        let column = scene.column(other, &Text::new(column.to_owned(), written.span), findings)?;
        let Some(principal) = self.principal(scene, other, column) else {
            let message = format!("`{}` does not refer to a principal's table", written.value);
            let finding = Diagnostic::new(Code::UnknownSubject, written.span, message);
            findings.push(finding.help("name a column whose `references` lead to the table of a principal"));
            return None;
        };
        let link = link(scene, other, table, written, findings)?;
        Some(Subject::Share { table: other, link, column, principal })
    }
}

/// The one column of `from` that refers to `to`.
fn link(
    scene: &Scene<'_>,
    from: TableId,
    to: TableId,
    written: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<ColumnId> {
    let links: Vec<usize> = scene.typed[from.index()]
        .iter()
        .enumerate()
        .filter(|(_, typed)| typed.reference.is_some_and(|reference| reference.table == to))
        .map(|(index, _)| index)
        .collect();
    if let [only] = links.as_slice() {
        return Some(ColumnId::new(*only));
    }
    let (from, to) = (&scene.draft(from).name, &scene.draft(to).name);
    let (code, message) = match links.is_empty() {
        true => (Code::UnknownSubject, format!("`{from}` does not refer to `{to}`")),
        false => (Code::Ambiguous, format!("`{from}` refers to `{to}` by {} columns", links.len())),
    };
    let help = "a share table has one reference to the table that it shares";
    findings.push(Diagnostic::new(code, written.span, message).help(help));
    None
}

/// The column is the whole primary key of its table.
pub(super) fn is_key(scene: &Scene<'_>, table: TableId, column: ColumnId) -> bool {
    let draft = scene.draft(table);
    let key = draft.primary_key();
    // Somebody else's table may be described without its key.
    key == [scene.column_name(table, column)] || key.is_empty() && draft.managed == ManagedSpec::No
}

/// `signed_in`, `anyone`, or a database role.
fn role(scene: &Scene<'_>, written: &Text) -> Option<Subject> {
    match written.as_str() {
        "signed_in" => Some(Subject::SignedIn),
        "anyone" => Some(Subject::Anyone),
        name => match named_role(scene, name)? {
            role if role == role_name(&scene.spec.roles.signed_in, "authenticated") => Some(Subject::SignedIn),
            role => Some(Subject::Role(role)),
        },
    }
}

fn role_name(given: &Option<Text>, default: &str) -> String {
    given.as_ref().map_or_else(|| default.to_owned(), |text| text.value.clone())
}

/// A database role by its name or by the model's word for it.
fn named_role(scene: &Scene<'_>, name: &str) -> Option<String> {
    let roles = &scene.spec.roles;
    let known = [
        ("signed_in", role_name(&roles.signed_in, "authenticated")),
        ("anonymous", role_name(&roles.anonymous, "anon")),
        ("service", role_name(&roles.service, "service_role")),
    ];
    if let Some((_, role)) = known.iter().find(|(word, role)| *word == name || role == name) {
        return Some(role.clone());
    }
    if let Some((_, role)) = roles.others.iter().find(|(word, role)| word.value == name || role.value == name) {
        return Some(role.value.clone());
    }
    let there = scene.spec.target.value == Target::Supabase && is_role_of_supabase(name);
    there.then(|| name.to_owned())
}

/// The roles that a privilege is granted to: a role, or for `anyone` those of anonymous and signed-in callers.
pub(super) fn database_roles(scene: &Scene<'_>, written: &Text, findings: &mut Vec<Diagnostic>) -> Vec<String> {
    let roles = &scene.spec.roles;
    match written.as_str() {
        "public" => return vec!["public".to_owned()],
        "anyone" => {
            return vec![role_name(&roles.anonymous, "anon"), role_name(&roles.signed_in, "authenticated")];
        }
        _ => {}
    }
    let found = named_role(scene, written);
    if found.is_none() {
        let finding =
            Diagnostic::new(Code::UnknownSubject, written.span, format!("there is no role `{}`", written.value));
        let words = roles.others.iter().map(|(name, _)| name.as_str());
        let known = [
            role_name(&roles.signed_in, "authenticated"),
            role_name(&roles.anonymous, "anon"),
            role_name(&roles.service, "service_role"),
        ];
        let words = words.chain(["signed_in", "anonymous", "service", "anyone"]);
        let words = words.chain(known.iter().map(String::as_str));
        findings.push(match suggestion(written, words) {
            Some(close) => finding.help(format!("did you mean `{close}`?")),
            None => finding.help(format!("add it under `roles:`: `{0}: {0}`", quote_identifier(written))),
        });
    }
    found.into_iter().collect()
}
