//! Isolation, proved: on a real server every caller sees and writes exactly what the model gives him.

mod apply;
mod callers;
mod case;
mod conditions;
mod fixtures;
mod lifecycle;
mod mutate;
mod plan;
mod probes;
pub mod random;
mod report;
mod session;
mod shapes;
mod values;

pub use report::{Mismatch, Mutant, Report, Step};

use crate::compile::Compiled;
use crate::postgres::{Database, Failure, Scratch, Version};
use plan::Plan;
use probes::Context;
use session::Session;

/// What a user may set.
pub struct Options<'a> {
    /// Which server.
    pub version: Version,
    /// SQL that is run after the model's own, before probing: somebody else's policies, or a fault.
    pub also: Option<&'a str>,
    /// Break policies and privileges in every known way, and catch each.
    pub mutate: bool,
    /// Called with what is being done, how much of it is done and how much there is.
    pub progress: &'a dyn Fn(&str, usize, usize),
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { version: Version::Any, also: None, mutate: false, progress: &|_, _, _| {} }
    }
}

/// Applies a model to a scratch database and proves it.
pub fn verify(compiled: &Compiled, options: &Options) -> Result<Report, Failure> {
    let scratch = Scratch::start(options.version)?;
    verify_on(&scratch, compiled, options)
}

/// The same on a scratch server that is running.
pub fn verify_on(scratch: &Scratch, compiled: &Compiled, options: &Options) -> Result<Report, Failure> {
    let hint = &compiled.catalog.hints.project;
    let supabase = compiled.catalog.hints.supabase;
    let database = if supabase { scratch.supabase(hint)? } else { scratch.database(hint)? };
    (options.progress)("applying", 0, 1);
    apply::up(&database, compiled)?;
    if let Some(sql) = options.also {
        crate::postgres::run_script(&mut database.superuser()?, sql)?;
    }
    let mut report = isolation(&database, compiled, options)?;
    report.server = scratch.major().to_string();
    if options.also.is_none() {
        (options.progress)("up again, down, up", 0, 1);
        report.steps.extend(lifecycle::steps(&database, compiled, &report.fixture)?);
    }
    Ok(report)
}

/// Fills a database that the model was applied to, and has every caller try everything; leaves nothing behind.
fn isolation(database: &Database, compiled: &Compiled, options: &Options) -> Result<Report, Failure> {
    let model = &compiled.model;
    let mut client = database.superuser()?;
    let hints = &model.base.hints;
    let mut session = Session::begin(&mut client, &format!("{}, public, extensions", hints.default_schema))?;
    let shapes = shapes::read(&mut session, model)?;
    (options.progress)("filling tables", 0, 1);
    let fixture = fixtures::build(&mut session, model, &shapes)?;
    session.askers = callers::all(&mut session, model, &fixture.principals(model))?;
    let world = fixture.world(model);
    let mut context =
        Context { model, catalog: &compiled.catalog, shapes: &shapes, fixture, world, attempts: Default::default() };
    let mut report = probe(&mut session, &mut context, options)?;
    report.gaps.extend(uncovered(&session, &context));
    let (setup, proved) = (session.askers.first().map(|asker| asker.setup.clone()), context.proved());
    session.rollback()?;
    report.steps = lifecycle::plans(&mut client, model, &proved, &setup.unwrap_or_default())?;
    Ok(report)
}

fn probe(session: &mut Session, context: &mut Context, options: &Options) -> Result<Report, Failure> {
    let plan = Plan::of(session, context, options)?;
    let mut report = summary(session, context);
    let findings = plan.run(session, options)?;
    report.mismatches = findings.mismatches;
    report.undecided = findings.undecided;
    report.probes = session.probes;
    if options.mutate {
        report.mutants = mutate::all(session, context, &plan, options)?;
    }
    Ok(report)
}

fn summary(session: &Session, context: &Context) -> Report {
    let name = |table: &crate::model::TableId| context.shapes[table].name.clone();
    let unproved = context
        .shapes
        .keys()
        .filter_map(|table| context.unproved(*table).map(|reason| format!("{} is not proved: {reason}", name(table))));
    Report {
        callers: session.askers.iter().map(|asker| asker.caller.name.clone()).collect(),
        tables: context.proved().iter().map(name).collect(),
        unproved: unproved.collect(),
        rows: context.fixture.records.values().map(Vec::len).sum(),
        gaps: context.fixture.gaps.clone(),
        fixture: context.fixture.statements(context.shapes),
        ..Report::default()
    }
}

/// Groups that no caller is in, and principals that none is.
fn uncovered(session: &Session, context: &Context) -> Vec<String> {
    let model = context.model;
    let groups = model.groups.iter().enumerate().filter(|(index, _)| {
        !session.askers.iter().any(|asker| asker.caller.groups.contains(&crate::model::GroupId::new(*index)))
    });
    let principals = model.principals.iter().enumerate().filter(|(index, _)| {
        !session.askers.iter().any(|asker| asker.caller.ids.contains_key(&crate::model::PrincipalId::new(*index)))
    });
    let groups = groups.map(|(_, group)| format!("no caller could be made that is in the group {}", group.name));
    groups
        .chain(principals.map(|(_, principal)| format!("no caller could be made that is a {}", principal.name)))
        .collect()
}
