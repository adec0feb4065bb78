//! One difference, and how objects of any kind are compared.

use crate::catalog::{Grant, Named, QualifiedName};
use std::collections::BTreeMap;

/// One object that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The object.
    pub object: Object,
    /// What happened to it.
    pub what: What,
    /// How much it matters.
    pub severity: Severity,
}

/// An object, or what belongs to one.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object {
    /// `table`, `column`, `policy` …
    pub kind: &'static str,
    /// Its name, without schema and without what it belongs to.
    pub name: String,
    /// What it belongs to (a column's table), or itself.
    pub of: Owner,
}

/// Where an object belongs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Owner {
    /// To the database.
    Database,
    /// To this schema.
    Schema(String),
    /// To this table, view, materialized view, type, sequence or function (by its name alone).
    Relation(QualifiedName),
}

/// What happened to an object.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It is only in the second catalog: its definition.
    Added(String),
    /// It is only in the first catalog: its definition.
    Removed(String),
    /// It is in both, with these differences.
    Changed(Vec<Aspect>),
}

/// One part of a definition that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aspect {
    /// What part: `type`, `using`, `comment` …
    pub name: &'static str,
    /// In the first catalog; `None`: it has none.
    pub from: Option<String>,
    /// In the second.
    pub to: Option<String>,
}

/// How much a difference matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Who may touch what.
    Security,
    /// Structure or behaviour.
    Structure,
    /// Comments, the order of columns.
    Note,
}

impl std::fmt::Display for Object {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { kind, name, of } = self;
        match of {
            // raw SQL is named by its kind and whole name
            _ if *kind == "other" => out.write_str(name),
            Owner::Schema(schema) if *kind == "privileges" => write!(out, "{kind} of {name} on schema {schema}"),
            Owner::Relation(relation) if *kind == "privileges" => write!(out, "{kind} of {name} on {relation}"),
            Owner::Database => write!(out, "{kind} {name}"),
            Owner::Schema(schema) => write!(out, "{kind} {schema}.{name}"),
            Owner::Relation(relation) => write!(out, "{kind} {name} on {relation}"),
        }
    }
}

/// The parts of a definition by name: compared one by one.
pub type Aspects = Vec<(&'static str, Option<String>)>;

/// A kind of object, as far as comparing needs it.
pub trait Compared {
    /// Its word.
    const KIND: &'static str;
    /// How much it matters when one comes or goes.
    const SEVERITY: Severity = Severity::Structure;

    /// The whole of it, for when it is on one side only.
    fn definition(&self) -> String;

    /// Its parts.
    fn aspects(&self) -> Aspects;

    /// How much a difference of this part matters.
    fn severity(_aspect: &str) -> Severity {
        Self::SEVERITY
    }
}

/// The changes found so far.
#[derive(Default)]
pub struct Changes {
    pub list: Vec<Change>,
}

impl Changes {
    /// Compares all objects of a kind, and what is inside of those that are on both sides.
    pub fn compare<K: Ord, T: Compared>(
        &mut self,
        (from, to): (&BTreeMap<K, T>, &BTreeMap<K, T>),
        object: impl Fn(&K, &T) -> Object,
        mut inside: impl FnMut(&mut Self, &T, &T),
    ) {
        let keys: std::collections::BTreeSet<&K> = from.keys().chain(to.keys()).collect();
        for key in keys {
            if let (Some(old), Some(new)) = self.pair(from.get(key), to.get(key), |of| object(key, of)) {
                inside(self, old, new);
            }
        }
    }

    /// Compares one object with its other side, and gives both when they are there.
    fn pair<'o, T: Compared>(
        &mut self,
        old: Option<&'o T>,
        new: Option<&'o T>,
        object: impl Fn(&T) -> Object,
    ) -> (Option<&'o T>, Option<&'o T>) {
        match (old, new) {
            (Some(old), Some(new)) => self.parts(object(new), old, new),
            (Some(old), None) => self.add(object(old), What::Removed(old.definition()), T::SEVERITY),
            (None, Some(new)) => self.add(object(new), What::Added(new.definition()), T::SEVERITY),
            (None, None) => {}
        }
        (old, new)
    }

    /// Compares what belongs to one relation.
    pub fn belonging<T: Compared>(&mut self, of: &QualifiedName, from: &Named<T>, to: &Named<T>) {
        let names: std::collections::BTreeSet<&String> = from.keys().chain(to.keys()).collect();
        for name in names {
            let object = |_: &T| Object { kind: T::KIND, name: name.clone(), of: Owner::Relation(of.clone()) };
            self.pair(from.get(name), to.get(name), object);
        }
    }

    /// Compares two objects part by part.
    pub fn parts<T: Compared>(&mut self, object: Object, old: &T, new: &T) {
        let pairs = old.aspects().into_iter().zip(new.aspects());
        let differing = pairs.filter(|((_, from), (_, to))| from != to);
        let aspects: Vec<Aspect> = differing.map(|((name, from), (_, to))| Aspect { name, from, to }).collect();
        if let Some(severity) = aspects.iter().map(|aspect| T::severity(aspect.name)).min() {
            self.add(object, What::Changed(aspects), severity);
        }
    }

    /// Compares privileges, role by role.
    pub fn grants(&mut self, of: &Owner, from: &[Grant], to: &[Grant]) {
        super::grant::compare(self, of, from, to);
    }

    /// Adds one.
    pub fn add(&mut self, object: Object, what: What, severity: Severity) {
        self.list.push(Change { object, what, severity });
    }
}

/// An object of a schema.
pub fn in_schema<T: Compared>(name: &QualifiedName) -> Object {
    Object { kind: T::KIND, name: name.name.clone(), of: Owner::Schema(name.schema.clone()) }
}

/// A part that is there or not.
pub fn flag(name: &'static str, on: bool) -> (&'static str, Option<String>) {
    (name, on.then(|| "yes".to_owned()))
}

/// A part that is always there.
pub fn part(name: &'static str, text: impl Into<String>) -> (&'static str, Option<String>) {
    (name, Some(text.into()))
}

/// A list; an empty one is no part at all.
pub fn list(name: &'static str, items: &[String]) -> (&'static str, Option<String>) {
    (name, (!items.is_empty()).then(|| items.join(", ")))
}

/// Storage parameters.
pub fn parameters(map: &BTreeMap<String, String>) -> (&'static str, Option<String>) {
    let pairs: Vec<String> = map.iter().map(|(name, value)| format!("{name}={value}")).collect();
    list("storage parameters", &pairs)
}

/// Comments matter least everywhere.
pub fn severity_of(aspect: &str, otherwise: Severity) -> Severity {
    if matches!(aspect, "comment" | "column order") { Severity::Note } else { otherwise }
}
