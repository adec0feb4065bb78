//! What verification found, for people and as JSON.

use crate::oracle::Reason;
use serde::Serialize;
use std::fmt::Write;

/// Something that is not as the model says.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Mismatch {
    /// Who asked.
    pub caller: String,
    /// Of which table.
    pub table: String,
    /// What he did.
    pub action: String,
    /// What to run in psql to see it, once the fixture is loaded.
    pub reproduce: String,
    /// The row.
    pub row: String,
    /// What the model says.
    pub expected: String,
    /// What the server did.
    pub got: String,
    /// What decided.
    pub reason: Reason,
}

/// One thing that was checked of the whole.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Step {
    /// What was checked.
    pub name: String,
    /// It is so.
    pub holds: bool,
    /// What was found, where it is not.
    pub detail: String,
}

/// A policy or privilege broken on purpose.
#[derive(Debug, Clone, Serialize, PartialEq, Eq)]
pub struct Mutant {
    /// What was broken.
    pub name: String,
    /// The SQL that broke it.
    pub sql: String,
    /// How it was found out, or why it changes nothing.
    pub verdict: String,
    /// It was caught, or changes nothing.
    pub accounted: bool,
}

/// How to see a mismatch with one's own eyes.
const REPRODUCE: &str = "\
To see it in psql: run sql/up on an empty database, then what `verify --format json` has under \"fixture\" (the rows), then the \
lines after |, as a superuser.
";

/// What verification found.
#[derive(Debug, Clone, Serialize, Default, PartialEq, Eq)]
pub struct Report {
    /// The server's version.
    pub server: String,
    /// Who asked.
    pub callers: Vec<String>,
    /// Tables that were proved.
    pub tables: Vec<String>,
    /// Tables that cannot be, each with the reason.
    pub unproved: Vec<String>,
    /// Rows of the fixture.
    pub rows: usize,
    /// Statements run as somebody.
    pub probes: usize,
    /// Of those, how many a constraint ended before access was decided.
    pub undecided: usize,
    /// What is not as the model says.
    pub mismatches: Vec<Mismatch>,
    /// What was checked of the whole.
    pub steps: Vec<Step>,
    /// What the fixture does not cover.
    pub gaps: Vec<String>,
    /// Mutants, when asked for.
    pub mutants: Vec<Mutant>,
    /// The SQL that loads the fixture.
    pub fixture: Vec<String>,
}

impl Report {
    /// Nothing is wrong.
    pub fn is_clean(&self) -> bool {
        let steps = self.steps.iter().all(|step| step.holds);
        self.mismatches.is_empty() && steps && self.mutants.iter().all(|mutant| mutant.accounted)
    }

    /// For people.
    pub fn text(&self) -> String {
        let mut out = String::new();
        for mismatch in &self.mismatches {
            out.push_str(&mismatch.text());
        }
        if self.mismatches.iter().any(|mismatch| mismatch.reproduce.starts_with("begin")) {
            out.push_str(REPRODUCE);
        }
        for step in &self.steps {
            let _ = writeln!(out, "{} {}{}", mark(step.holds), step.name, detail(&step.detail));
        }
        for mutant in &self.mutants {
            let _ = writeln!(out, "{} mutant: {}{}", mark(mutant.accounted), mutant.name, detail(&mutant.verdict));
        }
        for gap in self.unproved.iter().chain(&self.gaps) {
            let _ = writeln!(out, "note: {gap}");
        }
        let _ = writeln!(
            out,
            "{} tables, {} rows, {} callers, {} probes ({} undecided by a constraint), PostgreSQL {}: {}",
            self.tables.len(),
            self.rows,
            self.callers.len(),
            self.probes,
            self.undecided,
            self.server,
            self.summary()
        );
        out
    }

    fn summary(&self) -> String {
        match (self.mismatches.len(), self.is_clean()) {
            (0, true) => "isolated as the model says".to_owned(),
            (0, false) => "isolated, but not all of the above holds".to_owned(),
            (count, _) => format!("{count} mismatches"),
        }
    }
}

impl Mismatch {
    /// For people.
    pub fn text(&self) -> String {
        let mut out = format!("MISMATCH {}: {} on {}\n", self.caller, self.action, self.table);
        if !self.row.is_empty() {
            let _ = writeln!(out, "  row       {}", self.row);
        }
        let _ = writeln!(out, "  expected  {}\n  got       {}", self.expected, self.got);
        for line in self.reproduce.lines() {
            let _ = writeln!(out, "  | {line}");
        }
        for line in self.reason.render().lines() {
            let _ = writeln!(out, "  {line}");
        }
        out
    }
}

fn mark(holds: bool) -> &'static str {
    if holds { "ok  " } else { "FAIL" }
}

fn detail(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(": {text}") }
}
