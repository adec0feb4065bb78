//! Functions and operator classes that no model declares: PostgreSQL's own and those of well-known extensions.
//!
//! What we compile is run with `pg_catalog` alone in `search_path`, so that nobody's function stands in for another: what an
//! extension brings needs its schema.

use super::built_in::canonical;
use super::{DataType, Names};
use crate::catalog::QualifiedName;
use crate::diagnostics::habits;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// Who brings what, by name. A line begins with `pg_catalog` or an extension; names follow.
type Bringers = BTreeMap<&'static str, Vec<&'static str>>;

/// Of `pg_catalog` all names that versions 15 and 18 have (`pg_proc`), and all words of their grammar (`pg_get_keywords`), some
/// of which are called like functions. Of extensions the names that callers can use and that `pg_catalog` has not got.
static FUNCTIONS: LazyLock<Bringers> = LazyLock::new(|| read(include_str!("functions.txt")));

/// The same of `pg_opclass`.
static OPERATOR_CLASSES: LazyLock<Bringers> = LazyLock::new(|| read(include_str!("operator_classes.txt")));

fn read(text: &'static str) -> Bringers {
    let mut bringers = Bringers::new();
    for (bringer, names) in text.lines().filter_map(|line| line.split_once(' ')) {
        names.split(' ').for_each(|name| bringers.entry(name).or_default().push(bringer));
    }
    bringers
}

/// Where something is that is named without its schema and that the model does not declare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Bringer<'n> {
    /// In `pg_catalog`, or it is a word of the grammar or a type: the name alone is enough.
    System,
    /// An extension of the model brings it into this schema.
    Extension(&'n str),
    /// An extension that the model does not have brings it.
    Missing(&'static str),
    /// Nothing that is known.
    Unknown,
}

impl Names {
    /// Where a function is.
    pub fn bringer_of_function(&self, name: &str) -> Bringer<'_> {
        match self.extension_types.get(name) {
            // words of the grammar, with which no call begins
            _ if matches!(name, "isnull" | "notnull") => Bringer::Unknown,
            _ if canonical(name).is_some() => Bringer::System,
            Some(schema) => Bringer::Extension(schema),
            // the functions of PostGIS are too many to list
            None if name.starts_with("st_") => self.bringer(&["postgis"]),
            None => self.bringer(FUNCTIONS.get(name).map_or(&[], Vec::as_slice)),
        }
    }

    /// Where an operator class is.
    pub fn bringer_of_operator_class(&self, name: &str) -> Bringer<'_> {
        self.bringer(OPERATOR_CLASSES.get(name).map_or(&[], Vec::as_slice))
    }

    /// What to do about an operator class that is not there.
    pub(super) fn help_for_operator_class(&self, name: &str) -> String {
        match super::suggestion(name, OPERATOR_CLASSES.keys().copied()) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "leave it out, or write the schema that it is in".to_owned(),
        }
    }

    fn bringer(&self, bringers: &[&'static str]) -> Bringer<'_> {
        if bringers.contains(&"pg_catalog") {
            return Bringer::System;
        }
        match bringers.iter().find_map(|extension| self.extensions.get(*extension)) {
            Some(schema) => Bringer::Extension(schema),
            None => bringers.first().map_or(Bringer::Unknown, |extension| Bringer::Missing(extension)),
        }
    }

    /// The type that a column has, by itself or by its domain, where an extension brings it; or text in the schema of an
    /// extension that has operators for it.
    pub fn brought(&self, data_type: &DataType) -> Option<QualifiedName> {
        let base = self.beneath(data_type).last().filter(|base| !base.array)?;
        if matches!(base.base.as_str(), "text" | "character varying") {
            return Some(QualifiedName::new(self.extensions.get("pg_trgm")?, "text"));
        }
        self.of_extension(base)
    }

    /// The extension's type that this is, or is an array of.
    pub fn of_extension(&self, data_type: &DataType) -> Option<QualifiedName> {
        let of_name = |(name, schema): (&&str, &String)| {
            let found = QualifiedName::new(schema.as_str(), *name);
            (found.sql() == data_type.base).then_some(found)
        };
        self.extension_types.iter().find_map(of_name)
    }

    /// What to do about a function that is not there.
    pub fn help_for_function(&self, name: &str) -> String {
        if let Bringer::Missing(extension) = self.bringer_of_function(name) {
            return add(extension);
        }
        if let Some(help) = habits::of_function(name) {
            return help.to_owned();
        }
        let declared = self.functions.iter().map(|function| function.name.as_str());
        let mut known: Vec<&str> = declared.chain(FUNCTIONS.keys().copied()).collect();
        known.sort_unstable();
        match super::suggestion(name, known) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "add it to `functions`, or write the schema that it is in".to_owned(),
        }
    }
}

/// What to do to have what an extension brings.
pub(super) fn add(extension: &str) -> String {
    format!("add `{extension}` to `extensions`")
}
