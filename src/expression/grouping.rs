//! Columns beside aggregates: a query that makes one row of many can show of each only what all of them share. Only what is certain.

use super::aggregate::aggregates;
use super::results::{alias, star, targets};
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
    columns: Vec<Column>,
}

impl Walk<'_, '_> {
    /// Finds columns of a SELECT that differ within a group.
    pub(super) fn groups(&mut self, select: &SyntaxNode) {
        let targets = targets(select);
        let Some(shared) = self.shared(select, &targets) else { return };
        let Some(level) = self.sources.levels.last() else { return };
        let differs = |target: &&SyntaxNode| {
            let expression = target.children().next().filter(|_| star(target).is_none())?;
            let column = column(&within_brackets(expression.clone()), level)?;
            let alone = !shared.columns.contains(&column) && !self.depends(level, &column, &shared);
            alone.then_some(expression)
        };
        let found: Vec<SyntaxNode> = targets.iter().filter_map(|target| differs(&target)).collect();
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
            return (any && outermost).then(|| Shared { written: false, columns: Vec::new() });
        };
        let list = clause.children().find(|child| child.kind() == SyntaxKind::GROUP_BY_LIST)?;
        let mut columns = Vec::new();
        for item in list.children() {
            let expression = item.children().next().filter(|_| item.kind() == SyntaxKind::GROUPING_EXPR)?;
            let meant = meant(&within_brackets(expression), level, targets)?;
            columns.extend(column(&within_brackets(meant), level));
        }
        Some(Shared { written: true, columns })
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

fn within_brackets(node: SyntaxNode) -> SyntaxNode {
    match node.children().next().filter(|inner| node.kind() == SyntaxKind::PAREN_EXPR && !is_query(inner.kind())) {
        Some(inner) => within_brackets(inner),
        None => node,
    }
}
