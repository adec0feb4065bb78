//! Columns beside aggregates: a query that makes one row of many can show of each only what all of them share. Only what is certain.

use super::aggregate::aggregates;
use super::body::called;
use super::results::{alias, star, targets};
use super::side::arguments;
use super::sources::{Level, Source};
use super::walk::{Walk, identifier, is_query};
use crate::diagnostics::Code;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// A column of one of the query's sources.
type Column = (usize, String);

/// What the rows of a group share.
struct Shared {
    /// `group by` is written.
    written: bool,
    /// All that is written are columns: no expression that a part of another could be.
    by_columns: bool,
    columns: Vec<Column>,
}

impl Walk<'_, '_> {
    /// Finds columns of a SELECT that differ within a group.
    pub(super) fn groups(&mut self, select: &SyntaxNode) {
        let targets = targets(select);
        let Some(shared) = self.shared(select, &targets) else { return };
        let Some(level) = self.sources.levels.last() else { return };
        let differs = |node: &SyntaxNode| {
            let column = column(node, level)?;
            let alone = !shared.columns.contains(&column) && !self.depends(level, &column, &shared);
            alone.then(|| node.clone())
        };
        let expressions =
            targets.iter().filter(|target| star(target).is_none()).filter_map(|target| target.children().next());
        let parts = expressions.flat_map(|expression| match shared.by_columns {
            true => columns_of(&expression),
            false => vec![within_brackets(expression)],
        });
        let found: Vec<SyntaxNode> = parts.filter_map(|part| differs(&part)).collect();
        for node in found {
            let name = node.text().to_string();
            let (message, more) = match shared.written {
                true => (
                    format!("`{name}` is neither in `group by` nor in an aggregate"),
                    "add it to `group by`".to_owned(),
                ),
                false => (
                    format!("`{name}` stands beside an aggregate, and there is no `group by`"),
                    format!("write `group by {name}`"),
                ),
            };
            self.report(Code::NotAllowedHere, &node, message, format!("{more}, or take it into an aggregate"));
        }
    }

    /// `where count(*) > 1`
    pub(super) fn aggregates_of(&mut self, clause: &SyntaxNode) {
        let each_row = clause.kind() != SyntaxKind::HAVING_CLAUSE && self.sources.levels.len() == 1;
        if each_row && aggregates(clause, self.scope.names) {
            let place = clause.children().next().unwrap_or_else(|| clause.clone());
            let message = "an aggregate is made of the rows that `where` and `on` let through".to_owned();
            self.report(Code::NotAllowedHere, &place, message, "ask for it in `having`".to_owned());
        }
    }

    /// What the rows of a group share; nothing where there are no groups, or they cannot be told.
    fn shared(&self, select: &SyntaxNode, targets: &[SyntaxNode]) -> Option<Shared> {
        let level = self.sources.levels.last()?;
        let sources = &level.sources;
        if sources.iter().any(|source| source.columns.is_none() || !source.merged.is_empty()) {
            return None;
        }
        let clause = select.children().find(|child| child.kind() == SyntaxKind::GROUP_BY_CLAUSE);
        let Some(clause) = clause else {
            let having = select.children().find(|child| child.kind() == SyntaxKind::HAVING_CLAUSE);
            let outermost = self.sources.levels.len() == 1;
            let any = targets.iter().chain(having.iter()).any(|node| aggregates(node, self.scope.names));
            return (any && outermost).then(|| Shared { written: false, by_columns: true, columns: Vec::new() });
        };
        let list = clause.children().find(|child| child.kind() == SyntaxKind::GROUP_BY_LIST)?;
        let (mut columns, mut by_columns) = (Vec::new(), true);
        for item in list.children() {
            let expression = item.children().next().filter(|_| item.kind() == SyntaxKind::GROUPING_EXPR)?;
            let meant = meant(&within_brackets(expression), level, targets)?;
            let found = column(&within_brackets(meant.clone()), level);
            by_columns &= found.is_some();
            columns.extend(found.or_else(|| column(&without_casts(meant), level)));
        }
        Some(Shared { written: true, by_columns, columns })
    }

    /// Its table's primary key is shared, or its table may have one that is not known.
    fn depends(&self, level: &Level, (place, _): &Column, shared: &Shared) -> bool {
        let Some(relation) = level.sources.get(*place).and_then(|source| source.relation.as_ref()) else {
            return false;
        };
        let Some(key) = self.scope.names.keys.get(relation) else { return true };
        !key.is_empty() && key.iter().all(|name| shared.columns.contains(&(*place, name.clone())))
    }
}

/// What an item of `group by` stands for: a column of a source before a result of that name, or a result by its number.
fn meant(item: &SyntaxNode, level: &Level, targets: &[SyntaxNode]) -> Option<SyntaxNode> {
    let text = item.text().to_string();
    if let Ok(number) = text.parse::<usize>() {
        let stars = targets.iter().any(|target| star(target).is_some());
        return targets.get(number.checked_sub(1)?).filter(|_| !stars)?.children().next();
    }
    if item.kind() == SyntaxKind::NAME_REF && column(item, level).is_none() {
        let named = targets.iter().find(|target| alias(target) == Some(identifier(&text)));
        return named?.children().next();
    }
    Some(item.clone())
}

/// The column that an expression is.
fn column(node: &SyntaxNode, level: &Level) -> Option<Column> {
    let text = |node: &SyntaxNode| identifier(&node.text().to_string());
    let has = |source: &Source, name: &String| source.columns.as_ref().is_some_and(|columns| columns.contains(name));
    match node.kind() {
        SyntaxKind::NAME_REF => {
            let name = text(node);
            let place = level.sources.iter().position(|source| has(source, &name))?;
            Some((place, name))
        }
        SyntaxKind::FIELD_EXPR => {
            let parts: Vec<SyntaxNode> = node.children().collect();
            let [source, name] = parts.as_slice() else { return None };
            let place =
                level.sources.iter().position(|found| found.alias == text(source) && has(found, &text(name)))?;
            Some((place, text(name)))
        }
        _ => None,
    }
}

/// Functions that are given one row's values and are certainly no aggregates.
const OF_ONE_ROW: &[&str] = &[
    "btrim",
    "coalesce",
    "concat",
    "date_trunc",
    "initcap",
    "length",
    "lower",
    "nullif",
    "round",
    "to_char",
    "trim",
    "upper",
];

/// The columns that an expression is computed of, as far as they are certainly not an aggregate's.
fn columns_of(node: &SyntaxNode) -> Vec<SyntaxNode> {
    let parts = || node.children().flat_map(|child| columns_of(&child)).collect();
    match node.kind() {
        SyntaxKind::NAME_REF | SyntaxKind::FIELD_EXPR => vec![node.clone()],
        SyntaxKind::PAREN_EXPR
        | SyntaxKind::BIN_EXPR
        | SyntaxKind::CAST_EXPR
        | SyntaxKind::PREFIX_EXPR
        | SyntaxKind::COLLATE => parts(),
        SyntaxKind::CALL_EXPR => {
            let name = node.children().next().and_then(|callee| called(&callee));
            let of_one =
                name.is_some_and(|(schema, name)| schema.is_none() && OF_ONE_ROW.binary_search(&name.as_str()).is_ok());
            if of_one { arguments(node).iter().flat_map(columns_of).collect() } else { Vec::new() }
        }
        _ => Vec::new(),
    }
}

/// What is cast to the type that it has already is the same to PostgreSQL.
fn without_casts(node: SyntaxNode) -> SyntaxNode {
    let inner = within_brackets(node);
    match inner.children().next().filter(|_| inner.kind() == SyntaxKind::CAST_EXPR) {
        Some(cast) => without_casts(cast),
        None => inner,
    }
}

fn within_brackets(node: SyntaxNode) -> SyntaxNode {
    match node.children().next().filter(|inner| node.kind() == SyntaxKind::PAREN_EXPR && !is_query(inner.kind())) {
        Some(inner) => within_brackets(inner),
        None => node,
    }
}
