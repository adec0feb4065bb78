//! Rules that let anonymous callers write.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Model, Subject, Verb};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let anonymous = Subject::Role(model.base.hints.anonymous.clone());
    let rules = super::ours(model).flat_map(|table| &table.allow);
    let open = rules.filter(|allow| {
        let writes = [Verb::Update, Verb::Delete].iter().any(|verb| allow.can.contains_key(verb));
        writes && allow.to.iter().any(|subject| *subject == Subject::Anyone || *subject == anonymous)
    });
    open.map(|allow| {
        Diagnostic::new(Code::AnonymousWrite, allow.span, "callers who are not signed in may change or delete rows")
            .help("let `signed_in`, a group or an owner do it")
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_writes_by_anybody() {
        let model = |can: &str| {
            said(&format!(
                "tables: {{t: {{allow: [{{can: {can}, to: anyone}}], columns: {{id: {{type: uuid, primary_key: true}}}}}}}}"
            ))
        };
        assert_eq!(model("[read, update]"), ["SG314 {can: [read, update], to: anyone}"]);
        assert_eq!(model("[read, create]"), Vec::<String>::new());
    }
}
