//! Conditions answered without a server. What cannot be is assumed, once so and once otherwise: a verdict that comes out
//! the same is decided.

use super::UNKNOWN;
use crate::expression::{Answer, Expression, Formula};
use crate::model::{GroupId, Model, TableId};
use crate::oracle::{Caller, Conditions, Reason, Row};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};

/// A condition over some values.
type Question = (String, TableId, Vec<Option<String>>);

/// So many open conditions are tried both ways; with more, nothing is decided.
const MOST_OPEN: usize = 4;

/// Answers from the rows alone.
pub struct Offline<'m> {
    model: &'m Model,
    formulas: RefCell<BTreeMap<String, Formula>>,
    assumed: RefCell<BTreeMap<Question, bool>>,
    open: RefCell<Option<Question>>,
    hopeless: Cell<bool>,
}

impl<'m> Offline<'m> {
    /// Nothing assumed.
    pub fn new(model: &'m Model) -> Self {
        Self {
            model,
            formulas: RefCell::default(),
            assumed: RefCell::default(),
            open: RefCell::default(),
            hopeless: Cell::new(false),
        }
    }

    /// The verdict, where it is the same whatever only a server could tell.
    pub fn decide(&self, caller: &Caller, ask: &dyn Fn(&Caller) -> Reason) -> Option<Reason> {
        if self.model.groups.is_empty() {
            return self.settled(&|| ask(caller), 0);
        }
        let mut decided: Option<Reason> = None;
        for groups in self.memberships() {
            let caller = Caller { groups, ..caller.clone() };
            let reason = self.settled(&|| ask(&caller), 0)?;
            if decided.as_ref().is_some_and(|other| other.holds != reason.holds) {
                return None;
            }
            decided.get_or_insert(reason);
        }
        decided
    }

    /// The groups that a caller could be in: none, each combination of a few, all.
    fn memberships(&self) -> Vec<BTreeSet<GroupId>> {
        let all: Vec<GroupId> = (0..self.model.groups.len()).map(GroupId::new).collect();
        if all.len() > MOST_OPEN {
            return vec![BTreeSet::new(), all.into_iter().collect()];
        }
        let chosen = |mask: usize| all.iter().filter(move |group| mask >> group.index() & 1 == 1).copied().collect();
        (0..1 << all.len()).map(chosen).collect()
    }

    fn settled(&self, ask: &dyn Fn() -> Reason, depth: usize) -> Option<Reason> {
        self.hopeless.set(false);
        let reason = ask();
        if self.hopeless.get() {
            return None;
        }
        let Some(question) = self.open.take() else { return Some(reason) };
        if depth == MOST_OPEN {
            return None;
        }
        let with = |answer| {
            self.assumed.borrow_mut().insert(question.clone(), answer);
            self.settled(ask, depth + 1)
        };
        let (yes, no) = (with(true), with(false));
        self.assumed.borrow_mut().remove(&question);
        yes.filter(|yes| no.is_some_and(|no| no.holds == yes.holds))
    }

    fn answer(&self, expression: &Expression, table: TableId, row: &Row) -> Answer {
        let mut formulas = self.formulas.borrow_mut();
        if !formulas.contains_key(&expression.sql) {
            formulas.insert(expression.sql.clone(), Formula::of(expression));
        }
        let meaning = self.model.table(table);
        let value = |name: &str| match meaning.column_named(name).and_then(|column| row.get(column)) {
            Some(UNKNOWN) => Answer::Unknown,
            Some(text) => Answer::Known(text.to_owned()),
            None => Answer::Null,
        };
        formulas.get(&expression.sql).map_or(Answer::Unknown, |formula| formula.answer(&value))
    }
}

impl Conditions for Offline<'_> {
    fn value(&self, expression: &Expression, table: TableId, row: &Row, _: &Caller) -> Option<String> {
        match self.answer(expression, table, row) {
            Answer::Known(text) => Some(text),
            Answer::Null => None,
            Answer::Unknown => {
                self.hopeless.set(true);
                None
            }
        }
    }

    fn holds(&self, expression: &Expression, table: TableId, row: &Row, _: &Caller) -> bool {
        match self.answer(expression, table, row) {
            Answer::Known(text) => text == "true",
            Answer::Null => false,
            Answer::Unknown => {
                let columns = expression.columns.iter();
                let meaning = self.model.table(table);
                let values = columns.map(|used| row.get(meaning.column_named(&used.column)?).map(str::to_owned));
                let question = (expression.sql.clone(), table, values.collect());
                if let Some(answer) = self.assumed.borrow().get(&question) {
                    return *answer;
                }
                self.open.borrow_mut().get_or_insert(question);
                false
            }
        }
    }
}
