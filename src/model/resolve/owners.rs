//! `owner:` — the columns that lead up to whoever owns a row.

use super::names::unknown;
use super::scene::Scene;
use super::subjects::Callers;
use super::verbs::given;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Carry, ColumnId, OwnerCan, OwnerLink, PrincipalId, Table, TableId};
use crate::spec::{CarrySpec, OwnerCanSpec, OwnerLinkSpec, OwnerSpec};
use std::collections::{BTreeMap, BTreeSet};

/// All links of a table.
pub(super) fn owners(
    scene: &Scene<'_>,
    callers: &Callers<'_>,
    table: TableId,
    spec: &OwnerSpec,
    findings: &mut Vec<Diagnostic>,
) -> Vec<OwnerLink> {
    let mut links: Vec<OwnerLink> = Vec::new();
    for written in &spec.links {
        let Some(link) = link(scene, callers, table, written, findings) else { continue };
        if let Some(other) = links.iter().find(|other| other.column == link.column) {
            findings.push(super::duplicate("owner", &written.column, link.span, other.span));
        }
        links.push(link);
    }
    links
}

fn link(
    scene: &Scene<'_>,
    callers: &Callers<'_>,
    table: TableId,
    spec: &OwnerLinkSpec,
    findings: &mut Vec<Diagnostic>,
) -> Option<OwnerLink> {
    let own_key = spec.column.value == "self" && scene.draft(table).column("self").is_none();
    let column =
        if own_key { key(scene, table, spec, findings)? } else { scene.column(table, &spec.column, findings)? };
    let refers = scene.draft(table).columns[column.index()].1.references.is_some();
    if !own_key && !refers && scene.typed(table, column).reference.is_none() {
        no_reference(scene, table, spec, findings);
    }
    let carry = carry(scene, table, column, spec, findings);
    Some(OwnerLink {
        column,
        own_key,
        principal: own_key.then(|| key_principal(scene, callers, table, column)).flatten(),
        can: owner_can(scene, table, spec, findings),
        transfer: spec.transfer.as_ref().is_some_and(|transfer| transfer.value),
        carry,
        span: spec.column.span,
    })
}

/// A column of a composite foreign key refers as well; anything else leads nowhere.
fn no_reference(scene: &Scene<'_>, table: TableId, spec: &OwnerLinkSpec, findings: &mut Vec<Diagnostic>) {
    let draft = scene.draft(table);
    let message = format!("owner `{}` of `{}` refers to nothing", spec.column.value, draft.name);
    let place = draft.columns.iter().find(|(name, _)| name.value == spec.column.value).map(|(name, _)| name.span);
    let mut finding = Diagnostic::new(Code::InvalidReference, spec.column.span, message);
    if let Some(place) = place {
        finding = finding.related(place, "this column");
    }
    findings.push(finding.help("give the column `references`, to a principal's table or to a table that has an owner"));
}

fn key(scene: &Scene<'_>, table: TableId, spec: &OwnerLinkSpec, findings: &mut Vec<Diagnostic>) -> Option<ColumnId> {
    let draft = scene.draft(table);
    if let [only] = draft.primary_key().as_slice() {
        return draft.column(only).map(ColumnId::new);
    }
    let message = format!("`owner: self` needs a primary key of one column in `{}`", draft.name);
    let finding = Diagnostic::new(Code::InvalidPrincipal, spec.column.span, message);
    findings.push(finding.help("name the column that holds the owner's id instead"));
    None
}

/// Whose id the key is: the principal of this very table, else the one that the key refers to, else the first of
/// the key's type.
fn key_principal(scene: &Scene<'_>, callers: &Callers<'_>, table: TableId, column: ColumnId) -> Option<PrincipalId> {
    let data_type = &scene.typed(table, column).data_type.sql;
    let named = callers.principals.iter().position(|principal| principal.table == table);
    let typed = || callers.principals.iter().position(|principal| principal.data_type == *data_type);
    named
        .map(PrincipalId::new)
        .or_else(|| callers.principal(scene, table, column))
        .or_else(|| typed().map(PrincipalId::new))
}

fn owner_can(scene: &Scene<'_>, table: TableId, spec: &OwnerLinkSpec, findings: &mut Vec<Diagnostic>) -> OwnerCan {
    match &spec.can {
        None => OwnerCan::Inherit,
        Some(OwnerCanSpec::Verbs(verbs)) => OwnerCan::Verbs(given(scene, table, verbs, findings)),
        Some(OwnerCanSpec::ByRole(roles)) => {
            let mut by_role = BTreeMap::new();
            for (role, verbs) in roles {
                by_role.insert(role.value.clone(), given(scene, table, verbs, findings));
            }
            OwnerCan::ByRole(by_role)
        }
    }
}

/// Roles that the members at the end of the path cannot have.
pub(super) fn known_roles(scene: &Scene<'_>, tables: &[Table], findings: &mut Vec<Diagnostic>) {
    for table in tables {
        for written in scene.draft(table.id).owner.iter().flat_map(|owner| &owner.links) {
            let Some(OwnerCanSpec::ByRole(roles)) = &written.can else { continue };
            let links = table.owners.iter().filter(|link| link.span == written.column.span);
            let mut known = Some(Vec::new());
            links.for_each(|link| roles_above(tables, table, link, &mut known, &mut BTreeSet::new()));
            let Some(known) = known.filter(|known| !known.is_empty()) else { continue };
            for (role, _) in roles.iter().filter(|(role, _)| !known.contains(&role.as_str())) {
                findings.push(unknown(Code::UnknownSubject, "role", role, known.iter().copied()));
            }
        }
    }
}

/// Adds the roles of the members that the link leads to; `None` where some of them are not known.
fn roles_above<'m>(
    tables: &'m [Table],
    table: &'m Table,
    link: &OwnerLink,
    known: &mut Option<Vec<&'m str>>,
    seen: &mut BTreeSet<TableId>,
) {
    let Some(to) = table.column(link.column).references.filter(|_| !link.own_key) else { return };
    let above = &tables[to.table.index()];
    match &above.members {
        Some(members) if members.role.is_none() => *known = None,
        Some(members) => {
            known.iter_mut().for_each(|known| known.extend(members.roles.iter().map(|role| role.name.as_str())))
        }
        None if above.unresolved => *known = None,
        None if !seen.insert(above.id) => {}
        None => above.owners.iter().for_each(|link| roles_above(tables, above, link, known, seen)),
    }
}

fn carry(
    scene: &Scene<'_>,
    table: TableId,
    column: ColumnId,
    spec: &OwnerLinkSpec,
    findings: &mut Vec<Diagnostic>,
) -> Option<Carry> {
    let Some(written) = spec.carry.as_ref() else {
        let asked = scene.spec.tenancy.carry.as_ref().is_some_and(|carry| carry.value);
        return asked.then_some(Carry::Tenancy);
    };
    let carry = match &written.value {
        CarrySpec::Flag(false) => return None,
        CarrySpec::Flag(true) => Carry::New,
        CarrySpec::Column(name) => {
            let name = crate::spec::Text::new(name.clone(), written.span);
            Carry::Column(scene.column(table, &name, findings)?)
        }
    };
    if !scene.typed(table, column).not_null {
        let message = format!("`{}` may be NULL, so its owner cannot be carried", spec.column.value);
        let finding = Diagnostic::new(Code::Contradiction, written.span, message);
        findings.push(finding.help("make the column NOT NULL, or leave `carry` out"));
        return None;
    }
    Some(carry)
}
