//! LEAKPROOF functions, which run before a policy is checked.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for function in context.functions().filter(|function| function.leakproof) {
        let why = "the planner may run it on rows that the policy hides; whatever it raises or logs shows them";
        found.add(
            format!("function {}", function.name.sql()),
            why,
            format!("alter routine {} not leakproof;", function.name.sql()),
        );
    }
}
