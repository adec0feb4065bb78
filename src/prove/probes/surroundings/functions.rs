//! Functions: their search path is pinned, nobody calls one that was not given him, and what reads the caller's identity
//! is no constant.

use super::super::Context;
use super::Question;
use crate::catalog::{Function, Management, PINNED, Volatility, quote_literal};

pub fn questions(context: &Context) -> Vec<Question> {
    let ours = context.catalog.functions.values().filter(|function| function.management == Management::Full);
    ours.map(|function| of(context, function)).collect()
}

fn of(context: &Context, function: &Function) -> Question {
    let hints = &context.model.base.hints;
    let mut faults = Vec::new();
    if let Some(path) = function.settings.get("search_path") {
        let last = if path == PINNED { "pg_temp" } else { "" };
        let pinned = format!("exists (select from unnest(p.proconfig) c where c like 'search_path=%{last}')");
        faults.push(format!("select 'search_path is not pinned' from found p where not {pinned}"));
    }
    let granted = |role: &str| function.grants.iter().any(|grant| grant.role == role || grant.role == "public");
    for role in [&hints.signed_in, &hints.anonymous].into_iter().filter(|role| !granted(role)) {
        let text = quote_literal(&format!("{role} may execute it"));
        faults.push(format!(
            "select {text} from found p where has_function_privilege({}, p.oid, 'EXECUTE')",
            quote_literal(role)
        ));
    }
    let wanted = match function.volatility {
        Volatility::Immutable => "i",
        Volatility::Stable => "s",
        Volatility::Volatile => "v",
    };
    faults
        .push(format!("select 'volatility is ' || p.provolatile::text from found p where p.provolatile <> '{wanted}'"));
    let definer = function.security_definer;
    faults.push(format!(
        "select 'security definer is ' || p.prosecdef::text from found p where p.prosecdef <> {definer}"
    ));
    let name = function.name.sql();
    let query = format!(
        "with found as materialized (select p.* from pg_catalog.pg_proc p where p.oid = to_regprocedure({})) {}",
        quote_literal(&name),
        faults.join(" union all ")
    );
    Question {
        subject: name,
        action: "function",
        query,
        expected: "as compiled: pinned, and called only by whom it was given",
    }
}
