//! What `members` needs so that a tenant can be founded.

use crate::catalog::quote_literal;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Column, ColumnId, Members, Model, Table, TenantCreator};
use std::collections::BTreeMap;

/// Every tenant that nobody could found. Of one whose access is written, its own policies say how.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let told = |table: &&Table| table.unresolved;
    let derived = model.tables.iter().filter(|table| table.access != Some(Access::Written) && !told(table));
    let tenants = derived.filter_map(|table| table.members.as_ref().map(|members| (table, members)));
    tenants
        .filter(|(_, members)| members.create != TenantCreator::Service)
        .flat_map(|(table, members)| founding(model, table, members))
        .collect()
}

fn founding(model: &Model, table: &Table, members: &Members) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if members.role.is_some() && members.role_column.is_none() {
        let message =
            format!("{}: the role is an expression, so founding cannot give the founder one", table.name.name);
        findings.push(
            Diagnostic::new(Code::Founding, members.span, message)
                .help("name a column as role:, or say create: service"),
        );
    }
    let (_, gaps) = founder(model, members);
    findings.extend(gaps.into_iter().map(|gap| {
        let message = format!("{}: founding cannot give the membership a value for {}", table.name.name, gap.name);
        Diagnostic::new(Code::Founding, members.span, message)
            .related(gap.span, "NOT NULL, without a default")
            .help(format!("give {} a default, make it nullable, or say create: service", gap.name))
    }));
    findings
}

/// Columns of the founder's membership and their values as SQL (besides tenant and principal), and the columns
/// that need a value and that founding has none for. `{caller}` stands for the caller's id.
pub fn founder<'m>(model: &'m Model, members: &Members) -> (BTreeMap<String, String>, Vec<&'m Column>) {
    let table = model.table(members.table);
    let mut values = BTreeMap::new();
    if let (Some(column), Some(highest)) = (members.role_column, members.roles.first()) {
        values.insert(table.column(column).name.clone(), quote_literal(&highest.name));
    }
    if let Some(when) = &members.when {
        values.extend(and_parts(&when.sql).filter_map(|part| made_true(table, part)));
    }
    let mut gaps = Vec::new();
    for (index, column) in table.columns.iter().enumerate() {
        let id = ColumnId::new(index);
        let given = id == members.tenant_column || id == members.principal_column || values.contains_key(&column.name);
        if given || !column.not_null || has_default(model, table, column) {
            continue;
        }
        if column.references.is_some_and(|to| to.table == model.principal(members.principal).table) {
            values.insert(column.name.clone(), "{caller}".to_owned());
        } else {
            gaps.push(column);
        }
    }
    (values, gaps)
}

fn has_default(model: &Model, table: &Table, column: &Column) -> bool {
    let object = model.base.tables.get(&table.name);
    let stored = object.and_then(|object| object.columns.iter().find(|stored| stored.name == column.name));
    stored.is_some_and(|stored| stored.default.is_some() || stored.generated.is_some() || stored.identity.is_some())
}

/// The parts of a condition that all must hold, without their parentheses.
fn and_parts(sql: &str) -> impl Iterator<Item = &str> {
    let mut rest = sql;
    std::iter::from_fn(move || {
        let (part, after) = match rest.to_ascii_lowercase().find(" and ") {
            _ if rest.is_empty() => return None,
            Some(place) => (rest.get(..place)?, rest.get(place + 5..)?),
            None => (rest, ""),
        };
        rest = after;
        Some(part.trim().trim_start_matches('(').trim_end_matches(')').trim())
    })
}

/// The value that makes a simple part of `when` hold; nothing for what is not that simple: the founding trigger
/// then refuses a membership that does not count.
fn made_true(table: &Table, part: &str) -> Option<(String, String)> {
    let column = |name: &str| table.column_named(name.trim()).map(|column| table.column(column));
    let lower = part.to_ascii_lowercase();
    if let Some(column) = lower.strip_suffix(" is not null").and_then(|name| column(part.get(..name.len())?)) {
        let kind = column.data_type.to_ascii_lowercase();
        let value = match kind.as_str() {
            "boolean" | "bool" => "true",
            _ if kind.starts_with("timestamp") || kind.starts_with("date") => "now()",
            _ => return None,
        };
        return Some((column.name.clone(), value.to_owned()));
    }
    if let Some((name, value)) = part.split_once('=') {
        let value = value.trim();
        let literal = value.starts_with('\'') && value.ends_with('\'') && value.matches('\'').count() == 2;
        let simple = literal || value == "true" || value == "false";
        return column(name).filter(|_| simple).map(|column| (column.name.clone(), value.to_owned()));
    }
    let (name, value) = match part.split_at_checked(4) {
        Some((word, name)) if word.eq_ignore_ascii_case("not ") => (name, "false"),
        _ => (part, "true"),
    };
    column(name)
        .filter(|column| column.data_type.starts_with("bool"))
        .map(|column| (column.name.clone(), value.to_owned()))
}
