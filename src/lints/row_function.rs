//! A function that is called for every row of a table.

use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::{Model, Table};
use crate::ownership::Ownership;

pub(super) fn check(model: &Model, _ownership: &Ownership) -> Vec<Diagnostic> {
    let slow = super::ours(model).flat_map(conditions).filter(|when| called_by_row(model, when));
    slow.map(|when| {
        let message = "the condition calls a function for every row of the table";
        Diagnostic::new(Code::RowFunction, when.span, message)
            .help("compare columns in the condition itself, or make a group of what is known of the caller alone")
    })
    .collect()
}

fn conditions(table: &Table) -> impl Iterator<Item = &Expression> {
    table
        .allow
        .iter()
        .filter_map(|allow| allow.when.as_ref())
        .chain(table.deny.iter().filter_map(|deny| deny.when.as_ref()))
}

/// It calls a function of the model that is no immutable one, with a column among its arguments.
fn called_by_row(model: &Model, when: &Expression) -> bool {
    let costly = when.functions.iter().filter(|name| {
        let named = model.base.functions.values().filter(|function| function.name.name == **name);
        named.into_iter().any(|function| function.volatility != crate::catalog::Volatility::Immutable)
    });
    costly.into_iter().any(|name| {
        arguments(&when.sql, &name.name)
            .any(|(start, end)| when.columns.iter().any(|used| used.start >= start && used.end <= end))
    })
}

/// The bytes between the parentheses of each call.
fn arguments<'a>(sql: &'a str, name: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
    sql.match_indices(name).filter_map(move |(at, _)| {
        let rest = sql.get(at + name.len()..)?;
        let (gap, _) = rest.split_once('(').filter(|(gap, _)| gap.trim_matches('"').trim().is_empty())?;
        let open = at + name.len() + gap.len();
        let mut depth = 0_usize;
        let close = sql.get(open..)?.find(|character| {
            depth = match character {
                '(' => depth + 1,
                ')' => depth.saturating_sub(1),
                _ => depth,
            };
            depth == 0
        })?;
        Some((open, open + close))
    })
}

#[cfg(test)]
mod tests {
    use crate::lints::tests::said;

    #[test]
    fn finds_functions_of_a_row() {
        let model = |when: &str| {
            said(&format!(
                "functions:
  visible(uuid): {{args: {{id: uuid}}, returns: boolean, volatility: stable, call: [signed_in], body: begin end}}
  open: {{returns: boolean, volatility: stable, call: [signed_in], body: begin end}}
tables:
  t: {{allow: [{{can: read, when: {when}}}], columns: {{id: {{type: uuid, primary_key: true}}, public: boolean}}}}"
            ))
        };
        assert_eq!(model("visible(id)"), ["SG313 visible(id)"]);
        assert_eq!(model("open() and public"), Vec::<String>::new());
    }
}
