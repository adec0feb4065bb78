//! A view with its owner's rights that API roles may read.

use crate::catalog::{Management, ObjectName};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let views = model.base.views.values().filter(|view| {
        !view.security_invoker
            && view.management == Management::Full
            && view.grants.iter().any(|grant| super::is_api_role(model, &grant.role))
    });
    views
        .map(|view| {
            let span = model.spans.get(&ObjectName::View(view.name.clone())).copied().unwrap_or_default();
            let message = format!("`{}` shows its readers what its owner may see, past row security", view.name.name);
            Diagnostic::new(Code::DefinerView, span, message)
                .help("leave `security` out: a view shows what its tables show")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_views_past_row_security() {
        let model = |more: &str| said(&format!("views: {{v: {{query: select 1 as one, {more}}}}}"));
        assert_eq!(model("read: [signed_in], security: definer"), ["SG309 v"]);
        assert_eq!(model("read: [service], security: definer"), Vec::<String>::new());
        assert_eq!(model("read: [signed_in]"), Vec::<String>::new());
    }
}
