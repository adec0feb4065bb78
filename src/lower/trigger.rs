//! Triggers of our own, and the functions that they call.
//!
//! Their names begin with `_`, so that they fire before the author's and see what the caller wrote; those of `same_owner`, which
//! fire after the row is written, with `0`. What holds only for callers under row security stands in WHEN, where the current
//! role is still the caller's: a definer function could not tell, and a row that is not concerned costs no call.

use super::context::{Context, PRIVATE};
use super::names;
use crate::catalog::{
    Catalog, Function, FunctionName, QualifiedName, Returns, Trigger, TriggerEvent, Volatility, quote_literal,
};
use crate::model::{Access, Table};

/// With whose rights a trigger function runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rights {
    /// The caller's.
    Invoker,
    /// The owner's: it reads and writes what the caller may not.
    Definer,
}

/// A plpgsql trigger function in schema `private`.
pub fn function(catalog: &mut Catalog, name: &str, rights: Rights, comment: &str, body: &str) -> QualifiedName {
    let name = QualifiedName::new(PRIVATE, names::fit(name));
    let key = FunctionName { name: name.clone(), arguments: Vec::new() };
    let function = Function {
        name: key.clone(),
        returns: Returns::Type("trigger".to_owned()),
        language: "plpgsql".to_owned(),
        volatility: Volatility::Volatile,
        security_definer: rights == Rights::Definer,
        settings: Function::pinned(),
        body: format!("\n{}\n", body.trim_end()),
        comment: Some(comment.to_owned()),
        compiled: true,
        ..Function::default()
    };
    catalog.functions.insert(key, function);
    name
}

/// A row trigger.
pub fn row(name: &str, timing: &str, events: &[&str], when: Option<String>, function: QualifiedName) -> Trigger {
    let event = |event: &&str| TriggerEvent { event: (*event).to_owned(), columns: Vec::new() };
    Trigger {
        name: names::fit(name),
        timing: timing.to_owned(),
        events: events.iter().map(event).collect(),
        each_row: true,
        when,
        function,
        ..Trigger::default()
    }
}

/// Puts a trigger on a table.
pub fn put(catalog: &mut Catalog, table: &Table, trigger: Trigger) {
    if let Some(object) = catalog.tables.get_mut(&table.name) {
        object.triggers.insert(trigger.name.clone(), trigger);
    }
}

/// The current role is one that row security applies to or, where the table is open, one of callers; SQL for WHEN.
pub fn under_row_security(context: &Context<'_>, table: &Table) -> String {
    if table.access == Some(Access::Open) {
        let roles = [context.anonymous(), context.signed_in()].map(quote_literal);
        return format!("current_user = any (array[{}]::name[])", roles.join(", "));
    }
    let active = format!("row_security_active({}::regclass)", quote_literal(&table.name.sql()));
    if context.service_bypasses() {
        return active;
    }
    format!("{active} and not {}", has_role(context.service()))
}

/// The current role has the rights of this one; SQL.
pub fn has_role(role: &str) -> String {
    format!("pg_has_role(current_user, {}, 'usage')", quote_literal(role))
}

/// `private.contents_…`, unique among tables of several schemas.
pub fn plain_name(context: &Context<'_>, table: &Table) -> String {
    if table.name.schema == context.model.base.hints.default_schema {
        table.name.name.clone()
    } else {
        format!("{}_{}", table.name.schema, table.name.name)
    }
}

/// `raise exception … using errcode = '42501'`, which an API answers as forbidden.
pub fn refuse(message: &str) -> String {
    format!("raise exception using errcode = '42501', message = {}", quote_literal(message))
}
