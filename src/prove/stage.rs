//! A database that the model was applied to, filled; and who is to ask there.

use super::callers::{self, Asker};
use super::fixtures::{self, Fixture};
use super::session::Session;
use super::shapes::{self, Shape};
use crate::compile::Compiled;
use crate::model::{GroupId, Model, PrincipalId, TableId};
use crate::postgres::{Database, Failure};
use std::collections::BTreeMap;

/// What is known of a filled database.
pub struct Stage {
    /// Its tables.
    pub shapes: BTreeMap<TableId, Shape>,
    /// Their rows.
    pub fixture: Fixture,
    /// Who asks.
    pub askers: Vec<Asker>,
}

impl Stage {
    /// Fills the tables, and stays connected no longer than that.
    pub fn set(database: &Database, compiled: &Compiled) -> Result<Self, Failure> {
        let model = &compiled.model;
        let mut session = Session::begin(database.superuser()?, &search_path(compiled))?;
        let shapes = shapes::read(&mut session, model)?;
        let fixture = fixtures::build(&mut session, model, &shapes)?;
        let askers = callers::all(&mut session, model, &fixture)?;
        session.commit()?;
        Ok(Self { shapes, fixture, askers })
    }
}

/// Where names without a schema are looked for.
pub fn search_path(compiled: &Compiled) -> String {
    format!("{}, public, extensions", compiled.model.base.hints.default_schema)
}

/// Groups that no caller is in, and principals that none is.
pub fn uncovered(model: &Model, askers: &[Asker]) -> Vec<String> {
    let groups = model.groups.iter().enumerate();
    let groups =
        groups.filter(|(index, _)| !askers.iter().any(|asker| asker.caller.groups.contains(&GroupId::new(*index))));
    let groups = groups.map(|(_, group)| format!("no caller could be made that is in the group {}", group.name));
    let principals = model.principals.iter().enumerate();
    let principals = principals
        .filter(|(index, _)| !askers.iter().any(|asker| asker.caller.ids.contains_key(&PrincipalId::new(*index))));
    let principals = principals.map(|(_, one)| format!("no caller could be made that is a {}", one.name));
    groups.chain(principals).collect()
}

/// The roles that applying a model makes where they are missing.
pub fn roles(compiled: &Compiled) -> Vec<String> {
    let own = compiled.catalog.roles.keys().cloned();
    let before = if compiled.catalog.hints.supabase { crate::postgres::supabase::ROLES } else { &[] };
    own.chain(before.iter().map(|role| (*role).to_owned())).collect()
}
