//! Everything that is tried, with what must come of it: made once, run as often as wanted.

use super::Options;
use super::case::{AT_ONCE, Case, Findings, first_wrong, run};
use super::conditions::Answers;
use super::crew::Crew;
use super::probes::{Context, Surroundings};
use super::session::Session;
use crate::model::TableId;
use crate::postgres::Failure;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Cases by table, and what surrounds the tables.
pub struct Plan {
    tables: Vec<(TableId, Vec<Case>)>,
    surroundings: Surroundings,
}

/// A part of the plan.
enum Part {
    Surroundings(Box<Surroundings>, Findings),
    Table(TableId, Vec<Case>),
}

impl Plan {
    /// Asks the oracle, a table at a time, and tries everything, some cases at a time.
    pub fn made_and_run(crew: &mut Crew, context: &Context, options: &Options) -> Result<(Self, Findings), Failure> {
        let mut tables = context.proved();
        // A large one that comes last keeps one session busy and lets the others wait.
        tables.sort_by_cached_key(|table| std::cmp::Reverse(size(context, *table)));
        let jobs: Vec<Option<TableId>> = std::iter::once(None).chain(tables.into_iter().map(Some)).collect();
        let done = AtomicUsize::new(0);
        let parts = crew.share(&jobs, |session, job| {
            let name = job.map_or("privileges, functions, views", |table| context.shapes[&table].name.as_str());
            (options.progress)(name, done.load(Ordering::Relaxed), jobs.len());
            let part = part(session, context, *job);
            done.fetch_add(1, Ordering::Relaxed);
            part
        })?;
        let (mut plan, mut findings) =
            (Self { tables: Vec::new(), surroundings: Surroundings::default() }, Findings::default());
        for part in parts {
            match part {
                Part::Surroundings(surroundings, found) => {
                    plan.surroundings = *surroundings;
                    findings.add(found);
                }
                Part::Table(table, cases) => plan.tables.push((table, cases)),
            }
        }
        plan.tables.sort_by_key(|(table, _)| *table);
        plan.run(crew, options)?.into_iter().for_each(|found| findings.add(found));
        Ok((plan, findings))
    }

    /// Tries the cases of all tables.
    fn run(&self, crew: &mut Crew, options: &Options) -> Result<Vec<Findings>, Failure> {
        let chunks: Vec<&[Case]> = self.tables.iter().flat_map(|(_, cases)| cases.chunks(AT_ONCE)).collect();
        let done = AtomicUsize::new(0);
        crew.share(&chunks, |session, cases| {
            let name = cases.first().map_or("", |case| case.table.as_str());
            (options.progress)(name, done.fetch_add(1, Ordering::Relaxed), chunks.len());
            run(session, cases)
        })
    }

    /// Tries until something is wrong: what costs least first, then the named table.
    pub fn first_mismatch(&self, session: &mut Session, table: Option<TableId>) -> Result<Findings, Failure> {
        let mut findings = self.surroundings.asked(session)?;
        let (own, others): (Vec<_>, Vec<_>) = self.tables.iter().partition(|(id, _)| Some(*id) == table);
        for (_, cases) in own {
            findings.or_else(|| first_wrong(session, cases))?;
        }
        findings.or_else(|| self.surroundings.tried(session))?;
        for (_, cases) in others {
            findings.or_else(|| first_wrong(session, cases))?;
        }
        Ok(findings)
    }

    /// Everything that is wrong with one table, but nothing that only the catalog shows.
    pub fn of_table(&self, session: &mut Session, table: TableId) -> Result<Findings, Failure> {
        match self.tables.iter().find(|(id, _)| *id == table) {
            Some((_, cases)) => run(session, cases),
            None => Ok(Findings::default()),
        }
    }
}

/// What grows with the number of its probes: its rows times its columns.
fn size(context: &Context, table: TableId) -> usize {
    context.fixture.of(table).len() * context.model.table(table).columns.len()
}

fn part(session: &mut Session, context: &Context, job: Option<TableId>) -> Result<Part, Failure> {
    let mut answers = Answers::new(context.model, context.shapes);
    let Some(table) = job else {
        let surroundings = Surroundings::of(context, session, &mut answers)?;
        let mut findings = surroundings.asked(session)?;
        findings.add(surroundings.tried(session)?);
        return Ok(Part::Surroundings(Box::new(surroundings), findings));
    };
    Ok(Part::Table(table, context.cases(session, &mut answers, table)?))
}
