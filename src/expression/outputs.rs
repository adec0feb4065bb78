//! Where the columns of a view come from, as far as its query tells: what types of views and of writes through them
//! are made of.

use super::results::{alias, result_name, star};
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
                        outputs
                            .extend(all_of(source, outer)?.into_iter().filter(|output| source.in_star(&output.name)));
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

#[cfg(test)]
mod tests {
    use crate::catalog::QualifiedName;
    use crate::expression::{Names, Query};
    use crate::source::Span;

    /// The results of a query with where they come from, and what it writes to.
    fn told(sql: &str) -> String {
        let columns = |names: &[&str]| Some(names.iter().map(|name| (*name).to_owned()).collect());
        let relations = [
            (QualifiedName::new("public", "jobs"), columns(&["id", "user_id"])),
            (QualifiedName::new("public", "users"), columns(&["id", "name"])),
        ];
        let names = Names { default_schema: "public".to_owned(), relations: relations.into(), ..Names::default() };
        let (query, findings) = Query::parse(sql, Span::default(), &names);
        assert!(findings.is_empty(), "{findings:?}");
        let output = |output: &crate::catalog::ViewOutput| match &output.origin {
            Some((relation, column)) => {
                format!("{}={}.{column}{}", output.name, relation.name, if output.outer { "?" } else { "" })
            }
            None => output.name.clone(),
        };
        let outputs: Vec<String> = query.outputs.iter().map(output).collect();
        let written = query.writes_to.map_or_else(String::new, |name| format!(" -> {}", name.name));
        format!("{}{written}", outputs.join(" "))
    }

    #[test]
    fn results_are_followed_to_their_tables() {
        for (sql, expected) in [
            ("select * from jobs", "id=jobs.id user_id=jobs.user_id -> jobs"),
            ("select j.id as job, lower('x') from jobs j where j.id > 1", "job=jobs.id lower -> jobs"),
            ("select j.id, u.name from jobs j join users u on u.id = j.user_id", "id=jobs.id name=users.name"),
            ("select name, user_id from jobs left join users u on true", "name=users.name? user_id=jobs.user_id?"),
            ("select user_id, count(*) as n from jobs group by 1", "user_id=jobs.user_id n"),
            ("select count(*) from jobs", "count"),
            ("select id, (select count(*) from users) as n from jobs", "id=jobs.id n -> jobs"),
            ("select distinct id from jobs", "id=jobs.id"),
            ("select id from jobs union select id from users", ""),
            ("select x.id from (select id from jobs) x", "id"),
            ("select j.id from jobs j limit 3", "id=jobs.id"),
            // as PostgreSQL prints joins
            (
                "select j.id, u.name from ((jobs j join users u on ((u.id = j.user_id))) join users b on ((b.id = j.id)))",
                "id=jobs.id name=users.name",
            ),
        ] {
            assert_eq!(told(sql), expected, "{sql}");
        }
    }
}
