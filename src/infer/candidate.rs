//! Keys that tables could have, tried on the model.

use super::blame::blamed;
use crate::catalog::{Catalog, ObjectName, QualifiedName};
use crate::compile::{Compiled, compile};
use crate::source::Sources;
use crate::spec::lift::{Lifted, Place};
use crate::spec::{Spec, TableSpec};
use std::collections::BTreeMap;

/// Keys of a table.
#[derive(Debug, Clone)]
pub enum Keys {
    /// In place of what is written.
    Instead(TableSpec),
    /// Beside what is written, which stays as it is.
    Beside(TableSpec),
}

/// Keys of tables, by name.
pub type Candidate = BTreeMap<QualifiedName, Keys>;

/// The model with these keys, and what it compiles to; keys that do not compile are taken out of the candidate.
pub fn compiled(catalog: &Catalog, lifted: &Lifted, candidate: &mut Candidate) -> Option<Compiled> {
    while !candidate.is_empty() {
        let model = crate::spec::format(&with(lifted, candidate));
        let mut sources = Sources::default();
        sources.add("candidate", model.clone());
        let (compiled, findings) = compile(&sources);
        if compiled.is_some() {
            return compiled;
        }
        let places = blamed(catalog, lifted, &model, &findings);
        let before = candidate.len();
        candidate.retain(|table, _| !places.contains_key(&Place::Whole(ObjectName::Table(table.clone()))));
        if candidate.len() == before {
            candidate.clear();
        }
    }
    None
}

/// The model with these keys.
pub fn with(lifted: &Lifted, candidate: &Candidate) -> Spec {
    let mut spec = lifted.spec.clone();
    let names = lifted.origins.get("tables").into_iter().flatten();
    for (name, (_, table)) in names.zip(&mut spec.tables) {
        let ObjectName::Table(name) = name else { continue };
        match candidate.get(name) {
            Some(Keys::Instead(keys)) => {
                table.policies.clear();
                table.row_security = None;
                table.access.clone_from(&keys.access);
                table.owner.clone_from(&keys.owner);
                add(table, keys);
            }
            Some(Keys::Beside(keys)) => add(table, keys),
            None => {}
        }
    }
    spec
}

fn add(table: &mut TableSpec, keys: &TableSpec) {
    table.owner = keys.owner.clone().or_else(|| table.owner.take());
    table.members.clone_from(&keys.members);
    table.allow.clone_from(&keys.allow);
}

/// Tables that are written as the database has them.
pub fn written<'c>(catalog: &'c Catalog, lifted: &'c Lifted) -> impl Iterator<Item = &'c crate::catalog::Table> {
    let names = lifted.origins.get("tables").into_iter().flatten();
    let written = names.zip(&lifted.spec.tables).filter(|(_, (_, table))| {
        table.access.as_ref().is_some_and(|access| access.value == crate::spec::AccessSpec::Written)
    });
    written.filter_map(|(name, _)| match name {
        ObjectName::Table(name) => catalog.tables.get(name),
        _ => None,
    })
}
