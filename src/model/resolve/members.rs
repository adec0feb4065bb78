//! `members:` — the membership table, its columns, the roles and what each may do.

use super::names::unknown;
use super::scene::Scene;
use super::subjects::Callers;
use super::verbs::{can, given as given_verbs};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::{Can, ColumnId, MemberRole, Members, Principal, PrincipalId, TableId, TenantCreator, Verb};
use crate::spec::{CanSpec, Entries, MembersSpec, Text};

/// Resolves `members:` of a table.
pub(super) fn members(
    scene: &Scene<'_>,
    callers: &Callers<'_>,
    tenant: TableId,
    spec: &MembersSpec,
    findings: &mut Vec<Diagnostic>,
) -> Option<Members> {
    let Some(written) = &spec.table else {
        let finding = Diagnostic::new(Code::Incomplete, spec.span, "`members` without a table");
        findings.push(finding.help("add `table:`, the table that holds one row for each member"));
        return None;
    };
    let table = scene.table(written, findings)?;
    let tenant_column = tenant_column(scene, table, tenant, written, findings);
    let principal = principal_column(scene, callers, table, tenant_column, written, findings);
    let (tenant_column, (principal_column, principal)) = (tenant_column?, principal?);
    let role = spec.role.as_ref().map(|role| scene.row(table, role, "role", findings));
    let given = |position: &usize| scene.draft(table).columns[*position].1.generated.is_none();
    let role_column = spec.role.as_ref().and_then(|role| scene.draft(table).column(role.trim())).filter(given);
    let role_column = role_column.map(ColumnId::new);
    let when = counts(scene, table, spec).map(|when| scene.row(table, &when, "when", findings));
    let creator = spec.creator.as_ref().and_then(|column| scene.column(tenant, column, findings));
    if let (Some(written), Some(column)) = (&spec.creator, creator) {
        holds_an_id(scene, (tenant, column, written), &callers.principals[principal.index()], findings);
    }
    Some(Members {
        table,
        tenant_column,
        principal_column,
        principal,
        roles: roles(scene, (tenant, table), spec, (role.as_ref(), role_column), findings),
        role,
        role_column,
        when,
        create: creator_of(callers, spec.create.as_ref(), findings),
        creator,
        span: spec.span,
    })
}

/// The column that is filled with the caller holds an id of his kind.
fn holds_an_id(
    scene: &Scene<'_>,
    (tenant, column, written): (TableId, ColumnId, &Text),
    principal: &Principal,
    findings: &mut Vec<Diagnostic>,
) {
    let (found, wanted) = (&scene.typed(tenant, column).data_type, &principal.data_type);
    // Types of a model may stand on the other's, and numbers of one kind are compared with those of another; a uuid is not.
    if found.declared.is_some() || found.sql.is_empty() || found.sql == *wanted || wanted != "uuid" {
        return;
    }
    let message = format!("`{}` is {}, and the id of a {} is {wanted}", written.value, found.sql, principal.name);
    let finding = Diagnostic::new(Code::InvalidMembers, written.span, message);
    findings.push(finding.help(format!("name a column that holds the id of a {}", principal.name)));
}

/// When a membership counts: one that is deleted softly does not, as every `allow` leaves such rows out.
fn counts(scene: &Scene<'_>, table: TableId, spec: &MembersSpec) -> Option<Text> {
    const KEPT: &str = "deleted_at is null";
    match &spec.when {
        Some(when) if !scene.draft(table).soft_delete || when.contains("deleted_at") => Some(when.clone()),
        Some(when) => Some(Text::new(format!("({}) and {KEPT}", when.value), when.span)),
        None => scene.draft(table).soft_delete.then(|| Text::new(KEPT.to_owned(), spec.span)),
    }
}

fn tenant_column(
    scene: &Scene<'_>,
    table: TableId,
    tenant: TableId,
    written: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<ColumnId> {
    let refers = |typed: &super::columns::Typed| typed.reference.is_some_and(|reference| reference.table == tenant);
    let columns = positions(&scene.typed[table.index()], refers);
    if let [only] = columns.as_slice() {
        return Some(*only);
    }
    let (member, owner) = (&scene.draft(table).name, &scene.draft(tenant).name);
    let message = format!("`{member}` has {} references to `{owner}`, and needs one", columns.len());
    let finding = Diagnostic::new(Code::InvalidMembers, written.span, message).related(scene.draft(table).key, "here");
    findings.push(finding.help(format!("give it one column with `references: {}`", owner.name)));
    None
}

/// The column with the member: where several hold a principal's id, the one in a key together with the tenant.
fn principal_column(
    scene: &Scene<'_>,
    callers: &Callers<'_>,
    table: TableId,
    tenant_column: Option<ColumnId>,
    written: &Text,
    findings: &mut Vec<Diagnostic>,
) -> Option<(ColumnId, PrincipalId)> {
    let candidates: Vec<(ColumnId, PrincipalId)> = (0..scene.columns[table.index()].len())
        .map(ColumnId::new)
        .filter(|column| Some(*column) != tenant_column)
        .filter_map(|column| callers.principal(scene, table, column).map(|principal| (column, principal)))
        .collect();
    let keyed = |column: ColumnId| tenant_column.is_some_and(|tenant| in_key_with(scene, table, column, tenant));
    let in_key: Vec<_> = candidates.iter().filter(|(column, _)| keyed(*column)).collect();
    match (candidates.as_slice(), in_key.as_slice()) {
        ([only], _) => return Some(*only),
        (_, [only]) => return Some(**only),
        _ => {}
    }
    let name = &scene.draft(table).name;
    let (message, help) = match candidates.is_empty() {
        true => (format!("`{name}` refers to no principal"), "give it a column that refers to a principal's table"),
        false => (
            format!("`{name}` refers to principals by {} columns", candidates.len()),
            "make the member's column part of a primary or unique key with the organization's",
        ),
    };
    let finding = Diagnostic::new(Code::InvalidMembers, written.span, message).related(scene.draft(table).key, "here");
    findings.push(finding.help(help));
    None
}

fn in_key_with(scene: &Scene<'_>, table: TableId, column: ColumnId, tenant: ColumnId) -> bool {
    let draft = scene.draft(table);
    let (column, tenant) = (scene.column_name(table, column), scene.column_name(table, tenant));
    let both = |names: &[&str]| names.contains(&column) && names.contains(&tenant);
    let unique = draft.spec.unique.iter().map(|key| key.columns.iter().map(|name| name.as_str()).collect::<Vec<_>>());
    both(&draft.primary_key()) || unique.into_iter().any(|names| both(&names))
}

fn positions(typed: &[super::columns::Typed], test: impl Fn(&super::columns::Typed) -> bool) -> Vec<ColumnId> {
    typed.iter().enumerate().filter(|(_, typed)| test(typed)).map(|(index, _)| ColumnId::new(index)).collect()
}

/// Roles from the highest to the lowest, with the defaults of `self` and `manage`.
fn roles(
    scene: &Scene<'_>,
    (tenant, table): (TableId, TableId),
    spec: &MembersSpec,
    (role, column): (Option<&Expression>, Option<ColumnId>),
    findings: &mut Vec<Diagnostic>,
) -> Vec<MemberRole> {
    if role.is_none() {
        let written =
            spec.can.first().map(|(name, _)| name).or(spec.manage.as_ref().and_then(|list| list.value.first()));
        if let Some(name) = written {
            let finding =
                Diagnostic::new(Code::Incomplete, name.span, "roles are named, and nothing gives a member's role");
            findings.push(finding.help("add `role:`, the column of the membership table that holds it"));
        }
        return Vec::new();
    }
    if spec.can.is_empty() {
        let finding = Diagnostic::new(Code::Incomplete, spec.span, "members have a role, and no role may do anything");
        findings.push(finding.help("add `can:` with the roles from the highest to the lowest: `can: {owner: all}`"));
    }
    known_labels(scene, table, column, &spec.can, findings);
    let manages = managers(spec, findings);
    let mut roles = Vec::new();
    for (index, (name, verbs)) in spec.can.iter().enumerate() {
        let can_owned = can_anywhere(scene, tenant, verbs, findings);
        let manages = manages.contains(&name.as_str());
        let self_can = match &spec.self_can {
            Some(given) => given
                .iter()
                .find(|(role, _)| role.value == name.value)
                .map(|(_, verbs)| given_verbs(scene, tenant, verbs, findings))
                .unwrap_or_default(),
            None => default_self(&can_owned, manages, index == 0),
        };
        roles.push(MemberRole { name: name.value.clone(), can: can_owned, self_can, manages, span: name.span });
    }
    for (role, _) in spec.self_can.iter().flatten() {
        named(role, spec, findings);
    }
    roles
}

/// What a role may do applies to many tables: it cannot name columns.
fn can_anywhere(scene: &Scene<'_>, tenant: TableId, verbs: &CanSpec, findings: &mut Vec<Diagnostic>) -> Can {
    for entry in verbs.value.iter().filter(|entry| entry.columns.is_some()) {
        let message = "what a role may do applies to many tables, and cannot name columns";
        let finding = Diagnostic::new(Code::Contradiction, entry.verb.span, message);
        findings.push(finding.help("limit the columns at the `owner` of the table that has them"));
    }
    let plain: Vec<_> = verbs.value.iter().filter(|entry| entry.columns.is_none()).cloned().collect();
    can(scene, tenant, &CanSpec::new(plain, verbs.span), findings)
}

fn default_self(can: &Can, manages: bool, highest: bool) -> Can {
    let mut own = Can::new();
    let given = [(can.contains_key(&Verb::Read), Verb::Read), (manages, Verb::Update), (highest, Verb::Delete)];
    own.extend(given.into_iter().filter(|(given, _)| *given).map(|(_, verb)| (verb, None)));
    own
}

fn managers<'a>(spec: &'a MembersSpec, findings: &mut Vec<Diagnostic>) -> Vec<&'a str> {
    match &spec.manage {
        Some(list) => {
            for name in &list.value {
                named(name, spec, findings);
            }
            list.value.iter().map(|name| name.as_str()).collect()
        }
        None => spec.can.first().map(|(name, _)| name.as_str()).into_iter().collect(),
    }
}

fn named(role: &Text, spec: &MembersSpec, findings: &mut Vec<Diagnostic>) {
    if !spec.can.iter().any(|(name, _)| name.value == role.value) {
        let roles = spec.can.iter().map(|(name, _)| name.as_str());
        findings.push(unknown(Code::UnknownSubject, "role", role, roles));
    }
}

/// A role must be a value that the column can hold.
fn known_labels(
    scene: &Scene<'_>,
    table: TableId,
    column: Option<ColumnId>,
    roles: &Entries<CanSpec>,
    findings: &mut Vec<Diagnostic>,
) {
    let Some(column) = column else { return };
    let typed = scene.typed(table, column);
    let spec = scene.draft(table).columns[column.index()].1;
    let declared = typed.data_type.declared.as_ref().and_then(|name| scene.names.types.get(name));
    let labels: Vec<&str> = match (&spec.one_of, declared) {
        (Some(values), _) => values.value.iter().map(|value| value.as_str()).collect(),
        (None, Some(crate::expression::TypeKind::Enum(labels))) => labels.iter().map(String::as_str).collect(),
        _ => return,
    };
    for (role, _) in roles.iter().filter(|(role, _)| !labels.contains(&role.as_str())) {
        findings.push(unknown(Code::UnknownSubject, "value of the role column", role, labels.iter().copied()));
    }
}

fn creator_of(callers: &Callers<'_>, written: Option<&Text>, findings: &mut Vec<Diagnostic>) -> TenantCreator {
    let Some(written) = written else { return TenantCreator::SignedIn };
    match (written.as_str(), callers.group(written)) {
        ("signed_in", None) => TenantCreator::SignedIn,
        ("service", None) => TenantCreator::Service,
        (_, Some(group)) => TenantCreator::Group(group),
        (_, None) => {
            let words = callers.groups.iter().map(|group| group.name.as_str()).chain(["signed_in", "service"]);
            findings.push(unknown(Code::UnknownSubject, "group", written, words));
            TenantCreator::Service
        }
    }
}
