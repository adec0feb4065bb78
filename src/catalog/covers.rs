//! Which columns an index or key serves.

use super::{Index, Table, quote_identifier};

/// Some index or key leads with these columns, in any order.
pub fn covers(table: &Table, columns: &[String]) -> bool {
    let leads =
        |keys: &[String]| keys.get(..columns.len()).is_some_and(|keys| keys.iter().all(|key| columns.contains(key)));
    let quoted: Vec<String> = columns.iter().map(|column| quote_identifier(column)).collect();
    let index_leads = |index: &Index| {
        let leading = index.keys.get(..quoted.len());
        leading.is_some_and(|keys| keys.iter().all(|key| quoted.iter().any(|column| is_column(key, column))))
            && matches!(index.method.as_str(), "btree" | "hash")
            && !index.invalid
            && index.predicate.as_ref().is_none_or(|predicate| only_not_null(predicate, &quoted))
    };
    table.primary_key.as_ref().is_some_and(|key| leads(&key.columns))
        || table.uniques.values().any(|key| leads(&key.columns))
        || table.indexes.values().any(index_leads)
}

/// The column itself, with collation, operator class or direction perhaps.
fn is_column(key: &str, quoted: &str) -> bool {
    key.strip_prefix(quoted).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

/// `column is not null`: rows that the index leaves out refer to nothing.
fn only_not_null(predicate: &str, quoted: &[String]) -> bool {
    let text = predicate.trim_start_matches('(').trim_end_matches(')').trim();
    let tested = |column: &String| {
        let (name, test) = text.split_at_checked(column.len())?;
        let same = name == column || !column.starts_with('"') && name.eq_ignore_ascii_case(column);
        Some(same && test.split_whitespace().map(str::to_ascii_lowercase).eq(["is", "not", "null"]))
    };
    quoted.iter().any(|column| tested(column) == Some(true))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn served(keys: &[&str], predicate: Option<&str>, columns: &[&str]) -> bool {
        let keys = keys.iter().map(|key| (*key).to_owned()).collect();
        let predicate = predicate.map(str::to_owned);
        let index = Index { method: "btree".to_owned(), keys, predicate, ..Index::default() };
        let table = Table { indexes: std::iter::once(("i".to_owned(), index)).collect(), ..Table::default() };
        covers(&table, &columns.iter().map(|column| (*column).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn an_index_serves_the_columns_that_it_leads_with() {
        assert!(served(&["a", "b DESC"], None, &["b", "a"]));
        assert!(served(&["\"User Id\" text_pattern_ops"], None, &["User Id"]));
        assert!(served(&["\"User Id\""], Some("\"User Id\" is not null"), &["User Id"]));
        assert!(served(&["a"], Some("(A IS NOT NULL)"), &["a"]));
        assert!(!served(&["a"], Some("b is not null"), &["a"]));
        assert!(!served(&["b", "a"], None, &["a"]));
        assert!(!served(&["\"User\"", "a"], None, &["User Id"]));
        assert!(!served(&["ab"], None, &["a"]));
    }
}
