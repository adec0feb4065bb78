//! Isolation, proved: on a real server every caller sees and writes exactly what the model gives him.

mod apply;
mod callers;
mod case;
mod conditions;
mod crew;
mod expectations;
mod fixtures;
mod lifecycle;
pub mod live;
mod mutate;
mod plan;
mod probes;
pub mod random;
mod report;
mod session;
mod shapes;
mod stage;
mod values;

pub use report::{Mismatch, Mutant, Report, Step};

use crate::compile::Compiled;
use crate::postgres::{Database, Failure, Scratch, Version};
use crew::Crew;
use plan::Plan;
use probes::Context;
use stage::Stage;
use std::sync::mpsc;

/// What a user may set.
pub struct Options<'a> {
    /// Which server is started.
    pub version: Version,
    /// A server that runs already, in whose place: its URL.
    pub database: Option<&'a str>,
    /// SQL that is run after the model's own, before probing: somebody else's policies, or a fault.
    pub also: Option<&'a str>,
    /// Break policies and privileges in every known way, and catch each.
    pub mutate: bool,
    /// Called with what is being done, how much of it is done and how much there is.
    pub progress: &'a (dyn Fn(&str, usize, usize) + Sync),
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { version: Version::Any, database: None, also: None, mutate: false, progress: &|_, _, _| {} }
    }
}

/// Applies a model to a scratch database and proves it.
pub fn verify(compiled: &Compiled, options: &Options) -> Result<Report, Failure> {
    let version = match options.version {
        Version::Any => Version::AtLeast(compiled.catalog.hints.postgres),
        wanted => wanted,
    };
    let scratch = match options.database {
        Some(url) => Scratch::beside(url, version, &stage::roles(compiled))?,
        None => Scratch::start(version)?,
    };
    verify_on(&scratch, compiled, options)
}

/// The same on a scratch server that is running.
pub fn verify_on(scratch: &Scratch, compiled: &Compiled, options: &Options) -> Result<Report, Failure> {
    let hint = &compiled.catalog.hints.project;
    let supabase = compiled.catalog.hints.supabase;
    let database = if supabase { scratch.supabase(hint)? } else { scratch.database(hint)? };
    (options.progress)("applying", 0, 1);
    apply::without_bypass(&mut database.superuser()?, compiled)?;
    apply::up(&database, compiled)?;
    if let Some(sql) = options.also {
        crate::postgres::run_script(&mut database.superuser()?, sql)?;
    }
    // With somebody else's SQL in it, up and down are not ours to judge.
    let beside = options.also.is_none().then(|| scratch.copy(&database)).transpose()?;
    let (filled, rows) = mpsc::channel();
    std::thread::scope(|scope| {
        let steps = beside.map(|beside| scope.spawn(move || lifecycle::steps(beside, compiled, &rows)));
        let report = filled_and_proved(scratch, database, compiled, options, filled);
        let steps = steps.map_or(Ok(Vec::new()), joined);
        report.and_then(|mut report| {
            report.steps.extend(steps?);
            Ok(report)
        })
    })
}

/// Fills a database, hands on the statements that fill another, and has every caller try everything.
fn filled_and_proved(
    scratch: &Scratch,
    database: Database,
    compiled: &Compiled,
    options: &Options,
    filled: mpsc::Sender<Vec<String>>,
) -> Result<Report, Failure> {
    (options.progress)("filling tables", 0, 1);
    let stage = Stage::set(&database, compiled)?;
    let statements = stage.fixture.statements(&stage.shapes);
    // Nobody waits for them where up and down are not judged.
    filled.send(statements.clone()).unwrap_or(());
    let report = isolation(scratch, database, compiled, stage, options)?;
    Ok(Report { server: scratch.major().to_string(), fixture: statements, ..report })
}

fn joined<T>(thread: std::thread::ScopedJoinHandle<'_, Result<T, Failure>>) -> Result<T, Failure> {
    thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
}

/// Has every caller try everything in a database that was filled.
fn isolation(
    scratch: &Scratch,
    database: Database,
    compiled: &Compiled,
    stage: Stage,
    options: &Options,
) -> Result<Report, Failure> {
    let Stage { shapes, fixture, askers } = stage;
    let context = Context { model: &compiled.model, catalog: &compiled.catalog, shapes: &shapes, fixture };
    let mut crew = Crew::hire(scratch, database, &stage::search_path(compiled), &askers, shapes.len())?;
    let (plan, findings) = Plan::made_and_run(&mut crew, &context, options)?;
    let mut report = Report { mismatches: findings.mismatches, undecided: findings.undecided, ..summary(&context) };
    report.probes = crew.probes();
    report.callers = askers.iter().map(|asker| asker.caller.name.clone()).collect();
    report.gaps.extend(stage::uncovered(&compiled.model, &askers));
    if let Some(session) = crew.first() {
        let expected = expectations::check(session, &compiled.model, &shapes, &context.fixture)?;
        report.mismatches.extend(expected.mismatches);
        report.steps.extend(expected.step);
        report.steps.extend(lifecycle::plans(session, &compiled.model, &context.proved())?);
    }
    if options.mutate {
        report.mutants = mutate::all(&mut crew, &context, &plan, options)?;
    }
    Ok(report)
}

fn summary(context: &Context) -> Report {
    let name = |table: &crate::model::TableId| context.shapes[table].name.clone();
    let unproved = context
        .shapes
        .keys()
        .filter_map(|table| context.unproved(*table).map(|reason| format!("{} is not proved: {reason}", name(table))));
    Report {
        tables: context.proved().iter().map(name).collect(),
        unproved: unproved.collect(),
        rows: context.fixture.records.values().map(Vec::len).sum(),
        gaps: context.fixture.gaps.clone(),
        ..Report::default()
    }
}
