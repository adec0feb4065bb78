//! Indexes that are the same as another index or key.

use crate::audit::{Context, Findings};
use crate::catalog::{Index, quote_identifier};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        let keys: Vec<_> = table.primary_key.iter().chain(table.uniques.values()).collect();
        let indexes: Vec<&Index> = table.indexes.values().collect();
        for (position, index) in indexes.iter().enumerate() {
            let like_key = keys.iter().find(|key| {
                let columns: Vec<String> = key.columns.iter().map(|column| quote_identifier(column)).collect();
                index.method == "btree"
                    && index.predicate.is_none()
                    && index.keys == columns
                    && index.include == key.include
            });
            let like_index = indexes.iter().take(position).find(|other| same(other, index));
            let twin = like_key.map(|key| &key.name).or(like_index.map(|other| &other.name));
            if let Some(twin) = twin {
                let fix = format!(
                    "drop index concurrently {}.{};",
                    quote_identifier(&table.name.schema),
                    quote_identifier(&index.name)
                );
                found.add(format!("index {} on {}", index.name, table.name), format!("it is the same as {twin}"), fix);
            }
        }
    }
}

fn same(left: &Index, right: &Index) -> bool {
    (&left.method, &left.keys, &left.include, &left.predicate, left.unique)
        == (&right.method, &right.keys, &right.include, &right.predicate, right.unique)
}
