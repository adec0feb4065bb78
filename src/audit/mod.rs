//! Row-security and design findings on a catalog: one file per rule, each with a page.
//!
//! The catalog must come from a server: rules read expressions as PostgreSQL prints them.

mod context;
mod render;
mod rules;
mod sql;

pub use context::Context;
pub use render::{json, sarif, text};
pub use rules::RULES;

use crate::catalog::Catalog;

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
}

/// What one rule finds.
pub struct Findings {
    rule: Rule,
    list: Vec<Finding>,
}

impl Findings {
    /// Adds a finding.
    fn add(&mut self, object: impl Into<String>, why: impl Into<String>, fix: impl Into<String>) {
        let (object, why, fix) = (object.into(), why.into(), fix.into());
        self.list.push(Finding { rule: self.rule.name, severity: self.rule.severity, object, why, fix });
    }
}

/// All findings, the worst first, then by object.
pub fn audit(catalog: &Catalog) -> Vec<Finding> {
    let context = Context::new(catalog);
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
