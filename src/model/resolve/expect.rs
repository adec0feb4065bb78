//! `expect:` — what the author says must be so, and the rows that it is about.

use super::names::{invalid_word, unknown};
use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{ColumnId, Expectation, Expected, GivenRow, GivenValue, Principal, Table, TableId, Verb};
use crate::spec::{Entries, ExpectSpec, Text};

/// What is known while expectations are resolved.
struct Given<'a> {
    scene: &'a Scene<'a>,
    principals: &'a [Principal],
    tables: &'a [Table],
    rows: Vec<GivenRow>,
}

/// Resolves all expectations and their rows.
pub(super) fn expect(
    scene: &Scene<'_>,
    principals: &[Principal],
    tables: &[Table],
    findings: &mut Vec<Diagnostic>,
) -> (Vec<Expectation>, Vec<GivenRow>) {
    let mut given = Given { scene, principals, tables, rows: Vec::new() };
    for spec in &scene.spec.expect {
        given.names(spec, findings);
    }
    for spec in &scene.spec.expect {
        given.values(spec, findings);
    }
    let asked = scene.spec.expect.iter().filter(|spec| !spec.caller.is_empty());
    let expectations = asked.map(|spec| given.expectation(spec, findings)).collect();
    (expectations, given.rows)
}

impl Given<'_> {
    /// Notes the names, so that rows may refer to rows that are written later.
    fn names(&mut self, spec: &ExpectSpec, findings: &mut Vec<Diagnostic>) {
        for (table, rows) in &spec.given {
            let Some(table) = self.scene.table(table, findings) else { continue };
            for (name, _) in rows {
                if let Some(place) = self.find(table, name) {
                    let finding = Diagnostic::new(Code::DuplicateName, name.span, "two rows of one name");
                    let finding = finding.related(self.rows[place].span, "the other");
                    findings.push(finding.help("give one of them another name"));
                } else {
                    self.add(table, name);
                }
            }
        }
    }

    fn add(&mut self, table: TableId, name: &Text) -> usize {
        self.rows.push(GivenRow { table, name: name.value.clone(), values: Default::default(), span: name.span });
        self.rows.len() - 1
    }

    fn find(&self, table: TableId, name: &str) -> Option<usize> {
        self.rows.iter().position(|row| row.table == table && row.name == name)
    }

    fn values(&mut self, spec: &ExpectSpec, findings: &mut Vec<Diagnostic>) {
        for (table, rows) in &spec.given {
            // That there is none was said when the names were noted.
            let Some(table) = self.scene.table(table, &mut Vec::new()) else { continue };
            for (name, values) in rows {
                for (column, value) in values {
                    let Some(column) = self.scene.column(table, column, findings) else { continue };
                    let value = self.value(table, column, value.as_ref(), findings);
                    if let Some(place) = self.find(table, name) {
                        self.rows[place].values.insert(column, value);
                    }
                }
                // What is left out is likely to be what is mistyped.
                if values.iter().all(|(column, _)| self.scene.draft(table).column(column).is_some()) {
                    self.check_owners(table, name, findings);
                }
            }
        }
    }

    /// A value of a reference is the name of a row.
    fn value(
        &mut self,
        table: TableId,
        column: ColumnId,
        written: Option<&Text>,
        findings: &mut Vec<Diagnostic>,
    ) -> GivenValue {
        let Some(written) = written else { return GivenValue::Null };
        let Some(to) = self.tables[table.index()].column(column).references else {
            return GivenValue::Text(written.value.clone());
        };
        match self.row(to.table, written, findings) {
            Some(place) => GivenValue::Row(place, to.column),
            None => GivenValue::Null,
        }
    }

    /// The row of this name. A principal need not be described.
    fn row(&mut self, table: TableId, name: &Text, findings: &mut Vec<Diagnostic>) -> Option<usize> {
        if let Some(place) = self.find(table, name) {
            return Some(place);
        }
        if self.principals.iter().any(|principal| principal.table == table) {
            return Some(self.add(table, name));
        }
        let known = self.rows.iter().filter(|row| row.table == table).map(|row| row.name.as_str());
        let mut finding = unknown(Code::UnknownRow, "row", name, known);
        let table = &self.tables[table.index()].name.name;
        finding.message = format!("no row of `{table}` is called `{}`", name.value);
        if !finding.help.starts_with("did you") {
            finding.help = format!("describe it under `given: {{{table}: {{{}: …}}}}`", name.value);
        }
        findings.push(finding);
        None
    }

    /// Whose a row is must be said where the database asks for it.
    fn check_owners(&self, table: TableId, name: &Text, findings: &mut Vec<Diagnostic>) {
        let Some(place) = self.find(table, name) else { return };
        let meaning = &self.tables[table.index()];
        let said = |column: ColumnId| self.rows[place].values.contains_key(&column);
        for link in meaning.owners.iter().filter(|link| !link.own_key && !said(link.column)) {
            let column = meaning.column(link.column);
            if column.not_null && column.references.is_some() {
                let message = format!("the row `{}` does not say its `{}`", name.value, column.name);
                let finding = Diagnostic::new(Code::Incomplete, name.span, message);
                findings.push(finding.help("name the row that it belongs to"));
            }
        }
    }

    fn expectation(&mut self, spec: &ExpectSpec, findings: &mut Vec<Diagnostic>) -> Expectation {
        let caller = self.caller(&spec.caller, findings);
        let mut expected = self.expected(true, &spec.may, findings);
        expected.extend(self.expected(false, &spec.may_not, findings));
        Expectation { caller, expected, span: spec.span }
    }

    fn caller(&mut self, entries: &Entries<Text>, findings: &mut Vec<Diagnostic>) -> Vec<(String, String)> {
        for (name, row) in entries {
            let word = matches!(name.as_str(), "anonymous" | "signed_in" | "service");
            match self.principals.iter().find(|principal| principal.name == name.value) {
                Some(principal) if !row.value.is_empty() => {
                    self.row(principal.table, row, findings);
                }
                Some(_) => {
                    let finding = Diagnostic::new(Code::Incomplete, name.span, format!("which `{}`?", name.value));
                    findings.push(finding.help(format!("write `as: {{{}: A}}`", name.value)));
                }
                None if word => {}
                None => {
                    let known = self.principals.iter().map(|principal| principal.name.as_str());
                    let words = known.chain(["anonymous", "signed_in", "service"]);
                    findings.push(unknown(Code::UnknownSubject, "principal", name, words));
                }
            }
        }
        entries.iter().map(|(name, row)| (name.value.clone(), row.value.clone())).collect()
    }

    fn expected(
        &mut self,
        may: bool,
        entries: &Entries<Entries<Vec<Text>>>,
        findings: &mut Vec<Diagnostic>,
    ) -> Vec<Expected> {
        let mut found = Vec::new();
        for (word, tables) in entries {
            let Some(verb) = verb(word, findings) else { continue };
            for (table, rows) in tables {
                let Some(table) = self.scene.table(table, findings) else { continue };
                for row in rows {
                    if self.row(table, row, findings).is_some() {
                        found.push(Expected { may, verb, table, row: row.value.clone(), span: row.span });
                    }
                }
            }
        }
        found
    }
}

fn verb(word: &Text, findings: &mut Vec<Diagnostic>) -> Option<Verb> {
    let known = ["reads", "creates", "updates", "deletes"];
    let place = known.iter().position(|known| *known == word.value);
    if place.is_none() {
        findings.push(invalid_word("what is expected", word, &known));
    }
    place.map(|place| Verb::ALL[place])
}
