//! A part of the tables: two parts are made at once, and know nothing of each other.

use super::carry::{NeededKey, add_key};
use super::helper::Helpers;
use crate::catalog::{Catalog, Schema};
use crate::concurrent::side_by_side;
use crate::model::Table;
use std::sync::{Mutex, PoisonError};

/// What some of the tables mean.
#[derive(Default)]
pub struct Part {
    /// These tables and nobody else's, and what is made for them.
    pub catalog: Catalog,
    /// Helpers that their policies call.
    pub helpers: Helpers,
    /// What they need of others.
    pub keys: Vec<NeededKey>,
}

impl Part {
    /// A catalog whose tables each have been made by `make`, and the helpers that they call.
    pub fn whole(
        mut catalog: Catalog,
        tables: &[Table],
        make: impl Fn(&Table, &mut Self) + Sync,
    ) -> (Catalog, Helpers) {
        let (first, second) = tables.split_at(tables.len() / 2);
        let later = Mutex::new(Self { catalog: taken(&mut catalog, second), ..Self::default() });
        let mut part = Self { catalog, ..Self::default() };
        let in_second = || later.lock().unwrap_or_else(PoisonError::into_inner).make(second, &make);
        side_by_side(in_second, || part.make(first, &make));
        part.append(later.into_inner().unwrap_or_else(PoisonError::into_inner));
        part.refer();
        (part.catalog, part.helpers)
    }

    fn make(&mut self, tables: &[Table], make: impl Fn(&Table, &mut Self)) {
        for table in tables {
            make(table, self);
            if let Some(object) = self.catalog.tables.get_mut(&table.name) {
                object.shrink();
            }
        }
    }

    fn append(&mut self, mut later: Self) {
        self.catalog.tables.append(&mut later.catalog.tables);
        self.catalog.functions.append(&mut later.catalog.functions);
        for (name, schema) in later.catalog.schemas {
            let all = self.catalog.schemas.entry(name.clone());
            let grants = &mut all.or_insert(Schema { name, ..Schema::default() }).grants;
            grants.extend(schema.grants);
            grants.sort();
            grants.dedup();
        }
        self.helpers.append(later.helpers);
        self.keys.extend(later.keys);
    }

    /// Adds the keys that foreign keys refer to.
    fn refer(&mut self) {
        for key in std::mem::take(&mut self.keys) {
            if let Some(object) = self.catalog.tables.get_mut(&key.table) {
                add_key(object, &key.columns);
                object.shrink();
            }
        }
    }
}

/// These tables, taken out of a catalog.
fn taken(catalog: &mut Catalog, tables: &[Table]) -> Catalog {
    let tables = tables.iter().filter_map(|table| catalog.tables.remove_entry(&table.name)).collect();
    Catalog { tables, ..Catalog::default() }
}
