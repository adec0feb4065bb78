//! Catalog against catalog: ordered changes, one file per kind of object.
//!
//! Both catalogs must come from servers: what PostgreSQL prints is compared as text. Hints and owners are not
//! looked at; nor is whether an object is managed.

mod change;
mod database;
mod function;
mod grant;
mod relation;
mod render;
mod table;
mod types;

pub use change::{Aspect, Change, Object, Owner, Severity, What};
pub use database::{default_privilege, raw_object};
pub use function::signature;
pub use render::{json, text};

use crate::catalog::Catalog;
use change::Changes;

/// What turns the first catalog into the second, in the order of the kinds and of the names. Empty: they are equal.
pub fn between(from: &Catalog, to: &Catalog) -> Vec<Change> {
    let mut changes = Changes::default();
    database::compare(&mut changes, from, to);
    types::compare(&mut changes, from, to);
    function::compare(&mut changes, from, to);
    table::compare(&mut changes, from, to);
    relation::compare(&mut changes, from, to);
    changes.list
}
