//! The answer, for people and as JSON.

use crate::oracle::Reason;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;

/// What the server does with the same question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "said", content = "what")]
pub enum Server {
    /// It was not asked.
    Unasked,
    /// The same.
    Agrees,
    /// It could not tell, for this reason.
    Unclear(String),
    /// The opposite: what it did.
    Disagrees(String),
}

/// One verb.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// `read`, `create` (a row like this one), `update`, `delete`
    pub verb: String,
    /// By the model.
    pub may: bool,
    /// What decides.
    pub reason: Reason,
    /// Of create and update: the columns that he may set.
    pub columns: Vec<String>,
    /// Whether the server does the same.
    pub server: Server,
}

/// The answer for a row and a caller.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Schema and name.
    pub table: String,
    /// The row's key, as it was asked for.
    pub row: String,
    /// What rules and owner paths read of the row.
    pub values: BTreeMap<String, Option<String>>,
    /// Who asks.
    pub caller: String,
    /// His database role.
    pub role: String,
    /// His id as each kind of principal, as the database knows him.
    pub ids: BTreeMap<String, String>,
    /// The groups that he is in.
    pub groups: Vec<String>,
    /// Read, create, update, delete.
    pub verdicts: Vec<Verdict>,
    /// What should be known beside.
    pub notes: Vec<String>,
}

impl Answer {
    /// The live database does something else than the model says.
    pub fn disagrees(&self) -> bool {
        self.verdicts.iter().any(|verdict| matches!(verdict.server, Server::Disagrees(_)))
    }

    /// For people.
    pub fn text(&self) -> String {
        let mut out = format!("{} {}\n", self.table, self.row);
        for (name, value) in &self.values {
            let _ = writeln!(out, "  {name} = {}", value.as_deref().unwrap_or("NULL"));
        }
        let _ = writeln!(out, "{} ({})", self.caller, self.known_as());
        for verdict in &self.verdicts {
            out.push_str(&verdict.text());
        }
        for note in &self.notes {
            let _ = writeln!(out, "\nnote: {note}");
        }
        if self.disagrees() {
            out.push_str("\nTHE DATABASE IS NOT AS THE MODEL: `schemagen check --database` shows what differs.\n");
        }
        out
    }

    fn known_as(&self) -> String {
        let ids = self.ids.iter().map(|(kind, id)| format!("{kind} {id}"));
        let groups = self.groups.iter().map(|group| format!("in {group}"));
        std::iter::once(format!("role {}", self.role)).chain(ids).chain(groups).collect::<Vec<_>>().join(", ")
    }
}

impl Verdict {
    fn text(&self) -> String {
        let what = if self.verb == "create" { "create one like it" } else { self.verb.as_str() };
        let mut out = format!("\n{what}: {}{}\n", if self.may { "yes" } else { "no" }, self.server.text());
        for line in self.reason.render().lines() {
            let _ = writeln!(out, "  {line}");
        }
        if !self.columns.is_empty() {
            let _ = writeln!(out, "  columns: {}", self.columns.join(", "));
        }
        out
    }
}

impl Server {
    fn text(&self) -> String {
        match self {
            Self::Unasked => String::new(),
            Self::Agrees => ", and the database does the same".to_owned(),
            Self::Unclear(why) => format!(" (the database was not compared: {why})"),
            Self::Disagrees(what) => format!(" by the model, BUT THE DATABASE DISAGREES: {what}"),
        }
    }
}
