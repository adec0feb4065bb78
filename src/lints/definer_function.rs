//! A definer function that anonymous callers may execute.

use crate::catalog::{Management, ObjectName};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let hints = &model.base.hints;
    let open = |role: &str| role == "public" || role == hints.anonymous;
    let functions = model.base.functions.values().filter(|function| {
        function.security_definer
            && function.management == Management::Full
            && function.grants.iter().any(|grant| open(&grant.role))
    });
    functions
        .map(|function| {
            let span = model.spans.get(&ObjectName::Function(function.name.clone())).copied().unwrap_or_default();
            let message =
                format!("anonymous callers may execute `{}` with its owner's rights", function.name.name.name);
            Diagnostic::new(Code::DefinerForAnonymous, span, message)
                .help("limit `call`, or make it `security: invoker`")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_functions_for_anonymous_callers() {
        let model = |call: &str| {
            said(&format!("functions: {{f: {{returns: void, security: definer, call: [{call}], body: begin end}}}}"))
        };
        assert_eq!(model("anyone"), ["SG307 f"]);
        assert_eq!(model("signed_in"), Vec::<String>::new());
    }
}
