//! What becomes of each object: it goes, it comes, it is altered, or it makes way and comes back.

use super::alter::{Alteration, Sides, Way, way};
use super::nodes::{Node, Nodes};
use crate::catalog::{Catalog, QualifiedName};
use crate::diff::{Change, Object, Owner, What};
use std::collections::{BTreeMap, BTreeSet};

/// What becomes of the objects.
#[derive(Debug, Default)]
pub struct Fates {
    /// Dropped, each by a statement of its own.
    pub gone: BTreeSet<Object>,
    /// They go with their parents.
    pub along: BTreeSet<Object>,
    /// Made.
    pub new: BTreeSet<Object>,
    /// Altered.
    pub altered: BTreeMap<Object, Alteration>,
    /// Columns whose default makes way for what it needs.
    pub loosened: BTreeSet<Object>,
    /// What no statement can do.
    pub notes: Vec<String>,
}

/// Why a dependent has to make way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cause {
    /// What it needs goes, or goes and comes back.
    Gone,
    /// A column that it names gets another type.
    Retyped,
    /// A type is made anew under its columns.
    Rebuilt,
}

impl Fates {
    /// Works them out.
    pub fn of(from: &Catalog, to: &Catalog, old: &Nodes, new: &Nodes, changes: &[Change]) -> Self {
        let mut fates = Self::default();
        let sides = Sides { from, to, old, new };
        for change in changes {
            fates.take(&sides, change);
        }
        fates.spread(old, new);
        fates.keep_what_partitions_have(from, to);
        fates.children(new);
        fates
    }

    fn take(&mut self, sides: &Sides<'_>, change: &Change) {
        let object = &change.object;
        match &change.what {
            What::Removed(_) => drop(self.gone.insert(object.clone())),
            What::Added(_) => drop(self.new.insert(object.clone())),
            What::Changed(aspects) => match way(sides, object, aspects) {
                Way::Alter(alteration) => self.altered.entry(object.clone()).or_default().add(alteration),
                Way::Replace => {
                    self.gone.insert(object.clone());
                    self.new.insert(object.clone());
                }
                Way::Cannot(why) => self.notes.push(format!("{object}: {why}")),
            },
        }
    }

    /// What depends on something that goes has to go as well, until nothing more is found.
    fn spread(&mut self, old: &Nodes, new: &Nodes) {
        loop {
            let before = (self.gone.len(), self.along.len(), self.loosened.len());
            for (object, node) in &old.map {
                if self.is_going(object) {
                    continue;
                }
                if node.parent.as_ref().is_some_and(|parent| self.is_going(parent)) {
                    // two tables that go may refer to each other
                    let list = if object.kind == "foreign key" { &mut self.gone } else { &mut self.along };
                    list.insert(object.clone());
                } else if let Some(cause) = self.cause(node) {
                    self.make_way(object, node, cause, new);
                }
            }
            if before == (self.gone.len(), self.along.len(), self.loosened.len()) {
                return;
            }
        }
    }

    /// It is dropped, by itself or with its parent.
    pub fn is_going(&self, object: &Object) -> bool {
        self.gone.contains(object) || self.along.contains(object)
    }

    fn cause(&self, node: &Node) -> Option<Cause> {
        let of = |need: &Object| {
            let disturbed = self.altered.get(need).is_some_and(|alteration| alteration.disturbs);
            match (self.is_going(need), disturbed, need.kind) {
                (true, _, "column") if !self.gone.contains(need) => None,
                (true, ..) => Some(Cause::Gone),
                (false, true, "column") => Some(Cause::Retyped),
                (false, true, _) => Some(Cause::Rebuilt),
                _ => None,
            }
        };
        node.needs.iter().find_map(of)
    }

    fn make_way(&mut self, object: &Object, node: &Node, cause: Cause, new: &Nodes) {
        let replaced = match (object.kind, cause) {
            ("table" | "privileges" | "enum" | "domain" | "composite" | "range" | "sequence", _) => false,
            ("column", _) if node.data => {
                self.loosened.insert(object.clone());
                false
            }
            // PostgreSQL converts these itself
            ("index" | "key" | "check" | "exclusion" | "foreign key", Cause::Retyped) => false,
            ("key" | "exclusion" | "foreign key", Cause::Rebuilt) => false,
            _ => true,
        };
        if replaced {
            self.altered.remove(object);
            self.gone.insert(object.clone());
            if new.map.contains_key(object) {
                self.new.insert(object.clone());
            }
        }
    }

    /// A partition that is detached keeps the keys and indexes that it had from its parent.
    fn keep_what_partitions_have(&mut self, from: &Catalog, to: &Catalog) {
        let was_part = |name: &QualifiedName| {
            let part = |catalog: &Catalog| catalog.tables.get(name).is_some_and(|table| table.partition_of.is_some());
            part(from) && !part(to) && to.tables.contains_key(name)
        };
        let kept = |object: &Object| match &object.of {
            Owner::Relation(table) => {
                matches!(object.kind, "key" | "foreign key" | "index" | "check") && was_part(table)
            }
            _ => false,
        };
        self.new.retain(|object| !kept(object));
    }

    /// What is made comes with all that belongs to it.
    fn children(&mut self, new: &Nodes) {
        loop {
            let count = self.new.len();
            for (object, node) in &new.map {
                if node.parent.as_ref().is_some_and(|parent| self.new.contains(parent)) {
                    self.new.insert(object.clone());
                    self.altered.remove(object);
                }
            }
            if count == self.new.len() {
                return;
            }
        }
    }
}
