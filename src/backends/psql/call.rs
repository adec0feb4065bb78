//! Calls of the run-time, and what their arguments look like.

use crate::catalog::{Grant, quote_dollars, quote_literal};

/// A call in one line, or with each argument on its own line where one has several lines.
pub fn call(procedure: &str, arguments: &[String]) -> String {
    let several = arguments.iter().any(|argument| argument.contains('\n'));
    let (open, between) = if several { ("(\n", ",\n") } else { ("(", ", ") };
    ["call pg_temp.", procedure, open, &arguments.join(between), ");\n"].concat()
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
    if items.is_empty() { "'{}'".to_owned() } else { ["array[", &items.join(", "), "]"].concat() }
}

/// A list with an item on each line.
pub fn lines(items: &[String]) -> String {
    if items.is_empty() { "'{}'".to_owned() } else { ["array[\n  ", &items.join(",\n  "), "\n]"].concat() }
}

/// Privileges as rows: role, privilege, column or nothing, grant option or nothing.
pub fn privileges(grants: &[Grant]) -> String {
    let mut rows: Vec<String> = grants.iter().flat_map(privilege_rows).collect();
    rows.sort_unstable();
    rows.dedup();
    lines(&rows)
}

fn privilege_rows(grant: &Grant) -> impl Iterator<Item = String> {
    let quoted = |column: &str| quote_literal(column);
    let option = quoted(if grant.grant_option { "grant option" } else { "" });
    let (role, privilege) = (quoted(&grant.role), quoted(&grant.privilege.to_ascii_uppercase()));
    let whole = grant.columns.is_empty().then(|| quoted(""));
    let columns = whole.into_iter().chain(grant.columns.iter().map(move |column| quoted(column)));
    columns.map(move |column| ["array[", &role, ", ", &privilege, ", ", &column, ", ", &option, "]"].concat())
}
