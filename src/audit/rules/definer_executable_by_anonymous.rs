//! SECURITY DEFINER functions that callers who are not signed in may call.

use crate::audit::context::listed;
use crate::audit::{Context, Findings, Proof, Shown};
use crate::catalog::Returns;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let callable = context.functions().filter(|function| {
        function.security_definer
            && !matches!(&function.returns, Returns::Type(name) if name == "trigger" || name == "event_trigger")
    });
    for function in callable {
        let callers = context.holders(&function.name.name.schema, &function.grants, &["EXECUTE"]);
        let callers: Vec<&str> = callers.into_iter().filter(|role| context.is_anonymous(role)).collect();
        let reached = callers.iter().any(|role| *role != "public")
            || callers.contains(&"public") && context.reaches_schema(&function.name.name.schema, "anon");
        if reached {
            let why = format!("{} may call it, and it runs as {}", callers.join(", "), function.owner);
            found.add_shown(
                format!("function {}", function.name.sql()),
                why,
                format!("revoke execute on routine {} from {};", function.name.sql(), listed(&callers)),
                context.somebody(&callers).map(|role| {
                    let name = crate::catalog::quote_literal(&function.name.sql());
                    Proof::new(role, format!("select pg_catalog.has_function_privilege({name}, 'execute')"))
                        .shown_by(Shown::True)
                }),
            );
        }
    }
}
