//! What PostgreSQL prints in two ways, in one of them.

use crate::catalog::Catalog;
use crate::postgres::introspect::expression::cast_outside;

/// A catalog whose expressions are spelt as PostgreSQL prints them when they are new: see [`cast_outside`].
pub(super) fn spelt(mut catalog: Catalog) -> Catalog {
    let again = |text: &mut String| *text = cast_outside(text);
    for table in catalog.tables.values_mut() {
        table
            .columns
            .iter_mut()
            .flat_map(|column| [&mut column.default, &mut column.generated])
            .flatten()
            .for_each(again);
        table.checks.iter_mut().for_each(|(_, check)| again(&mut check.expression));
        for (_, index) in table.indexes.iter_mut() {
            index.keys.iter_mut().chain(&mut index.predicate).for_each(again);
        }
        for (_, policy) in table.policies.iter_mut() {
            policy.using.iter_mut().chain(&mut policy.check).for_each(again);
        }
    }
    catalog.domains.values_mut().flat_map(|domain| domain.checks.values_mut()).for_each(again);
    catalog
}
