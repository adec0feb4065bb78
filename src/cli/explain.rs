//! `schemagen explain`: why a table is reachable; what a code means; why this caller may touch that row.

use super::{Exit, Terminal, model};
use crate::catalog::{AccessReason, Catalog, Grant, QualifiedName, Table, ddl, quote_identifier};
use crate::compile::Compiled;
use crate::diagnostics::{Code, closest};
use crate::postgres::{self, Failure};
use crate::prove::live::{self, Answer, Who};
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
    /// Who asks for a row of a live database: anonymous, service, signed_in, or a principal and an id (user:ID)
    #[arg(long = "as", value_name = "PRINCIPAL", requires = "row")]
    caller: Option<String>,
    /// What the caller's token says beside who he is: a JSON object, such as '{"aal": "aal2"}'
    #[arg(long, value_name = "JSON", requires = "caller", value_parser = claims)]
    claims: Option<Claims>,
    /// A session setting that the model reads, such as app.aal=aal2; may be given several times
    #[arg(long, value_name = "NAME=VALUE", requires = "caller", value_parser = setting)]
    setting: Vec<(String, String)>,
    /// The row, by its primary key; the values of a composite key with commas between them
    #[arg(long, value_name = "ID", requires = "caller")]
    row: Option<String>,
    /// The live database that has the row
    #[arg(long, value_name = "URL", env = "SCHEMAGEN_DATABASE_URL", hide_env_values = true)]
    database: Option<String>,
    /// How the answer about a row is written
    #[arg(long, default_value = "text")]
    format: Format,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What a token says.
type Claims = serde_json::Map<String, serde_json::Value>;

fn claims(text: &str) -> Result<Claims, String> {
    serde_json::from_str(text).map_err(|error| format!("not a JSON object: {error}"))
}

fn setting(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(name, _)| name.contains('.'));
    let pair = pair.ok_or("write a name with a dot in it, `=` and the value: app.aal=aal2")?;
    Ok((pair.0.to_owned(), pair.1.to_owned()))
}

impl Arguments {
    /// Who is asked about, and which row.
    fn asked(&self) -> Option<(Who, &str)> {
        let who = Who {
            principal: self.caller.clone()?,
            claims: self.claims.clone().unwrap_or_default(),
            settings: self.setting.iter().cloned().collect(),
        };
        Some((who, self.row.as_deref()?))
    }
}

/// Runs it.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    if let Some(code) = Code::parse(&arguments.subject) {
        terminal.text(code.page());
        return Exit::Clean;
    }
    if let Some(near) = Code::near(&arguments.subject) {
        return terminal.failure(&unknown_code(&arguments.subject, near));
    }
    let Some((compiled, _)) = model::read_or_say(&arguments.model, terminal) else { return Exit::Failure };
    let Some(table) = find(&compiled.catalog, &arguments.subject) else {
        return terminal.failure(&unknown(&compiled.catalog, &arguments.subject));
    };
    let Some((who, row)) = arguments.asked() else {
        terminal.text(text(table));
        return Exit::Clean;
    };
    match live(&compiled, arguments.database.as_deref(), &table.name, &who, row) {
        Ok(answer) => show(&answer, arguments.format, terminal),
        Err(failure) => terminal.failure(&failure),
    }
}

fn live(
    compiled: &Compiled,
    database: Option<&str>,
    table: &QualifiedName,
    who: &Who,
    row: &str,
) -> Result<Answer, Failure> {
    let unnamed = || {
        let failure = Failure::new(Code::BadConnectionSettings, "no database is named, and a row is asked for");
        failure.help("add --database URL, or set SCHEMAGEN_DATABASE_URL")
    };
    let mut client = postgres::connect(database.ok_or_else(unnamed)?)?;
    live::explain(&compiled.model, &mut client, table, who, row)
}

fn show(answer: &Answer, format: Format, terminal: &mut Terminal) -> Exit {
    match format {
        Format::Text => terminal.text(answer.text()),
        Format::Json => terminal.result(serde_json::to_string_pretty(answer).unwrap_or_default()),
    }
    if answer.disagrees() { Exit::Finding } else { Exit::Clean }
}

/// A table by `name` (in the default schema) or `schema.name`.
pub fn find<'c>(catalog: &'c Catalog, name: &str) -> Option<&'c Table> {
    let name = match name.split_once('.') {
        Some((schema, name)) => QualifiedName::new(schema, name),
        None => QualifiedName::new(&catalog.hints.default_schema, name),
    };
    catalog.tables.get(&name)
}

fn unknown_code(subject: &str, near: [Code; 3]) -> Failure {
    let near = near.map(|code| format!("{code} ({})", code.title())).join(", ");
    Failure::new(Code::UnknownCode, format!("there is no code `{subject}`")).help(format!("did you mean {near}?"))
}

fn unknown(catalog: &Catalog, name: &str) -> Failure {
    let names: Vec<&str> = catalog.tables.keys().map(|table| table.name.as_str()).collect();
    let failure = Failure::new(Code::UnknownTable, format!("the model has no table `{name}`"));
    match closest(name, names) {
        Some(near) => failure.help(format!("did you mean `{near}`?")),
        None => failure.help("name a table of the model, or a code such as SG201"),
    }
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
