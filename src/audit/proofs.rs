//! Proofs that several rules use.

use super::Context;
use super::context::{expressions, is_for};
use super::proof::{Claims, Proof, Shown};
use super::sql::{alternatives, conditions, mentions};
use crate::catalog::{Column, Policy, PolicyCommand, Table, quote_identifier, quote_literal};

/// The caller reads the table and row security is not applied to him.
pub fn past_row_security(role: &str, table: &Table) -> Proof {
    let (name, literal) = (table.name.sql(), quote_literal(&table.name.sql()));
    let active = format!("pg_catalog.row_security_active({literal})");
    Proof::new(role, format!("select not {active} as past_row_security, count(*) as rows from {name}"))
        .shown_by(Shown::True)
}

/// The caller reads all of a relation.
pub fn reads(role: &str, relation: &str) -> Proof {
    Proof::new(role, format!("select count(*) as rows from {relation}"))
}

/// Somebody who owns nothing writes as this policy lets him.
pub fn writes(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let role = policy_role(context, table, policy)?;
    let (name, column) = (table.name.sql(), writable(table)?);
    let first = format!("ctid = (select min(ctid) from {name})");
    let column = quote_identifier(&column.name);
    let statement = match policy.command {
        PolicyCommand::Insert | PolicyCommand::All => format!("insert into {name} default values"),
        PolicyCommand::Update => format!("update {name} set {column} = {column} where {first}"),
        PolicyCommand::Delete => format!("delete from {name} where {first}"),
        PolicyCommand::Select => {
            return Some(
                Proof::new(role, format!("select count(*) > 0 as any, count(*) as rows from {name}"))
                    .shown_by(Shown::True),
            );
        }
    };
    Some(Proof::new(role, statement).shown_by(Shown::PastRowSecurity))
}

/// A statement that brings the policy into play and touches nothing.
pub fn touches(context: &Context<'_>, table: &Table, policy: &Policy) -> Option<Proof> {
    let role = policy_role(context, table, policy)?;
    let (name, column) = (table.name.sql(), quote_identifier(&writable(table)?.name));
    let statement = match policy.command {
        PolicyCommand::Select | PolicyCommand::All => format!("select 1 from {name} limit 1"),
        PolicyCommand::Insert => format!("insert into {name} default values"),
        PolicyCommand::Update => format!("update {name} set {column} = {column}"),
        PolicyCommand::Delete => format!("delete from {name}"),
    };
    Some(Proof::new(role, statement))
}

/// The plan of reading the table, as a caller whom the policy is for.
pub fn plan(context: &Context<'_>, table: &Table, policy: &Policy, words: Vec<String>) -> Option<Proof> {
    if !is_for(policy, PolicyCommand::Select) {
        return None;
    }
    let role = policy_role(context, table, policy)?;
    let statement = format!("explain (costs off) select * from {}", table.name.sql());
    Some(Proof::new(role, statement).shown_by(Shown::Plan(words)))
}

/// The owner of some row does something to all rows that he may touch.
pub fn by_an_owner(context: &Context<'_>, table: &Table, policy: &Policy, statement: String) -> Option<Proof> {
    let column = owner_column(context, table, policy)?;
    let (name, column) = (table.name.sql(), quote_identifier(&column.name));
    let caller = format!("select {column}::text from {name} where {column} is not null limit 1");
    Some(Proof::new(policy_role(context, table, policy)?, statement).claims(Claims::Of(caller)))
}

/// The column that a policy compares with the caller.
pub fn owner_column<'t>(context: &Context<'_>, table: &'t Table, policy: &Policy) -> Option<&'t Column> {
    let parts = expressions(policy).flat_map(alternatives).flat_map(|part| conditions(&part));
    let compared: Vec<String> = parts.filter(|part| part.contains(" = ") && context.asks_who(part)).collect();
    table
        .columns
        .iter()
        .find(|column| column.data_type == "uuid" && compared.iter().any(|part| mentions(part, &column.name)))
}

/// Rows of the table are persons: its key is what policies compare with the caller.
pub fn is_of_persons(context: &Context<'_>, table: &Table) -> bool {
    let Some([key]) = table.primary_key.as_ref().map(|key| key.columns.as_slice()) else { return false };
    context.policies(table).any(|policy| {
        let parts = expressions(policy).flat_map(alternatives).flat_map(|part| conditions(&part));
        let mut compared =
            parts.filter(|part| part.contains(" = ") && !part.contains("ANY (") && context.asks_who(part));
        compared.any(|part| mentions(&part, key))
    })
}

/// A role that the policy is for and that may do what it speaks of.
pub fn policy_role<'c>(context: &Context<'c>, table: &'c Table, policy: &Policy) -> Option<&'c str> {
    let privileges: &[&str] = match policy.command {
        PolicyCommand::All => &["SELECT", "INSERT", "UPDATE", "DELETE"],
        PolicyCommand::Select => &["SELECT"],
        PolicyCommand::Insert => &["INSERT"],
        PolicyCommand::Update => &["UPDATE"],
        PolicyCommand::Delete => &["DELETE"],
    };
    let holders = context.holders(&table.name.schema, &table.grants, privileges);
    let everybody = policy.roles.iter().any(|role| role == "public");
    let fits: Vec<&str> =
        holders.into_iter().filter(|role| everybody || policy.roles.iter().any(|other| other == role)).collect();
    // signed in rather than not: policies speak of callers with an id
    fits.iter().find(|role| **role != "anon" && **role != "public").copied().or_else(|| context.somebody(&fits))
}

/// A column that an update may name.
pub fn writable(table: &Table) -> Option<&Column> {
    let plain = |column: &&Column| column.generated.is_none() && !column.identity.as_ref().is_some_and(|id| id.always);
    table.columns.iter().find(plain)
}
