//! An index that another index or key already is.

use crate::catalog::{self, Index, quote_identifier};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        let Some(structure) = model.base.tables.get(&table.name) else { continue };
        for index in structure.indexes.values() {
            if let Some(other) = same_as(structure, index) {
                let message = format!("the index `{}` is the same as `{other}`", index.name);
                let finding = Diagnostic::new(Code::DuplicateIndex, table.span, message);
                found.push(finding.help("remove it: writes pay for both"));
            }
        }
    }
    found
}

/// A key over the very columns, or an index before it by name that is the same.
fn same_as<'a>(table: &'a catalog::Table, index: &Index) -> Option<&'a str> {
    let plain = index.method == "btree" && index.predicate.is_none() && index.include.is_empty() && !index.unique;
    let keys = table.primary_key.iter().chain(table.uniques.values());
    let is_key = |key: &&catalog::Key| {
        plain && key.columns.iter().map(|name| quote_identifier(name)).eq(index.keys.iter().cloned())
    };
    let twin = |other: &&Index| {
        other.name < index.name
            && other.keys == index.keys
            && other.method == index.method
            && other.predicate == index.predicate
            && other.include == index.include
            && (other.unique || !index.unique)
    };
    let key = keys.into_iter().find(is_key).map(|key| key.name.as_str());
    key.or_else(|| table.indexes.values().find(twin).map(|other| other.name.as_str()))
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_twins() {
        let model = |indexes: &str| {
            said(&format!(
                "tables: {{t: {{access: shared, indexes: [{indexes}], columns: {{id: {{type: uuid, primary_key: true}}, n: integer}}}}}}"
            ))
        };
        assert_eq!(model("[id]"), ["SG312 t"]);
        assert_eq!(model("[n], {columns: [n], name: other}"), ["SG312 t"]);
        assert_eq!(model("[n], [n, id]"), Vec::<String>::new());
    }
}
