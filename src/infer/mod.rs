//! What the policies, privileges and triggers of a database mean, in the words of the language.
//!
//! Nothing here is believed because it looks right. A guess is compiled, and what comes of it is held against the
//! database ([`settle`]); whoever imports builds the model on a server besides. What does not come out the same is
//! written as the database has it.

mod beside;
mod blame;
mod brackets;
mod candidate;
mod canonical;
mod casts;
mod columns;
mod compare;
mod compiled;
mod compiled_members;
mod condition;
mod helper;
mod limits;
mod membership;
mod organization;
mod pretty;
mod principals;
mod proposal;
mod proposed;
mod query;
mod recognise;
mod reduce;
mod select;
mod settle;
mod tenant;
mod text;
mod values;

pub use beside::beside;
pub use pretty::{expression, query};
pub use proposed::{Proposed, proposals};
pub use recognise::{Recognition, recognise};
pub use settle::{Inferred, settle};

use crate::catalog::QualifiedName;
use crate::source::{Span, Spanned};
use crate::spec::{ColumnSpec, TableSpec, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What a table may mean.
#[derive(Debug, Clone, Default)]
struct Guess {
    /// The access keys, and `use`.
    spec: TableSpec,
    /// Flags of columns.
    columns: BTreeMap<String, ColumnSpec>,
    /// Columns that a mixin or `carry` brings.
    mixed_columns: BTreeSet<String>,
    /// Policies that the keys are to bring back.
    policies: BTreeSet<String>,
    /// Triggers that the keys are to bring back.
    triggers: BTreeSet<String>,
    /// Columns that are compared with the caller, and SQL of his id.
    callers: BTreeSet<(String, String)>,
    /// It uses the mixin: its condition is not the author's.
    soft_delete: bool,
    /// Foreign keys that were one column before an owner was added to them.
    widened: BTreeSet<String>,
}

impl Guess {
    /// No key says who may touch the rows.
    fn says_nothing(&self) -> bool {
        self.spec.owner.is_none()
            && self.spec.allow.is_empty()
            && self.spec.access.is_none()
            && self.spec.members.is_none()
    }

    /// The flags of a column.
    fn column(&mut self, name: &str) -> &mut ColumnSpec {
        self.columns.entry(name.to_owned()).or_default()
    }
}

/// A table as the language names it.
fn shown(table: &QualifiedName) -> String {
    if table.schema == "public" { table.name.clone() } else { table.to_string() }
}

/// A text that nobody wrote.
fn text(value: impl Into<String>) -> Text {
    Spanned::new(value.into(), Span::default())
}

/// A flag that is set.
fn yes() -> Option<Spanned<bool>> {
    Some(Spanned::new(true, Span::default()))
}
