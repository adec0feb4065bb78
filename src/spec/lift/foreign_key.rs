//! Foreign keys, and what of a table's keys is folded into its columns.

use super::keys::{Brought, brought};
use super::names::{key, usual_index};
use super::{Lift, text, texts};
use crate::catalog::{Action, Column, Deferral, ForeignKey, Index, Key, QualifiedName, Table, quote_identifier};
use crate::source::{Span, Spanned};
use crate::spec::{ColumnIndexSpec, ColumnSpec, ForeignKeySpec, IndexSpec, KeySpec, ReferencesSpec, Text};
use std::collections::{BTreeMap, BTreeSet};

/// What of a table's keys its columns say.
pub(super) struct TakenKeys<'t> {
    table: &'t Table,
    names: &'t super::names::Names,
    /// Column to the foreign key that it says.
    references: BTreeMap<&'t str, &'t ForeignKey>,
    /// What foreign keys bring.
    pub brought: Brought,
}

impl<'t> TakenKeys<'t> {
    /// What the columns of a table say.
    pub fn of(table: &'t Table, lift: &'t Lift<'_>) -> Self {
        let mut references = BTreeMap::new();
        for found in table.foreign_keys.values().filter(|found| foldable(lift, table, found)) {
            if let [column] = found.columns.as_slice() {
                references.entry(column.as_str()).or_insert(found);
            }
        }
        Self { table, names: &lift.names, references, brought: brought(table) }
    }

    /// The column is the primary key, and there is nothing more to say about that.
    pub fn is_primary(&self, column: &str) -> bool {
        self.primary().is_some_and(|key| key.columns == [column])
    }

    /// The primary key that a column says.
    pub fn primary(&self) -> Option<&'t Key> {
        let key = self.table.primary_key.as_ref()?;
        let bare = Key { name: key.name.clone(), columns: key.columns.clone(), ..Key::default() };
        let usual = self.names.unless_usual(&key.name, &self.table.name, &[], "pkey").is_none();
        (usual && self.is_own(&key.columns) && *key == bare).then_some(key)
    }

    /// One column that is written: of an inherited one, nothing can be said there.
    fn is_own(&self, columns: &[String]) -> bool {
        written_columns(self.table).iter().any(|column| columns == [column.name.clone()])
    }

    /// The unique key that a column says.
    pub fn unique(&self, column: &str) -> Option<KeySpec> {
        let found = self.table.uniques.values().find(|key| self.unique_of(key) == Some(column))?;
        let spec = super::constraint::key_spec(self.names, &self.table.name, found, "key");
        Some(KeySpec { columns: Vec::new(), ..spec })
    }

    /// The column that says a unique key.
    pub fn unique_of(&self, key: &'t Key) -> Option<&'t str> {
        let [column] = key.columns.as_slice() else { return None };
        if !self.is_own(&key.columns) {
            return None;
        }
        let first = self.table.uniques.values().find(|other| other.columns == key.columns)?;
        (first.name == key.name).then_some(column)
    }

    /// The index that a column says, by its name where that is not the usual one; or none for its foreign key.
    pub fn index(&self, column: &str) -> Option<ColumnIndexSpec> {
        let flag = |value| Some(ColumnIndexSpec::Flag(Spanned::new(value, Span::default())));
        let columns = vec![column.to_owned()];
        if let Some(found) = self.table.indexes.values().find(|index| self.index_of(index).as_deref() == Some(column)) {
            if found.name == usual_index(&self.table.name, &columns) {
                return flag(true);
            }
            let spec = IndexSpec { name: Some(text(&found.name)), ..IndexSpec::default() };
            return Some(ColumnIndexSpec::Index(Box::new(spec)));
        }
        let refers = self.references.contains_key(column) && self.brought.bare.contains(&columns);
        if refers { flag(false) } else { None }
    }

    /// The column that says an index: one over it and nothing else. Of several, the one of the usual name, or the first.
    pub fn index_of(&self, index: &Index) -> Option<String> {
        let column =
            written_columns(self.table).iter().find(|column| index.keys == [quote_identifier(&column.name)])?;
        let brought = |found: &Index| self.brought.indexes.contains(&found.name);
        if self.table.indexes.values().any(|found| found.keys == index.keys && brought(found)) {
            return None;
        }
        let usual = usual_index(&self.table.name, std::slice::from_ref(&column.name));
        let plain = |found: &&Index| {
            let bare = Index {
                name: found.name.clone(),
                method: "btree".to_owned(),
                keys: index.keys.clone(),
                ..Index::default()
            };
            **found == bare
        };
        let all = || self.table.indexes.values().filter(plain);
        let chosen = all().find(|found| found.name == usual).or_else(|| all().next())?;
        (chosen.name == index.name).then(|| column.name.clone())
    }

    /// Folds a foreign key into its column.
    pub fn refer(&self, lift: &Lift<'_>, column: &Column, spec: &mut ColumnSpec) {
        let Some(found) = self.references.get(column.name.as_str()) else { return };
        let typed = is_typed_by(lift, self.table, found);
        let nullable = if typed && !column.not_null { "?" } else { "" };
        let name = lift.names.unless_usual(&found.name, &self.table.name, &found.columns, "fkey");
        let table = text(format!("{}{nullable}", target(lift, found)));
        if typed {
            spec.data_type = None;
        }
        let references = ReferencesSpec { table, name: name.map(text), ..ReferencesSpec::default() };
        spec.references = Some(Box::new(references));
        spec.on_delete = action(found.on_delete, &found.on_delete_columns);
        spec.on_update = action(found.on_update, &[]).map(Box::new);
        spec.deferrable = deferrable(found.deferral);
    }

    /// Foreign keys that no column says.
    pub fn rest(&self) -> impl Iterator<Item = &'t ForeignKey> + '_ {
        let folded: BTreeSet<&str> = self.references.values().map(|found| found.name.as_str()).collect();
        let valid = self.table.foreign_keys.values().filter(|found| !found.not_valid);
        valid.filter(move |found| !folded.contains(found.name.as_str()))
    }
}

/// The columns that a table writes itself: a partition has its parent's.
pub(super) fn written_columns(table: &Table) -> &[Column] {
    if table.partition_of.is_some() { &[] } else { &table.columns }
}

/// A column can say a foreign key that has no more than a column's keys.
fn foldable(lift: &Lift<'_>, table: &Table, found: &ForeignKey) -> bool {
    let column = written_columns(table).iter().find(|column| found.columns == [column.name.clone()]);
    let nulled = found.on_delete == Action::SetNull && column.is_some_and(|column| column.not_null);
    let known = lift.catalog.tables.contains_key(&found.table);
    column.is_some() && known && !nulled && !found.match_full && !found.not_valid && found.comment.is_none()
}

/// The column has the type of what it refers to, which has its own written.
fn is_typed_by(lift: &Lift<'_>, table: &Table, found: &ForeignKey) -> bool {
    let own = table.columns.iter().find(|column| found.columns == [column.name.clone()]);
    let target = lift.catalog.tables.get(&found.table);
    let other = target.and_then(|target| target.columns.iter().find(|column| found.to == [column.name.clone()]));
    let (Some(own), Some(other), Some(target)) = (own, other, target) else { return false };
    let refers = target.foreign_keys.values().any(|key| key.columns.contains(&other.name));
    own.data_type == other.data_type
        && !refers
        && lift.is_written(target)
        && !lift.there.contains(&target.name)
        && !own.data_type.is_empty()
}

/// `table`, or `table(column)` where it is not the primary key.
fn target(lift: &Lift<'_>, found: &ForeignKey) -> String {
    let primary = lift.catalog.tables.get(&found.table).and_then(|table| table.primary_key.as_ref());
    match found.to.as_slice() {
        [column] if primary.is_none_or(|key| key.columns != found.to) => format!("{}({column})", key(&found.table)),
        _ => key(&found.table),
    }
}

pub(super) fn action(action: Action, columns: &[String]) -> Option<Text> {
    let word = match action {
        Action::NoAction => return None,
        other => other.sql().to_ascii_lowercase(),
    };
    Some(text(if columns.is_empty() { word } else { format!("{word} ({})", columns.join(", ")) }))
}

pub(super) fn deferrable(deferral: Deferral) -> Option<Text> {
    match deferral {
        Deferral::No => None,
        Deferral::Deferrable => Some(text("true")),
        Deferral::Deferred => Some(text("deferred")),
    }
}

impl Lift<'_> {
    /// A foreign key of its table.
    pub(super) fn foreign_key(&self, table: &QualifiedName, found: &ForeignKey, bare: bool) -> ForeignKeySpec {
        let primary = self.catalog.tables.get(&found.table).and_then(|table| table.primary_key.as_ref());
        let to_primary = primary.is_some_and(|key| key.columns == found.to);
        ForeignKeySpec {
            name: self.names.unless_usual(&found.name, table, &found.columns, "fkey").map(text),
            columns: texts(&found.columns),
            references: Some(text(key(&found.table))),
            to: if to_primary { Vec::new() } else { texts(&found.to) },
            on_delete: action(found.on_delete, &found.on_delete_columns),
            on_update: action(found.on_update, &[]),
            deferrable: deferrable(found.deferral),
            match_full: found.match_full,
            index: bare.then(|| ColumnIndexSpec::Flag(Spanned::new(false, Span::default()))),
            comment: found.comment.as_deref().map(text),
            span: Span::default(),
        }
    }

    /// An index of its table.
    pub(super) fn index(&self, relation: &QualifiedName, columns: &[Column], found: &Index) -> IndexSpec {
        let spelled = |sql: &str| self.spelled(relation, "index", &found.name, sql);
        super::index::index_spec(relation, columns, found, &spelled)
    }
}
