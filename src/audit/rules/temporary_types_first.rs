//! SECURITY DEFINER functions before whose types the caller's temporary ones come.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let definers = context.functions().filter(|function| function.security_definer && !function.sql_body);
    for function in definers {
        let Some(path) = function.settings.get("search_path").filter(|path| !path.contains("'pg_temp'")) else { continue };
        let schemas = if path == "''" { "pg_catalog" } else { path };
        let fix = format!("alter routine {} set search_path = {schemas}, pg_temp;", function.name.sql());
        let why = "a domain `text` that the caller makes for himself runs its check with the rights of the function";
        found.add(format!("function {}", function.name.sql()), why, fix);
    }
}
