//! `members`: the tenant's own row, and founding one.
//!
//! Founding with `insert … returning`: PostgreSQL tests the policies for SELECT on the new row before it is
//! stored and before any AFTER trigger has run, and a STABLE helper does not see what a BEFORE trigger has
//! written either (measured: the insert fails with 42501). So the founder cannot be a member yet when he must be able to read. What
//! is true at that moment, and never of a stored row, is that he created it and that it is not among the stored
//! rows that he created: one more policy says so, set-wise and by index, and nothing is opened by it.

use super::condition::{Condition, Ids};
use super::context::Context;
use super::helper::Helper;
use super::owner::{Who, by_role};
use super::rule::{Origin, Rule};
use crate::model::{ColumnId, Members, Table, TableId, TenantCreator, Verb};
use std::collections::BTreeSet;

/// The key of a tenant that its memberships refer to.
pub fn key(context: &Context<'_>, tenant: TableId) -> Option<ColumnId> {
    let members = context.table(tenant).members.as_ref()?;
    context.table(members.table).column(members.tenant_column).references.map(|to| to.column)
}

/// The column that holds who created a tenant: the model's, or one that the compiler adds.
pub fn creator(context: &Context<'_>, tenant: TableId) -> Option<String> {
    let table = context.table(tenant);
    let members = table.members.as_ref()?;
    match members.creator {
        Some(column) => Some(table.column(column).name.clone()),
        None if members.create == TenantCreator::Service => None,
        None => Some(added_creator(table)),
    }
}

/// A name for a creator column that the table does not have yet.
fn added_creator(table: &Table) -> String {
    let free = |name: &&str| table.column_named(name).is_none();
    ["created_by", "founded_by"].into_iter().find(free).unwrap_or("schemagen_founder").to_owned()
}

/// The row was created by the caller.
pub fn created_by_caller(context: &Context<'_>, tenant: TableId) -> Condition {
    match (&context.table(tenant).members, creator(context, tenant)) {
        (Some(members), Some(creator)) => Condition::Is(creator, Ids::Caller(members.principal)),
        _ => Condition::Never,
    }
}

/// The rules that `members` gives for the tenant's own rows.
pub fn rules(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let (Some(members), Some(key)) = (&table.members, key(context, table.id)) else { return Vec::new() };
    let key = table.column(key).name.clone();
    let mut rules = Vec::new();
    for verb in [Verb::Read, Verb::Update, Verb::Delete] {
        for (who, columns) in own_row(members, verb) {
            let roles = match who {
                Who::Everyone => None,
                Who::Roles(roles) => Some(roles),
            };
            let condition = Condition::Is(key.clone(), Ids::helper(Helper::Tenants { tenant: table.id, roles }));
            let new = if verb == Verb::Update { condition.clone() } else { Condition::Always };
            let rule = rule(context, verb, Origin::Tenant, condition, new, "as_member");
            rules.push(Rule { columns, ..rule });
        }
    }
    rules.extend(founding(context, table, members, &key));
    rules
}

fn own_row(members: &Members, verb: Verb) -> Vec<(Who, Option<BTreeSet<ColumnId>>)> {
    if members.roles.is_empty() {
        return vec![(Who::Everyone, None)];
    }
    by_role(members.roles.iter().map(|role| (&role.name, &role.self_can)), verb)
}

fn rule(context: &Context<'_>, verb: Verb, origin: Origin, old: Condition, new: Condition, suffix: &str) -> Rule {
    Rule {
        verb,
        origin,
        roles: BTreeSet::from([context.signed_in().to_owned()]),
        old,
        new,
        columns: None,
        settled: true,
        suffix: suffix.to_owned(),
    }
}

fn founding(context: &Context<'_>, table: &Table, members: &Members, key: &str) -> Vec<Rule> {
    let group = match members.create {
        TenantCreator::Service => return Vec::new(),
        TenantCreator::SignedIn => Condition::Always,
        TenantCreator::Group(group) => Condition::Caller(context.model.group(group).condition.sql.clone()),
    };
    let created = created_by_caller(context, table.id);
    let stored = Condition::Is(key.to_owned(), Ids::helper(Helper::Founded { tenant: table.id }));
    let new_born = Condition::all([created.clone(), Condition::negated(stored)]);
    let founded = Condition::all([created, group, super::owner::nobody_elses(context, table)]);
    vec![
        rule(context, Verb::Create, Origin::Founder, Condition::Always, founded, "as_founder"),
        rule(context, Verb::Read, Origin::Founder, new_born, Condition::Always, "while_founding"),
    ]
}
