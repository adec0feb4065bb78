//! Foreign keys as PostgREST offers them: between tables, and between tables and the views that show their keys.

use super::collation;
use super::context::Relationship;
use super::spelling::literal;
use crate::catalog::{Catalog, ForeignKey, QualifiedName, Table};
use minijinja::Value;
use std::collections::BTreeMap;

/// The views of a catalog with what they show of tables.
#[derive(Debug, Default)]
pub struct Exposed<'a> {
    views: BTreeMap<&'a QualifiedName, BTreeMap<(&'a QualifiedName, &'a str), Vec<&'a str>>>,
    catalog: Option<&'a Catalog>,
}

/// One end of a foreign key: a relation and its columns.
type End<'a> = (&'a QualifiedName, Vec<&'a str>);

impl<'a> Exposed<'a> {
    /// Looks at every view.
    pub fn new(catalog: &'a Catalog) -> Self {
        let views = catalog.views.iter().map(|(name, view)| (name, &view.hints));
        let materialized = catalog.materialized_views.iter().map(|(name, view)| (name, &view.hints));
        let mut found: BTreeMap<_, BTreeMap<_, Vec<&str>>> = BTreeMap::new();
        for (name, hints) in views.chain(materialized) {
            let shown = found.entry(name).or_default();
            for output in &hints.outputs {
                if let Some(origin) = catalog.view_column_origin(name, &output.name) {
                    shown.entry(origin).or_default().push(output.name.as_str());
                }
            }
        }
        Self { views: found, catalog: Some(catalog) }
    }

    /// The relationships of a table.
    pub fn of_table(&self, table: &'a Table) -> Vec<Value> {
        let mut found = Vec::new();
        for key in keys(table) {
            let own = (&table.name, key.columns.iter().map(String::as_str).collect());
            found.extend(self.targets(key).into_iter().map(|target| (table, key, own.clone(), target)));
        }
        sorted(found)
    }

    /// The relationships of a view: those of the tables whose keys it shows.
    pub fn of_view(&self, view: &QualifiedName) -> Vec<Value> {
        let Some((view, shown)) = self.views.get_key_value(view) else { return Vec::new() };
        let mut tables: Vec<&QualifiedName> = shown.keys().map(|(table, _)| *table).collect();
        tables.dedup();
        let mut found = Vec::new();
        for table in tables.iter().filter_map(|table| self.catalog?.tables.get(*table)) {
            for key in keys(table) {
                for columns in self.columns(view, &table.name, &key.columns) {
                    let own = (*view, columns);
                    found.extend(self.targets(key).into_iter().map(|target| (table, key, own.clone(), target)));
                }
            }
        }
        sorted(found)
    }

    /// What a key refers to: its table, and every view that shows the columns it refers to.
    fn targets(&self, key: &'a ForeignKey) -> Vec<End<'a>> {
        let mut targets = vec![(&key.table, key.to.iter().map(String::as_str).collect())];
        for view in self.views.keys() {
            let columns = self.columns(view, &key.table, &key.to);
            targets.extend(columns.into_iter().map(|columns| (*view, columns)));
        }
        targets
    }

    /// Every way in which a view shows these columns of a table.
    fn columns(&self, view: &QualifiedName, table: &QualifiedName, columns: &[String]) -> Vec<Vec<&'a str>> {
        let mut ways = vec![Vec::new()];
        for column in columns {
            let names = self.views.get(view).and_then(|shown| shown.get(&(table, column.as_str())));
            let names: &[&str] = names.map_or(&[], Vec::as_slice);
            ways = ways.iter().flat_map(|way| names.iter().map(|name| [way.as_slice(), &[*name]].concat())).collect();
        }
        ways
    }
}

/// The keys of a table; those of a partition are its parent's.
fn keys(table: &Table) -> impl Iterator<Item = &ForeignKey> {
    table.foreign_keys.values().filter(|_| table.partition_of.is_none())
}

/// In the reference generator's order, those within one schema only.
fn sorted(mut found: Vec<(&Table, &ForeignKey, End, End)>) -> Vec<Value> {
    found.retain(|(_, _, own, target)| own.0.schema == target.0.schema);
    found.sort_by_cached_key(|(_, key, own, target)| {
        let text = |columns: &[&str]| collation::key(&format!("[{}]", literals(columns)));
        (collation::key(&key.name), collation::key(&target.0.name), text(&target.1), text(&own.1))
    });
    let relationship = |(table, key, own, target): &(&Table, &ForeignKey, End, End)| Relationship {
        name: literal(&key.name).into(),
        columns: literals(&own.1).into(),
        one_to_one: is_one_to_one(table, key),
        relation: literal(&target.0.name).into(),
        to: literals(&target.1).into(),
    };
    found.iter().map(|found| relationship(found).into()).collect()
}

fn is_one_to_one(table: &Table, foreign: &ForeignKey) -> bool {
    let position = |name: &String| table.columns.iter().position(|column| column.name == *name);
    table.primary_key.iter().chain(table.uniques.values()).any(|key| {
        let mut columns = key.columns.clone();
        columns.sort_by_key(position);
        columns == foreign.columns
    })
}

fn literals(texts: &[&str]) -> String {
    texts.iter().map(|text| literal(text)).collect::<Vec<_>>().join(", ")
}
