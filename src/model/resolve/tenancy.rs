//! `tenancy: {carry: true}` — asks every chain to carry its end, where it can be carried.

use super::scene::Scene;
use crate::model::{Carry, Principal, Table};
use crate::spec::CarrySpec;

/// Sets `carry` on the links of chains that do not say otherwise.
pub(super) fn carry_chains(scene: &Scene<'_>, principals: &[Principal], tables: &mut [Table]) {
    if !scene.spec.tenancy.carry.as_ref().is_some_and(|carry| carry.value) {
        return;
    }
    let chains: Vec<usize> = (0..tables.len()).filter(|index| is_chain(principals, tables, *index)).collect();
    for index in chains {
        let declined = scene.drafts[index].owner.is_some_and(|owner| {
            owner.links.iter().any(|link| matches!(&link.carry, Some(carry) if carry.value == CarrySpec::Flag(false)))
        });
        if let Some(link) = tables[index].owners.first_mut().filter(|_| !declined) {
            link.carry.get_or_insert(Carry::New);
        }
    }
}

/// One owner over a reference that is never NULL, to a table whose owner is another than its own key, and so on up to
/// the end.
fn is_chain(principals: &[Principal], tables: &[Table], index: usize) -> bool {
    let mut here = index;
    // A circle is said elsewhere; here it ends after as many steps as there are tables.
    for step in 0..=tables.len() {
        let [link] = tables[here].owners.as_slice() else { return false };
        let column = tables[here].column(link.column);
        let own_key = link.own_key || step > 0 && tables[here].primary_key == [link.column];
        let Some(reference) = column.references.filter(|_| !own_key && column.not_null) else { return false };
        let target = &tables[reference.table.index()];
        if target.members.is_some() || principals.iter().any(|principal| principal.table == target.id) {
            return step > 0;
        }
        here = target.id.index();
    }
    false
}
