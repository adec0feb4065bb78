//! The model's conditions, put to the live server over the values that were read.

use super::reader::Reader;
use crate::catalog::{quote_identifier, quote_literal};
use crate::expression::Expression;
use crate::model::TableId;
use crate::oracle::{Caller, Conditions, Row};
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

/// Answers of a snapshot.
pub(super) struct Live<'r, 'c> {
    reader: RefCell<&'r mut Reader<'c>>,
    known: RefCell<BTreeMap<String, Option<String>>>,
    failed: RefCell<BTreeSet<String>>,
}

impl<'r, 'c> Live<'r, 'c> {
    pub(super) fn new(reader: &'r mut Reader<'c>) -> Self {
        Self { reader: RefCell::new(reader), known: RefCell::default(), failed: RefCell::default() }
    }

    /// Conditions that could not be evaluated; they counted as NULL.
    pub(super) fn failed(&self) -> BTreeSet<String> {
        self.failed.borrow().clone()
    }

    fn query(&self, expression: &Expression, table: TableId, row: &Row) -> String {
        let reader = self.reader.borrow();
        let meaning = reader.model.table(table);
        let names: BTreeSet<&str> = expression.columns.iter().map(|used| used.column.as_str()).collect();
        let columns = names.into_iter().filter_map(|name| {
            let column = meaning.column_named(name)?;
            let value = row.get(column).map_or("NULL".to_owned(), quote_literal);
            Some(format!("{value}::{} as {}", meaning.column(column).data_type, quote_identifier(name)))
        });
        let columns: Vec<String> = columns.chain(["1 as schemagen_row".to_owned()]).collect();
        format!("select ({})::text from (select {}) r", expression.qualified("r"), columns.join(", "))
    }
}

impl Conditions for Live<'_, '_> {
    fn value(&self, expression: &Expression, table: TableId, row: &Row, _: &Caller) -> Option<String> {
        let query = self.query(expression, table, row);
        if let Some(known) = self.known.borrow().get(&query) {
            return known.clone();
        }
        let answer = self.reader.borrow_mut().value(&query);
        let answer = answer.unwrap_or_else(|message| {
            self.failed.borrow_mut().insert(format!("`{}` fails there: {message}", expression.sql));
            None
        });
        self.known.borrow_mut().insert(query, answer.clone());
        answer
    }
}
