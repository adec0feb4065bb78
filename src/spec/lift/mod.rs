//! The inverse of lowering: what a server holds, as a model that compiles to the same again.
//!
//! Three things can become of an object. It is *lifted*: written in the words of the language, in the short form
//! that a person would have chosen. It is *kept raw*: the language has no word for it, so its own SQL stands under
//! `sql:`, and a note says so. Or it is *suspicious*: it was lifted, and its author will want to look at it.
//!
//! Who may touch what is written exactly as the database has it: `privileges: written` and, on each table,
//! `access: written` with `row_security`, `policies` and entries under `grants:`. Nothing is derived.
//!
//! # The hook for inference
//!
//! Whoever recognises ownership in policies gives a [`Recognised`]: the principals, groups and mixins of the model,
//! and for each table that was understood a [`RecognisedTable`], with the access keys to write in place of
//! `access: written` and with the policies, privileges and triggers that those keys bring back when they are
//! compiled. What is listed there is not written a second time; what is not listed stays as it is. A table that is
//! not in the map is written raw. Whether a recognised table compiles to the same privileges is for inference to
//! make sure of: lifting believes it.

mod access;
mod aside;
mod before;
mod column;
mod constraint;
mod foreign_key;
mod function;
mod index;
mod keys;
mod names;
mod object;
mod partition;
mod raw;
mod scan;
mod spelling;
mod stranger;
mod table;
mod trigger;
mod types;
mod view;

use super::{ColumnSpec, Entries, MixinSpec, PrincipalSpec, PrivilegesSpec, RolesSpec, Spec, TableSpec, Target, Text};
pub use crate::catalog::Place;
use crate::catalog::{Catalog, Grant, ObjectName, QualifiedName};
use crate::source::{Span, Spanned};
pub use aside::{Aside, remove_part};
pub use names::DEFAULT_SCHEMA;
use names::Names;
pub use spelling::{Speller, Spelling, Words};
use std::collections::{BTreeMap, BTreeSet};

/// What is known of the database besides its catalog.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// What was there before the model.
    pub target: Target,
    /// Major version of the server.
    pub postgres: u32,
    /// Name of the project.
    pub project: Option<String>,
    /// What a new database of this kind holds: it is not the model's.
    pub before: Catalog,
    /// What is not in the words of the language, though it has some.
    pub aside: Vec<Aside>,
    /// How SQL is spelled.
    pub words: Words,
}

/// What was recognised of ownership and access: see the module's page.
#[derive(Debug, Clone, Default)]
pub struct Recognised {
    /// `principals:`
    pub principals: Entries<PrincipalSpec>,
    /// `roles:` — signed_in, anonymous and service, where they are known.
    pub roles: RolesSpec,
    /// `groups:`
    pub groups: Entries<Text>,
    /// `mixins:`
    pub mixins: Entries<MixinSpec>,
    /// Tables that were understood.
    pub tables: BTreeMap<QualifiedName, RecognisedTable>,
    /// Functions that the compiler makes again by itself.
    pub functions: BTreeSet<crate::catalog::FunctionName>,
}

/// What was recognised of one table.
#[derive(Debug, Clone, Default)]
pub struct RecognisedTable {
    /// The access keys and `use`; other keys are not looked at.
    pub spec: TableSpec,
    /// Flags of columns (`immutable`, `read_only`, `hidden`, `same_owner`); other keys are not looked at.
    pub columns: BTreeMap<String, ColumnSpec>,
    /// Columns that a mixin brings: not written.
    pub mixed_columns: BTreeSet<String>,
    /// Policies that the keys bring back.
    pub policies: BTreeSet<String>,
    /// Privileges that the keys bring back.
    pub grants: Vec<Grant>,
    /// Triggers that the keys or mixins bring back.
    pub triggers: BTreeSet<String>,
}

/// A model, and what is to be said about it.
#[derive(Debug, Clone, Default)]
pub struct Lifted {
    /// The model.
    pub spec: Spec,
    /// The objects of each section, in its order.
    pub origins: BTreeMap<&'static str, Vec<ObjectName>>,
    /// Object by object, in the order of their names.
    pub notes: Vec<Note>,
}

/// What became of one object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Note {
    /// What became of it.
    pub fate: Fate,
    /// `table public.jobs`
    pub object: String,
    /// Why, in words.
    pub text: String,
}

/// What became of an object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fate {
    /// It is in the words of the language.
    Lifted,
    /// Its own SQL is kept.
    Raw,
    /// Its author should look at it.
    Suspicious,
    /// It could not be kept.
    Lost,
}

/// Tables that were there before the model.
pub fn there(catalog: &Catalog, options: &Options) -> BTreeSet<QualifiedName> {
    before::tables(catalog, &options.before, options.target)
}

/// Lifts a catalog that a server gave.
pub fn lift(catalog: &Catalog, recognised: &Recognised, options: &Options) -> Lifted {
    let all = before::without(catalog, &options.before, options.target);
    let catalog = &aside::without(all.clone(), &options.aside);
    let there = there(catalog, options);
    let (names, spec) = (Names::of(catalog), head(options));
    let mut lift = Lift { catalog, recognised, options, names, there, spec, origins: BTreeMap::new(), notes: vec![] };
    lift.access();
    lift.objects();
    lift.functions();
    lift.tables();
    lift.strangers();
    lift.views();
    lift.asides(&all);
    lift.raw();
    lift.notes.sort();
    Lifted { spec: lift.spec, origins: lift.origins, notes: lift.notes }
}

/// A catalog on its way to a model.
struct Lift<'a> {
    catalog: &'a Catalog,
    recognised: &'a Recognised,
    options: &'a Options,
    names: Names,
    /// Tables that were there before the model.
    there: BTreeSet<QualifiedName>,
    spec: Spec,
    origins: BTreeMap<&'static str, Vec<ObjectName>>,
    notes: Vec<Note>,
}

impl Lift<'_> {
    fn note(&mut self, fate: Fate, object: impl Into<String>, text: impl Into<String>) {
        self.notes.push(Note { fate, object: object.into(), text: text.into() });
    }

    /// Remembers which object the next entry of a section is.
    fn origin(&mut self, section: &'static str, name: ObjectName) {
        self.origins.entry(section).or_default().push(name);
    }

    /// Says that an object is written in the words of the language.
    fn lifted(&mut self, kind: &str, name: impl std::fmt::Display) {
        self.note(Fate::Lifted, format!("{kind} {name}"), "");
    }
}

fn head(options: &Options) -> Spec {
    Spec {
        version: Spanned::new(1, Span::default()),
        project: options.project.as_deref().map(text),
        target: Spanned::new(options.target, Span::default()),
        postgres: Spanned::new(options.postgres, Span::default()),
        schema: text(names::DEFAULT_SCHEMA),
        privileges: Spanned::new(PrivilegesSpec::Written, Span::default()),
        ..Spec::default()
    }
}

/// A text that nobody wrote.
fn text(value: impl Into<String>) -> Text {
    Spanned::new(value.into(), Span::default())
}

fn texts<S: AsRef<str>>(values: impl IntoIterator<Item = S>) -> Vec<Text> {
    values.into_iter().map(|value| text(value.as_ref())).collect()
}

/// A flag that is set.
fn yes() -> Spanned<bool> {
    Spanned::new(true, Span::default())
}
