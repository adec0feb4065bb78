//! Names that PostgreSQL would give: `makeObjectName` and its callers.

use crate::catalog::QualifiedName;
use crate::source::Span;
use std::collections::HashMap;

pub(super) use crate::catalog::{IDENTIFIER_LIMIT as LIMIT, clip, make_object_name};

/// What is already called something: relations and constraints share their schema's names as PostgreSQL has it.
///
/// Names may be chosen in several places at once: each begins with [`Taken::after`], and what each has chosen is
/// [joined](Taken::join) in order.
#[derive(Default)]
pub(super) struct Taken<'a> {
    before: Option<&'a Taken<'a>>,
    relations: Names,
    constraints: Names,
}

/// By schema.
#[derive(Default)]
struct Names(HashMap<String, HashMap<String, Span>>);

impl Names {
    fn insert(&mut self, schema: &str, name: &str, span: Span) -> Option<Span> {
        self.0.entry(schema.to_owned()).or_default().insert(name.to_owned(), span)
    }

    fn contains(&self, schema: &str, name: &str) -> bool {
        self.0.get(schema).is_some_and(|names| names.contains_key(name))
    }

    fn meets(&self, other: &Self) -> bool {
        other.0.iter().any(|(schema, names)| names.keys().any(|name| self.contains(schema, name)))
    }

    fn append(&mut self, other: Self) {
        for (schema, names) in other.0 {
            self.0.entry(schema).or_default().extend(names);
        }
    }
}

impl<'a> Taken<'a> {
    /// Goes on from what is taken there.
    pub(super) fn after(before: &'a Taken<'a>) -> Self {
        Self { before: Some(before), ..Self::default() }
    }

    /// What was chosen since [`Taken::after`], without what was before.
    pub(super) fn alone(self) -> Taken<'static> {
        Taken { before: None, relations: self.relations, constraints: self.constraints }
    }

    /// Takes all that the other one has chosen. Nothing, and false, when something of it is taken: it would have chosen
    /// otherwise if it had known.
    pub(super) fn join(&mut self, other: Taken<'static>) -> bool {
        if self.relations.meets(&other.relations) || self.constraints.meets(&other.constraints) {
            return false;
        }
        self.relations.append(other.relations);
        self.constraints.append(other.constraints);
        true
    }

    fn has_relation(&self, schema: &str, name: &str) -> bool {
        self.relations.contains(schema, name) || self.before.is_some_and(|before| before.has_relation(schema, name))
    }

    fn has_constraint(&self, schema: &str, name: &str) -> bool {
        self.constraints.contains(schema, name) || self.before.is_some_and(|before| before.has_constraint(schema, name))
    }

    /// Takes a relation's name that the author chose; the place of the other one if it is taken.
    pub(super) fn relation(&mut self, name: &QualifiedName, span: Span) -> Option<Span> {
        self.relations.insert(&name.schema, &name.name, span)
    }

    /// Makes a name for an index or sequence that nothing else has.
    pub(super) fn new_relation(
        &mut self,
        schema: &str,
        first: &str,
        second: Option<&str>,
        label: Option<&str>,
    ) -> String {
        let name = free(first, second, label, |name| self.has_relation(schema, name));
        self.relations.insert(schema, &name, Span::default());
        name
    }

    /// Takes a constraint's name that the author chose.
    pub(super) fn constraint(&mut self, schema: &str, name: &str, span: Span) {
        self.constraints.insert(schema, name, span);
    }

    /// Makes a name for a constraint. `index`: it brings an index, whose name must be free as well.
    pub(super) fn new_constraint(&mut self, schema: &str, parts: (&str, Option<&str>, &str), index: bool) -> String {
        let name = free(parts.0, parts.1, Some(parts.2), |name| {
            self.has_constraint(schema, name) || index && self.has_relation(schema, name)
        });
        self.constraints.insert(schema, &name, Span::default());
        if index {
            self.relations.insert(schema, &name, Span::default());
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
