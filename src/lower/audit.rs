//! The `audit` mixin: every change of a row is recorded in `audit.changes`.
//!
//! Append-only for everybody but its owner: the service reads it, nobody else may do anything, and the rows are
//! written by a definer trigger. An update that changes nothing is not a change.

use super::context::Context;
use super::trigger::{self, Rights};
use crate::catalog::{
    Catalog, Column, Grant, Identity, Index, Key, Policy, PolicyCommand, QualifiedName, Schema, Table as Object,
};
use crate::model::Table;

const SCHEMA: &str = "audit";
const TABLE: &str = "changes";

/// The record, the function and the triggers, where some table is audited.
pub fn add(context: &Context<'_>, catalog: &mut Catalog) {
    let audited: Vec<&Table> = context.model.tables.iter().filter(|table| table.audit).collect();
    if audited.is_empty() {
        return;
    }
    let schema = Schema { name: SCHEMA.to_owned(), ..Schema::default() };
    catalog.schemas.entry(SCHEMA.to_owned()).or_insert(schema);
    let record = record(context);
    catalog.tables.entry(record.name.clone()).or_insert(record);
    let comment = "Records a change in audit.changes";
    let function = trigger::function(catalog, "record_change", Rights::Definer, comment, &body(context));
    for table in audited {
        let mut trigger = trigger::row("_audit", "AFTER", &["INSERT", "DELETE", "UPDATE"], None, function.clone());
        trigger.arguments = table.primary_key.iter().map(|column| table.column(*column).name.clone()).collect();
        trigger::put(catalog, table, trigger);
    }
}

fn body(context: &Context<'_>) -> String {
    let ids = context.model.principals.iter().map(|principal| format!("({})::text", principal.id.sql));
    let ids: Vec<String> = ids.collect();
    let caller = if ids.is_empty() { "null".to_owned() } else { format!("coalesce({})", ids.join(", ")) };
    format!(
        "\
declare
  was jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) end;
  became jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) end;
  row_key jsonb := (
    select jsonb_object_agg(part.name, coalesce(became, was) -> part.name) from unnest(tg_argv) as part (name)
  );
begin
  if was is distinct from became then
    insert into audit.changes (caller, role, table_name, action, row_key, was, became)
    values ({caller}, nullif(current_setting('role', true), 'none'),
      format('%I.%I', tg_table_schema, tg_table_name), tg_op, row_key, was, became);
  end if;
  return null;
end"
    )
}

fn record(context: &Context<'_>) -> Object {
    let name = QualifiedName::new(SCHEMA, TABLE);
    let key = Key { name: "changes_pkey".to_owned(), columns: vec!["id".to_owned()], ..Key::default() };
    let index = Index {
        name: "idx_changes_table_name_row_key".to_owned(),
        method: "btree".to_owned(),
        keys: vec!["table_name".to_owned(), "row_key".to_owned()],
        ..Index::default()
    };
    let service = context.service().to_owned();
    let mut object = Object {
        name,
        comment: Some("Every change of an audited table, in order; only ever added to".to_owned()),
        columns: columns(),
        primary_key: Some(key),
        row_security: true,
        grants: vec![Grant { role: service.clone(), privilege: "SELECT".to_owned(), ..Grant::default() }],
        ..Object::default()
    };
    object.indexes.insert(index.name.clone(), index);
    if !context.service_bypasses() {
        let policy = Policy {
            name: "changes_read_service".to_owned(),
            command: PolicyCommand::Select,
            roles: vec![service],
            using: Some("true".to_owned()),
            ..Policy::default()
        };
        object.policies.insert(policy.name.clone(), policy);
    }
    object
}

fn columns() -> Vec<Column> {
    let column = |name: &str, data_type: &str, not_null: bool, comment: &str| Column {
        name: name.to_owned(),
        data_type: data_type.to_owned(),
        not_null,
        comment: Some(comment.to_owned()),
        ..Column::default()
    };
    let identity = Some(Box::new(Identity { always: true, ..Identity::default() }));
    let now = Some("now()".to_owned());
    vec![
        Column { identity, ..column("id", "bigint", true, "Order of the changes") },
        Column { default: now, ..column("changed_at", "timestamptz", true, "When the transaction began") },
        column("caller", "text", false, "Id of the principal who changed it, NULL for nobody"),
        column("role", "text", false, "Database role that was set"),
        column("table_name", "text", true, "Schema and name"),
        column("action", "text", true, "INSERT, UPDATE or DELETE"),
        column("row_key", "jsonb", false, "Primary key of the row"),
        column("was", "jsonb", false, "The row before, NULL for an INSERT"),
        column("became", "jsonb", false, "The row after, NULL for a DELETE"),
    ]
}
