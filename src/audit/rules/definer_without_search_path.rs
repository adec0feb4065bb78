//! SECURITY DEFINER functions whose search_path is the caller's.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for function in context
        .functions()
        .filter(|function| function.security_definer && !function.settings.contains_key("search_path"))
    {
        let fix = format!("alter routine {} set search_path = pg_catalog, pg_temp;", function.name.sql());
        found.add(
            format!("function {}", function.name.sql()),
            "it runs as its owner and looks names up where the caller says",
            fix,
        );
    }
}
