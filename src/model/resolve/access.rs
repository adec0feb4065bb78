//! Tables of the model: who owns their rows and who may touch them.

use super::names::qualify;
use super::scene::Scene;
use super::subjects::Callers;
use super::tables::management;
use super::volatile::Volatile;
use super::{members, owners, principals, rules, tenancy};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Column, ColumnId, Model, Table, TableId};
use crate::spec::{AccessSpec, ManagedSpec};

/// Fills principals, groups and tables.
pub(super) fn access(scene: &Scene<'_>, model: &mut Model, findings: &mut Vec<Diagnostic>) {
    model.principals = principals::principals(scene, findings);
    model.groups = principals::groups(scene, findings);
    let callers = Callers { principals: &model.principals, groups: &model.groups };
    // Said once for the whole model.
    rules::require(&callers, None, scene.spec.require.as_ref(), findings);
    let mut tables: Vec<Table> = scene.tables().map(|id| table(scene, &callers, id, findings)).collect();
    memberships(scene, &mut tables, findings);
    excuse_memberships(scene, &mut tables);
    owners::known_roles(scene, &tables, findings);
    tenancy::carry_chains(scene, &model.principals, &mut tables);
    model.tables = tables;
    fill_hints(model);
}

fn table(scene: &Scene<'_>, callers: &Callers<'_>, id: TableId, findings: &mut Vec<Diagnostic>) -> Table {
    let draft = scene.draft(id);
    let spec = draft.spec;
    let before = findings.len();
    let owners = draft.owner.map(|owner| owners::owners(scene, callers, id, owner, findings)).unwrap_or_default();
    let members = spec.members.as_ref().and_then(|spec| members::members(scene, callers, id, spec, findings));
    let access = spec.access.as_ref().map(|access| match access.value {
        AccessSpec::Shared => Access::Shared,
        AccessSpec::Internal => Access::Internal,
        AccessSpec::Open => Access::Open,
        AccessSpec::Written => Access::Written,
    });
    let ours = draft.managed == ManagedSpec::Fully;
    let for_all = scene.spec.require.as_ref().filter(|_| ours);
    let mut table = Table {
        id,
        name: draft.name.clone(),
        span: draft.key,
        management: management(draft.managed),
        columns: (0..draft.columns.len()).map(|index| column(scene, id, ColumnId::new(index))).collect(),
        primary_key: draft.primary_key().iter().filter_map(|name| draft.column(name)).map(ColumnId::new).collect(),
        owners,
        members,
        membership_of: None,
        allow: draft.allow.iter().map(|spec| rules::allow(scene, callers, id, spec, findings)).collect(),
        deny: spec.deny.iter().map(|spec| rules::deny(scene, id, spec, findings)).collect(),
        require: rules::require(callers, for_all, spec.require.as_ref(), findings),
        access,
        unresolved: false,
        raw_policies: !spec.policies.is_empty(),
        soft_delete: draft.soft_delete.then(|| draft.column("deleted_at").map(ColumnId::new)).flatten(),
        audit: draft.audit,
    };
    table.unresolved = findings.len() > before;
    let derived = table.access != Some(Access::Written);
    if derived && (ours || !table.owners.is_empty() || !table.allow.is_empty()) {
        fix_columns(&mut table);
    }
    table
}

/// Primary keys and owner columns do not change.
fn fix_columns(table: &mut Table) {
    for id in &table.primary_key {
        table.columns[id.index()].immutable = true;
    }
    for link in &table.owners {
        table.columns[link.column.index()].immutable |= !link.transfer;
    }
}

fn column(scene: &Scene<'_>, table: TableId, id: ColumnId) -> Column {
    let (name, spec) = scene.draft(table).columns[id.index()];
    let typed = scene.typed(table, id);
    let flag = |flag: &Option<crate::source::Spanned<bool>>| flag.as_ref().is_some_and(|flag| flag.value);
    let always = spec.identity.as_ref().is_some_and(|identity| identity.kind.eq_ignore_ascii_case("always"));
    Column {
        name: name.value.clone(),
        data_type: typed.data_type.sql.clone(),
        not_null: typed.not_null,
        references: typed.reference,
        same_owner: flag(&spec.same_owner),
        same_owner_declined: spec.same_owner.as_ref().is_some_and(|same| !same.value),
        immutable: flag(&spec.immutable),
        read_only: flag(&spec.read_only),
        hidden: flag(&spec.hidden),
        computed: spec.generated.is_some() || always,
        changing_default: false,
        span: name.span,
    }
}

/// Tells each membership table whose it is.
fn memberships(scene: &Scene<'_>, tables: &mut [Table], findings: &mut Vec<Diagnostic>) {
    let found: Vec<_> = tables.iter().filter_map(|table| Some((table.id, table.members.as_ref()?))).collect();
    let found: Vec<_> = found.into_iter().map(|(tenant, members)| (tenant, members.table, members.span)).collect();
    for (tenant, membership, span) in found {
        if let Some(other) = tables[membership.index()].membership_of.replace(tenant) {
            let message = format!("`{}` holds the members of two tables", scene.draft(membership).name);
            let finding = Diagnostic::new(Code::InvalidMembers, span, message);
            let finding = finding.related(scene.draft(other).key, "the other table");
            findings.push(finding.help("give each organization a membership table of its own"));
        }
    }
}

/// A membership table says nothing itself: where `members` did not resolve, that is not its fault.
fn excuse_memberships(scene: &Scene<'_>, tables: &mut [Table]) {
    for draft in &scene.drafts {
        let named = draft.spec.members.as_ref().and_then(|members| members.table.as_ref());
        let Some(named) = named else { continue };
        if let Some(id) = scene.by_name.get(&qualify(named, &scene.names.default_schema)) {
            let table = &mut tables[id.index()];
            table.unresolved |= table.membership_of.is_none();
        } else if let Some(tenant) = scene.by_name.get(&draft.name) {
            // Of a name that is mistyped, whatever refers to the tenant may be meant.
            let refers =
                |table: &Table| table.columns.iter().any(|c| c.references.is_some_and(|to| to.table == *tenant));
            tables.iter_mut().filter(|table| refers(table)).for_each(|table| table.unresolved = true);
        }
    }
}

/// What the types of the catalog's columns say about writing.
fn fill_hints(model: &mut Model) {
    let mut volatile = Volatile::of(&model.base);
    for table in &mut model.tables {
        let Some(structure) = model.base.tables.get_mut(&table.name) else { continue };
        for (column, described) in structure.columns.iter_mut().zip(&mut table.columns) {
            described.changing_default =
                column.identity.is_some() || column.default.as_ref().is_some_and(|default| volatile.is(default));
            if described.immutable && !column.hints.immutable {
                column.hints.immutable = true;
            }
        }
        if let Some(creator) = table.members.as_ref().and_then(|members| members.creator) {
            structure.columns[creator.index()].hints.filled = true;
        }
    }
}
