//! Where a live database is not what the model says.
//!
//! The model's SQL is applied to a scratch database; what PostgreSQL then holds is compared with what the live
//! one holds. What the model does not manage is no drift.

mod apply;
mod extension;
mod managed;
mod owner;
mod service;
mod spelling;

use super::comparison::Comparison;
use super::unmanaged::prepare_unmanaged;
use super::{Binaries, Client, Database, Failure, Scope, Scratch, Version, introspect};
use crate::catalog::Catalog;
use crate::diff::{Change, Object, What, between};
use apply::apply;
use managed::Managed;
use std::collections::BTreeSet;

/// The differences from the model (its lowered catalog) to the live database: `Removed` is what the live one lacks.
pub fn drift(wanted: &Catalog, live: &mut Client) -> Result<Vec<Change>, Failure> {
    let scratch = Scratch::start(same_version(live)?)?;
    drift_on(&scratch, wanted, live)
}

/// The same with a scratch server that is running.
pub fn drift_on(scratch: &Scratch, wanted: &Catalog, live: &mut Client) -> Result<Vec<Change>, Failure> {
    Expected::of(scratch, wanted)?.drift(live)
}

/// What a model makes of a new database: made once, held against as many live ones as there are.
pub struct Expected<'a> {
    wanted: &'a Catalog,
    before: Catalog,
    after: Catalog,
}

impl<'a> Expected<'a> {
    /// Applies the model (its lowered catalog) to a new database of the scratch server.
    pub fn of(scratch: &Scratch, wanted: &'a Catalog) -> Result<Self, Failure> {
        let database = if wanted.hints.supabase { scratch.supabase("drift")? } else { scratch.database("drift")? };
        // what somebody else owns is there before us, on a live server as well
        prepare_unmanaged(&database, wanted)?;
        let before = introspect(&mut database.client()?, &Scope::default())?;
        apply(&database, wanted)?;
        let after = introspect(&mut database.client()?, &Scope::default())?;
        Ok(Self { wanted, before, after })
    }

    /// The differences to a live database.
    pub fn drift(&self, live: &mut Client) -> Result<Vec<Change>, Failure> {
        Ok(self.against(live)?.changes)
    }

    /// The model's catalog in the live database's names, the live one's, and where they differ.
    pub fn against(&self, live: &mut Client) -> Result<Comparison, Failure> {
        let found = spelling::spelt(introspect(live, &Scope::default())?);
        let (here, there) = (owner::usual(self.wanted, &self.after), owner::usual(self.wanted, &found));
        let after = spelling::spelt(owner::renamed(self.after.clone(), here, there));
        let before = owner::renamed(self.before.clone(), here, there);
        let managed = Managed { wanted: self.wanted, before: &before, after: &after, live: &found };
        let mut changes = between(&after, &found);
        changes.retain(|change| managed.is_drift(change));
        changes.extend(extension::changes(self.wanted, &found));
        changes.extend(owner::changes(self.wanted, &after, &found));
        changes.extend(owner::blind(self.wanted, &found, live)?);
        service::settle(self.wanted, &mut changes);
        changes.extend(service::members(self.wanted, live)?);
        Ok(Comparison { from: after, to: found, changes, doubt: None })
    }

    /// What the model's SQL makes is compared, not what was there before.
    pub fn between(self, to: Expected<'_>) -> Comparison {
        let mut changes = between(&self.after, &to.after);
        let (before, after) = (objects(&self.before), objects(&to.before));
        changes.retain(|change| match change.what {
            What::Removed(_) => !before.contains(&change.object),
            What::Added(_) => !after.contains(&change.object),
            What::Changed(_) => true,
        });
        Comparison { from: self.after, to: to.after, changes, doubt: None }
    }
}

/// Everything that a catalog holds.
fn objects(catalog: &Catalog) -> BTreeSet<Object> {
    between(&Catalog::default(), catalog).into_iter().map(|change| change.object).collect()
}

/// What PostgreSQL holds once the model's SQL (its lowered catalog) was applied to an empty database, and that database.
pub fn built(wanted: &Catalog) -> Result<(Database, Catalog), Failure> {
    built_in(&Scratch::start(Version::AtLeast(wanted.hints.postgres))?, wanted)
}

/// What it holds, with a scratch server that is running.
pub fn built_on(scratch: &Scratch, wanted: &Catalog) -> Result<Catalog, Failure> {
    built_in(scratch, wanted).map(|(_, catalog)| catalog)
}

fn built_in(scratch: &Scratch, wanted: &Catalog) -> Result<(Database, Catalog), Failure> {
    let database = if wanted.hints.supabase { scratch.supabase("built")? } else { scratch.database("built")? };
    apply(&database, wanted)?;
    let catalog = introspect(&mut database.client()?, &Scope::default())?;
    Ok((database, catalog))
}

/// The major version of a server.
pub fn major_version(live: &mut Client) -> Result<u32, Failure> {
    let row = live.query_one("select current_setting('server_version_num')::int / 10000", &[]);
    let major: i32 =
        row.and_then(|row| row.try_get(0)).map_err(|error| Failure::statement(&error, "asking for the version"))?;
    Ok(u32::try_from(major).unwrap_or(0))
}

/// A server of the same major version prints in the same way; where there is none, any has to do.
pub fn same_version(live: &mut Client) -> Result<Version, Failure> {
    let same = Version::Major(major_version(live)?);
    Ok(if Binaries::find(same).is_ok() { same } else { Version::Any })
}
