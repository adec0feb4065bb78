//! Policies and privileges broken in every known way, to see that verification sees it.
//!
//! Each fault is SQL run on top of the model's own, in a savepoint. Before, it is asked whether there is an argument that
//! it changes nothing (`harmless`). A fault that nothing shows is looked at once more with the table's other protections taken
//! away, or where it takes something away, without the other policies (`doubled`): if then it shows, it only repeats
//! what stands there twice, and is accounted for.

mod doubled;
mod faults;
mod harmless;

use super::Options;
use super::case::Findings;
use super::crew::Crew;
use super::plan::Plan;
use super::probes::Context;
use super::report::{Mismatch, Mutant};
use super::session::Session;
use crate::catalog::QualifiedName;
use crate::model::TableId;
use crate::postgres::Failure;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A way to break what was emitted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Fault {
    /// What is broken, in words.
    pub name: String,
    /// The SQL that breaks it.
    pub sql: String,
    /// Of which table.
    pub table: Option<QualifiedName>,
    /// Which policy of it.
    pub policy: Option<String>,
    /// It lets more through; else it may as well let less through.
    pub widens: bool,
    /// SQL whose first column says why the fault changes nothing, when it does not.
    pub harmless: Option<String>,
}

/// Breaks everything in turn.
pub fn all(crew: &mut Crew, context: &Context, plan: &Plan, options: &Options) -> Result<Vec<Mutant>, Failure> {
    let faults = faults::all(context);
    let done = AtomicUsize::new(0);
    crew.share(&faults, |session, fault| {
        (options.progress)(&format!("mutant: {}", fault.name), done.load(Ordering::Relaxed), faults.len());
        let mutant = mutant(session, context, plan, fault);
        done.fetch_add(1, Ordering::Relaxed);
        mutant
    })
}

fn mutant(session: &mut Session, context: &Context, plan: &Plan, fault: &Fault) -> Result<Mutant, Failure> {
    let table = fault.table.as_ref().and_then(|name| context.model.table_named(name)).map(|table| table.id);
    let (accounted, verdict) = verdict(session, context, plan, fault, table)?;
    Ok(Mutant { name: fault.name.clone(), sql: fault.sql.clone(), verdict, accounted })
}

fn verdict(
    session: &mut Session,
    context: &Context,
    plan: &Plan,
    fault: &Fault,
    table: Option<TableId>,
) -> Result<(bool, String), Failure> {
    if let Some(query) = &fault.harmless
        && let Some(reason) = session.column(query)?.into_iter().flatten().next()
    {
        return Ok((true, format!("equivalent: {reason}")));
    }
    let found = broken(session, &[&fault.sql], |session| plan.first_mismatch(session, table))?;
    if let Some(mismatch) = found.mismatches.first() {
        return Ok((true, caught(mismatch)));
    }
    let Some(table) = table else { return Ok((false, "nothing showed it".to_owned())) };
    for (name, sql) in doubled::others(context, fault) {
        let before = broken(session, &[&sql], |session| plan.of_table(session, table))?;
        let after = broken(session, &[&sql, &fault.sql], |session| plan.of_table(session, table))?;
        if shown(&before) != shown(&after) {
            let does = if fault.widens { "refuses" } else { "gives" };
            return Ok((true, format!("equivalent: {name} {does} the same, and without that it is caught")));
        }
    }
    Ok((false, "nothing showed it".to_owned()))
}

/// Looks with faults in place, and takes them away again.
fn broken(
    session: &mut Session,
    faults: &[&str],
    look: impl FnOnce(&mut Session) -> Result<Findings, Failure>,
) -> Result<Findings, Failure> {
    session.run("savepoint fault")?;
    for sql in faults {
        session.run(sql)?;
    }
    let findings = look(session)?;
    session.run("rollback to savepoint fault; release savepoint fault")?;
    Ok(findings)
}

fn caught(mismatch: &Mismatch) -> String {
    format!("caught: {}: {} on {}", mismatch.caller, mismatch.action, mismatch.table)
}

fn shown(findings: &Findings) -> BTreeSet<String> {
    findings.mismatches.iter().map(|mismatch| format!("{}{}", mismatch.reproduce, mismatch.got)).collect()
}
