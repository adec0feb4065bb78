//! What Supabase tells of the caller, for roles that it does not let into schema `auth`.
//!
//! A policy knows its functions by number, a guard calls them by name: for that a role needs USAGE on their schema. Supabase
//! gives it to the roles that it brings, and `postgres` cannot give it to others (measured: `no privileges were granted`).
//! So a guard that such a role meets asks functions of our own, which ask Supabase's with their owner's rights: those look at
//! nothing but the token.

use super::context::{Context, PRIVATE};
use super::helper::granted;
use crate::catalog::{Function, FunctionName, QualifiedName, Returns, Volatility};
use crate::expression::with_calls;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

const SCHEMA: &str = "auth";

/// Functions that ask who is calling, and the types of their answers.
const FUNCTIONS: [(&str, &str); 4] = [("email", "text"), ("jwt", "jsonb"), ("role", "text"), ("uid", "uuid")];

/// Roles that Supabase gives USAGE on the schema.
const LET_IN: [&str; 3] = ["anon", "authenticated", "service_role"];

/// Functions of [`FUNCTIONS`] that are asked through one of ours, with the roles that ask.
pub type Asked = BTreeMap<String, BTreeSet<String>>;

/// An expression as these roles can ask it by name; notes in `asked` what it needs for that.
pub fn reachable(context: &Context<'_>, sql: String, roles: &BTreeSet<String>, asked: &mut Asked) -> String {
    let let_in = |role: &String| LET_IN.contains(&role.as_str());
    if !context.model.base.hints.supabase || roles.iter().all(let_in) {
        return sql;
    }
    let asked = RefCell::new(asked);
    with_calls(&sql, |schema, name| {
        let known = schema == SCHEMA && FUNCTIONS.iter().any(|(known, _)| *known == name);
        known.then(|| {
            asked.borrow_mut().entry(name.to_owned()).or_default().extend(roles.iter().cloned());
            ours(name).sql()
        })
    })
}

fn ours(name: &str) -> QualifiedName {
    QualifiedName::new(PRIVATE, format!("{SCHEMA}_{name}"))
}

/// Our function for each of them.
pub fn functions(asked: &Asked) -> impl Iterator<Item = (FunctionName, Function)> {
    let of = |name: &str| FUNCTIONS.iter().find(|(known, _)| *known == name);
    asked.iter().filter_map(move |(name, roles)| {
        let function = function(name, of(name)?.1);
        Some((function.name.clone(), granted(function, roles.clone())))
    })
}

fn function(name: &str, data_type: &str) -> Function {
    Function {
        name: FunctionName { name: ours(name), arguments: Vec::new() },
        returns: Returns::Type(data_type.to_owned()),
        language: "sql".to_owned(),
        volatility: Volatility::Stable,
        security_definer: true,
        settings: Function::pinned(),
        body: format!("select {SCHEMA}.{name}()"),
        comment: Some(format!("{SCHEMA}.{name}(), for roles that may not look into schema {SCHEMA}")),
        compiled: true,
        ..Function::default()
    }
}
