//! Calls of the run-time, and what their arguments look like.

use crate::catalog::{Grant, quote_dollars, quote_literal};

/// A call in one line, or with each argument on its own line where one has several lines.
pub fn call(procedure: &str, arguments: &[String]) -> String {
    if arguments.iter().any(|argument| argument.contains('\n')) {
        format!("call pg_temp.{procedure}(\n{});\n", arguments.join(",\n"))
    } else {
        format!("call pg_temp.{procedure}({});\n", arguments.join(", "))
    }
}

/// Text.
pub fn text(value: &str) -> String {
    quote_literal(value)
}

/// Text or NULL.
pub fn optional(value: Option<&str>) -> String {
    value.map_or_else(|| "null".to_owned(), quote_literal)
}

/// True or false.
pub fn boolean(value: bool) -> String {
    value.to_string()
}

/// A definition, as it stands.
pub fn definition(sql: &str) -> String {
    quote_dollars("ddl", sql)
}

/// A list of texts.
pub fn list<'a>(items: impl IntoIterator<Item = &'a str>) -> String {
    array(items.into_iter().map(quote_literal).collect())
}

/// A list of items that are SQL already.
pub fn array(items: Vec<String>) -> String {
    if items.is_empty() { "'{}'".to_owned() } else { format!("array[{}]", items.join(", ")) }
}

/// A list with an item on each line.
pub fn lines(items: &[String]) -> String {
    if items.is_empty() { "'{}'".to_owned() } else { format!("array[\n  {}\n]", items.join(",\n  ")) }
}

/// Privileges as rows: role, privilege, column or nothing, grant option or nothing.
pub fn privileges(grants: &[Grant]) -> String {
    let mut rows: Vec<String> = grants.iter().flat_map(privilege_rows).collect();
    rows.sort();
    rows.dedup();
    lines(&rows)
}

fn privilege_rows(grant: &Grant) -> Vec<String> {
    let whole = [String::new()];
    let columns = if grant.columns.is_empty() { &whole[..] } else { &grant.columns[..] };
    let option = if grant.grant_option { "grant option" } else { "" };
    let privilege = grant.privilege.to_ascii_uppercase();
    columns.iter().map(|column| format!("array{}", row(&[&grant.role, &privilege, column, option]))).collect()
}

fn row(items: &[&str]) -> String {
    format!("[{}]", items.iter().map(|item| quote_literal(item)).collect::<Vec<_>>().join(", "))
}
