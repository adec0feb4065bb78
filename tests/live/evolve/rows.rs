//! What is in the tables, and rows that are written in between.

use super::step::Step;
use schemagen::postgres::{Client, Database};
use std::collections::BTreeMap;

/// Every value by table and column, as an ordered hash; with how many rows there are.
#[derive(Debug, PartialEq)]
pub struct Values(BTreeMap<String, (i64, BTreeMap<String, String>)>);

impl Values {
    pub fn of(database: &Database) -> Self {
        let mut client = database.superuser().unwrap();
        Self(tables(&mut client).into_iter().map(|table| (table.clone(), columns(&mut client, &table))).collect())
    }

    /// Every column that is still there has its values, under its new name as well.
    pub fn assert_kept(&self, after: &Self, step: &Step, when: &str) {
        for (table, (count, columns)) in &self.0 {
            let Some((now, found)) = after.0.get(step.table(table)) else {
                assert!(step.removes(table, None), "table {table} is gone: {when}");
                continue;
            };
            assert_eq!(count, now, "rows of {table}: {when}");
            for (column, hash) in columns.iter().filter(|(column, _)| !step.changes(table, column)) {
                match found.get(step.column(table, column)) {
                    Some(other) => assert_eq!(hash, other, "values of {table}.{column}: {when}"),
                    None => assert!(step.removes(table, Some(column)), "{table}.{column} is gone: {when}"),
                }
            }
        }
    }
}

fn tables(client: &mut Client) -> Vec<String> {
    let found = client.query(
        "select c.oid::regclass::text from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = 'public' order by 1",
        &[],
    );
    found.unwrap().iter().map(|row| row.get(0)).collect()
}

fn names(client: &mut Client, table: &str, condition: &str) -> Vec<String> {
    let statement = format!(
        "select attname::text from pg_catalog.pg_attribute where attrelid = $1::text::regclass and attnum > 0 and not attisdropped {condition} order by attnum"
    );
    client.query(&statement, &[&table]).unwrap().iter().map(|row| row.get(0)).collect()
}

fn columns(client: &mut Client, table: &str) -> (i64, BTreeMap<String, String>) {
    // a trigger moves it whenever a row is written
    let names = names(client, table, "and attname <> 'updated_at'");
    let hash = |name: &String| {
        format!(
            "md5(coalesce(string_agg(coalesce(t.\"{name}\"::text, 'null'), ',' order by t.\"{name}\"::text collate \"C\"), ''))"
        )
    };
    let list: Vec<String> = names.iter().map(hash).collect();
    let row = client.query_one(&format!("select count(*), {} from {table} as t", list.join(", ")), &[]).unwrap();
    (row.get(0), names.into_iter().enumerate().map(|(place, name)| (name, row.get(place + 1))).collect())
}

/// A copy of some row of every table with a key of its own, and the same values once more into every row; gives how many rows
/// could be copied. Unique keys refuse some.
pub fn write(database: &Database) -> usize {
    let mut client = database.superuser().unwrap();
    let mut written = 0;
    for table in tables(&mut client) {
        let names = names(&mut client, &table, "and attgenerated = '' and attidentity = ''");
        let values: Vec<String> = names
            .iter()
            .map(|name| if name == "id" { "gen_random_uuid()".to_owned() } else { format!("t.\"{name}\"") })
            .collect();
        if names.is_empty() {
            continue;
        }
        let list: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
        let copy =
            format!("insert into {table} ({}) select {} from {table} as t limit 1", list.join(", "), values.join(", "));
        written += usize::try_from(client.execute(&copy, &[]).unwrap_or(0)).unwrap();
        let _ = client.execute(&format!("update {table} set {0} = {0}", list[0]), &[]);
    }
    written
}
