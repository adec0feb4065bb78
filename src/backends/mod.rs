//! Back ends: catalog to files. A folder each; none imports another; none can fail.

mod access;
#[cfg(test)]
mod fixture;
pub mod graph;
mod psql;
pub mod rollback;
mod rust;
pub mod sql;
pub mod tests;
mod typescript;

use crate::catalog::Catalog;
use crate::output::OutputTree;
use std::collections::BTreeMap;

/// What a user may set.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Templates that replace the built-in ones, by name (`typescript/database.ts.jinja`).
    pub templates: BTreeMap<String, String>,
    /// TypeScript exactly as Supabase's generator has it, without what only the model knows.
    pub strict_types: bool,
}

/// A back end.
pub trait Backend: Sync {
    /// Its name for `--only`: `sql`, `rust`, `typescript` …
    fn name(&self) -> &'static str;

    /// Its files, with their paths below the output directory (`sql/up/10_schema.sql`), handed over in parts as they are
    /// done: of a large model the files of one back end together take a hundred megabytes. A part whose path was there
    /// before goes on with that file.
    fn emit_in_parts(&self, catalog: &Catalog, options: &Options, take: &mut dyn FnMut(OutputTree));

    /// All of them at once.
    fn emit(&self, catalog: &Catalog, options: &Options) -> OutputTree {
        let mut tree = OutputTree::new();
        self.emit_in_parts(catalog, options, &mut |part| tree.extend(part));
        tree
    }
}

/// Every back end, in the order in which they are best begun, two at a time: the longest first.
pub fn all() -> &'static [&'static dyn Backend] {
    &[&sql::Sql, &typescript::TypeScript, &rust::Rust, &tests::Tests, &access::Access, &rollback::Rollback]
}
