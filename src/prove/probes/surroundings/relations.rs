//! Other ways to the same rows: views, partitions by themselves, a prepared statement run by one caller after another.

use super::super::{Context, keys, keys_query};
use crate::catalog::View;
use crate::model::{TableId, Verb};
use crate::oracle::{Caller, Oracle, Reason};
use crate::postgres::Failure;
use crate::prove::case::{Case, Expect};
use crate::prove::report::Mismatch;
use crate::prove::session::{Probe, Session};
use std::collections::BTreeSet;

/// A view that runs as its caller shows what its query shows him.
pub fn views(views: &[View], session: &mut Session) -> Result<Vec<Mismatch>, Failure> {
    let mut found = Vec::new();
    for view in views {
        for asker in 0..session.askers.len() {
            found.extend(seen_through(session, view, asker)?);
        }
    }
    Ok(found)
}

fn seen_through(session: &mut Session, view: &View, asker: usize) -> Result<Option<Mismatch>, Failure> {
    let all = |from: String| format!("select coalesce(json_agg(v::text order by v::text), '[]')::text from {from} v");
    let statements = [all(view.name.sql()), all(format!("({}\n)", view.query))];
    let probes: Vec<Probe> = statements
        .iter()
        .map(|statement| Probe { asker, statement: statement.clone(), fetch: true, ..Probe::default() })
        .collect();
    let outcomes = session.probe(&probes)?;
    if outcomes[0].state.is_some() || outcomes[0].result == outcomes[1].result {
        return Ok(None);
    }
    let caller = &session.askers[asker];
    let query = outcomes[1].result.clone().unwrap_or_else(|| outcomes[1].message.clone());
    Ok(Some(Mismatch {
        caller: caller.caller.name.clone(),
        table: view.name.sql(),
        action: "select from a view".to_owned(),
        reproduce: format!("begin;\n{};\nselect * from {};\nrollback;", caller.setup, view.name.sql()),
        row: String::new(),
        expected: format!("what its query shows him: {query}"),
        got: outcomes[0].result.clone().unwrap_or_default(),
        reason: Reason::fact(false, "a view shows to a caller what its tables show him"),
    }))
}

/// Each proved table's partitions.
pub fn children(context: &Context, session: &mut Session) -> Result<Vec<(TableId, String)>, Failure> {
    let mut found = Vec::new();
    for table in context.proved() {
        let name = crate::catalog::quote_literal(&context.shape(table).name);
        let query = format!("select relid::regclass::text from pg_catalog.pg_partition_tree({name}) where level > 0");
        found.extend(session.column(&query)?.into_iter().flatten().map(|child| (table, child)));
    }
    Ok(found)
}

/// One statement for each table: its name, and what prepares it.
pub fn prepared(context: &Context) -> Vec<(String, String)> {
    let one = |table: TableId| {
        let (shape, name) = (context.shape(table), statement_name(table));
        let prepare = format!("prepare {name} as {}", keys_query(shape, &shape.name, ""));
        (name, prepare)
    };
    context.proved().into_iter().map(one).collect()
}

fn statement_name(table: TableId) -> String {
    format!("schemagen_{}", table.index())
}

pub fn cases(context: &Context, oracle: &Oracle, askers: &[Caller], children: &[(TableId, String)]) -> Vec<Case> {
    let mut cases = Vec::new();
    for table in context.proved() {
        for (asker, caller) in askers.iter().enumerate() {
            let readable = readable(context, oracle, caller, table);
            let own = children.iter().filter(|(parent, _)| *parent == table);
            for (_, child) in own {
                let query = keys_query(context.shape(table), child, "");
                cases.push(case(
                    asker,
                    child,
                    "select from a partition",
                    query,
                    Expect::Within(readable.clone()),
                    true,
                ));
                if caller.role != context.model.base.hints.service {
                    cases.push(case(
                        asker,
                        child,
                        "delete from a partition",
                        format!("delete from {child}"),
                        Expect::Nothing,
                        false,
                    ));
                }
            }
            let statement = format!("execute {}", statement_name(table));
            cases.push(case(
                asker,
                &context.shape(table).name,
                "prepared select",
                statement,
                Expect::Exactly(readable),
                true,
            ));
        }
    }
    cases
}

fn readable(context: &Context, oracle: &Oracle, caller: &Caller, table: TableId) -> BTreeSet<String> {
    let shape = context.shape(table);
    let rows = context.rows(table);
    let records = context.fixture.of(table).iter().zip(&rows);
    let seen = records.filter(|(_, row)| oracle.may(caller, Verb::Read, table, row).holds);
    keys(shape, seen.map(|(record, _)| record))
}

fn case(asker: usize, table: &str, action: &'static str, statement: String, expect: Expect, fetch: bool) -> Case {
    let reason = Reason::fact(true, "another way to the rows shows no more than the table does");
    Case {
        asker,
        table: table.to_owned(),
        action,
        statement,
        before: None,
        after: None,
        fetch,
        expect,
        row: String::new(),
        reason,
        split: Vec::new(),
    }
}
