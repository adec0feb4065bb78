//! INSERT: rows of every owner and on both sides of every condition, as every caller.

use super::{Bench, Context, shown};
use crate::catalog::quote_identifier;
use crate::model::{ColumnId, TableId, Verb};
use crate::oracle::{Reason, Row};
use crate::postgres::Failure;
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::{self, Fixture, Record, insert_statement};
use crate::prove::session::{Outcome, Probe, Session};
use crate::prove::shapes::Shape;
use crate::prove::values;

/// A row to insert.
#[derive(Debug, Clone)]
pub struct Attempt {
    statement: String,
    /// What the row becomes, defaults and triggers included.
    row: Row,
    record: Record,
    /// A constraint refuses it, and may be all that does: it is tried as what must not succeed.
    constrained: bool,
}

impl Attempt {
    /// What the row becomes.
    pub fn row(&self) -> &Row {
        &self.row
    }
}

/// Rows to try, rehearsed by the superuser.
pub fn attempts(
    session: &mut Session,
    context: &Context,
    fixture: &mut Fixture,
    table: TableId,
) -> Result<Vec<Attempt>, Failure> {
    let (model, shapes) = (context.model, context.shapes);
    let shape = &shapes[&table];
    let wishes = fixtures::wishes(session, model, shapes, fixture, table)?;
    let mut records: Vec<Record> = Vec::new();
    for wish in wishes {
        let filled = fixtures::fill(session, model, shape, fixture, table, &wish)?;
        let filled = unlike_others(context, table, filled);
        let (found, _) = fixtures::taken(session, model, shape, fixture, table, &wish, filled.clone())?;
        let record = found.unwrap_or(filled);
        let beyond = if records.is_empty() { beyond(session, context, table, &record)? } else { Vec::new() };
        for record in narrowed(context, table, record).into_iter().chain(beyond) {
            if !records.contains(&record) {
                records.push(record);
            }
        }
    }
    let rehearsals: Vec<Probe> = records.iter().map(|record| rehearsal(context, table, record)).collect();
    let outcomes = session.rehearse(&rehearsals)?;
    Ok(records.into_iter().zip(outcomes).map(|(record, outcome)| attempt(context, table, record, &outcome)).collect())
}

fn attempt(context: &Context, table: TableId, record: Record, outcome: &Outcome) -> Attempt {
    let shape = context.shape(table);
    let values = outcome.result.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let whole = values.map(|values| fixtures::record(shape, values));
    let constrained = whole.is_none();
    let row = fixtures::row(context.model, table, whole.as_ref().unwrap_or(&record));
    Attempt { statement: insert_statement(shape, &record), row, record, constrained }
}

/// The record, or where its key is taken, one with another row referred to in the key; owners last.
fn unlike_others(context: &Context, table: TableId, record: Record) -> Record {
    let (meaning, shape) = (context.model.table(table), context.shape(table));
    let key = |record: &Record| shape.primary_key.iter().map(|name| record.get(name).cloned()).collect::<Vec<_>>();
    let is_free = |record: &Record| !context.fixture.of(table).iter().any(|row| key(row) == key(record));
    if is_free(&record) {
        return record;
    }
    let owns = |column: &ColumnId| meaning.owners.iter().any(|link| link.column == *column);
    let mut columns: Vec<ColumnId> = shape.primary_key.iter().filter_map(|name| meaning.column_named(name)).collect();
    columns.sort_by_key(owns);
    let others = columns.iter().flat_map(|column| {
        let values = fixtures::candidates(context.model, context.shapes, &context.fixture, table, *column, true);
        values.into_iter().map(|value| with(&record, &meaning.column(*column).name, value))
    });
    others.into_iter().find(is_free).unwrap_or_else(|| record.clone())
}

fn with(record: &Record, name: &str, value: Option<String>) -> Record {
    let mut record = record.clone();
    record.insert(name.to_owned(), value);
    record
}

/// The record, and once more with only the columns that a rule of create names.
fn narrowed(context: &Context, table: TableId, record: Record) -> Vec<Record> {
    let meaning = context.model.table(table);
    let limits = limits(context, table, Verb::Create).into_iter().map(|columns| {
        let names: Vec<&str> = columns.iter().map(|column| meaning.column(*column).name.as_str()).collect();
        record.iter().filter(|(name, _)| names.contains(&name.as_str())).map(|(n, v)| (n.clone(), v.clone())).collect()
    });
    let limits: Vec<Record> = limits.collect();
    std::iter::once(record.clone()).chain(limits).collect()
}

/// Where rules limit create to some columns: the record with one more column, for each that they leave out.
fn beyond(session: &mut Session, context: &Context, table: TableId, record: &Record) -> Result<Vec<Record>, Failure> {
    let limits = limits(context, table, Verb::Create);
    let meaning = context.model.table(table);
    let narrow = narrowed(context, table, record.clone()).pop().unwrap_or_default();
    let columns =
        context.shape(table).columns.iter().filter(|column| !column.computed && !narrow.contains_key(&column.name));
    let left_out = columns.filter(|column| {
        let id = meaning.column_named(&column.name);
        id.is_some_and(|id| limits.iter().any(|limit| !limit.contains(&id)) && meaning.column(id).references.is_none())
    });
    let mut with = |column: &crate::prove::shapes::Column| {
        let mut record = narrow.clone();
        let others = values::alternatives(column, &checks_of(context.shape(table), &column.name), 5);
        let other = values::fitting(session, column, others)?.into_iter().nth(1);
        record.insert(column.name.clone(), Some(other.unwrap_or_else(|| values::sample(column, 5))));
        Ok(record)
    };
    left_out.map(&mut with).collect()
}

fn checks_of<'s>(shape: &'s Shape, column: &str) -> Vec<&'s str> {
    shape.checks.values().filter(|check| check.contains(column)).map(String::as_str).collect()
}

/// The lists of columns that rules limit a verb to.
pub fn limits(context: &Context, table: TableId, verb: Verb) -> Vec<std::collections::BTreeSet<ColumnId>> {
    use crate::model::OwnerCan;
    let meaning = context.model.table(table);
    let mut cans: Vec<&crate::model::Can> = meaning.allow.iter().map(|rule| &rule.can).collect();
    for link in &meaning.owners {
        match &link.can {
            OwnerCan::Inherit => {}
            OwnerCan::Verbs(can) => cans.push(can),
            OwnerCan::ByRole(roles) => cans.extend(roles.values()),
        }
    }
    let mut found: Vec<_> = cans.into_iter().filter_map(|can| can.get(&verb).cloned().flatten()).collect();
    found.sort();
    found.dedup();
    found
}

fn rehearsal(context: &Context, table: TableId, record: &Record) -> Probe {
    let shape = context.shape(table);
    let statement = format!("{} returning to_json({})::text", insert_statement(shape, record), shape.as_array());
    Probe { statement, fetch: true, ..Probe::default() }
}

pub fn cases(bench: &Bench) -> Vec<Case> {
    let attempts = &bench.attempts.inserts;
    bench.asking().flat_map(|asker| attempts.iter().flat_map(move |attempt| of(bench, asker, attempt))).collect()
}

fn of(bench: &Bench, asker: usize, attempt: &Attempt) -> Vec<Case> {
    let caller = &bench.askers[asker];
    let reason = bench.oracle.may_insert(caller, bench.table, &attempt.row, &bench.named(caller, &attempt.record));
    if attempt.constrained && reason.holds {
        return Vec::new();
    }
    let expect = if reason.holds { Expect::Touches(1) } else { Expect::Nothing };
    let row = shown(&attempt.record);
    let plain = bench.case(asker, "insert", attempt.statement.clone(), expect, reason.clone());
    let mut cases = vec![Case { row: row.clone(), ..plain }];
    if reason.holds {
        cases.push(Case { row, ..returning(bench, asker, attempt, reason) });
    }
    cases
}

/// INSERT … RETURNING needs to read what it made; who founds a tenant is its first member.
fn returning(bench: &Bench, asker: usize, attempt: &Attempt, reason: Reason) -> Case {
    let caller = &bench.askers[asker];
    let founded = bench.context.model.table(bench.table).members.is_some();
    let mut read = bench.oracle.may(caller, Verb::Read, bench.table, &attempt.row);
    if founded && !read.holds {
        read = bench.oracle.may_read_founded(caller, bench.table, &attempt.row);
    }
    let holds = read.holds;
    let name = super::key_columns(bench.shape()).first().map(|name| quote_identifier(name)).unwrap_or_default();
    let statement = format!("{} returning {name}", attempt.statement);
    let expect = if holds { Expect::Touches(1) } else { Expect::Nothing };
    bench.case(asker, "insert returning", statement, expect, Reason::all("insert and read back", vec![reason, read]))
}
