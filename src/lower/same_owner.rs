//! `same_owner`: the row referred to belongs to whom this row belongs to.

use super::context::Context;
use super::narrow::Narrowing;
use crate::model::Table;

/// What `same_owner` narrows where no key can say it.
pub fn narrowings(_context: &Context<'_>, _table: &Table) -> Vec<Narrowing> {
    Vec::new()
}
