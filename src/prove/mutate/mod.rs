//! Policies and privileges broken in every known way, to see that verification sees it.
//!
//! Each fault is SQL run on top of the model's own, in a savepoint. A fault that nothing shows is looked at once more
//! with the table's other protections taken away: if then it shows, it only repeats what another protection
//! refuses too, and is accounted for.

mod faults;

use super::Options;
use super::case::Findings;
use super::plan::Plan;
use super::probes::Context;
use super::report::{Mismatch, Mutant};
use super::session::Session;
use crate::catalog::QualifiedName;
use crate::model::TableId;
use crate::postgres::Failure;
use std::collections::BTreeSet;

/// A way to break what was emitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is broken, in words.
    pub name: String,
    /// The SQL that breaks it.
    pub sql: String,
    /// Of which table.
    pub table: Option<QualifiedName>,
    /// SQL whose first column says why the fault changes nothing, when it does not.
    pub harmless: Option<String>,
}

/// Breaks everything in turn.
pub fn all(session: &mut Session, context: &Context, plan: &Plan, options: &Options) -> Result<Vec<Mutant>, Failure> {
    let faults = faults::all(context);
    let mut mutants = Vec::new();
    session.run("set constraints all immediate")?;
    for (place, fault) in faults.iter().enumerate() {
        (options.progress)(&format!("mutant: {}", fault.name), place, faults.len());
        mutants.push(mutant(session, context, plan, fault)?);
    }
    Ok(mutants)
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
    let found = broken(session, plan, &[&fault.sql], table)?;
    if let Some(mismatch) = found.mismatches.first() {
        return Ok((true, caught(mismatch)));
    }
    for (name, sql) in faults::without_others(context, fault) {
        let before = broken(session, plan, &[&sql], table)?;
        let after = broken(session, plan, &[&sql, &fault.sql], table)?;
        if shown(&before) != shown(&after) {
            return Ok((true, format!("equivalent while {name}: without that it is caught")));
        }
    }
    Ok((false, "nothing showed it".to_owned()))
}

/// Runs everything with faults in place, and takes them away again.
fn broken(session: &mut Session, plan: &Plan, faults: &[&str], table: Option<TableId>) -> Result<Findings, Failure> {
    session.run("savepoint fault")?;
    for sql in faults {
        session.run(sql)?;
    }
    let findings = plan.first_mismatch(session, table)?;
    session.run("rollback to savepoint fault; release savepoint fault")?;
    Ok(findings)
}

fn caught(mismatch: &Mismatch) -> String {
    format!("caught: {}: {} on {}", mismatch.caller, mismatch.action, mismatch.table)
}

fn shown(findings: &Findings) -> BTreeSet<String> {
    findings.mismatches.iter().map(|mismatch| format!("{}{}", mismatch.reproduce, mismatch.got)).collect()
}
