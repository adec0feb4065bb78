//! Indexes.

use super::names::usual_index;
use super::{text, texts};
use crate::catalog::{Column, Index, QualifiedName, quote_identifier};
use crate::spec::{Entries, IndexSpec, Text};
use std::collections::BTreeMap;

/// An index of a table or materialized view.
pub(super) fn index_spec(
    relation: &QualifiedName,
    columns: &[Column],
    found: &Index,
    spelled: &dyn Fn(&str) -> String,
) -> IndexSpec {
    let keys: Vec<String> = found.keys.iter().map(|key| plain(key, columns, spelled)).collect();
    let usual = usual_index(relation, &found.keys.iter().map(|key| column_of(key, columns)).collect::<Vec<_>>());
    IndexSpec {
        name: (found.name != usual).then(|| text(&found.name)),
        columns: texts(keys),
        using: (found.method != "btree").then(|| text(&found.method)),
        predicate: found.predicate.as_deref().map(|sql| text(spelled(sql))),
        include: texts(&found.include),
        unique: found.unique,
        nulls_not_distinct: found.nulls_not_distinct,
        with: parameters(&found.with),
        comment: found.comment.as_deref().map(text),
        ..IndexSpec::default()
    }
}

/// Storage parameters.
pub(super) fn parameters(map: &BTreeMap<String, String>) -> Entries<Text> {
    map.iter().map(|(name, value)| (text(name), text(value))).collect()
}

/// A column's name as it is; everything else as SQL.
fn plain(key: &str, columns: &[Column], spelled: &dyn Fn(&str) -> String) -> String {
    let column = columns.iter().find(|column| quote_identifier(&column.name) == key);
    column.map_or_else(|| spelled(key), |column| column.name.clone())
}

/// The column of a key, or `expr`.
fn column_of(key: &str, columns: &[Column]) -> String {
    let names = |column: &&Column| {
        let sql = quote_identifier(&column.name);
        key.strip_prefix(&sql).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    columns.iter().find(names).map_or_else(|| "expr".to_owned(), |column| column.name.clone())
}
