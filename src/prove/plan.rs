//! Everything that is tried, with what must come of it: made once, run as often as wanted.

use super::Options;
use super::case::{Case, Findings, run};
use super::conditions::Answers;
use super::probes::{Context, Surroundings};
use super::session::Session;
use crate::model::TableId;
use crate::postgres::Failure;

/// Cases by table, and what surrounds the tables.
pub struct Plan {
    tables: Vec<(TableId, String, Vec<Case>)>,
    surroundings: Surroundings,
}

impl Plan {
    /// Rehearses and asks the oracle.
    pub fn of(session: &mut Session, context: &mut Context, options: &Options) -> Result<Self, Failure> {
        let proved = context.proved();
        context.rehearse(session, &proved)?;
        let mut answers = Answers::new(context.model, context.shapes);
        let mut tables = Vec::new();
        for (place, table) in proved.iter().enumerate() {
            let name = &context.shapes[table].name;
            (options.progress)(&format!("what {name} must give"), place, proved.len());
            tables.push((*table, name.clone(), context.cases(session, &mut answers, *table)?));
        }
        let surroundings = context.surroundings(session, &mut answers)?;
        Ok(Self { tables, surroundings })
    }

    /// Tries everything.
    pub fn run(&self, session: &mut Session, options: &Options) -> Result<Findings, Failure> {
        let mut findings = self.surroundings.run(session)?;
        for (place, (_, name, cases)) in self.tables.iter().enumerate() {
            (options.progress)(name, place, self.tables.len());
            let more = run(session, cases)?;
            findings.mismatches.extend(more.mismatches);
            findings.undecided += more.undecided;
        }
        Ok(findings)
    }

    /// Tries until something is wrong, the named table first.
    pub fn first_mismatch(&self, session: &mut Session, table: Option<TableId>) -> Result<Findings, Failure> {
        let mut order: Vec<_> = self.tables.iter().collect();
        order.sort_by_key(|(id, ..)| Some(*id) != table);
        for (place, (_, _, cases)) in order.into_iter().enumerate() {
            let mut findings = run(session, cases)?;
            if place == 0 && findings.mismatches.is_empty() {
                findings = self.surroundings.run(session)?;
            }
            if !findings.mismatches.is_empty() {
                return Ok(findings);
            }
        }
        Ok(Findings::default())
    }
}
