//! SECURITY DEFINER functions in an exposed schema that signed-in callers may call and that never look at the caller.

use crate::audit::context::names_caller;
use crate::audit::{Context, Findings};
use crate::catalog::Returns;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let exposed = context.functions().filter(|function| {
        function.security_definer
            && function.name.name.schema == "public"
            && !matches!(&function.returns, Returns::Type(name) if name == "trigger" || name == "event_trigger")
    });
    for function in exposed.filter(|function| !names_caller(&function.body) && !function.body.contains("private.")) {
        let callers = context.holders("public", &function.grants, &["EXECUTE"]);
        if !callers.is_empty() {
            let why = format!(
                "{} may call it, it runs as {}, and its body never asks who is calling",
                callers.join(", "),
                function.owner
            );
            found.add(
                format!("function {}", function.name.sql()),
                why,
                format!("alter routine {} security invoker;", function.name.sql()),
            );
        }
    }
}
