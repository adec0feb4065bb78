//! Row-security and design findings on a catalog: one file per rule, each with a page.
//!
//! The catalog must come from a server: rules read expressions as PostgreSQL prints them.

mod context;
mod proof;
mod proofs;
mod render;
mod rules;
mod sql;

pub use context::Context;
pub use proof::{Claims, Outcome, Proof, Proved, Shown};
pub use render::{json, sarif, text};
pub use rules::RULES;

use crate::catalog::{Catalog, Statistics};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Somebody can do what he should not, or security does not work.
    Error,
    /// It is one step from there, or hurts under load.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// `error`, `warning`, `note`: SARIF's words as well.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// A rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name: `row-security-off`.
    pub name: &'static str,
    /// How bad its findings are.
    pub severity: Severity,
    /// What is wrong, in a few words.
    pub title: &'static str,
    /// The page: What / Why / Instead.
    pub page: &'static str,
    /// Finds.
    check: fn(&Context<'_>, &mut Findings),
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The object, as `kind name`.
    pub object: String,
    /// Why, for this object.
    pub why: String,
    /// The fix as SQL; empty where it takes a decision.
    pub fix: String,
    /// A statement that would show it.
    pub proof: Option<Proof>,
    /// What came of that statement, where it was run.
    pub proved: Option<Proved>,
}

/// What one rule finds.
pub struct Findings {
    rule: Rule,
    list: Vec<Finding>,
}

impl Findings {
    /// Adds a finding.
    fn add(&mut self, object: impl Into<String>, why: impl Into<String>, fix: impl Into<String>) {
        self.add_shown(object, why, fix, None);
    }

    /// Adds a finding and what would show it.
    fn add_shown(
        &mut self,
        object: impl Into<String>,
        why: impl Into<String>,
        fix: impl Into<String>,
        proof: Option<Proof>,
    ) {
        let (rule, severity) = (self.rule.name, self.rule.severity);
        let (object, why, fix) = (object.into(), why.into(), fix.into());
        self.list.push(Finding { rule, severity, object, why, fix, proof, proved: None });
    }
}

/// All findings, the worst first, then by object.
pub fn audit(catalog: &Catalog) -> Vec<Finding> {
    audit_live(catalog, &Statistics::default())
}

/// The same for a live database, whose use is known.
pub fn audit_live(catalog: &Catalog, statistics: &Statistics) -> Vec<Finding> {
    let context = Context::new(catalog, statistics);
    let mut all = Vec::new();
    for rule in RULES {
        let mut findings = Findings { rule: *rule, list: Vec::new() };
        (rule.check)(&context, &mut findings);
        all.extend(findings.list);
    }
    all.sort_by(|a, b| (a.severity, &a.object, a.rule, &a.why).cmp(&(b.severity, &b.object, b.rule, &b.why)));
    all.dedup();
    all
}

/// The rule of this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
