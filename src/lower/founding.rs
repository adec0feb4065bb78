//! Founding a tenant: the column that holds who created it, and the founder's own membership.
//!
//! The membership is written by an AFTER INSERT row trigger, which does not fire for a row that meets an existing one
//! (`on conflict do nothing`, `do update`): a BEFORE trigger would have made the caller a member of it.

use super::context::Context;
use super::tenant;
use super::trigger::{self, Rights};
use crate::catalog::{Catalog, Column, ColumnHints, Index, quote_identifier, quote_literal};
use crate::model::{Members, Table, TenantCreator};

/// Adds the creator column, its index, and the triggers.
pub fn add(context: &Context<'_>, table: &Table, catalog: &mut Catalog) {
    let (Some(members), Some(creator)) = (&table.members, tenant::creator(context, table.id)) else { return };
    let data_type = &context.model.principal(members.principal).data_type;
    add_column(catalog, table, &creator, data_type);
    let caller = context.caller(members.principal);
    let name = trigger::plain_name(context, table);
    let column = quote_identifier(&creator);
    let body = format!("begin\n  new.{column} := {caller};\n  return new;\nend");
    let comment = format!("Fills {creator} of {} with the caller", table.name);
    let function = trigger::function(catalog, &format!("{name}_creator"), Rights::Definer, &comment, &body);
    let when = Some(format!("new.{column} is null"));
    trigger::put(catalog, table, trigger::row("_creator", "BEFORE", &["INSERT"], when, function));
    if members.create != TenantCreator::Service {
        found(context, table, members, catalog);
    }
}

fn add_column(catalog: &mut Catalog, table: &Table, creator: &str, data_type: &str) {
    let Some(object) = catalog.tables.get_mut(&table.name) else { return };
    match object.columns.iter_mut().find(|column| column.name == creator) {
        Some(column) => column.hints.filled = true,
        None => object.columns.push(Column {
            name: creator.to_owned(),
            data_type: data_type.to_owned(),
            comment: Some("Who created the row".to_owned()),
            hints: ColumnHints { filled: true, immutable: true, ..ColumnHints::default() }.into(),
            ..Column::default()
        }),
    }
    add_index(object, creator);
}

/// An index that leads with a column, unless there is one.
pub fn add_index(object: &mut crate::catalog::Table, column: &str) {
    let key = quote_identifier(column);
    let leads = |keys: &[String]| keys.first() == Some(&key);
    let whole = object.indexes.values().any(|index| {
        let only_nulls_left_out =
            index.predicate.as_ref().is_none_or(|predicate| *predicate == format!("{key} is not null"));
        leads(&index.keys) && only_nulls_left_out
    });
    let keys = object.primary_key.iter().chain(object.uniques.values());
    if whole || keys.into_iter().any(|key| key.columns.first().is_some_and(|first| first == column)) {
        return;
    }
    let name = super::names::fit(&format!("idx_{}_{column}", object.name.name));
    let index = Index { name: name.clone(), method: "btree".to_owned(), keys: vec![key], ..Index::default() };
    object.indexes.insert(name, index);
}

fn found(context: &Context<'_>, table: &Table, members: &Members, catalog: &mut Catalog) {
    let Some(key) = tenant::key(context, table.id) else { return };
    let membership = context.table(members.table);
    let key = quote_identifier(context.column(table.id, key));
    let tenant_column = quote_identifier(context.column(members.table, members.tenant_column));
    let principal_column = quote_identifier(context.column(members.table, members.principal_column));
    let (values, _) = crate::ownership::founder(context.model, members);
    let mut columns = vec![tenant_column.clone(), principal_column.clone()];
    let mut given = vec![format!("new.{key}"), "founder".to_owned()];
    for (column, value) in values {
        columns.push(quote_identifier(&column));
        given.push(if value == "{caller}" { "founder".to_owned() } else { value });
    }
    let target = membership.name.sql();
    let insert =
        format!("insert into {target} ({}) values ({}) on conflict do nothing;", columns.join(", "), given.join(", "));
    let checks = counted(membership, members, &target, [&tenant_column, &principal_column, &key]);
    let principal = context.model.principal(members.principal);
    let body = format!(
        "declare\n  founder constant {} := {};\nbegin\n  if founder is not null then\n    {insert}{checks}\n  end if;\n  return null;\nend",
        principal.data_type,
        context.caller(members.principal),
    );
    let comment = format!("Makes whoever creates a row of {} its first member", table.name);
    let name = format!("{}_founder", trigger::plain_name(context, table));
    let function = trigger::function(catalog, &name, Rights::Definer, &comment, &body);
    trigger::put(catalog, table, trigger::row("_founder", "AFTER", &["INSERT"], None, function));
}

/// With `when`, the founder's membership must count, or nobody would ever manage the tenant.
fn counted(membership: &Table, members: &Members, target: &str, [tenant, principal, key]: [&String; 3]) -> String {
    let Some(when) = &members.when else { return String::new() };
    let own = quote_identifier(&membership.name.name);
    let message = quote_literal(&format!("the membership of whoever founds a tenant does not count: {}", when.sql));
    format!(
        "\n    if not exists (select 1 from {target} where {own}.{tenant} = new.{key} and {own}.{principal} = founder and ({})) then\n      raise exception using errcode = '23514', message = {message};\n    end if;",
        when.qualified(&own)
    )
}
