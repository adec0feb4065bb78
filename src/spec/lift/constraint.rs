//! Keys, checks and exclusions of a table.

use super::foreign_key::{deferrable, written_columns};
use super::names::Names;
use super::{Lift, scan, text, texts};
use crate::catalog::{Exclusion, Key, QualifiedName, Table};
use crate::spec::{CheckSpec, Entries, ExcludeSpec, KeySpec};

/// A primary key or unique constraint.
pub(super) fn key_spec(names: &Names, table: &QualifiedName, found: &Key, label: &str) -> KeySpec {
    let columns = if label == "pkey" { &[] } else { found.columns.as_slice() };
    KeySpec {
        name: names.unless_usual(&found.name, table, columns, label).map(text),
        columns: texts(&found.columns),
        include: texts(&found.include),
        nulls_not_distinct: found.nulls_not_distinct,
        deferrable: deferrable(found.deferral),
        comment: found.comment.as_deref().map(text),
        ..KeySpec::default()
    }
}

impl Lift<'_> {
    /// Checks that no column says.
    pub(super) fn checks(&self, table: &Table) -> Entries<CheckSpec> {
        let folded = |name: &String| {
            written_columns(table)
                .iter()
                .any(|column| self.own_check(table, column).is_some_and(|check| check.name == *name))
        };
        let rest = table.checks.values().filter(|check| !check.not_valid && !folded(&check.name));
        let spec = |check: &crate::catalog::Check| CheckSpec {
            expression: text(self.spelled(&table.name, "check", &check.name, &check.expression)),
            no_inherit: check.no_inherit,
            comment: check.comment.as_deref().map(text),
            ..CheckSpec::default()
        };
        rest.map(|check| (text(&check.name), spec(check))).collect()
    }
}

/// `USING gist (room WITH =, during WITH &&) WHERE (…)` taken apart.
pub(super) fn exclusion(found: &Exclusion) -> Option<ExcludeSpec> {
    let rest = found.definition.strip_prefix("USING ")?;
    let (method, _) = rest.split_once(' ')?;
    let (elements, rest) = scan::group(rest)?;
    let element = |part: &str| {
        let (key, operator) = part.rsplit_once(" WITH ")?;
        Some((text(scan::unquoted(key)), text(operator)))
    };
    let elements: Option<Entries<_>> = scan::parts(elements).into_iter().map(element).collect();
    let predicate = match rest.trim() {
        "" => None,
        rest => Some(text(scan::group(rest.strip_prefix("WHERE ")?)?.0)),
    };
    Some(ExcludeSpec {
        name: Some(text(&found.name)),
        using: (method != "gist").then(|| text(method)),
        elements: elements?,
        predicate,
        deferrable: deferrable(found.deferral),
        comment: found.comment.as_deref().map(text),
        ..ExcludeSpec::default()
    })
}
