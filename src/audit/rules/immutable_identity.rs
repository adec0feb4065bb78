//! IMMUTABLE functions that ask who is calling.

use crate::audit::context::names_caller;
use crate::audit::{Context, Findings};
use crate::catalog::Volatility;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for function in context.functions().filter(|function| function.volatility == Volatility::Immutable) {
        if names_caller(&function.body) {
            let why =
                "it is marked IMMUTABLE and asks who is calling: a prepared statement keeps the first caller's answer";
            found.add(
                format!("function {}", function.name.sql()),
                why,
                format!("alter routine {} stable;", function.name.sql()),
            );
        }
    }
}
