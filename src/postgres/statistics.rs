//! How a live database is used.

use super::Failure;
use crate::catalog::{ExtensionVersions, IndexUse, QualifiedName, Statistics, TableRoom};
use postgres::{Client, Transaction};
use serde::Deserialize;

/// Schema, table, index, rows, reads, bytes.
type UnusedIndex = (String, String, String, i64, i64, i64);

#[derive(Deserialize)]
struct Row {
    unused: Option<Vec<UnusedIndex>>,
    bloated: Option<Vec<(String, String, i64, i64)>>,
    extensions: Option<Vec<(String, String, String)>>,
    slots: Option<Vec<String>>,
}

/// Reads the server's statistics. What the role may not see is left out.
pub fn statistics(client: &mut Client) -> Result<Statistics, Failure> {
    let failed = |error: &postgres::Error| Failure::statement(error, "reading statistics");
    let begin = client.build_transaction().read_only(true).start();
    let mut transaction = begin.map_err(|error| failed(&error))?;
    let row = transaction.query_one(include_str!("queries/statistics.sql"), &[]).map_err(|error| failed(&error))?;
    let text: &str = row.try_get(0).map_err(|error| failed(&error))?;
    let row: Row = serde_json::from_str(text).map_err(|error| {
        Failure::new(
            crate::diagnostics::Code::StatementFailed,
            format!("the statistics hold something unknown: {error}"),
        )
    })?;
    let mut found = row.statistics();
    found.public_buckets = public_buckets(&mut transaction).unwrap_or_default();
    found.anonymous_accounts = anonymous_accounts(&mut transaction).unwrap_or_default();
    Ok(found)
}

impl Row {
    fn statistics(self) -> Statistics {
        let unused = self.unused.unwrap_or_default().into_iter();
        let bloated = self.bloated.unwrap_or_default().into_iter();
        let extensions = self.extensions.unwrap_or_default().into_iter();
        Statistics {
            unused_indexes: unused
                .map(|(schema, name, index, rows, reads, bytes)| IndexUse {
                    table: QualifiedName { schema, name },
                    index,
                    rows,
                    reads,
                    bytes,
                })
                .collect(),
            bloated: bloated
                .map(|(schema, name, bytes, needed)| TableRoom { table: QualifiedName { schema, name }, bytes, needed })
                .collect(),
            outdated_extensions: extensions
                .map(|(name, installed, available)| ExtensionVersions { name, installed, available })
                .collect(),
            abandoned_slots: self.slots.unwrap_or_default(),
            ..Statistics::default()
        }
    }
}

/// Not every database has a storage, and not every role may look at it.
fn public_buckets(transaction: &mut Transaction<'_>) -> Option<Vec<String>> {
    readable(transaction, "storage.buckets", "public")?;
    let rows = transaction.query("select id from storage.buckets where public order by id", &[]).ok()?;
    rows.iter().map(|row| row.try_get(0).ok()).collect()
}

fn anonymous_accounts(transaction: &mut Transaction<'_>) -> Option<i64> {
    readable(transaction, "auth.users", "is_anonymous")?;
    transaction.query_one("select count(*) from auth.users where is_anonymous", &[]).ok()?.try_get(0).ok()
}

/// The column is there and may be read.
fn readable(transaction: &mut Transaction<'_>, table: &str, column: &str) -> Option<()> {
    let query = "select exists (select from pg_attribute where attrelid = to_regclass($1) and attname = $2 \
        and has_column_privilege(attrelid, attnum, 'select'))";
    let row = transaction.query_one(query, &[&table, &column]).ok()?;
    row.try_get::<_, bool>(0).ok()?.then_some(())
}
