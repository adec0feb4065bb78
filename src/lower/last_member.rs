//! The last of the highest role neither leaves nor steps down; nor all of them in one statement, nor two at once.
//!
//! Before the row goes, its tenant is locked, so that two callers come one after the other; after the statement, one
//! must be left, found by a lock on that row: under REPEATABLE READ, where the second caller still sees the first
//! one's row, that lock fails with 40001. Only for callers under row security: a cascade from the tenant runs as
//! the table's owner.

use super::context::Context;
use super::tenant;
use super::trigger::{self, Rights, refuse};
use crate::catalog::{Catalog, Trigger, quote_identifier, quote_literal};
use crate::model::{Members, Table, TableId};

/// Adds the triggers to a membership table.
pub fn add(context: &Context<'_>, table: &Table, catalog: &mut Catalog) {
    let Some((tenants, members)) = super::membership::of(context, table) else { return };
    lock(context, table, tenants, members, catalog);
    keep(context, table, members, catalog);
}

/// A membership row counts and has the highest role.
fn highest(members: &Members, row: &str) -> String {
    let role = members
        .role
        .as_ref()
        .zip(members.roles.first())
        .map(|(role, highest)| format!("({})::text = {}", role.qualified(row), quote_literal(&highest.name)));
    let when = members.when.as_ref().map(|when| format!("({})", when.qualified(row)));
    let parts: Vec<String> = role.into_iter().chain(when).collect();
    if parts.is_empty() { "true".to_owned() } else { parts.join(" and ") }
}

fn lock(context: &Context<'_>, table: &Table, tenants: TableId, members: &Members, catalog: &mut Catalog) {
    let Some(key) = tenant::key(context, tenants) else { return };
    let tenant = context.table(tenants);
    let own = quote_identifier(&tenant.name.name);
    let column = quote_identifier(context.column(table.id, members.tenant_column));
    let body = format!(
        "begin\n  perform 1 from {} where {own}.{} = old.{column} for no key update;\n  return coalesce(new, old);\nend",
        tenant.name.sql(),
        quote_identifier(context.column(tenants, key)),
    );
    let name = format!("{}_lock_tenant", trigger::plain_name(context, table));
    let comment = format!("Lets members of one row of {} leave one after the other", tenant.name);
    let function = trigger::function(catalog, &name, Rights::Definer, &comment, &body);
    let when = format!("({}) and {}", highest(members, "old"), trigger::under_row_security(context, table));
    let trigger = trigger::row("_lock_tenant", "BEFORE", &["DELETE", "UPDATE"], Some(when), function);
    trigger::put(catalog, table, trigger);
}

fn keep(context: &Context<'_>, table: &Table, members: &Members, catalog: &mut Catalog) {
    let own = quote_identifier(&table.name.name);
    let column = quote_identifier(context.column(table.id, members.tenant_column));
    let data_type = &table.column(members.tenant_column).data_type;
    let word = members.roles.first().map_or("member", |role| role.name.as_str());
    let body = format!(
        "declare\n  tenant {data_type};\nbegin\n  for tenant in select distinct gone.{column} from gone where {} order by 1 loop\n    perform 1 from {} where {own}.{column} = tenant and {} limit 1 for share;\n    if not found then\n      {};\n    end if;\n  end loop;\n  return null;\nend",
        highest(members, "gone"),
        table.name.sql(),
        highest(members, &own),
        refuse(&format!("the last {word} can neither leave nor step down")),
    );
    let name = format!("{}_keep_last", trigger::plain_name(context, table));
    let comment = format!("Keeps the last {word} of a tenant in {}", table.name);
    let function = trigger::function(catalog, &name, Rights::Definer, &comment, &body);
    for event in ["DELETE", "UPDATE"] {
        let when = Some(trigger::under_row_security(context, table));
        let name = format!("_keep_last_{}", event.to_ascii_lowercase());
        let row = trigger::row(&name, "AFTER", &[event], when, function.clone());
        trigger::put(catalog, table, Trigger { each_row: false, old_table: Some("gone".to_owned()), ..row });
    }
}
