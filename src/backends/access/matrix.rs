//! What the templates are filled with.

use crate::catalog::{AccessReason, Catalog, Management, Table};
use serde::Serialize;
use std::collections::BTreeMap;

/// What stands for no verb at all.
const NOTHING: &str = "—";

const VERBS: [&str; 4] = ["read", "create", "update", "delete"];

/// The whole matrix.
#[derive(Serialize)]
pub struct Matrix {
    project: String,
    anonymous: String,
    signed_in: String,
    service: String,
    /// Some table has policies written as SQL.
    raw: bool,
    tables: Vec<Row>,
}

/// One table.
#[derive(Serialize)]
struct Row {
    name: String,
    comment: String,
    anonymous: String,
    signed_in: String,
    others: Vec<String>,
    paths: Vec<String>,
    reasons: Vec<Reason>,
    narrowed: Vec<String>,
    raw: bool,
    open: bool,
}

/// One reason and the verbs that it gives.
#[derive(Serialize)]
struct Reason {
    who: String,
    verbs: String,
    why: String,
    roles: String,
}

/// The matrix of the tables that are ours.
pub fn of(catalog: &Catalog) -> Matrix {
    let hints = &catalog.hints;
    let ours = catalog.tables.values().filter(|table| table.hints.management != Management::None);
    let tables: Vec<Row> = ours.filter(|table| table.partition_of.is_none()).map(|table| row(catalog, table)).collect();
    Matrix {
        project: hints.project.clone(),
        anonymous: hints.anonymous.clone(),
        signed_in: hints.signed_in.clone(),
        service: hints.service.clone(),
        raw: tables.iter().any(|table| table.raw),
        tables,
    }
}

fn row(catalog: &Catalog, table: &Table) -> Row {
    let access = &table.hints.access;
    let known = [&catalog.hints.anonymous, &catalog.hints.signed_in];
    let mut others: Vec<&String> =
        access.reasons.iter().flat_map(|reason| &reason.roles).filter(|role| !known.contains(role)).collect();
    others.sort();
    others.dedup();
    Row {
        name: table.name.to_string(),
        comment: table.comment.clone().unwrap_or_default(),
        anonymous: of_caller(table, known[0]),
        signed_in: of_caller(table, known[1]),
        others: others.into_iter().map(|role| format!("{role}: {}", cell(&access.reasons, role))).collect(),
        paths: access.paths.clone(),
        reasons: reasons(&access.reasons),
        narrowed: access.narrowed.clone(),
        raw: access.raw,
        open: table.hints.open,
    }
}

/// What a caller may do; where policies written as SQL alone say so, that they do.
fn of_caller(table: &Table, role: &String) -> String {
    let access = &table.hints.access;
    let named =
        table.policies.values().any(|policy| policy.roles.iter().any(|named| named == role || named == "public"));
    match cell(&access.reasons, role) {
        nothing if nothing == NOTHING && access.raw && named => "policies".to_owned(),
        verbs => verbs,
    }
}

/// The verbs that a role has for some row; a star where no reason gives every column.
fn cell(reasons: &[AccessReason], role: &String) -> String {
    let verb = |verb: &&str| {
        let mut given = reasons.iter().filter(|reason| reason.verb == *verb && reason.roles.contains(role)).peekable();
        given.peek()?;
        Some(if given.all(|reason| reason.limited) { format!("{verb}*") } else { (*verb).to_owned() })
    };
    let verbs: Vec<String> = VERBS.iter().filter_map(verb).collect();
    if verbs.is_empty() { NOTHING.to_owned() } else { verbs.join(", ") }
}

fn reasons(reasons: &[AccessReason]) -> Vec<Reason> {
    let mut grouped: BTreeMap<(&str, &str, &[String]), Vec<&AccessReason>> = BTreeMap::new();
    for reason in reasons {
        grouped.entry((&reason.who, &reason.why, &reason.roles)).or_default().push(reason);
    }
    let reason = |((who, why, roles), given): ((&str, &str, &[String]), Vec<&AccessReason>)| Reason {
        who: who.to_owned(),
        verbs: verbs(&given),
        why: why.to_owned(),
        roles: roles.join(", "),
    };
    grouped.into_iter().map(reason).collect()
}

fn verbs(given: &[&AccessReason]) -> String {
    let of = |verb: &'static str| given.iter().filter(move |reason| reason.verb == verb);
    let words = |reason: &&AccessReason| match (reason.limited, reason.columns.as_slice()) {
        (false, _) => reason.verb.clone(),
        (true, []) => format!("{} (no column)", reason.verb),
        (true, columns) => format!("{} (only {})", reason.verb, columns.join(", ")),
    };
    VERBS.into_iter().flat_map(|verb| of(verb).map(words).collect::<Vec<_>>()).collect::<Vec<_>>().join(", ")
}
