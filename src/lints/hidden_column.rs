//! A hidden column makes `select *` fail for everyone.

use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let hidden = super::ours(model).flat_map(|table| table.columns.iter().filter(|column| column.hidden));
    hidden
        .map(|column| {
            let message = format!("`{}` is hidden, so `select *` fails for every API role", column.name);
            Diagnostic::new(Code::HiddenColumn, column.span, message)
                .help("put it into a table of its own with `access: internal`, or name the columns in every query")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_hidden_columns() {
        let table = |hash: &str| {
            format!(
                "tables: {{t: {{access: shared, columns: {{id: {{type: uuid, primary_key: true}}, hash: {hash}}}}}}}"
            )
        };
        assert_eq!(said(&table("{type: text, hidden: true}")), ["SG302 hash"]);
        assert_eq!(said(&table("text")), Vec::<String>::new());
    }
}
