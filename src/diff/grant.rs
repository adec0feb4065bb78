//! Privileges: one change for each role of an object.

use super::change::{Aspect, Changes, Object, Owner, Severity, What};
use crate::catalog::{Grant, quote_identifier};
use std::collections::{BTreeMap, BTreeSet};

/// Compares the privileges on one object.
pub fn compare(changes: &mut Changes, of: &Owner, from: &[Grant], to: &[Grant]) {
    let (old, new) = (by_role(from), by_role(to));
    let roles: BTreeSet<&str> = old.keys().chain(new.keys()).copied().collect();
    for role in roles {
        let (from, to) = (old.get(role).cloned(), new.get(role).cloned());
        if from == to {
            continue;
        }
        let object = Object { kind: "privileges", name: role.to_owned(), of: of.clone() };
        let what = match (from, to) {
            (None, Some(list)) => What::Added(list),
            (Some(list), None) => What::Removed(list),
            (from, to) => What::Changed(vec![Aspect { name: "privileges", from, to }]),
        };
        changes.add(object, what, Severity::Security);
    }
}

fn by_role(grants: &[Grant]) -> BTreeMap<&str, String> {
    let mut sorted: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    grants.iter().for_each(|grant| {
        sorted.entry(&grant.role).or_default().insert(privilege(grant));
    });
    sorted.into_iter().map(|(role, list)| (role, list.into_iter().collect::<Vec<_>>().join(", "))).collect()
}

/// `UPDATE (a, b) WITH GRANT OPTION`
pub fn privilege(grant: &Grant) -> String {
    let mut columns: Vec<String> = grant.columns.iter().map(|column| quote_identifier(column)).collect();
    columns.sort();
    let columns = if columns.is_empty() { String::new() } else { format!(" ({})", columns.join(", ")) };
    format!("{}{columns}{}", grant.privilege, if grant.grant_option { " WITH GRANT OPTION" } else { "" })
}
