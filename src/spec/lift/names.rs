//! How names and types are written: short where the language understands it.

use crate::catalog::{Catalog, IDENTIFIER_LIMIT, QualifiedName, Table, clip, make_object_name, quote_identifier};
use std::collections::{BTreeMap, BTreeSet};

/// Names without a schema are in this one.
pub const DEFAULT_SCHEMA: &str = "public";

/// What PostgreSQL prints, and the shorter word for it.
const SHORT: &[(&str, &str)] = &[
    ("character varying", "varchar"),
    ("timestamp with time zone", "timestamptz"),
    ("timestamp without time zone", "timestamp"),
    ("time with time zone", "timetz"),
    ("time without time zone", "time"),
];

/// What is called how.
pub(super) struct Names {
    /// Types of the model as SQL to the way they are written.
    types: BTreeMap<String, String>,
    /// Names of constraints that several tables of one schema have: they must be written.
    ambiguous: BTreeSet<(String, String)>,
}

impl Names {
    /// The names of a catalog.
    pub fn of(catalog: &Catalog) -> Self {
        let enums = catalog.enums.keys().chain(catalog.domains.keys());
        let composites =
            catalog.composites.values().filter(|found| super::types::is_sayable(found)).map(|found| &found.name);
        let all = enums.chain(composites).chain(catalog.ranges.keys());
        let short = all.filter(|name| name.schema == DEFAULT_SCHEMA);
        let types = short.map(|name| (name.sql(), quote_identifier(&name.name))).collect();
        Self { types, ambiguous: ambiguous(catalog) }
    }

    /// A type as the language has it, from how PostgreSQL prints it.
    pub fn data_type(&self, printed: &str) -> String {
        let (base, dimensions) = printed.strip_suffix("[]").map_or((printed, ""), |base| (base, "[]"));
        if let Some(short) = self.types.get(base) {
            return format!("{short}{dimensions}");
        }
        let (plain, modifier) = base.split_once('(').map_or((base, None), |(plain, rest)| (plain, Some(rest)));
        match SHORT.iter().find(|(long, _)| *long == plain) {
            Some((_, short)) => {
                format!("{short}{}{dimensions}", modifier.map(|rest| format!("({rest}")).unwrap_or_default())
            }
            None => printed.to_owned(),
        }
    }

    /// The name of a constraint, unless it is the one that it would get without.
    pub fn unless_usual(&self, name: &str, table: &QualifiedName, columns: &[String], label: &str) -> Option<String> {
        let unclear = self.ambiguous.contains(&(table.schema.clone(), name.to_owned()));
        (unclear || name != usual(table, columns, label)).then(|| name.to_owned())
    }
}

/// A name that the language reads as this object's.
pub(super) fn key(name: &QualifiedName) -> String {
    if name.schema == DEFAULT_SCHEMA {
        return part(&name.name);
    }
    format!("{}.{}", part(&name.schema), part(&name.name))
}

/// One part of a name; quoted where a bare one would be taken apart.
pub(super) fn part(name: &str) -> String {
    let bare = !name.is_empty() && !name.contains(['.', '"', '(', ')', '?', ' ', ',', '$']);
    if bare { name.to_owned() } else { format!("\"{}\"", name.replace('"', "\"\"")) }
}

/// The name that a constraint over these columns would get.
pub(super) fn usual(table: &QualifiedName, columns: &[String], label: &str) -> String {
    let joined = joined(columns);
    make_object_name(&table.name, (!columns.is_empty()).then_some(joined.as_str()), Some(label))
}

/// The name that the language gives to an index over these columns.
pub(super) fn usual_index(table: &QualifiedName, columns: &[String]) -> String {
    make_object_name(&format!("idx_{}", table.name), Some(&joined(columns)), None)
}

fn joined(columns: &[String]) -> String {
    clip(&columns.join("_"), IDENTIFIER_LIMIT).to_owned()
}

fn ambiguous(catalog: &Catalog) -> BTreeSet<(String, String)> {
    let mut seen = BTreeSet::new();
    let all =
        catalog.tables.values().flat_map(|table| constraints(table).map(|name| (table.name.schema.clone(), name)));
    all.filter(|name| !seen.insert(name.clone())).collect()
}

fn constraints(table: &Table) -> impl Iterator<Item = String> + '_ {
    let keys = table.primary_key.iter().map(|key| &key.name).chain(table.uniques.keys());
    keys.chain(table.checks.keys()).chain(table.exclusions.keys()).chain(table.foreign_keys.keys()).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_names_that_are_read_back() {
        assert_eq!(key(&QualifiedName::new("public", "jobs")), "jobs");
        assert_eq!(key(&QualifiedName::new("app", "Odd Name")), "app.\"Odd Name\"");
        assert_eq!(key(&QualifiedName::new("public", "a.b")), "\"a.b\"");
    }

    #[test]
    fn shortens_types() {
        let names = Names::of(&Catalog::default());
        assert_eq!(names.data_type("character varying(20)[]"), "varchar(20)[]");
        assert_eq!(names.data_type("timestamp with time zone"), "timestamptz");
        assert_eq!(names.data_type("timestamp(3) with time zone"), "timestamp(3) with time zone");
        assert_eq!(names.data_type("app.mood"), "app.mood");
    }
}
