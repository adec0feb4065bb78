//! Names that every hand-written statement must quote.

use crate::catalog::quote_identifier;
use crate::diagnostics::{Code, Diagnostic};
use crate::model::Model;
use crate::ownership::Ownership;

/// Key words that may stand bare as the name of a table or column, though PostgreSQL itself prints them quoted.
const BARE: &[&str] = &[
    "between",
    "bigint",
    "bit",
    "boolean",
    "char",
    "character",
    "coalesce",
    "dec",
    "decimal",
    "exists",
    "extract",
    "float",
    "greatest",
    "grouping",
    "inout",
    "int",
    "integer",
    "interval",
    "json",
    "least",
    "national",
    "nchar",
    "none",
    "normalize",
    "nullif",
    "numeric",
    "out",
    "overlay",
    "position",
    "precision",
    "real",
    "row",
    "setof",
    "smallint",
    "substring",
    "time",
    "timestamp",
    "treat",
    "trim",
    "values",
    "varchar",
];

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for table in super::ours(model) {
        let columns = table.columns.iter().map(|column| (column.name.as_str(), column.span));
        for (name, span) in std::iter::once((table.name.name.as_str(), table.span)).chain(columns) {
            if quote_identifier(name) != name && !BARE.contains(&name) {
                let message = format!("`{name}` must be written {} in every statement", quote_identifier(name));
                let finding = Diagnostic::new(Code::QuotedName, span, message);
                found.push(finding.help("choose a name of lower-case letters, digits and `_` that is no key word"));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_key_words_and_capitals() {
        let model = |name: &str| {
            said(&format!(
                "tables: {{t: {{access: shared, columns: {{id: {{type: uuid, primary_key: true}}, {name}: text}}}}}}"
            ))
        };
        assert_eq!(model("order"), ["SG311 order"]);
        assert_eq!(model("Title"), ["SG311 Title"]);
        assert_eq!(model("position"), Vec::<String>::new());
        assert_eq!(model("status"), Vec::<String>::new());
    }
}
