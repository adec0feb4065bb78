//! `expect:` of the model, put to the server: its rows are made, its callers ask, and what comes of it is held against
//! the author's word.

use super::callers::{self, Asker};
use super::fixtures::{self, Fixture, Record, Wish, literal};
use super::report::{Mismatch, Step};
use super::session::{Outcome, Probe, Session};
use super::shapes::Shape;
use crate::catalog::quote_identifier;
use crate::model::{Expectation, Expected, GivenValue, Model, PrincipalId, TableId, Verb};
use crate::oracle::Reason;
use crate::postgres::Failure;
use std::collections::BTreeMap;

/// What came of the expectations.
#[derive(Debug, Default)]
pub struct Findings {
    /// Those that the server does not keep.
    pub mismatches: Vec<Mismatch>,
    /// One line for all of them; none where the model expects nothing.
    pub step: Option<Step>,
}

/// Checks all expectations, beside the rows that are there; leaves none of its own.
pub fn check(
    session: &mut Session,
    model: &Model,
    shapes: &BTreeMap<TableId, Shape>,
    fixture: &Fixture,
) -> Result<Findings, Failure> {
    if model.expect.is_empty() {
        return Ok(Findings::default());
    }
    session.run("savepoint expectations")?;
    let mut stage = Stage { model, shapes, fixture: fixture.clone(), rows: BTreeMap::new() };
    for place in 0..model.given.len() {
        stage.make(session, place, 0)?;
    }
    let known = session.askers.len();
    let mut mismatches = Vec::new();
    for expectation in &model.expect {
        mismatches.extend(stage.met(session, expectation)?);
    }
    session.askers.truncate(known);
    session.run("rollback to savepoint expectations")?;
    let count: usize = model.expect.iter().map(|expectation| expectation.expected.len()).sum();
    let name = format!("{count} expectations of the model hold");
    let detail = if mismatches.is_empty() { String::new() } else { format!("{} do not", mismatches.len()) };
    Ok(Findings { step: Some(Step { name, holds: mismatches.is_empty(), detail }), mismatches })
}

/// The rows of `given` as they are made.
struct Stage<'a> {
    model: &'a Model,
    shapes: &'a BTreeMap<TableId, Shape>,
    fixture: Fixture,
    /// By place in the model's list: the record as the server holds it, and the columns that an insert names.
    rows: BTreeMap<usize, (Record, Record)>,
}

impl Stage<'_> {
    /// Makes a row, and before it the rows that it refers to; a circle ends in what the columns have by themselves.
    fn make(&mut self, session: &mut Session, place: usize, depth: usize) -> Result<(), Failure> {
        let given = &self.model.given[place];
        if self.rows.contains_key(&place) || depth > self.model.given.len() {
            return Ok(());
        }
        let Some(shape) = self.shapes.get(&given.table) else { return Ok(()) };
        let mut wish = Record::new();
        for (column, value) in &given.values {
            let name = self.model.table(given.table).column(*column).name.clone();
            let value = match value {
                GivenValue::Null => None,
                GivenValue::Text(text) => Some(text.clone()),
                GivenValue::Row(to, target) => {
                    self.make(session, *to, depth + 1)?;
                    let target = &self.model.table(self.model.given[*to].table).column(*target).name;
                    self.rows.get(to).and_then(|(record, _)| record.get(target).cloned().flatten())
                }
            };
            wish.insert(name, value);
        }
        let named = fixtures::fill(session, self.model, shape, &mut self.fixture, given.table, &Wish(wish.clone()))?;
        let wish = Wish(wish);
        let (found, outcome) = fixtures::taken(session, self.model, shape, &self.fixture, given.table, &wish, named)?;
        let record = match found {
            Some(named) => Some((insert(session, shape, &named)?, named)),
            None => update(session, shape, &wish)?.map(|record| (record, wish.0.clone())),
        };
        let Some((record, named)) = record else {
            self.fixture.gaps.push(outcome.message);
            return Ok(());
        };
        self.rows.insert(place, (record, named));
        fixtures::refresh(session, self.model, &mut self.fixture, std::iter::once((&given.table, shape)))
    }

    /// What the server does not keep of an expectation.
    fn met(&self, session: &mut Session, expectation: &Expectation) -> Result<Vec<Mismatch>, Failure> {
        let Some(asker) = self.asker(session, expectation)? else {
            let name = crate::expect::name(expectation);
            return Ok(vec![impossible(
                &name,
                "no caller could be made who is this",
                "give the rows by which he is known",
            )]);
        };
        session.askers.push(asker);
        let mut mismatches = Vec::new();
        for expected in &expectation.expected {
            mismatches.extend(self.kept(session, expected)?);
        }
        Ok(mismatches)
    }

    /// The last of the session's callers asks.
    fn kept(&self, session: &mut Session, expected: &Expected) -> Result<Option<Mismatch>, Failure> {
        let place = session.askers.len() - 1;
        let name = session.askers[place].caller.name.clone();
        let (Some(shape), Some((record, named))) = (self.shapes.get(&expected.table), self.row(expected)) else {
            let text = format!("the row `{}` could not be made", expected.row);
            return Ok(Some(impossible(&name, &text, &self.fixture.gaps.join("; "))));
        };
        let probes: Vec<Probe> = statements(shape, record, named, expected.verb)
            .into_iter()
            .map(|statement| Probe { asker: place, statement, fetch: expected.verb == Verb::Read, ..Probe::default() })
            .collect();
        let outcomes = session.probe(&probes)?;
        let done = outcomes.iter().position(|outcome| succeeded(expected.verb, outcome));
        if done.is_some() == expected.may {
            return Ok(None);
        }
        let place_of_statement = done.unwrap_or(0);
        let word = |may: bool| if may { "it is done" } else { "refused, or no row" };
        let statement = probes.get(place_of_statement).map_or("", |probe| probe.statement.as_str());
        let got = outcomes.get(place_of_statement).map(said).unwrap_or_default();
        Ok(Some(Mismatch {
            caller: name,
            table: shape.name.clone(),
            action: format!("expected: {}", expected.verb.word()),
            reproduce: format!("begin;\n{};\n{statement};\nrollback;", session.askers[place].setup),
            row: format!("{} of the model's `given`", expected.row),
            expected: word(expected.may).to_owned(),
            got,
            reason: Reason::fact(expected.may, "expected by the author of the model"),
        }))
    }

    fn row(&self, expected: &Expected) -> Option<&(Record, Record)> {
        self.rows.get(&self.place(expected.table, &expected.row)?)
    }

    fn place(&self, table: TableId, name: &str) -> Option<usize> {
        self.model.given.iter().position(|given| given.table == table && given.name == name)
    }

    /// Somebody whom the server knows by the ids that are expected.
    fn asker(&self, session: &mut Session, expectation: &Expectation) -> Result<Option<Asker>, Failure> {
        let hints = &self.model.base.hints;
        let mut role = hints.signed_in.as_str();
        let mut wanted = BTreeMap::new();
        for (word, row) in &expectation.caller {
            match word.as_str() {
                "anonymous" => role = &hints.anonymous,
                "service" => role = &hints.service,
                _ => wanted.extend(self.id(word, row)),
            }
        }
        let name = crate::expect::name(expectation);
        for told in self.tokens(&wanted) {
            let mut asker = callers::asker(&name, role, &told);
            callers::identify(session, self.model, &mut asker)?;
            if wanted.iter().all(|(principal, id)| asker.caller.ids.get(principal) == Some(id)) {
                return Ok(Some(asker));
            }
        }
        Ok(None)
    }

    fn id(&self, word: &str, row: &str) -> Option<(PrincipalId, String)> {
        let place = self.model.principals.iter().position(|principal| principal.name == word)?;
        let table = self.model.table(self.model.principals[place].table);
        let key = &table.column(*table.primary_key.first()?).name;
        let (record, _) = self.rows.get(&self.place(table.id, row)?)?;
        Some((PrincipalId::new(place), record.get(key)?.clone()?))
    }

    /// What tokens could say of him: the ids that are told, or, where he is known by a look-up, those of every principal
    /// given.
    fn tokens(&self, wanted: &BTreeMap<PrincipalId, String>) -> Vec<callers::Told> {
        let told = |(principal, id): (&PrincipalId, &String)| {
            Some((callers::id_origin(self.model, *principal)?, id.as_str().into()))
        };
        let direct: callers::Told = wanted.iter().filter_map(told).collect();
        if !direct.is_empty() || wanted.is_empty() {
            return vec![direct];
        }
        let mut found = Vec::new();
        for kind in (0..self.model.principals.len()).map(PrincipalId::new) {
            let (Some(origin), table) = (callers::id_origin(self.model, kind), self.model.principal(kind).table) else {
                continue;
            };
            let meaning = self.model.table(table);
            let Some(key) = meaning.primary_key.first().map(|key| &meaning.column(*key).name) else { continue };
            let ids = self.fixture.of(table).iter().filter_map(|record| record.get(key)?.clone());
            found.extend(ids.map(|id| callers::Told::from([(origin.clone(), id.into())])));
        }
        found
    }
}

/// Puts a row in and reads it back.
fn insert(session: &mut Session, shape: &Shape, named: &Record) -> Result<Record, Failure> {
    let statement = format!("{} returning {}", fixtures::insert_statement(shape, named), shape.as_array());
    let values = session.arrays(&statement)?.into_iter().next().unwrap_or_default();
    Ok(fixtures::record(shape, values))
}

/// A row that a trigger made already gets the values that are wanted.
fn update(session: &mut Session, shape: &Shape, wish: &Wish) -> Result<Option<Record>, Failure> {
    let keyed = shape.primary_key.iter().all(|name| wish.0.contains_key(name));
    if shape.primary_key.is_empty() || !keyed {
        return Ok(None);
    }
    let set: Vec<String> = wish
        .0
        .iter()
        .map(|(name, value)| format!("{} = {}", quote_identifier(name), literal(value.as_deref())))
        .collect();
    let statement = format!(
        "update {} set {} where {} returning {}",
        shape.name,
        set.join(", "),
        super::probes::key_predicate(shape, &wish.0),
        shape.as_array()
    );
    Ok(session.arrays(&statement)?.into_iter().next().map(|values| fixtures::record(shape, values)))
}

/// What is tried: any of these done is the verb done.
fn statements(shape: &Shape, record: &Record, named: &Record, verb: Verb) -> Vec<String> {
    let (name, key) = (&shape.name, super::probes::key_predicate(shape, record));
    match verb {
        Verb::Read => vec![format!("select count(*)::text from {name} where {key}")],
        Verb::Create => vec![fixtures::insert_statement(shape, named)],
        Verb::Delete => vec![format!("delete from {name} where {key}")],
        Verb::Update => {
            let columns = shape.columns.iter().filter(|column| !column.computed);
            let columns = columns.map(|column| quote_identifier(&column.name));
            columns.map(|column| format!("update {name} set {column} = {column} where {key}")).collect()
        }
    }
}

/// The row is there already: that it is there twice is said only to whoever may create it.
fn succeeded(verb: Verb, outcome: &Outcome) -> bool {
    match verb {
        Verb::Read => outcome.result.as_deref() == Some("1"),
        Verb::Create => {
            outcome.state.as_deref().map_or(outcome.touched == 1, |state| matches!(state, "23505" | "23P01"))
        }
        // A row that others refer to is one that he could delete.
        Verb::Delete => outcome.touched == 1 || outcome.is_constraint(),
        Verb::Update => outcome.touched == 1,
    }
}

fn said(outcome: &Outcome) -> String {
    match &outcome.state {
        Some(state) => format!("error {state}: {}", outcome.message),
        None => format!("{} row(s)", outcome.result.clone().unwrap_or_else(|| outcome.touched.to_string())),
    }
}

fn impossible(caller: &str, expected: &str, got: &str) -> Mismatch {
    Mismatch {
        caller: caller.to_owned(),
        table: "expect".to_owned(),
        action: "expected".to_owned(),
        reproduce: String::new(),
        row: String::new(),
        expected: expected.to_owned(),
        got: got.to_owned(),
        reason: Reason::default(),
    }
}
