//! Principals and groups.

use super::scene::Scene;
use crate::catalog::{QualifiedName, quote_literal};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Expression, Gives};
use crate::model::{ColumnId, Group, Principal, TableId};
use crate::source::Span;
use crate::spec::{PrincipalSpec, Target, Text};

/// The setting that holds the caller's id where the author names none.
const SETTING: &str = "app.user_id";

/// The built-in principal, unless the model has one of its name, and the model's own.
pub(super) fn principals(scene: &Scene<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Principal> {
    let mut found = Vec::new();
    let own_user = scene.spec.principals.iter().any(|(name, _)| name.value == "user");
    if scene.spec.target.value == Target::Supabase && !own_user {
        found.extend(built_in(scene));
    }
    for (name, spec) in &scene.spec.principals {
        found.extend(principal(scene, name, spec, findings));
    }
    found
}

fn built_in(scene: &Scene<'_>) -> Option<Principal> {
    let table = scene.by_name.get(&QualifiedName::new("auth", "users")).copied()?;
    Some(Principal {
        name: "user".to_owned(),
        id: Expression { sql: "auth.uid()".to_owned(), ..Expression::default() },
        table,
        data_type: "uuid".to_owned(),
        setting: None,
        span: Span::default(),
    })
}

fn principal(
    scene: &Scene<'_>,
    name: &Text,
    spec: &PrincipalSpec,
    findings: &mut Vec<Diagnostic>,
) -> Option<Principal> {
    let supabase_user = scene.spec.target.value == Target::Supabase && name.value == "user";
    let table = match &spec.table {
        Some(table) => scene.table(table, findings)?,
        None if supabase_user => scene.by_name.get(&QualifiedName::new("auth", "users")).copied()?,
        None => {
            let finding =
                Diagnostic::new(Code::Incomplete, name.span, format!("principal `{}` has no table", name.value));
            findings.push(finding.help("add `table:`, the table whose rows are the principals"));
            return None;
        }
    };
    let data_type = key_type(scene, table, name, findings)?;
    let setting = (scene.spec.target.value == Target::Postgres && spec.id.is_none())
        .then(|| spec.setting.as_ref().map_or_else(|| SETTING.to_owned(), |setting| setting.value.clone()));
    let id = match (&spec.id, &setting) {
        (Some(text), _) => {
            let id = scene.parse(text, Default::default(), &[], ("id", true), findings);
            findings.extend(compared(scene, table, name, &id));
            id
        }
        (None, Some(setting)) => from_setting(setting, &data_type),
        (None, None) if supabase_user => Expression { sql: "auth.uid()".to_owned(), ..Expression::default() },
        (None, None) => {
            let finding = Diagnostic::new(Code::Incomplete, name.span, format!("principal `{}` has no id", name.value));
            findings.push(finding.help("add `id:`, SQL that gives the caller's id, such as `auth.uid()`"));
            return None;
        }
    };
    Some(Principal { name: name.value.clone(), id, table, data_type, setting, span: name.span })
}

/// The caller's id is held against the table's key.
fn compared(scene: &Scene<'_>, table: TableId, name: &Text, id: &Expression) -> Option<Diagnostic> {
    let draft = scene.draft(table);
    let key = draft.primary_key().first().copied().unwrap_or("id");
    let (Gives::Of(own), column) = (&id.gives, scene.kind_of(table, key)?) else { return None };
    if scene.names.own_operators || own.compares_with(column) {
        return None;
    }
    let (own, wanted) = (own.word(), column.word());
    let message = format!("the id of `{}` is {own}, and `{}.{key}` is {wanted}", name.value, draft.name.name);
    let finding = Diagnostic::new(Code::InvalidPrincipal, id.span, message);
    Some(finding.help(format!("cast it: `({})::{wanted}`", id.sql)))
}

/// The setting's text as an id; `''` is what a pooled connection has left over.
fn from_setting(setting: &str, data_type: &str) -> Expression {
    let sql = format!("nullif(current_setting({}, true), '')::{data_type}", quote_literal(setting));
    Expression { sql, ..Expression::default() }
}

/// The type of the one column that identifies a principal.
fn key_type(scene: &Scene<'_>, table: TableId, name: &Text, findings: &mut Vec<Diagnostic>) -> Option<String> {
    let draft = scene.draft(table);
    let key = match draft.primary_key().as_slice() {
        [key] => draft.column(key),
        // Somebody else's table may be described without its key.
        [] => draft.column("id"),
        _ => None,
    };
    let Some(key) = key else {
        let message = format!("`{}` has no key of one column, so its rows cannot be principals", draft.name);
        let finding = Diagnostic::new(Code::InvalidPrincipal, name.span, message).related(draft.key, "this table");
        findings.push(finding.help("give it a primary key of one column"));
        return None;
    };
    Some(scene.typed(table, ColumnId::new(key)).data_type.sql.clone())
}

/// Conditions about the caller alone.
pub(super) fn groups(scene: &Scene<'_>, findings: &mut Vec<Diagnostic>) -> Vec<Group> {
    let mut found = Vec::new();
    for (name, condition) in &scene.spec.groups {
        let place = format!("groups.{}", name.value);
        let condition = scene.parse(condition, Default::default(), &[], (&place, true), findings);
        found.push(Group { name: name.value.clone(), condition, span: name.span });
    }
    found
}
