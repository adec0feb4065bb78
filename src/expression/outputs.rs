//! Where the columns of a view come from, as far as its query tells: what types of views and of writes through them
//! are made of.

use super::query::{alias, result_name, star};
use super::sources::{Level, Source};
use super::walk::{Walk, identifier, is_query};
use crate::catalog::{QualifiedName, ViewOutput};
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Functions that make one row of many, or many of one: a query that calls them cannot be written through.
const MANY_ROWS: &[&str] = &[
    "array_agg",
    "avg",
    "bit_and",
    "bit_or",
    "bool_and",
    "bool_or",
    "count",
    "every",
    "generate_series",
    "json_agg",
    "json_array_elements",
    "json_each",
    "json_object_agg",
    "jsonb_agg",
    "jsonb_array_elements",
    "jsonb_each",
    "jsonb_object_agg",
    "max",
    "min",
    "mode",
    "percentile_cont",
    "percentile_disc",
    "range_agg",
    "regexp_matches",
    "stddev",
    "string_agg",
    "sum",
    "unnest",
    "variance",
];

/// What can make a column NULL that is not NULL in its table.
const OUTER: &[SyntaxKind] = &[
    SyntaxKind::CUBE_KW,
    SyntaxKind::FULL_KW,
    SyntaxKind::GROUPING_KW,
    SyntaxKind::LEFT_KW,
    SyntaxKind::RIGHT_KW,
    SyntaxKind::ROLLUP_KW,
];

impl Walk<'_, '_> {
    /// The results of the query at hand, `None` where a name cannot be told.
    pub(super) fn output_origins(&self, select: &SyntaxNode, targets: &[SyntaxNode]) -> Option<Vec<ViewOutput>> {
        let level = self.sources.levels.last()?;
        // One side of an outer join, or a grouping set, may be all NULL.
        let outer = has_token(select, OUTER);
        let mut outputs = Vec::new();
        for target in targets {
            match (alias(target), star(target)) {
                (None, Some(None)) => {
                    for source in &level.sources {
                        outputs.extend(all_of(source, outer)?);
                    }
                }
                (None, Some(Some(name))) => outputs.extend(all_of(self.sources.named(&name)?, outer)?),
                (name, _) => {
                    let expression = target.children().next()?;
                    let name = name.or_else(|| result_name(&expression))?;
                    let origin = origin(&expression, level);
                    outputs.push(ViewOutput { name, origin, outer });
                }
            }
        }
        Some(outputs)
    }
}

/// The relation that the query reads row by row, where an insert or update could go through it.
pub(super) fn writes_to(select: &SyntaxNode, level: &Level, targets: &[SyntaxNode]) -> Option<QualifiedName> {
    let [source] = level.sources.as_slice() else { return None };
    let plain = |child: &SyntaxNode| {
        matches!(
            child.kind(),
            SyntaxKind::SELECT_CLAUSE
                | SyntaxKind::FROM_CLAUSE
                | SyntaxKind::WHERE_CLAUSE
                | SyntaxKind::ORDER_BY_CLAUSE
        )
    };
    let row_by_row = select.children().all(|child| plain(&child)) && !has_token(select, &[SyntaxKind::DISTINCT_KW]);
    let many = targets.iter().any(calls_many_rows);
    if row_by_row && !many { source.relation.clone() } else { None }
}

fn all_of(source: &Source, outer: bool) -> Option<Vec<ViewOutput>> {
    let columns = source.columns.as_ref()?;
    let output = |column: &String| ViewOutput {
        name: column.clone(),
        origin: source.relation.clone().map(|relation| (relation, column.clone())),
        outer,
    };
    Some(columns.iter().map(output).collect())
}

/// The column that an expression passes on as it is.
fn origin(expression: &SyntaxNode, level: &Level) -> Option<(QualifiedName, String)> {
    let text = |node: &SyntaxNode| identifier(&node.text().to_string());
    let has =
        |source: &&Source, column: &str| source.columns.as_ref().is_some_and(|all| all.iter().any(|c| c == column));
    match expression.kind() {
        SyntaxKind::NAME_REF => {
            let column = text(expression);
            let mut sources = level.sources.iter().filter(|source| has(source, &column));
            let source = sources.next().filter(|_| sources.next().is_none())?;
            Some((source.relation.clone()?, column))
        }
        SyntaxKind::FIELD_EXPR => {
            let parts: Vec<SyntaxNode> = expression.children().collect();
            let [alias, column] = parts.as_slice() else { return None };
            let (alias, column) = (text(alias), text(column));
            let source =
                level.sources.iter().find(|source| source.alias == alias).filter(|source| has(source, &column))?;
            Some((source.relation.clone()?, column))
        }
        _ => None,
    }
}

/// The expression itself, not a query inside it, calls one of [`MANY_ROWS`] or a window function.
fn calls_many_rows(node: &SyntaxNode) -> bool {
    let called = match node.kind() {
        SyntaxKind::OVER_CLAUSE => true,
        SyntaxKind::CALL_EXPR => node.children().next().is_some_and(|name| {
            let name = identifier(&name.text().to_string());
            MANY_ROWS.binary_search(&name.rsplit('.').next().unwrap_or_default()).is_ok()
        }),
        _ => false,
    };
    called || node.children().filter(|child| !is_query(child.kind())).any(|child| calls_many_rows(&child))
}

/// One of these key words is the query's own, not of a query inside it.
fn has_token(node: &SyntaxNode, kinds: &[SyntaxKind]) -> bool {
    node.children_with_tokens().any(|part| match part.as_node() {
        Some(inner) => !is_query(inner.kind()) && has_token(inner, kinds),
        None => kinds.contains(&part.kind()),
    })
}
