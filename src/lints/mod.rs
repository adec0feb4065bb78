//! What is allowed and still unwise: one file per lint.

mod anonymous_write;
mod definer_function;
mod definer_view;
mod duplicate_index;
mod hidden_column;
mod long_chain;
mod loose_limit;
mod membership_rule;
mod open_table;
mod primary_key;
mod quoted_name;
mod row_function;
mod rows_of_children;
mod same_owner;
mod unasked_parent;
mod unique_key;
mod unreadable;
mod user_metadata;
mod write_without_read;

use crate::catalog::Management;
use crate::diagnostics::Diagnostic;
use crate::model::{Can, ColumnId, Model, Table, Verb};
use crate::ownership::Ownership;

/// A lint looks at the model and says what it finds.
type Lint = fn(&Model, &Ownership) -> Vec<Diagnostic>;

const LINTS: &[Lint] = &[
    write_without_read::check,
    hidden_column::check,
    long_chain::check,
    unique_key::check,
    same_owner::check,
    primary_key::check,
    definer_function::check,
    user_metadata::check,
    definer_view::check,
    open_table::check,
    quoted_name::check,
    duplicate_index::check,
    row_function::check,
    anonymous_write::check,
    membership_rule::check,
    unasked_parent::check,
    loose_limit::check,
    unreadable::check,
    rows_of_children::check,
];

/// Every finding of every lint.
pub fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    LINTS.iter().flat_map(|lint| lint(model, ownership)).collect()
}

/// Tables that are wholly the model's.
fn ours(model: &Model) -> impl Iterator<Item = &Table> {
    model.tables.iter().filter(|table| table.management == Management::Full)
}

/// Some caller whom row security applies to may write the column.
fn is_written(table: &Table, id: ColumnId) -> bool {
    let column = table.column(id);
    let allowed = table.owners.iter().any(|link| link.can.gives(|can| writes(can, id)))
        || table.allow.iter().any(|allow| writes(&allow.can, id));
    allowed && !column.computed && !column.read_only
}

/// Create or update is among the verbs, with the column.
fn writes(can: &Can, id: ColumnId) -> bool {
    [Verb::Create, Verb::Update]
        .iter()
        .any(|verb| can.get(verb).is_some_and(|columns| columns.as_ref().is_none_or(|columns| columns.contains(&id))))
}

/// The role is one that row security applies to: everybody, anonymous or signed-in callers.
fn is_api_role(model: &Model, role: &str) -> bool {
    let hints = &model.base.hints;
    role == "public" || role == hints.anonymous || role == hints.signed_in
}

#[cfg(test)]
mod tests {
    use crate::source::Sources;

    /// What the lints say of a model that is otherwise right: code and marked text.
    pub(super) fn said(yaml: &str) -> Vec<String> {
        let text = format!("schemagen: 1\n{yaml}");
        let mut sources = Sources::default();
        sources.add("schema.yaml", text.clone());
        let (spec, findings) = crate::spec::parse(&sources);
        assert_eq!(findings, Vec::new());
        let (model, findings) = crate::model::resolve(&spec);
        assert_eq!(findings, Vec::new());
        let (ownership, findings) = crate::ownership::trace(&model);
        assert_eq!(findings, Vec::new());
        let marked = |span: crate::source::Span| text[span.start as usize..span.end as usize].to_owned();
        let mut said: Vec<String> = super::check(&model, &ownership)
            .iter()
            .map(|finding| format!("{} {}", finding.code, marked(finding.primary.span)))
            .collect();
        said.sort();
        said
    }
}
