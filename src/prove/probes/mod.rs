//! What every caller tries with every table.

mod attacks;
mod carried;
mod delete;
mod insert;
mod obstacles;
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
use crate::model::{Access, ColumnId, GroupId, Model, Subject, TableId, TenantCreator, Verb};
use crate::oracle::{Caller, Oracle, Reason, Row};
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
}

/// Rows to insert and changes to make in one table, each rehearsed.
struct Attempts {
    inserts: Vec<insert::Attempt>,
    updates: Vec<update::Attempt>,
}

impl Attempts {
    /// What rows become.
    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.inserts.iter().map(insert::Attempt::row).chain(self.updates.iter().flat_map(update::Attempt::rows))
    }
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
        Oracle::new(self.model, &self.fixture.world, answers)
    }

    /// Makes inserts and updates ready: rehearsed as superuser, so that what a row becomes is known.
    fn rehearsed(&self, session: &mut Session, table: TableId) -> Result<Attempts, Failure> {
        // What is filled in goes on counting where the fixture stopped.
        let mut fixture = self.fixture.clone();
        let inserts = insert::attempts(session, self, &mut fixture, table)?;
        let updates = update::attempts(session, self, &mut fixture, table)?;
        Ok(Attempts { inserts, updates })
    }

    /// Everything that is tried with one table.
    pub fn cases(&self, session: &mut Session, answers: &mut Answers, table: TableId) -> Result<Vec<Case>, Failure> {
        let askers: Vec<Caller> = session.askers.iter().map(|asker| asker.caller.clone()).collect();
        let groups = telling_groups(self.model, table, 0);
        let asks = |asker: &usize| {
            let besides = &session.askers[*asker].besides;
            besides.is_empty() || !besides.is_disjoint(&groups)
        };
        let asking: Vec<usize> = (0..askers.len()).filter(asks).collect();
        let rows = self.rows(table);
        let attempts = self.rehearsed(session, table)?;
        let tried = attempts.rows().chain(&rows);
        answers.ask_of(session, table, tried)?;
        answers.settle(session, |answers| {
            let bench = Bench::new(self, self.oracle(answers), &askers, &asking, table, &rows, &attempts);
            let mut cases = select::cases(&bench);
            cases.extend(insert::cases(&bench));
            cases.extend(update::cases(&bench));
            cases.extend(delete::cases(&bench));
            cases.extend(upsert::cases(&bench));
            cases.extend(attacks::cases(&bench));
            cases.extend(carried::cases(&bench));
            cases
        })
    }

    fn rows(&self, table: TableId) -> Vec<Row> {
        self.fixture.of(table).iter().map(|record| super::fixtures::row(self.model, table, record)).collect()
    }

    fn shape(&self, table: TableId) -> &Shape {
        &self.shapes[&table]
    }
}

/// The groups that make a difference for a table: whoever is in another one besides is asked already.
fn telling_groups(model: &Model, table: TableId, depth: usize) -> BTreeSet<GroupId> {
    let meaning = model.table(table);
    let mut found: BTreeSet<GroupId> = meaning.require.values().flatten().copied().collect();
    found.extend(meaning.allow.iter().flat_map(|rule| &rule.to).filter_map(|subject| match subject {
        Subject::Group(group) => Some(*group),
        _ => None,
    }));
    if let Some(TenantCreator::Group(group)) = meaning.members.as_ref().map(|members| &members.create) {
        found.insert(*group);
    }
    if super::fixtures::conditions(model, table)
        .iter()
        .any(|condition| super::conditions::depends_on_caller(&condition.sql))
    {
        found.extend((0..model.groups.len()).map(GroupId::new));
    }
    let parents = meaning.allow.iter().filter_map(|rule| meaning.column(rule.through?).references);
    parents.filter(|_| depth < 16).for_each(|to| found.extend(telling_groups(model, to.table, depth + 1)));
    found
}

/// One table and all who ask of it.
struct Bench<'a> {
    context: &'a Context<'a>,
    oracle: Oracle<'a>,
    askers: &'a [Caller],
    /// Those of them who are asked about this table.
    asking: &'a [usize],
    table: TableId,
    rows: &'a [Row],
    attempts: &'a Attempts,
    /// Whether each caller may read each row, and whether he may update it as it is: asked again and again.
    known: Vec<Vec<Known>>,
}

struct Known {
    read: Reason,
    update: Reason,
}

impl<'a> Bench<'a> {
    fn new(
        context: &'a Context<'a>,
        oracle: Oracle<'a>,
        askers: &'a [Caller],
        asking: &'a [usize],
        table: TableId,
        rows: &'a [Row],
        attempts: &'a Attempts,
    ) -> Self {
        let may = |caller, verb, row| oracle.may(caller, verb, table, row);
        let of = |caller, row| Known { read: may(caller, Verb::Read, row), update: may(caller, Verb::Update, row) };
        let known = askers.iter().map(|caller| rows.iter().map(|row| of(caller, row)).collect()).collect();
        Self { context, oracle, askers, asking, table, rows, attempts, known }
    }

    /// Who is asked.
    fn asking(&self) -> impl Iterator<Item = usize> {
        self.asking.iter().copied()
    }

    /// The columns that an insert of this record gives a value. One that gets it anyway (a default, a trigger) counts only where
    /// nobody of his role may name it: which of the callers did cannot be told, and nothing comes of it.
    fn named(&self, caller: &Caller, record: &Record) -> Vec<ColumnId> {
        let meaning = self.context.model.table(self.table);
        let given = self.oracle.given_to_role(&caller.role, Verb::Create, self.table);
        let columns = record.iter().filter_map(|(name, value)| Some((meaning.column_named(name)?, name, value)));
        let filled: Vec<ColumnId> = meaning.filled().collect();
        let counts = |(id, name, value): &(ColumnId, &String, &Option<String>)| {
            let changed =
                !filled.contains(id) && self.shape().column(name).is_none_or(|column| column.default != **value);
            let column = meaning.column(*id);
            changed || column.read_only || column.computed || given.as_ref().is_some_and(|given| !given.contains(id))
        };
        columns.filter(counts).map(|(id, ..)| id).collect()
    }

    /// He may read the row as it is.
    fn reads(&self, asker: usize, place: usize) -> &Reason {
        &self.known[asker][place].read
    }

    /// He may update the row as it is.
    fn updates(&self, asker: usize, place: usize) -> &Reason {
        &self.known[asker][place].update
    }

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
            before: None,
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

pub(super) fn key_predicate(shape: &Shape, record: &Record) -> String {
    // Not every type of a whole row has an equality.
    let text = if shape.primary_key.is_empty() { "::text" } else { "" };
    let one = |name: &String| match record.get(name).and_then(Option::as_deref) {
        Some(value) => format!("{}{text} = {}", quote_identifier(name), literal(Some(value))),
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
