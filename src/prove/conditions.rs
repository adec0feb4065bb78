//! The model's SQL conditions, answered by the server: past row security, over literal rows, many at once.
//!
//! The oracle asks one at a time and gets what is known; what is not is noted, asked in one batch, and
//! the oracle asks again.

use super::callers::Asker;
use super::session::{Probe, Session};
use super::shapes::Shape;
use crate::catalog::{quote_identifier, quote_literal};
use crate::expression::Expression;
use crate::model::{Model, TableId};
use crate::oracle::{Caller, Conditions, Row};
use crate::postgres::Failure;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// One question: expression, table, values of the columns used, caller where he matters.
type Question = (String, TableId, Vec<(String, Option<String>)>, Option<String>);

/// What the server said so far, and what is still to be asked.
pub struct Answers<'a> {
    model: &'a Model,
    shapes: &'a BTreeMap<TableId, Shape>,
    known: BTreeMap<Question, Option<String>>,
    missing: RefCell<BTreeMap<Question, Expression>>,
}

impl<'a> Answers<'a> {
    /// Nothing known.
    pub fn new(model: &'a Model, shapes: &'a BTreeMap<TableId, Shape>) -> Self {
        Self { model, shapes, known: BTreeMap::new(), missing: RefCell::default() }
    }

    /// Evaluates until every condition that it needs is answered.
    pub fn settle<T>(&mut self, session: &mut Session, evaluate: impl Fn(&Self) -> T) -> Result<T, Failure> {
        loop {
            let value = evaluate(self);
            if self.missing.borrow().is_empty() {
                return Ok(value);
            }
            self.ask(session)?;
        }
    }

    /// Asks what the rules of a table will want to know of these rows, all at once.
    pub fn ask_of<'r>(
        &mut self,
        session: &mut Session,
        table: TableId,
        rows: impl Iterator<Item = &'r Row>,
    ) -> Result<(), Failure> {
        let rows: BTreeSet<&Row> = rows.collect();
        let callers: Vec<Caller> = session.askers.iter().map(|asker| asker.caller.clone()).collect();
        for condition in super::fixtures::conditions(self.model, table) {
            let callers = if depends_on_caller(&condition.sql) {
                callers.as_slice()
            } else {
                callers.get(..1).unwrap_or_default()
            };
            for caller in callers {
                rows.iter().for_each(|row| drop(self.value(condition, table, row, caller)));
            }
        }
        self.ask(session)
    }

    fn ask(&mut self, session: &mut Session) -> Result<(), Failure> {
        let mut by_caller: BTreeMap<Option<String>, Vec<(Question, Expression)>> = BTreeMap::new();
        for (question, expression) in self.missing.take() {
            by_caller.entry(question.3.clone()).or_default().push((question, expression));
        }
        for (caller, questions) in by_caller {
            let known = session.askers.iter().find(|asker| Some(&asker.caller.name) == caller.as_ref());
            let claims = known.map_or("select 1".to_owned(), |asker: &Asker| asker.claims.clone());
            let probes: Vec<Probe> =
                questions.iter().map(|(question, expression)| self.query(question, expression)).collect();
            let outcomes = session.rehearse_as(&claims, &probes)?;
            self.known
                .extend(questions.into_iter().zip(outcomes).map(|((question, _), outcome)| (question, outcome.result)));
        }
        Ok(())
    }

    fn query(&self, question: &Question, expression: &Expression) -> Probe {
        let shape = self.shapes.get(&question.1);
        let columns = question.2.iter().map(|(name, value)| {
            let data_type = shape.and_then(|shape| shape.column(name)).map_or("text", |column| &column.data_type);
            let value = value.as_deref().map_or("NULL".to_owned(), quote_literal);
            format!("{value}::{data_type} as {}", quote_identifier(name))
        });
        let columns: Vec<_> = columns.chain(["1 as schemagen_row".to_owned()]).collect();
        let statement = format!("select ({})::text from (select {}) r", expression.qualified("r"), columns.join(", "));
        Probe { statement, fetch: true, ..Probe::default() }
    }
}

impl Conditions for Answers<'_> {
    fn value(&self, expression: &Expression, table: TableId, row: &Row, caller: &Caller) -> Option<String> {
        let names: BTreeSet<&str> = expression.columns.iter().map(|used| used.column.as_str()).collect();
        let meaning = self.model.table(table);
        let value = |name: &str| meaning.column_named(name).and_then(|column| row.get(column)).map(str::to_owned);
        let values = names.into_iter().map(|name| (name.to_owned(), value(name))).collect();
        let asker = depends_on_caller(&expression.sql).then(|| caller.name.clone());
        let question = (expression.sql.clone(), table, values, asker);
        if let Some(answer) = self.known.get(&question) {
            return answer.clone();
        }
        self.missing.borrow_mut().insert(question, expression.clone());
        None
    }
}

/// A condition that calls nothing is about the row alone.
pub fn depends_on_caller(sql: &str) -> bool {
    let lower = sql.to_ascii_lowercase();
    lower.contains('(') || ["current_", "session_user", "user"].iter().any(|word| lower.contains(word))
}
