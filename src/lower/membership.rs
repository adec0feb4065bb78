//! The membership table: who sees, adds, changes and removes members.
//!
//! Its policies call the same definer helper as everybody's: a policy that selected from its own table would
//! recurse (42P17), and one that compared only `user_id = auth.uid()` on INSERT lets anybody join anything.

use super::condition::{Condition, Ids};
use super::context::Context;
use super::helper::{Helper, role_is};
use super::rule::{Origin, Rule};
use crate::model::{ColumnId, Members, Table, TableId, Verb};
use std::collections::BTreeSet;

/// The `members` that a membership table belongs to, and the tenants' table.
pub fn of<'a>(context: &Context<'a>, table: &Table) -> Option<(TableId, &'a Members)> {
    let tenant = table.membership_of?;
    context.table(tenant).members.as_ref().map(|members| (tenant, members))
}

/// The rules that `members` gives for the membership table's rows.
pub fn rules(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let Some((tenant, members)) = of(context, table) else { return Vec::new() };
    let manager = manages(table, tenant, members);
    let own = Condition::Is(table.column(members.principal_column).name.clone(), Ids::Caller(members.principal));
    let counts = members.when.as_ref().map_or(Condition::Always, Condition::row);
    let counted_own = Condition::all([own.clone(), counts.clone()]);
    let rule = |verb, origin, condition: &Condition, suffix: &str| Rule {
        verb,
        origin,
        roles: BTreeSet::from([context.signed_in().to_owned()]),
        old: if verb == Verb::Create { Condition::Always } else { condition.clone() },
        new: if matches!(verb, Verb::Create | Verb::Update) { condition.clone() } else { Condition::Always },
        columns: None,
        settled: false,
        suffix: suffix.to_owned(),
    };
    let mut rules: Vec<Rule> =
        Verb::ALL.into_iter().map(|verb| rule(verb, Origin::Manager, &manager, "by_managers")).collect();
    let pending = Condition::all([pending(table, tenant, members), Condition::negated(counts.clone())]);
    rules.push(rule(Verb::Read, Origin::Pending, &pending, "pending"));
    // without roles every member manages, and sees his fellows so
    if !members.roles.is_empty() {
        let fellow = Condition::all([fellows(table, tenant, members), counts]);
        rules.push(rule(Verb::Read, Origin::Fellow, &fellow, "by_members"));
    }
    rules.push(rule(Verb::Read, Origin::OwnMembership, &own, "mine"));
    rules.push(rule(Verb::Delete, Origin::OwnMembership, &own, "mine"));
    if let Some(columns) = role_columns(table, members) {
        let stepping_down = rule(Verb::Update, Origin::OwnMembership, &counted_own, "mine");
        rules.push(Rule { columns: Some(columns), ..stepping_down });
    }
    rules
}

/// The columns that a member's role is read from.
fn role_columns(table: &Table, members: &Members) -> Option<BTreeSet<ColumnId>> {
    let role = members.role.as_ref()?;
    let used = role.before_generated().columns.iter();
    let columns: BTreeSet<ColumnId> = used.filter_map(|used| table.column_named(&used.column)).collect();
    Some(columns.into_iter().chain(members.role_column).collect())
}

/// The caller manages the row's tenant, and its role is none above his own.
fn manages(table: &Table, tenant: TableId, members: &Members) -> Condition {
    let column = table.column(members.tenant_column).name.clone();
    let in_role = |roles| Condition::Is(column.clone(), Ids::helper(Helper::Tenants { tenant, roles }));
    let Some(role) = &members.role else { return in_role(None) };
    if members.roles.is_empty() {
        return in_role(None);
    }
    let names: Vec<String> = members.roles.iter().map(|role| role.name.clone()).collect();
    let managers = members.roles.iter().enumerate().filter(|(_, role)| role.manages);
    Condition::any(managers.map(|(rank, manager)| {
        let above = if rank == 0 { Condition::Never } else { role_is(role, &names[..rank]) };
        Condition::all([in_role(Some(vec![manager.name.clone()])), Condition::negated(above)])
    }))
}

/// Whoever manages sees every membership that is pending, also one to a role above his own. The highest role manages
/// them all anyway.
fn pending(table: &Table, tenant: TableId, members: &Members) -> Condition {
    let managers = members.roles.iter().filter(|role| role.manages).map(|role| role.name.clone());
    let managers: Vec<String> = managers.collect();
    if members.when.is_none() || managers.iter().eq(members.roles.first().map(|role| &role.name)) {
        return Condition::Never;
    }
    let column = table.column(members.tenant_column).name.clone();
    Condition::Is(column, Ids::helper(Helper::Tenants { tenant, roles: Some(managers) }))
}

fn fellows(table: &Table, tenant: TableId, members: &Members) -> Condition {
    let readers = members.roles.iter().filter(|role| role.can.contains_key(&Verb::Read));
    let readers: Vec<String> = readers.map(|role| role.name.clone()).collect();
    if readers.is_empty() {
        return Condition::Never;
    }
    let helper = Helper::Tenants { tenant, roles: Some(readers) };
    Condition::Is(table.column(members.tenant_column).name.clone(), Ids::helper(helper))
}
