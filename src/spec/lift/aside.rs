//! What does not compile, or compiles to something else, in the words of the language: its own SQL stands for it.

use super::names::key;
use super::{Fate, Lift, text};
use crate::catalog::{Catalog, ObjectName, Place, QualifiedName, Table};
use crate::source::{Span, Spanned};
use crate::spec::{ColumnSpec, ManagedSpec, TableSpec};

/// SQL that stands for an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    /// What it stands for.
    pub place: Place,
    /// Makes it where it is missing.
    pub up: String,
    /// When it runs.
    pub phase: &'static str,
    /// Why it is not in the words of the language.
    pub why: String,
}

/// The catalog without what is set aside.
pub(super) fn without(mut catalog: Catalog, asides: &[Aside]) -> Catalog {
    for aside in asides {
        match &aside.place {
            Place::Whole(name) => remove(&mut catalog, name),
            Place::Part(table, kind, name) => {
                if let Some(table) = catalog.tables.get_mut(table) {
                    remove_part(table, kind, name);
                }
            }
        }
    }
    catalog
}

fn remove(catalog: &mut Catalog, name: &ObjectName) {
    match name {
        ObjectName::Enum(name) => drop(catalog.enums.remove(name)),
        ObjectName::Domain(name) => drop(catalog.domains.remove(name)),
        ObjectName::Composite(name) => drop(catalog.composites.remove(name)),
        ObjectName::Range(name) => drop(catalog.ranges.remove(name)),
        ObjectName::Sequence(name) => drop(catalog.sequences.remove(name)),
        ObjectName::Function(name) => drop(catalog.functions.remove(name)),
        ObjectName::Table(name) => drop(catalog.tables.remove(name)),
        ObjectName::View(name) => drop(catalog.views.remove(name)),
        ObjectName::MaterializedView(name) => drop(catalog.materialized_views.remove(name)),
        ObjectName::Schema(_) | ObjectName::Extension(_) | ObjectName::Role(_) | ObjectName::Raw(_) => {}
    }
}

/// Takes a part out of a table.
pub fn remove_part(table: &mut Table, kind: &str, name: &str) {
    match kind {
        "check" => drop(table.checks.remove(name)),
        "exclusion" => drop(table.exclusions.remove(name)),
        "foreign key" => drop(table.foreign_keys.remove(name)),
        "index" => drop(table.indexes.remove(name)),
        "trigger" => drop(table.triggers.remove(name)),
        "policy" => drop(table.policies.remove(name)),
        "default" => {
            for column in table.columns.iter_mut().filter(|column| column.name == name) {
                column.default = None;
            }
        }
        "key" => {
            table.primary_key.take_if(|key| key.name == name);
            table.uniques.remove(name);
        }
        _ => {}
    }
}

impl Lift<'_> {
    /// The table's own SQL stands for it.
    pub(super) fn is_aside(&self, table: &QualifiedName) -> bool {
        let is = |aside: &Aside| matches!(&aside.place, Place::Whole(ObjectName::Table(name)) if name == table);
        self.options.aside.iter().any(is)
    }

    /// Keeps the SQL of what is set aside; a table is described besides, for what refers to it. `all` has it still.
    pub(super) fn asides(&mut self, all: &Catalog) {
        for aside in &self.options.aside {
            let name = aside.place.to_string();
            self.keep(&name, aside.up.clone(), aside.phase);
            self.note(Fate::Raw, &name, &aside.why);
            let Place::Whole(ObjectName::Table(name)) = &aside.place else { continue };
            let Some(table) = all.tables.get(name) else { continue };
            let columns = table.columns.iter().map(|column| {
                let nullable = if column.not_null { "" } else { "?" };
                let data_type = Some(text(format!("{}{nullable}", self.names.data_type(&column.data_type))));
                (text(&column.name), ColumnSpec { data_type, ..ColumnSpec::default() })
            });
            let managed = Some(Spanned::new(ManagedSpec::No, Span::default()));
            let spec = TableSpec { managed, columns: columns.collect(), ..TableSpec::default() };
            self.spec.tables.push((text(key(name)), spec));
        }
    }
}
