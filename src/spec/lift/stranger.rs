//! Tables that are referred to and not read: those of schemas that an import leaves out. They are described, as far as
//! they are referred to, and nothing is emitted for them.

use super::names::{DEFAULT_SCHEMA, key};
use super::{Fate, Lift, text};
use crate::catalog::{ForeignKey, QualifiedName, Table};
use crate::source::{Span, Spanned};
use crate::spec::{ColumnSpec, ManagedSpec, SchemaSpec, TableSpec};
use std::collections::BTreeMap;

/// Columns of somebody else's table, with their types.
type Columns = BTreeMap<String, String>;

impl Lift<'_> {
    /// Describes every table that a foreign key leads to and that is not in the catalog.
    pub(super) fn strangers(&mut self) {
        let mut found: BTreeMap<&QualifiedName, Columns> = BTreeMap::new();
        for table in self.catalog.tables.values() {
            let known = |name: &QualifiedName| self.catalog.tables.contains_key(name) || self.is_aside(name);
            let leaving = table.foreign_keys.values().filter(|key| !known(&key.table));
            leaving.for_each(|key| found.entry(&key.table).or_default().extend(typed(table, key)));
        }
        for (name, columns) in found {
            self.unmanaged_schema(&name.schema);
            let column = |(name, data_type): (String, String)| {
                let data_type = Some(text(self.names.data_type(&data_type)));
                (text(name), ColumnSpec { data_type, ..ColumnSpec::default() })
            };
            let spec = TableSpec {
                managed: Some(Spanned::new(ManagedSpec::No, Span::default())),
                columns: columns.into_iter().map(column).collect(),
                ..TableSpec::default()
            };
            self.spec.tables.push((text(key(name)), spec));
            self.note(Fate::Suspicious, format!("table {name}"), "it is referred to, and not part of this import");
        }
    }

    fn unmanaged_schema(&mut self, name: &str) {
        if name != DEFAULT_SCHEMA && !self.spec.schemas.iter().any(|(known, _)| known.value == name) {
            let managed = Some(Spanned::new(false, Span::default()));
            self.spec.schemas.push((text(name), SchemaSpec { managed, ..SchemaSpec::default() }));
        }
    }
}

/// The columns that a key leads to have the types of those that it leads from.
fn typed(table: &Table, key: &ForeignKey) -> Columns {
    let own = |name: &String| table.columns.iter().find(|column| column.name == *name);
    let pairs = key.columns.iter().zip(&key.to);
    pairs.filter_map(|(from, to)| Some((to.clone(), own(from)?.data_type.clone()))).collect()
}
