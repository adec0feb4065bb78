//! Policies that look rows up in a table whose policies look them up here again.

use crate::audit::context::{expressions, policy_on};
use crate::audit::proofs;
use crate::audit::sql::relations;
use crate::audit::{Context, Findings, Shown};
use crate::catalog::{QualifiedName, Table};
use std::collections::BTreeSet;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (table, policy) in context.all_policies().filter(|(table, _)| table.row_security) {
        let mut seen = BTreeSet::new();
        let mut next: Vec<QualifiedName> = expressions(policy).flat_map(targets).collect();
        while let Some(name) = next.pop() {
            if name == table.name {
                let why = "its subquery leads back to its own table: infinite recursion (42P17) on every query";
                found.add_shown(
                    policy_on(policy, table),
                    why,
                    "",
                    proofs::touches(context, table, policy).map(|proof| proof.shown_by(Shown::State("42P17"))),
                );
                break;
            }
            if let Some(other) =
                context.catalog.tables.get(&name).filter(|other| other.row_security && seen.insert(other.name.clone()))
            {
                next.extend(read_by(context, other));
            }
        }
    }
}

fn targets(text: &str) -> Vec<QualifiedName> {
    relations(text).into_iter().map(|(schema, name)| QualifiedName { schema, name }).collect()
}

fn read_by<'a>(context: &Context<'a>, table: &'a Table) -> Vec<QualifiedName> {
    context.policies(table).flat_map(|policy| expressions(policy).flat_map(targets).collect::<Vec<_>>()).collect()
}
