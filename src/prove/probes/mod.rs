//! What every caller tries with every table.

mod delete;
mod insert;
mod select;
mod surroundings;
mod update;
mod upsert;

use super::case::{Case, Expect};
pub use surroundings::Surroundings;

use super::conditions::Answers;
use super::fixtures::{Fixture, Record, literal};
use super::session::Session;
use super::shapes::Shape;
use crate::catalog::{Catalog, Management, quote_identifier};
use crate::model::{Access, Model, TableId};
use crate::oracle::{Caller, Oracle, Reason, Row, World};
use crate::postgres::Failure;
use std::collections::{BTreeMap, BTreeSet};

/// What all probes need to know.
pub struct Context<'a> {
    /// The model.
    pub model: &'a Model,
    /// What it compiled to.
    pub catalog: &'a Catalog,
    /// The tables as the server has them.
    pub shapes: &'a BTreeMap<TableId, Shape>,
    /// Their rows.
    pub fixture: Fixture,
    /// The same for the oracle.
    pub world: World,
    /// Changes to try, made ready once.
    pub attempts: BTreeMap<TableId, Attempts>,
}

/// Rows to insert and changes to make in one table, each rehearsed.
#[derive(Debug, Clone, Default)]
pub struct Attempts {
    /// Inserts.
    pub inserts: Vec<insert::Attempt>,
    /// Updates, by column and value.
    pub updates: Vec<update::Attempt>,
}

impl<'a> Context<'a> {
    /// Tables that are proved: ours, with row security, with no raw policy.
    pub fn proved(&self) -> Vec<TableId> {
        self.shapes.keys().copied().filter(|table| self.unproved(*table).is_none()).collect()
    }

    /// Why a table is not proved.
    pub fn unproved(&self, table: TableId) -> Option<&'static str> {
        let meaning = self.model.table(table);
        match meaning.management {
            Management::None => Some("not managed"),
            Management::Partly => Some("managed partly: others may have policies there"),
            Management::Full if meaning.raw_policies => Some("it has policies of its own in SQL"),
            Management::Full if meaning.access == Some(Access::Written) => Some("its access is written, not derived"),
            Management::Full if meaning.access == Some(Access::Open) => Some("open: it has no row security"),
            Management::Full => None,
        }
    }

    /// The oracle over the fixture.
    fn oracle(&'a self, answers: &'a Answers) -> Oracle<'a> {
        Oracle::new(self.model, &self.world, answers)
    }

    /// Makes inserts and updates ready: rehearsed as superuser, so that what a row becomes is known.
    pub fn rehearse(&mut self, session: &mut Session, tables: &[TableId]) -> Result<(), Failure> {
        for table in tables {
            let inserts = insert::attempts(session, self, *table)?;
            let updates = update::attempts(session, self, *table)?;
            self.attempts.insert(*table, Attempts { inserts, updates });
        }
        Ok(())
    }

    /// Everything that is tried with one table.
    pub fn cases(&self, session: &mut Session, answers: &mut Answers, table: TableId) -> Result<Vec<Case>, Failure> {
        let askers: Vec<Caller> = session.askers.iter().map(|asker| asker.caller.clone()).collect();
        let rows = self.rows(table);
        answers.settle(session, |answers| {
            let bench = Bench { context: self, oracle: self.oracle(answers), askers: &askers, table, rows: &rows };
            let mut cases = select::cases(&bench);
            cases.extend(insert::cases(&bench));
            cases.extend(update::cases(&bench));
            cases.extend(delete::cases(&bench));
            cases.extend(upsert::cases(&bench));
            cases
        })
    }

    /// What is tried with what surrounds the tables: privileges, sequences, views, functions, partitions, prepared
    /// statements.
    pub fn surroundings(&self, session: &mut Session, answers: &mut Answers) -> Result<Surroundings, Failure> {
        Surroundings::of(self, session, answers)
    }

    fn rows(&self, table: TableId) -> Vec<Row> {
        self.fixture.of(table).iter().map(|record| super::fixtures::row(self.model, table, record)).collect()
    }

    fn shape(&self, table: TableId) -> &Shape {
        &self.shapes[&table]
    }
}

/// One table and all who ask of it.
struct Bench<'a> {
    context: &'a Context<'a>,
    oracle: Oracle<'a>,
    askers: &'a [Caller],
    table: TableId,
    rows: &'a [Row],
}

impl Bench<'_> {
    fn shape(&self) -> &Shape {
        self.context.shape(self.table)
    }

    fn records(&self) -> &[Record] {
        self.context.fixture.of(self.table)
    }

    fn case(&self, asker: usize, action: &'static str, statement: String, expect: Expect, reason: Reason) -> Case {
        Case {
            asker,
            table: self.shape().name.clone(),
            action,
            statement,
            after: None,
            fetch: false,
            expect,
            row: String::new(),
            reason,
            split: Vec::new(),
        }
    }

    /// `id = '1' or id = '2'`
    fn predicate(&self, records: &[&Record]) -> String {
        let keys: Vec<_> = records.iter().map(|record| key_predicate(self.shape(), record)).collect();
        keys.join(" or ")
    }
}

/// What tells a row apart: its key, or all of it.
fn key_columns(shape: &Shape) -> Vec<String> {
    match shape.primary_key.is_empty() {
        true => shape.columns.iter().map(|column| column.name.clone()).collect(),
        false => shape.primary_key.clone(),
    }
}

fn key_predicate(shape: &Shape, record: &Record) -> String {
    let one = |name: &String| match record.get(name).and_then(Option::as_deref) {
        Some(value) => format!("{} = {}", quote_identifier(name), literal(Some(value))),
        None => format!("{} is null", quote_identifier(name)),
    };
    format!("({})", key_columns(shape).iter().map(one).collect::<Vec<_>>().join(" and "))
}

/// A row's key as text, as `key_sql` gives it.
fn key(shape: &Shape, record: &Record) -> String {
    let values = key_columns(shape)
        .iter()
        .map(|name| record.get(name).cloned().flatten().unwrap_or_default())
        .collect::<Vec<_>>();
    values.join("|")
}

/// The key of a row as SQL.
fn key_sql(shape: &Shape) -> String {
    let columns: Vec<_> =
        key_columns(shape).iter().map(|name| format!("coalesce({}::text, '')", quote_identifier(name))).collect();
    columns.join(" || '|' || ")
}

/// All keys that are visible, as a JSON list.
fn keys_query(shape: &Shape, from: &str, filter: &str) -> String {
    format!("select coalesce(json_agg({}), '[]')::text from {from}{filter}", key_sql(shape))
}

fn keys<'r>(shape: &Shape, records: impl Iterator<Item = &'r Record>) -> BTreeSet<String> {
    records.map(|record| key(shape, record)).collect()
}

fn shown(record: &Record) -> String {
    let some = record.iter().filter_map(|(name, value)| Some(format!("{name}={}", value.as_deref()?)));
    some.collect::<Vec<_>>().join(" ")
}
