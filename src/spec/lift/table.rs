//! Tables.

use super::constraint::{exclusion, key_spec};
use super::foreign_key::{TakenKeys, written_columns};
use super::index::parameters;
use super::names::key;
use super::partition::{partition_by, place};
use super::{Lift, text, yes};
use crate::catalog::{ObjectName, QualifiedName, ReplicaIdentity, Table};
use crate::source::{Span, Spanned};
use crate::spec::{AccessSpec, TableSpec};

impl Lift<'_> {
    /// Every table.
    pub(super) fn tables(&mut self) {
        for table in self.catalog.tables.values() {
            if self.there.contains(&table.name) {
                self.added(table);
                continue;
            }
            if !self.is_written(table) {
                continue;
            }
            let mut spec = self.table(table);
            self.triggers(table, &mut spec);
            self.table_access(table, &mut spec);
            self.origin("tables", ObjectName::Table(table.name.clone()));
            self.spec.tables.push((text(key(&table.name)), spec));
            self.lifted("table", &table.name);
            self.beyond(table);
            self.partition_columns(table);
        }
    }

    fn table(&self, table: &Table) -> TableSpec {
        let keys = TakenKeys::of(table, self);
        let mixed = self.recognised.tables.get(&table.name).map(|known| &known.mixed_columns);
        let own =
            written_columns(table).iter().filter(|column| mixed.is_none_or(|mixed| !mixed.contains(&column.name)));
        let names = &self.names;
        let primary = table.primary_key.as_ref().filter(|_| keys.primary().is_none());
        let uniques = table.uniques.values().filter(|key| keys.unique_of(key).is_none());
        let indexes = table.indexes.values();
        let indexes = indexes
            .filter(|index| !keys.brought.indexes.contains(&index.name) && keys.index_of(index).is_none())
            .map(|index| self.index(&table.name, &table.columns, index));
        let foreign =
            keys.rest().map(|found| self.foreign_key(&table.name, found, keys.brought.bare.contains(&found.columns)));
        TableSpec {
            comment: table.comment.as_deref().map(text),
            columns: own.map(|column| (text(&column.name), self.column(table, column, &keys))).collect(),
            primary_key: primary.map(|key| key_spec(names, &table.name, key, "pkey")),
            unique: uniques.map(|key| key_spec(names, &table.name, key, "key")).collect(),
            checks: self.checks(table),
            exclude: table.exclusions.values().filter_map(exclusion).collect(),
            indexes: indexes.collect(),
            foreign_keys: foreign.collect(),
            with: parameters(&table.with),
            inherits: table.inherits.iter().map(|parent| text(key(parent))).collect(),
            partition_of: table.partition_of.as_ref().and_then(place),
            partition_by: table.partition_by.as_ref().and_then(partition_by),
            partitions: self.partitions(table),
            unlogged: table.unlogged,
            replica_identity: replica_identity(&table.replica_identity).filter(|_| table.foreign.is_none()),
            foreign: table.foreign.as_deref().map(text),
            realtime: self.is_realtime(&table.name).then(yes),
            ..TableSpec::default()
        }
    }

    /// Who may touch its rows: what was recognised, else exactly what the database has.
    fn table_access(&mut self, table: &Table, spec: &mut TableSpec) {
        let known = self.recognised.tables.get(&table.name);
        if let Some(known) = known {
            spec.owner.clone_from(&known.spec.owner);
            spec.members.clone_from(&known.spec.members);
            spec.allow.clone_from(&known.spec.allow);
            spec.deny.clone_from(&known.spec.deny);
            spec.require.clone_from(&known.spec.require);
            spec.access.clone_from(&known.spec.access);
            spec.mixins.clone_from(&known.spec.mixins);
        } else {
            spec.access = Some(Spanned::new(AccessSpec::Written, Span::default()));
            spec.row_security = match (table.row_security, table.force_row_security) {
                (true, false) => None,
                (true, true) => Some(text("forced")),
                (false, _) => Some(text("false")),
            };
        }
        let explained = |name: &String| known.is_some_and(|known| known.policies.contains(name));
        let raw = table.policies.values().filter(|policy| !explained(&policy.name));
        spec.policies = raw.map(|policy| self.policy(&table.name, policy)).collect();
        let given = known.map(|known| known.grants.as_slice()).unwrap_or_default();
        let rest: Vec<_> = table.grants.iter().filter(|grant| !given.contains(grant)).cloned().collect();
        self.grants("table", key(&table.name), &rest);
    }

    /// Supabase publishes the table's changes.
    fn is_realtime(&self, table: &QualifiedName) -> bool {
        let supabase = self.options.target == crate::spec::Target::Supabase;
        let publication = self.catalog.publications.get("supabase_realtime").filter(|_| supabase);
        publication.is_some_and(|found| found.tables.iter().any(|(name, rest)| name == table && rest.is_empty()))
    }
}

fn replica_identity(identity: &ReplicaIdentity) -> Option<super::Text> {
    match identity {
        ReplicaIdentity::Default => None,
        ReplicaIdentity::Full => Some(text("full")),
        ReplicaIdentity::Nothing => Some(text("nothing")),
        ReplicaIdentity::Index(index) => Some(text(index)),
    }
}
