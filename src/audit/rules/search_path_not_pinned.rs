//! Functions of invokers whose search_path is the caller's.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let loose = context.functions().filter(|function| {
        !function.security_definer && !function.settings.contains_key("search_path") && !function.sql_body
    });
    for function in loose {
        let fix = format!("alter routine {} set search_path = pg_catalog, pg_temp;", function.name.sql());
        found.add(format!("function {}", function.name.sql()), "what its names mean depends on who calls it", fix);
    }
}
