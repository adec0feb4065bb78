//! What a fault may only repeat: another protection that refuses the same, or another policy that gives the same.

use super::Fault;
use super::faults::is_compiled;
use crate::catalog::{Table, quote_identifier};
use crate::prove::probes::Context;

/// Each other protection of the fault's table, alone and together: what it is, and the SQL that takes it away. For a
/// fault that narrows, what gives the same: each other permissive policy.
pub fn others(context: &Context, fault: &Fault) -> Vec<(String, String)> {
    let Some(table) = fault.table.as_ref().and_then(|name| context.catalog.tables.get(name)) else { return Vec::new() };
    let mut found = if fault.widens { choices(&protections(context, table)) } else { Vec::new() };
    let policies = table.policies.values().filter(|policy| fault.policy.as_ref() != Some(&policy.name));
    let policies = policies.filter(|policy| policy.restrictive == fault.widens);
    found.extend(policies.map(|policy| {
        let sql = format!("drop policy {} on {}", quote_identifier(&policy.name), table.name.sql());
        (format!("policy {}", policy.name), sql)
    }));
    found
}

/// Every choice of them, the smallest first.
fn choices(protections: &[(&'static str, String)]) -> Vec<(String, String)> {
    let mut choices: Vec<u32> = (1..1 << protections.len()).collect();
    choices.sort_by_key(|choice| choice.count_ones());
    let named = |choice: u32| {
        let chosen = protections.iter().enumerate().filter(|(place, _)| choice >> place & 1 == 1).map(|(_, one)| one);
        let (names, sql): (Vec<_>, Vec<_>) = chosen.map(|(name, sql)| (*name, sql.as_str())).unzip();
        (names.join(" and "), sql.join("; "))
    };
    choices.into_iter().map(named).collect()
}

/// What protects a table beside the USING of its policies, each with the SQL that takes it away.
fn protections(context: &Context, table: &Table) -> Vec<(&'static str, String)> {
    let name = table.name.sql();
    let hints = &context.model.base.hints;
    let roles = format!("{}, {}", quote_identifier(&hints.signed_in), quote_identifier(&hints.anonymous));
    let privileges = format!("grant select, insert, update, delete on {name} to {roles}");
    let triggers = table.triggers.values().filter(|trigger| is_compiled(context, &trigger.function));
    let triggers =
        triggers.map(|trigger| format!("drop trigger if exists {} on {name}", quote_identifier(&trigger.name)));
    // Its own keys, and those that refer to it.
    let all =
        context.catalog.tables.values().flat_map(|other| other.foreign_keys.values().map(move |key| (other, key)));
    let keys = all.filter(|(other, key)| other.name == table.name || key.table == table.name).map(|(other, key)| {
        format!("alter table {} drop constraint if exists {}", other.name.sql(), quote_identifier(&key.name))
    });
    let checked = table.policies.values().filter(|policy| policy.check.is_some());
    let checks =
        checked.map(|policy| format!("alter policy {} on {name} with check (true)", quote_identifier(&policy.name)));
    let all = [
        ("privileges", privileges),
        ("triggers", triggers.collect::<Vec<_>>().join("; ")),
        ("foreign keys", keys.collect::<Vec<_>>().join("; ")),
        ("policies' checks", checks.collect::<Vec<_>>().join("; ")),
    ];
    all.into_iter().filter(|(_, sql)| !sql.is_empty()).collect()
}
