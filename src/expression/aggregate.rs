//! Calls that need many rows.

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
    let built_in = matches!(schema, None | Some("pg_catalog")) && AGGREGATES.binary_search(&name).is_ok();
    built_in
        || call.children().any(|child| {
            matches!(child.kind(), SyntaxKind::FILTER_CLAUSE | SyntaxKind::OVER_CLAUSE | SyntaxKind::WITHIN_CLAUSE)
        })
}
