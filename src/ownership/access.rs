//! Every managed table must say who may touch its rows, and not two things at once.

use crate::catalog::Management;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Model, Table};

/// Tables that say nothing, and tables that contradict themselves.
pub fn check(model: &Model) -> Vec<Diagnostic> {
    let full = model.tables.iter().filter(|table| table.management == Management::Full);
    full.filter_map(|table| silent(table).or_else(|| contradiction(table))).collect()
}

fn says_more(table: &Table) -> bool {
    rules(table) || table.raw_policies
}

fn rules(table: &Table) -> bool {
    !table.owners.is_empty() || table.members.is_some() || !table.allow.is_empty()
}

fn silent(table: &Table) -> Option<Diagnostic> {
    if says_more(table) || table.access.is_some() || table.membership_of.is_some() || table.unresolved {
        return None;
    }
    let message = format!("{} does not say who may touch its rows", table.name.name);
    Some(Diagnostic::new(Code::NoAccess, table.span, message).help(
        "add owner: <column>, or access: shared (everyone signed in reads), or access: internal (only the service)",
    ))
}

fn contradiction(table: &Table) -> Option<Diagnostic> {
    let word = match table.access? {
        // of what is written, keys may say what it means: nothing follows from them
        Access::Shared | Access::Written => return None,
        Access::Internal => "internal",
        Access::Open => "open",
    };
    let more = rules(table) || table.raw_policies || table.membership_of.is_some();
    let message = format!("{} has access: {word} and rules that say otherwise", table.name.name);
    more.then(|| {
        Diagnostic::new(Code::AccessContradiction, table.span, message)
            .help(format!("leave out access: {word}, or the owner, members, allow and policies"))
    })
}
