//! Changes to SQL: which statements turn one catalog into another, in which order, and what they put at risk.
//!
//! Each object is a node that knows what it needs; what is to go goes in reverse order, what is to come in order. An
//! object that cannot be altered is dropped and made again, with whatever depends on it. Both catalogs come from
//! servers, so that what an expression names stands qualified in its text.

mod alter;
mod fate;
mod mention;
mod nodes;
mod order;
mod privilege;
mod render;
mod withhold;

pub use render::sql;

use crate::catalog::Catalog;
use crate::diff::Change;

/// What to do.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// In the order in which they run.
    pub steps: Vec<Step>,
    /// Differences that no statement can undo, and why.
    pub notes: Vec<String>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When it runs.
    pub stage: Stage,
    /// The SQL, without a final semicolon.
    pub sql: String,
    /// What it does to others while it runs, or to data.
    pub hazard: Option<&'static str>,
    /// It would lose data, and nobody has said that it may.
    pub withheld: bool,
}

/// When a statement runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Values of enums: a transaction that adds one cannot use it.
    Before,
    /// All in one transaction: no reader meets a gap between two policies.
    Transaction,
    /// Afterwards, each on its own, while reads and writes go on.
    After,
}

/// What turns the first catalog into the second, as far as these changes say (`diff::between`, or a part of it). What
/// would lose data is withheld unless `allow_drop`.
pub fn plan(from: &Catalog, to: &Catalog, changes: &[Change], allow_drop: bool) -> Plan {
    let old = nodes::Nodes::of(from, &from.default_privileges);
    let new = nodes::Nodes::of(to, &from.default_privileges);
    let mut fates = fate::Fates::of(from, to, &old, &new, changes);
    let withheld = if allow_drop { withhold::Withheld::default() } else { withhold::Withheld::of(&fates, &old) };
    fates.notes.sort();
    order::steps(from, to, &old, &new, fates, &withheld)
}
