//! A table without row security.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Access, Model};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let open = super::ours(model).filter(|table| table.access == Some(Access::Open));
    open.map(|table| {
        let message = format!("`{}` has no row security at all", table.name.name);
        Diagnostic::new(Code::OpenTable, table.span, message).help("use `access: shared`, or say who owns its rows")
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_open_tables() {
        let model = |access: &str| {
            said(&format!("tables: {{t: {{access: {access}, columns: {{id: {{type: uuid, primary_key: true}}}}}}}}"))
        };
        assert_eq!(model("open"), ["SG310 t"]);
        assert_eq!(model("shared"), Vec::<String>::new());
    }
}
