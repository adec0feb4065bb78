//! UPDATE: every row by every column, as every caller; with a predicate and without.

use super::{Bench, Context, key_predicate, keys, keys_query, shown};
use crate::catalog::quote_identifier;
use crate::model::{ColumnId, TableId, Verb};
use crate::oracle::{Reason, Row};
use crate::postgres::Failure;
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::{self, Fixture, Record, literal};
use crate::prove::session::{Outcome, Probe, Session};
use crate::prove::shapes::Column;
use crate::prove::values;

/// One column set to one value.
#[derive(Debug, Clone)]
struct Change {
    column: ColumnId,
    name: String,
    value: Option<String>,
}

impl Change {
    /// `update t set c = 'v'`
    fn statement(&self, table: &str) -> String {
        format!("update {table} set {} = {}", quote_identifier(&self.name), literal(self.value.as_deref()))
    }
}

/// A change of every row.
#[derive(Debug, Clone)]
pub struct Attempt {
    change: Change,
    /// What each row becomes; `None` where nothing changes.
    rows: Vec<Option<Row>>,
    /// A constraint refuses it in this row, and may be all that does.
    constrained: Vec<bool>,
    /// All rows can take it in one statement.
    together: bool,
}

impl Attempt {
    /// What rows become.
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.rows.iter().flatten()
    }
}

/// Values to try in every column that may be written at all, rehearsed on every row.
pub fn attempts(
    session: &mut Session,
    context: &Context,
    fixture: &mut Fixture,
    table: TableId,
) -> Result<Vec<Attempt>, Failure> {
    let shape = &context.shapes[&table];
    let meaning = context.model.table(table);
    let mut changes = Vec::new();
    for column in shape.columns.iter().filter(|column| !column.computed) {
        let Some(id) = meaning.column_named(&column.name) else { continue };
        let values = values_of(session, context, fixture, table, id, column)?;
        changes.extend(values.into_iter().map(|value| Change { column: id, name: column.name.clone(), value }));
    }
    let rehearsed = rehearse(session, context, table, &changes)?;
    let attempt = |(change, (rows, constrained)): (Change, Rehearsed)| {
        let together = !shape.unique_columns.contains(&change.name);
        rows.iter().any(Option::is_some).then_some(Attempt { change, rows, constrained, together })
    };
    Ok(changes.into_iter().zip(rehearsed).filter_map(attempt).collect())
}

/// Other rows to refer to; values that the conditions tell apart; else one other value.
fn values_of(
    session: &mut Session,
    context: &Context,
    fixture: &mut Fixture,
    table: TableId,
    id: ColumnId,
    column: &Column,
) -> Result<Vec<Option<String>>, Failure> {
    let meaning = context.model.table(table);
    if meaning.column(id).references.is_some() {
        let mut found = fixtures::candidates(context.model, context.shapes, fixture, table, id, false);
        // A row that is not there: only its key stands against it.
        fixture.serial += 1;
        found.push(Some(values::sample(column, fixture.serial)));
        return Ok(found);
    }
    fixture.serial += 1;
    let sample = values::sample(column, fixture.serial);
    if let Some(condition) = fixtures::telling(context.model, table, &column.name) {
        let shape = context.shape(table);
        let checks = shape.checks.values().filter(|check| check.contains(&column.name)).map(String::as_str);
        let texts: Vec<&str> = condition.iter().map(String::as_str).chain(checks).collect();
        let mut found: Vec<Option<String>> = if column.not_null { Vec::new() } else { vec![None] };
        let others = values::alternatives(column, &texts, fixture.serial);
        found.extend(values::fitting(session, column, others)?.into_iter().map(Some));
        if found.len() < 2 {
            found.push(Some(sample));
        }
        found.truncate(5);
        return Ok(found);
    }
    let checks: Vec<&str> =
        context.shape(table).checks.values().filter(|check| check.contains(&column.name)).map(String::as_str).collect();
    let others = values::alternatives(column, &checks, 3);
    let fitting = values::fitting(session, column, std::iter::once(sample).chain(others))?;
    if fitting.is_empty() {
        let (table, name, kind) = (&context.shape(table).name, &column.name, &column.data_type);
        fixture.gaps.push(format!("no value of {kind} could be found: no update of {table}.{name} was tried"));
    }
    // The first that a check names is often the default, and changes nothing.
    Ok(fitting.into_iter().step_by(2).take(if checks.is_empty() { 1 } else { 2 }).map(Some).collect())
}

/// What each row becomes, and whether a constraint refuses it.
type Rehearsed = (Vec<Option<Row>>, Vec<bool>);

/// Makes every change in every row, and undoes it.
fn rehearse(
    session: &mut Session,
    context: &Context,
    table: TableId,
    changes: &[Change],
) -> Result<Vec<Rehearsed>, Failure> {
    let shape = context.shape(table);
    let records = context.fixture.of(table);
    let probe = |change: &Change, record| Probe {
        statement: format!(
            "{} where {} returning to_json({})::text",
            change.statement(&shape.name),
            key_predicate(shape, record),
            shape.as_array()
        ),
        fetch: true,
        ..Probe::default()
    };
    let probes = changes.iter().flat_map(|change| records.iter().map(move |record| probe(change, record)));
    let mut outcomes = session.rehearse(&probes.collect::<Vec<_>>())?.into_iter();
    let rehearsed = |change: &Change| {
        let outcomes: Vec<Outcome> = outcomes.by_ref().take(records.len()).collect();
        let rows =
            records.iter().zip(&outcomes).map(|(record, outcome)| becomes(context, table, change, record, outcome));
        (rows.collect(), outcomes.iter().map(Outcome::is_constraint).collect())
    };
    Ok(changes.iter().map(rehearsed).collect())
}

/// What a row becomes by a change; `None` where it is that already.
fn becomes(context: &Context, table: TableId, change: &Change, record: &Record, outcome: &Outcome) -> Option<Row> {
    let old = fixtures::row(context.model, table, record);
    if old.get(change.column) == change.value.as_deref() {
        return None;
    }
    let values = outcome.result.as_deref().and_then(|text| serde_json::from_str(text).ok());
    let row = values.map(|values| fixtures::row(context.model, table, &fixtures::record(context.shape(table), values)));
    // What even the superuser may not is judged by the value alone.
    Some(row.unwrap_or_else(|| old.with(change.column, change.value.as_deref())))
}

pub fn cases(bench: &Bench) -> Vec<Case> {
    let attempts = &bench.attempts.updates;
    bench.asking().flat_map(|asker| attempts.iter().flat_map(move |attempt| of(bench, asker, attempt))).collect()
}

fn of(bench: &Bench, asker: usize, attempt: &Attempt) -> Vec<Case> {
    let judged: Vec<Judged> = (0..bench.rows.len()).filter_map(|place| judge(bench, asker, attempt, place)).collect();
    let mut cases = Vec::new();
    for fate in [Fate::Changes, Fate::Untouched, Fate::Refused] {
        let chosen: Vec<&Judged> = judged.iter().filter(|one| one.fate == fate).collect();
        let singles: Vec<Case> = chosen.iter().map(|one| keyed(bench, asker, attempt, &[one])).collect();
        let member = bench.context.model.table(bench.table).membership_of.is_some();
        let alone = match fate {
            Fate::Changes => !attempt.together || member,
            Fate::Untouched => false,
            // The error of one would hide what happens to another.
            Fate::Refused => true,
        };
        if chosen.len() < 2 || alone {
            cases.extend(singles);
        } else {
            cases.push(Case { split: singles, ..keyed(bench, asker, attempt, &chosen) });
        }
    }
    cases.extend(blind(bench, asker, attempt));
    cases
}

/// A row, what becomes of it, and why.
struct Judged {
    place: usize,
    fate: Fate,
    reason: Reason,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Changes,
    /// The caller does not get at the row: nothing happens.
    Untouched,
    /// He gets at it, and may not make this of it: an error.
    Refused,
}

fn judge(bench: &Bench, asker: usize, attempt: &Attempt, place: usize) -> Option<Judged> {
    let new = attempt.rows[place].as_ref()?;
    // With a predicate, a row must be readable as it was and as it will be.
    let before = [bench.updates(asker, place), bench.reads(asker, place)];
    if !before.iter().all(|reason| reason.holds) {
        let reason = Reason::all("update by key", before.into_iter().cloned().collect());
        return Some(Judged { place, fate: Fate::Untouched, reason });
    }
    let caller = &bench.askers[asker];
    let update = bench.oracle.may_update(caller, bench.table, &bench.rows[place], new, &[attempt.change.column]);
    let read = bench.oracle.may(caller, Verb::Read, bench.table, new);
    let reason = Reason::all("update by key", vec![update, read]);
    if reason.holds && attempt.constrained[place] {
        return None;
    }
    let fate = if reason.holds { Fate::Changes } else { Fate::Refused };
    Some(Judged { place, fate, reason })
}

fn keyed(bench: &Bench, asker: usize, attempt: &Attempt, chosen: &[&Judged]) -> Case {
    let records: Vec<_> = chosen.iter().map(|one| &bench.records()[one.place]).collect();
    let statement = format!("{} where {}", attempt.change.statement(&bench.shape().name), bench.predicate(&records));
    let reason = chosen.first().map(|one| one.reason.clone()).unwrap_or_default();
    let count = i64::try_from(chosen.len()).unwrap_or(i64::MAX);
    let expect = if reason.holds { Expect::Touches(count) } else { Expect::Nothing };
    let row = records.first().map(|record| shown(record)).unwrap_or_default();
    Case { row, ..bench.case(asker, "update", statement, expect, reason) }
}

/// Without a predicate nothing is read, so a hole that a keyed update would not show is seen: every row that
/// may be updated changes, or an error takes back all.
fn blind(bench: &Bench, asker: usize, attempt: &Attempt) -> Option<Case> {
    let caller = &bench.askers[asker];
    let may = |place: &usize| {
        let old = &bench.rows[*place];
        let new = attempt.rows[*place].clone().unwrap_or_else(|| old.clone());
        bench.oracle.may_update(caller, bench.table, old, &new, &[attempt.change.column]).holds
    };
    let reached: Vec<usize> = (0..bench.rows.len()).filter(|place| bench.updates(asker, *place).holds).collect();
    let all = !reached.is_empty() && reached.iter().all(may);
    let constrained = reached.iter().any(|place| attempt.constrained[*place]);
    let collides = !attempt.together && reached.len() > 1;
    // A value that a row has already says nothing: an upsert may name it.
    let unchanged = reached.iter().any(|place| attempt.rows[*place].is_none());
    if collides || unchanged || all && constrained || bench.context.model.table(bench.table).membership_of.is_some() {
        return None;
    }
    let shape = bench.shape();
    // Rows that a change gives another key are counted.
    let renamed = shape.primary_key.is_empty() || shape.primary_key.contains(&attempt.change.name);
    let expect = match (all, renamed) {
        (false, _) => Expect::Nothing,
        (true, true) => Expect::Touches(i64::try_from(reached.len()).unwrap_or(i64::MAX)),
        (true, false) => Expect::Exactly(keys(shape, reached.iter().map(|place| &bench.records()[*place]))),
    };
    let filter = format!(" where xmin::text <> all ({})", bench.context.fixture.transactions());
    let after = Some(keys_query(shape, &shape.name, &filter));
    let reason = Reason::fact(all, format!("{} rows may be updated", reached.len()));
    Some(Case {
        after,
        ..bench.case(asker, "update without a predicate", attempt.change.statement(&bench.shape().name), expect, reason)
    })
}
