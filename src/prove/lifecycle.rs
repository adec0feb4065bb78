//! The SQL itself: again changes nothing; down and up lose nothing; the plans of the policies use indexes.

use super::apply;
use super::report::Step;
use super::session::Session;
use crate::backends::sql::body_problem;
use crate::catalog::{Catalog, quote_literal};
use crate::compile::Compiled;
use crate::model::{Model, TableId, Verb};
use crate::postgres::{Client, Database, Failure, Scope, introspect};
use std::collections::BTreeMap;
use std::sync::mpsc::Receiver;

/// Runs up again, then with data down and up, once the statements that fill the tables have come; where none come, the
/// proof failed before, and that is said elsewhere.
pub fn steps(database: Database, compiled: &Compiled, rows: &Receiver<Vec<String>>) -> Result<Vec<Step>, Failure> {
    let database = &database;
    let mut client = database.superuser()?;
    let bodies = bodies(&mut client, compiled)?;
    let first = introspect(&mut client, &Scope::default())?;
    apply::up(database, compiled)?;
    let again = introspect(&mut client, &Scope::default())?;
    let mut steps = vec![
        step("bodies of functions can run", &bodies),
        step("up again changes nothing", &differences(&first, &again)),
    ];
    let Ok(statements) = rows.recv() else { return Ok(steps) };
    for statement in statements {
        client.batch_execute(&statement).map_err(|error| Failure::statement(&error, &statement))?;
    }
    let before = contents(&mut client, compiled)?;
    apply::files(database, compiled, "sql/down/")?;
    apply::up(database, compiled)?;
    let back = introspect(&mut client, &Scope::default())?;
    steps.push(step("down and up end at the same schema", &differences(&first, &back)));
    let after = contents(&mut client, compiled)?;
    let lost: Vec<String> =
        before.iter().filter(|(name, rows)| after.get(*name) != Some(rows)).map(|(name, _)| name.clone()).collect();
    steps.push(step("down and up lose no row", &lost));
    Ok(steps)
}

/// What PostgreSQL says of bodies that `up` could not have it look at: what they name was still to come.
fn bodies(client: &mut Client, compiled: &Compiled) -> Result<Vec<String>, Failure> {
    let functions = compiled.catalog.functions.values().filter(|function| function.is_checked());
    let names: Vec<String> = functions.map(|function| function.name.sql()).collect();
    client.batch_execute(body_problem()).map_err(|error| Failure::statement(&error, "making pg_temp.body_problem"))?;
    let query = "select object || ': ' || problem from unnest($1::text[]) as object, pg_temp.body_problem(object) as problem \
                 where problem is not null";
    let rows = client.query(query, &[&names]).map_err(|error| Failure::statement(&error, query))?;
    Ok(rows.iter().map(|row| row.get(0)).collect())
}

fn step(name: &str, differences: &[String]) -> Step {
    Step { name: name.to_owned(), holds: differences.is_empty(), detail: differences.join(", ") }
}

/// Number and hash of the rows of each table of ours.
fn contents(client: &mut Client, compiled: &Compiled) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    for table in compiled.catalog.tables.values().filter(|table| table.partition_of.is_none()) {
        let name = table.name.sql();
        let query = format!(
            "select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') from {name} t"
        );
        let row = client.query_one(&query, &[]).map_err(|error| Failure::statement(&error, &query))?;
        found.insert(name, row.get(0));
    }
    Ok(found)
}

/// Names of what differs between two catalogs of the same server.
fn differences(left: &Catalog, right: &Catalog) -> Vec<String> {
    let mut found = Vec::new();
    differ(&left.tables, &right.tables, "table", &mut found);
    differ(&left.functions, &right.functions, "function", &mut found);
    differ(&left.views, &right.views, "view", &mut found);
    differ(&left.materialized_views, &right.materialized_views, "materialized view", &mut found);
    differ(&left.enums, &right.enums, "enum", &mut found);
    differ(&left.domains, &right.domains, "domain", &mut found);
    differ(&left.composites, &right.composites, "composite", &mut found);
    differ(&left.sequences, &right.sequences, "sequence", &mut found);
    differ(&left.schemas, &right.schemas, "schema", &mut found);
    if found.is_empty() && left != right {
        found.push("something else in the catalog".to_owned());
    }
    found
}

fn differ<K: Ord + std::fmt::Debug, V: PartialEq>(
    left: &BTreeMap<K, V>,
    right: &BTreeMap<K, V>,
    kind: &str,
    found: &mut Vec<String>,
) {
    let changed = left.iter().filter(|(name, value)| right.get(name) != Some(value)).map(|(name, _)| name);
    let added = right.keys().filter(|name| !left.contains_key(name));
    found.extend(changed.chain(added).map(|name| format!("{kind} {name:?}")));
}

/// How each table is read by a caller who owns rows of it: never by a sub-select of every row, and where only ownership
/// gives reading, by an index.
pub fn plans(session: &mut Session, model: &Model, tables: &[TableId]) -> Result<Vec<Step>, Failure> {
    let setup = session.askers.first().map_or("select 1".to_owned(), |asker| asker.setup.clone());
    let mut steps = Vec::new();
    session.run(&format!("savepoint plans; set local enable_seqscan = off; {setup}"))?;
    for table in tables {
        let name = model.table(*table).name.sql();
        session.run("savepoint plan")?;
        // Who may not read it at all has no plan to look at.
        let text = session.column(&format!("explain (costs off) select * from {name}"));
        let text = text.map(|lines| lines.into_iter().flatten().collect::<Vec<_>>().join("\n")).unwrap_or_default();
        session.run("rollback to savepoint plan")?;
        let slow = text.contains("SubPlan") || owned_only(model, *table) && text.contains("Seq Scan");
        if slow {
            let name = format!("{name} is read by an index");
            steps.push(Step { name, holds: false, detail: quote_literal(&text) });
        }
    }
    session.run("rollback to savepoint plans; release savepoint plans")?;
    if steps.is_empty() {
        steps.push(Step { name: "plans of the policies use indexes".to_owned(), holds: true, detail: String::new() });
    }
    Ok(steps)
}

/// Nothing but ownership lets anybody read.
fn owned_only(model: &Model, table: TableId) -> bool {
    let meaning = model.table(table);
    let others = meaning.allow.iter().any(|rule| rule.can.contains_key(&Verb::Read));
    !meaning.owners.is_empty()
        && !others
        && meaning.access.is_none()
        && meaning.members.is_none()
        && meaning.membership_of.is_none()
}
