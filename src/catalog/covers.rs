//! Which columns an index or key serves.

use super::{Index, Table, quote_identifier};

/// Some index or key leads with these columns, in any order.
pub fn covers(table: &Table, columns: &[String]) -> bool {
    let leads =
        |keys: &[String]| keys.get(..columns.len()).is_some_and(|keys| keys.iter().all(|key| columns.contains(key)));
    let quoted: Vec<String> = columns.iter().map(|column| quote_identifier(column)).collect();
    let index_leads = |index: &Index| {
        let first = |key: &String| key.split(' ').next().unwrap_or_default().to_owned();
        let keys: Vec<String> = index.keys.iter().map(first).collect();
        keys.get(..quoted.len()).is_some_and(|keys| keys.iter().all(|key| quoted.contains(key)))
            && matches!(index.method.as_str(), "btree" | "hash")
            && index.predicate.as_ref().is_none_or(|predicate| only_not_null(predicate, &quoted))
    };
    table.primary_key.as_ref().is_some_and(|key| leads(&key.columns))
        || table.uniques.values().any(|key| leads(&key.columns))
        || table.indexes.values().any(index_leads)
}

/// `column is not null`: rows that the index leaves out refer to nothing.
fn only_not_null(predicate: &str, columns: &[String]) -> bool {
    let words = predicate.trim_start_matches('(').trim_end_matches(')').to_ascii_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    matches!(words.as_slice(), [column, "is", "not", "null"] if columns.iter().any(|name| name.to_ascii_lowercase() == *column))
}
