//! Columns that an API role sets once: primary keys, owners, memberships' user and organization, `immutable`.
//!
//! Not by privilege: an upsert (`insert … on conflict do update`, as supabase-js writes it) names every column,
//! and PostgreSQL would refuse it for naming one without UPDATE. So the privilege is there, and a trigger whose WHEN
//! compares old and new lets an unchanged value pass. Nothing is called for a row that keeps its values.

use super::context::{Context, PRIVATE};
use super::rule::Rule;
use super::trigger::{self, Rights};
use crate::catalog::{Catalog, FunctionName, QualifiedName, quote_identifier};
use crate::model::{Column, Table, Verb};

const BODY: &str = "\
declare
  name text;
begin
  foreach name in array tg_argv loop
    if to_jsonb(old) -> name is distinct from to_jsonb(new) -> name then
      raise exception using errcode = '42501',
        message = format('column %I of %I.%I never changes', name, tg_table_schema, tg_table_name);
    end if;
  end loop;
  raise exception using errcode = '42501',
    message = format('a column of %I.%I that never changes was changed', tg_table_schema, tg_table_name);
end";

/// The trigger, where somebody under row security may update the table.
pub fn add(context: &Context<'_>, table: &Table, rules: &[Rule], catalog: &mut Catalog) {
    let updated = rules.iter().any(|rule| rule.verb == Verb::Update) || table.raw_policies;
    let columns = columns(context, table);
    if !updated || columns.is_empty() {
        return;
    }
    let function = QualifiedName::new(PRIVATE, "refuse_change");
    if !catalog.functions.contains_key(&FunctionName { name: function.clone(), arguments: Vec::new() }) {
        trigger::function(catalog, "refuse_change", Rights::Invoker, "Refuses the change of an immutable column", BODY);
    }
    let changed: Vec<String> = columns.iter().map(|(name, kind)| changed(name, kind)).collect();
    let when = format!("({}) and {}", changed.join(" or "), trigger::under_row_security(context, table));
    let mut trigger = trigger::row("_immutable", "BEFORE", &["UPDATE"], Some(when), function);
    trigger.arguments = columns.into_iter().map(|(name, _)| name).collect();
    trigger::put(catalog, table, trigger);
}

/// Names and types of the columns that never change.
fn columns(context: &Context<'_>, table: &Table) -> Vec<(String, String)> {
    let membership = super::membership::of(context, table).map(|(_, members)| members);
    let creator = super::tenant::creator(context, table.id);
    let carried: Vec<&str> = table
        .owners
        .iter()
        .filter(|link| !link.transfer)
        .filter_map(|link| context.carried.column(table.id, link.column))
        .collect();
    let fixed = |index: usize, column: &Column| {
        let of_membership = membership
            .is_some_and(|members| members.tenant_column.index() == index || members.principal_column.index() == index);
        column.immutable
            || of_membership
            || Some(&column.name) == creator.as_ref()
            || carried.contains(&column.name.as_str())
    };
    let own = table.columns.iter().enumerate();
    let own = own.filter(|(_, column)| !column.read_only && !column.computed);
    let mut columns: Vec<(String, String)> = own
        .filter(|(index, column)| fixed(*index, column))
        .map(|(_, column)| (column.name.clone(), column.data_type.clone()))
        .collect();
    columns.extend(context.carried.added(context, table).into_iter().map(|name| (name, "uuid".to_owned())));
    columns
}

/// The column has another value now. Types without an equality (json, xml, point), or with one that is
/// not identity (citext), are compared by their text.
pub fn changed(name: &str, data_type: &str) -> String {
    let name = quote_identifier(name);
    if has_equality(data_type) {
        format!("old.{name} is distinct from new.{name}")
    } else {
        format!("old.{name}::text is distinct from new.{name}::text")
    }
}

fn has_equality(data_type: &str) -> bool {
    const KNOWN: [&str; 20] = [
        "uuid",
        "text",
        "varchar",
        "character",
        "char",
        "integer",
        "int",
        "int4",
        "bigint",
        "int8",
        "smallint",
        "int2",
        "boolean",
        "bool",
        "numeric",
        "decimal",
        "timestamptz",
        "timestamp",
        "date",
        "time",
    ];
    let name = data_type.to_ascii_lowercase();
    let word = name.split(['(', ' ', '[']).next().unwrap_or_default();
    !name.ends_with(']') && KNOWN.contains(&word)
}
