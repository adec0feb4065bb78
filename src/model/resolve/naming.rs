//! Names that PostgreSQL would give: `makeObjectName` and its callers.

use crate::catalog::QualifiedName;
use crate::source::Span;
use std::collections::{BTreeMap, HashMap};

pub(super) use crate::catalog::{IDENTIFIER_LIMIT as LIMIT, clip, make_object_name};

/// What is already called something: relations and constraints share their schema's names as PostgreSQL has it.
#[derive(Default)]
pub(super) struct Taken {
    relations: HashMap<String, BTreeMap<String, Span>>,
    constraints: HashMap<String, BTreeMap<String, Span>>,
}

impl Taken {
    /// Takes a relation's name that the author chose; the place of the other one if it is taken.
    pub(super) fn relation(&mut self, name: &QualifiedName, span: Span) -> Option<Span> {
        self.relations.entry(name.schema.clone()).or_default().insert(name.name.clone(), span)
    }

    /// Makes a name for an index or sequence that nothing else has.
    pub(super) fn new_relation(
        &mut self,
        schema: &str,
        first: &str,
        second: Option<&str>,
        label: Option<&str>,
    ) -> String {
        let taken = self.relations.entry(schema.to_owned()).or_default();
        let name = free(first, second, label, |name| taken.contains_key(name));
        taken.insert(name.clone(), Span::default());
        name
    }

    /// Takes a constraint's name that the author chose.
    pub(super) fn constraint(&mut self, schema: &str, name: &str, span: Span) {
        self.constraints.entry(schema.to_owned()).or_default().insert(name.to_owned(), span);
    }

    /// Makes a name for a constraint. `index`: it brings an index, whose name must be free as well.
    pub(super) fn new_constraint(&mut self, schema: &str, parts: (&str, Option<&str>, &str), index: bool) -> String {
        let relations = self.relations.entry(schema.to_owned()).or_default();
        let constraints = self.constraints.entry(schema.to_owned()).or_default();
        let name = free(parts.0, parts.1, Some(parts.2), |name| {
            constraints.contains_key(name) || index && relations.contains_key(name)
        });
        constraints.insert(name.clone(), Span::default());
        if index {
            relations.insert(name.clone(), Span::default());
        }
        name
    }
}

/// The first of `label`, `label1`, `label2` … that is free.
fn free(first: &str, second: Option<&str>, label: Option<&str>, taken: impl Fn(&str) -> bool) -> String {
    let mut name = make_object_name(first, second, label);
    let mut number = 0;
    while taken(&name) {
        number += 1;
        let numbered = label.map_or_else(|| number.to_string(), |label| format!("{label}{number}"));
        name = make_object_name(first, second, Some(&numbered));
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_the_longer_part_first() {
        assert_eq!(make_object_name("jobs", Some("user_id"), Some("fkey")), "jobs_user_id_fkey");
        let long = "a".repeat(60);
        let name = make_object_name(&long, Some("user_id"), Some("fkey"));
        assert_eq!(name, format!("{}_user_id_fkey", "a".repeat(50)));
        assert_eq!(make_object_name(&"ä".repeat(40), None, Some("pkey")).len(), 63);
    }

    #[test]
    fn numbers_what_collides() {
        let mut taken = Taken::default();
        assert_eq!(taken.new_relation("public", "idx_t", Some("a"), None), "idx_t_a");
        assert_eq!(taken.new_relation("public", "idx_t", Some("a"), None), "idx_t_a_1");
        assert_eq!(taken.new_constraint("public", ("t", Some("a"), "check"), false), "t_a_check");
        assert_eq!(taken.new_constraint("public", ("t", Some("a"), "check"), false), "t_a_check1");
    }
}
