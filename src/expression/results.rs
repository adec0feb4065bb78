//! The names of a query's results.

use super::walk::{Walk, identifier, is_query};
use crate::catalog::{MOST_COLUMNS, SqlType};
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};
use std::collections::BTreeSet;

impl Walk<'_, '_> {
    /// The names of a query's results; `None` where one cannot be told.
    pub(super) fn results(&self, targets: &[SyntaxNode]) -> Option<Vec<String>> {
        let mut columns = Vec::new();
        for target in targets {
            match (alias(target), star(target)) {
                (Some(name), _) => columns.push(name),
                (None, Some(None)) => {
                    for source in &self.sources.levels.last()?.sources {
                        let once = source.columns.as_ref()?.iter().filter(|column| source.in_star(column));
                        columns.extend(once.cloned());
                    }
                }
                (None, Some(Some(source))) => columns.extend(self.sources.named(&source)?.columns.clone()?),
                (None, None) => columns.push(result_name(&target.children().next()?)?),
            }
        }
        Some(columns)
    }

    /// Finds what PostgreSQL refuses of a view's columns.
    pub(super) fn limits(&mut self, query: &SyntaxNode, columns: &[String]) {
        if columns.len() > MOST_COLUMNS {
            let message = format!("the query has {} columns, and PostgreSQL takes {MOST_COLUMNS}", columns.len());
            return self.report(Code::TooLarge, query, message, "leave some of them to another view".to_owned());
        }
        self.repeated(query, columns);
    }

    fn repeated(&mut self, query: &SyntaxNode, columns: &[String]) {
        let targets = first_select(query).map(|select| targets(&select)).unwrap_or_default();
        // What a computed result is called is not for us to hold against anybody.
        let computed: BTreeSet<String> =
            targets.iter().filter(|target| is_computed(target)).filter_map(name_of).collect();
        let mut seen = BTreeSet::new();
        let twice: BTreeSet<&String> =
            columns.iter().filter(|column| !computed.contains(*column) && !seen.insert(*column)).collect();
        for name in twice {
            let named = targets.iter().filter(|target| name_of(target).as_ref() == Some(name)).nth(1);
            let place = named.or_else(|| targets.iter().rfind(|target| star(target).is_some())).unwrap_or(query);
            let help = format!("give one of them another name with `as`, or leave it out: a view has one `{name}`");
            self.report(Code::DuplicateName, place, format!("the query has two columns `{name}`"), help);
        }
    }
}

/// The SELECT that names the results.
fn first_select(query: &SyntaxNode) -> Option<SyntaxNode> {
    match query.kind() {
        SyntaxKind::SELECT => Some(query.clone()),
        _ => first_select(&query.children().find(|child| is_query(child.kind()))?),
    }
}

/// What stands between SELECT and FROM.
pub(super) fn targets(select: &SyntaxNode) -> Vec<SyntaxNode> {
    let of = |node: &SyntaxNode, kind| node.children().filter(move |child| child.kind() == kind).collect::<Vec<_>>();
    let lists =
        of(select, SyntaxKind::SELECT_CLAUSE).into_iter().flat_map(|clause| of(&clause, SyntaxKind::TARGET_LIST));
    lists.flat_map(|list| of(&list, SyntaxKind::TARGET)).collect()
}

/// Neither a column as it is nor given a name.
fn is_computed(target: &SyntaxNode) -> bool {
    let is_column = |node: SyntaxNode| matches!(node.kind(), SyntaxKind::NAME_REF | SyntaxKind::FIELD_EXPR);
    alias(target).is_none() && star(target).is_none() && !target.children().next().is_some_and(is_column)
}

fn name_of(target: &SyntaxNode) -> Option<String> {
    match star(target) {
        Some(_) => None,
        None => alias(target).or_else(|| result_name(&target.children().next()?)),
    }
}

pub(super) fn has_own_token(node: &SyntaxNode, kind: SyntaxKind) -> bool {
    node.children_with_tokens().any(|part| part.kind() == kind)
}

/// `x as "Foo"`, `x foo`.
pub(super) fn alias(target: &SyntaxNode) -> Option<String> {
    let name = target.children().find(|child| child.kind() == SyntaxKind::AS_NAME)?;
    name.children().next().map(|name| identifier(&name.text().to_string()))
}

/// `*` is `Some(None)`, `t.*` is `Some(Some("t"))`.
pub(super) fn star(target: &SyntaxNode) -> Option<Option<String>> {
    if has_own_token(target, SyntaxKind::STAR) {
        return Some(None);
    }
    let field = target.children().find(|child| child.kind() == SyntaxKind::FIELD_EXPR)?;
    let field = Some(field).filter(|field| has_own_token(field, SyntaxKind::STAR))?;
    Some(field.children().next().map(|name| identifier(&name.text().to_string())))
}

/// What PostgreSQL calls a result that has no alias.
pub(super) fn result_name(node: &SyntaxNode) -> Option<String> {
    figured(node).map(|(name, _)| name)
}

/// The name, and whether it is one of the query's own: a cast or a CASE around it keeps such a one and no other
/// (`FigureColname` in PostgreSQL's parse_target.c).
fn figured(node: &SyntaxNode) -> Option<(String, bool)> {
    match node.kind() {
        SyntaxKind::NAME_REF => Some((identifier(&node.text().to_string()), true)),
        SyntaxKind::FIELD_EXPR => figured(&node.children().last()?),
        SyntaxKind::CALL_EXPR | SyntaxKind::PAREN_EXPR => figured(&node.children().next()?),
        SyntaxKind::CAST_EXPR => {
            let inner = figured(&node.children().next()?)?;
            let data_type = SqlType::parse(&node.children().last()?.text().to_string()).name;
            Some(if inner.1 { inner } else { (data_type, false) })
        }
        SyntaxKind::CASE_EXPR => {
            let otherwise = node.children().find(|child| child.kind() == SyntaxKind::ELSE_CLAUSE);
            let inner = otherwise
                .map(|clause| figured(&clause.children().next()?))
                .unwrap_or_else(|| Some(Default::default()))?;
            Some(if inner.1 { inner } else { ("case".to_owned(), false) })
        }
        SyntaxKind::LITERAL | SyntaxKind::BIN_EXPR => Some(("?column?".to_owned(), false)),
        _ => None,
    }
}
