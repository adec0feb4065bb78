//! Extensions: which version there is depends on the server; where the model names one, it is the lowest that will do.

use crate::catalog::{Catalog, Extension};
use crate::diff::{Aspect, Change, Object, Owner, Severity, What};

/// Extensions that are older than the model wants them.
pub fn changes(wanted: &Catalog, live: &Catalog) -> Vec<Change> {
    let pairs = wanted.extensions.values().filter_map(|named| Some((named, live.extensions.get(&named.name)?)));
    let older = pairs.filter(|(named, found)| numbers(found.version.as_ref()) < numbers(named.version.as_ref()));
    older.map(|(named, found)| change(named, found)).collect()
}

/// `1.6` as up compares it: number by number.
fn numbers(version: Option<&String>) -> Vec<u64> {
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0);
    version.map(|version| version.split('.').map(digits).collect()).unwrap_or_default()
}

fn change(named: &Extension, found: &Extension) -> Change {
    let version = Aspect { name: "version", from: named.version.clone(), to: found.version.clone() };
    let object = Object { kind: "extension", name: named.name.clone(), of: Owner::Database };
    Change { object, what: What::Changed(vec![version]), severity: Severity::Structure }
}
