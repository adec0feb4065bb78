//! Indexes.

use super::{names, storage_parameters};
use crate::catalog::{Index, QualifiedName, quote_identifier};

/// `create unique index idx_jobs_user on public.jobs using btree (user_id) where …`
pub fn create_index(index: &Index, table: &QualifiedName) -> String {
    format!("{}{}", create_index_head(index, table), index_body(index))
}

/// What stands before the access method.
pub fn create_index_head(index: &Index, table: &QualifiedName) -> String {
    let unique = if index.unique { "unique " } else { "" };
    format!("create {unique}index {} on {} ", quote_identifier(&index.name), table.sql())
}

fn index_body(index: &Index) -> String {
    let method = if index.method.is_empty() { "btree" } else { &index.method };
    let mut text = format!("using {} ({})", quote_identifier(method), index.keys.join(", "));
    if !index.include.is_empty() {
        text.push_str(&format!(" include ({})", names(&index.include)));
    }
    if index.nulls_not_distinct {
        text.push_str(" nulls not distinct");
    }
    text.push_str(&storage_parameters(&index.with));
    if let Some(predicate) = &index.predicate {
        text.push_str(&format!(" where {predicate}"));
    }
    text
}
