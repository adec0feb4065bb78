//! `schemagen explain`: why a table is reachable; what a code means.

use super::{Exit, Terminal, model};
use crate::catalog::{AccessReason, Catalog, Grant, QualifiedName, Table, ddl, quote_identifier};
use crate::diagnostics::{Code, closest};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// A table, or a code such as SG201
    #[arg(value_name = "TABLE|SGnnn")]
    subject: String,
    /// The model
    #[arg(short, long, default_value = "schema.yaml")]
    model: PathBuf,
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    if let Some(code) = Code::parse(&arguments.subject) {
        terminal.text(code.page());
        return Exit::Clean;
    }
    let Some((compiled, _)) = model::read_or_say(&arguments.model, terminal) else { return Exit::Failure };
    let Some(table) = find(&compiled.catalog, &arguments.subject) else {
        terminal.message(unknown(&compiled.catalog, &arguments.subject));
        return Exit::Failure;
    };
    terminal.text(text(table));
    Exit::Clean
}

/// A table by `name` (in the default schema) or `schema.name`.
pub fn find<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Table> {
    let name = match name.split_once('.') {
        Some((schema, name)) => QualifiedName::new(schema, name),
        None => QualifiedName::new(&catalog.hints.default_schema, name),
    };
    catalog.tables.get(&name)
}

fn unknown(catalog: &Catalog, name: &str) -> String {
    let names: Vec<&str> = catalog.tables.keys().map(|table| table.name.as_str()).collect();
    let hint = closest(name, names).map(|near| format!(": did you mean `{near}`?")).unwrap_or_default();
    format!("error: the model has no table `{name}`{hint}\n  help: name a table of the model, or a code such as SG201")
}

/// A table's paths, reasons, policies and privileges.
pub fn text(table: &Table) -> String {
    let access = &table.hints.access;
    let mut text = format!("{}\n", table.name);
    if let Some(comment) = &table.comment {
        let _ = writeln!(text, "  {}", comment.replace('\n', "\n  "));
    }
    section(&mut text, "Who owns a row", &access.paths);
    section(&mut text, "Who may do what", &reasons(&access.reasons));
    section(&mut text, "What narrows it", &access.narrowed);
    if access.raw {
        section(
            &mut text,
            "Raw policies",
            &["this table has policies written as SQL: they are outside what can be proved".to_owned()],
        );
    }
    section(&mut text, "Row security", &[row_security(table).to_owned()]);
    let policies = table.policies.values().map(|policy| ddl::create_policy(policy, &table.name) + ";");
    section(&mut text, "Policies", &policies.collect::<Vec<_>>());
    section(&mut text, "Privileges", &privileges(table));
    text
}

fn section(text: &mut String, title: &str, lines: &[String]) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{title}");
    for line in lines {
        let _ = writeln!(text, "  {}", line.replace('\n', "\n  "));
    }
}

fn row_security(table: &Table) -> &'static str {
    match (table.row_security, table.policies.is_empty()) {
        (false, _) => "off: privileges alone decide",
        (true, true) => "on, without a policy: only the service reaches a row",
        (true, false) => "on",
    }
}

/// One line for all the verbs that have the same reason.
fn reasons(reasons: &[AccessReason]) -> Vec<String> {
    let mut lines: BTreeMap<(&str, &str), Vec<String>> = BTreeMap::new();
    for reason in reasons {
        let verb = match reason.limited {
            true => format!("{} ({} only)", reason.verb, reason.columns.join(", ")),
            false => reason.verb.clone(),
        };
        lines.entry((&reason.who, &reason.why)).or_default().push(verb);
    }
    lines.into_iter().map(|((who, why), verbs)| format!("{who}: {} — {why}", in_order(verbs))).collect()
}

/// Verbs in the language's order.
fn in_order(mut verbs: Vec<String>) -> String {
    let order = ["read", "create", "update", "delete"];
    verbs.sort_by_key(|verb| order.iter().position(|word| verb.starts_with(word)));
    verbs.join(", ")
}

/// One line a role: what it may do, with the columns where they are limited.
fn privileges(table: &Table) -> Vec<String> {
    let mut roles: BTreeMap<&str, Vec<&Grant>> = BTreeMap::new();
    for grant in &table.grants {
        roles.entry(&grant.role).or_default().push(grant);
    }
    let words = |grant: &&Grant| match grant.columns.as_slice() {
        [] => grant.privilege.to_ascii_lowercase(),
        columns => format!("{} ({})", grant.privilege.to_ascii_lowercase(), ddl::names(columns)),
    };
    let line = |(role, grants): (&str, Vec<&Grant>)| {
        format!("{}: {}", quote_identifier(role), grants.iter().map(words).collect::<Vec<_>>().join(", "))
    };
    roles.into_iter().map(line).collect()
}
