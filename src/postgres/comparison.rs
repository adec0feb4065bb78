//! Two schemas, each a model or a live database, in PostgreSQL's own words, and where they differ.

use super::drift::{Expected, major_version, same_version};
use super::versions::{AsModel, Printed, differences};
use super::{Client, Failure, Scope, Scratch, Version, introspect};
use crate::catalog::Catalog;
use crate::diff::{Aspect, Change, Object, What, between};
use std::collections::BTreeSet;

/// One side.
pub enum Side<'a> {
    /// A model's lowered catalog: it is applied to a scratch database.
    Model(&'a Catalog),
    /// A live database.
    Database(Box<Client>),
}

/// Both sides as servers print them, and the differences from the first to the second.
#[derive(Debug)]
pub struct Comparison {
    /// The first.
    pub from: Catalog,
    /// The second.
    pub to: Catalog,
    /// The differences; where one side is a model, only those that are the model's to say.
    pub changes: Vec<Change>,
    /// Set where some of them may be none.
    pub doubt: Option<Doubt>,
}

/// Why a difference may be none: servers of two versions printed the sides, and the newer cannot make what the older holds,
/// so that two spellings of one thing count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Doubt {
    /// The older server's major version.
    pub older: u32,
    /// The newer one's.
    pub newer: u32,
}

/// Compares. Databases are read and not changed.
pub fn compare(from: Side<'_>, to: Side<'_>, as_model: AsModel<'_>) -> Result<Comparison, Failure> {
    match (from, to) {
        (Side::Database(mut from), Side::Database(mut to)) => {
            let (mut from, mut to) = (printed(&mut from)?, printed(&mut to)?);
            let (changes, doubt) = differences(&mut from, &mut to, as_model);
            Ok(Comparison { from: from.catalog, to: to.catalog, changes, doubt })
        }
        (Side::Model(from), Side::Model(to)) => {
            let version = Version::AtLeast(from.hints.postgres.max(to.hints.postgres));
            let scratch = Scratch::start(version)?;
            Ok(Expected::of(&scratch, from)?.between(Expected::of(&scratch, to)?))
        }
        (Side::Model(model), Side::Database(mut live)) => against(model, &mut live),
        (Side::Database(mut live), Side::Model(model)) => Ok(against(model, &mut live)?.reversed()),
    }
}

fn printed(live: &mut Client) -> Result<Printed, Failure> {
    Ok(Printed { major: major_version(live)?, catalog: introspect(live, &Scope::default())? })
}

fn against(model: &Catalog, live: &mut Client) -> Result<Comparison, Failure> {
    let scratch = Scratch::start(same_version(live)?)?;
    Expected::of(&scratch, model)?.against(live)
}

impl Comparison {
    /// From the second side to the first.
    pub fn reversed(self) -> Self {
        let kept: BTreeSet<Object> = self.changes.iter().map(|change| change.object.clone()).collect();
        let mut changes = between(&self.to, &self.from);
        changes.retain(|change| kept.contains(&change.object));
        // who owns what is not compared between catalogs
        let owners = self.changes.into_iter().filter(|change| !changes.iter().any(|other| same_parts(change, other)));
        let owners: Vec<Change> = owners.filter_map(turned).collect();
        changes.extend(owners);
        Self { from: self.to, to: self.from, changes, doubt: self.doubt }
    }
}

fn parts(change: &Change) -> &[Aspect] {
    match &change.what {
        What::Changed(aspects) => aspects,
        _ => &[],
    }
}

fn same_parts(one: &Change, other: &Change) -> bool {
    let names = |change: &Change| parts(change).iter().map(|aspect| aspect.name).collect::<Vec<_>>();
    one.object == other.object && names(one) == names(other)
}

fn turned(mut change: Change) -> Option<Change> {
    let What::Changed(aspects) = &mut change.what else { return None };
    aspects.iter_mut().for_each(|aspect| std::mem::swap(&mut aspect.from, &mut aspect.to));
    Some(change)
}
