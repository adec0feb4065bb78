//! Calls that need many rows.

use super::Names;
use super::body::called;
use super::walk::is_query;
use squawk_syntax::{SyntaxKind, SyntaxNode};

const AGGREGATES: &[&str] = &[
    "array_agg",
    "avg",
    "bit_and",
    "bit_or",
    "bool_and",
    "bool_or",
    "count",
    "every",
    "json_agg",
    "json_object_agg",
    "jsonb_agg",
    "jsonb_object_agg",
    "max",
    "min",
    "range_agg",
    "string_agg",
    "sum",
    "xmlagg",
];

/// An aggregate or window function.
pub(super) fn is_aggregate(schema: Option<&str>, name: &str, call: &SyntaxNode) -> bool {
    is_built_in(schema, name)
        || call.children().any(|child| {
            matches!(child.kind(), SyntaxKind::FILTER_CLAUSE | SyntaxKind::OVER_CLAUSE | SyntaxKind::WITHIN_CLAUSE)
        })
}

fn is_built_in(schema: Option<&str>, name: &str) -> bool {
    matches!(schema, None | Some("pg_catalog")) && AGGREGATES.binary_search(&name).is_ok()
}

/// It calls one that makes one row of many, and no query inside it does.
pub(super) fn aggregates(node: &SyntaxNode, names: &Names) -> bool {
    let own =
        node.kind() == SyntaxKind::CALL_EXPR && !node.children().any(|child| child.kind() == SyntaxKind::OVER_CLAUSE);
    let name = node.children().next().filter(|_| own).and_then(|callee| called(&callee));
    let built_in = name.is_some_and(|(schema, name)| {
        names.function(schema.as_deref(), &name).is_none() && is_built_in(schema.as_deref(), &name)
    });
    built_in || node.children().filter(|child| !is_query(child.kind())).any(|child| aggregates(&child, names))
}
