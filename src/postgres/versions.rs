//! Two servers of different versions: each prints what it holds in its own way, and knows privileges that the other does not.

use super::comparison::Doubt;
use super::drift::built_on;
use super::{Failure, Scratch, Version};
use crate::catalog::{Catalog, Extension, Grant};
use crate::diff::{Change, What, between};

/// A catalog, and the major version of the server that printed it.
pub struct Printed {
    /// What it holds.
    pub catalog: Catalog,
    /// 15, 18 …
    pub major: u32,
}

/// A catalog that was read, as a model has it: with the order in which its objects can be made.
pub type AsModel<'a> = &'a dyn Fn(&Catalog) -> Option<Catalog>;

/// The differences from the first to the second. Between versions only those count that are left when the newer server's
/// version prints the older one's objects as well: a scratch server makes them, as far as it can.
pub fn differences(from: &mut Printed, to: &mut Printed, as_model: AsModel<'_>) -> (Vec<Change>, Option<Doubt>) {
    let oldest = from.major.min(to.major);
    from.catalog = known_to(oldest, std::mem::take(&mut from.catalog));
    to.catalog = known_to(oldest, std::mem::take(&mut to.catalog));
    let mut changes = between(&from.catalog, &to.catalog);
    if from.major == to.major || changes.is_empty() {
        return (changes, None);
    }
    let older = if from.major < to.major { &from.catalog } else { &to.catalog };
    let newest = from.major.max(to.major);
    let Some(Ok(printed)) = as_model(older).map(|older| printed_by(newest, older)) else {
        return (changes, Some(Doubt { older: oldest, newer: newest }));
    };
    let left = match from.major < to.major {
        true => between(&printed, &to.catalog),
        false => between(&from.catalog, &printed),
    };
    changes.retain_mut(|change| left.iter().any(|other| shrink(change, other)));
    (changes, None)
}

/// The same objects, made by a scratch server of this version. Which versions of extensions it has is its own affair.
fn printed_by(major: u32, mut catalog: Catalog) -> Result<Catalog, Failure> {
    catalog.extensions.values_mut().for_each(|extension: &mut Extension| extension.version = None);
    built_on(&Scratch::start(Version::Major(major))?, &catalog)
}

/// Leaves of a change what is in the other as well; false when nothing is.
fn shrink(change: &mut Change, other: &Change) -> bool {
    match (&mut change.what, &other.what) {
        _ if change.object != other.object => false,
        (What::Changed(aspects), What::Changed(others)) => {
            aspects.retain(|aspect| others.iter().any(|other| other.name == aspect.name));
            !aspects.is_empty()
        }
        (What::Added(_), What::Added(_)) | (What::Removed(_), What::Removed(_)) => true,
        _ => false,
    }
}

/// Without privileges that servers of this version do not have: `all` means one more on a newer server.
fn known_to(major: u32, mut catalog: Catalog) -> Catalog {
    let known = |grant: &Grant| major >= 17 || grant.privilege != "MAINTAIN";
    catalog.tables.values_mut().for_each(|table| table.grants.retain(known));
    catalog.views.values_mut().for_each(|view| view.grants.retain(known));
    catalog.materialized_views.values_mut().for_each(|view| view.grants.retain(known));
    catalog.default_privileges.retain(|default| known(&default.grant));
    catalog
}
