//! Queries: tables and columns that do not exist are found where that can be decided offline.

use super::fragment::parse_query;
use super::outputs::writes_to;
use super::results::{alias, has_own_token, targets};
use super::sources::{Found, Level, Source};
use super::walk::{Walk, did_you_mean, identifier, is_query};
use super::{Names, Scope, suggestion};
use crate::catalog::{QualifiedName, ViewOutput};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// The query of a view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// As the author wrote it, without a final semicolon, with the model's names qualified by their schema.
    pub sql: String,
    /// Tables and views of the model that it reads.
    pub relations: Vec<QualifiedName>,
    /// Functions of the model that it calls.
    pub functions: Vec<QualifiedName>,
    /// Names of its columns, where they can be told.
    pub columns: Option<Vec<String>>,
    /// Where its columns come from, where that can be told.
    pub outputs: Vec<ViewOutput>,
    /// The relation that an insert or update could go through to.
    pub writes_to: Option<QualifiedName>,
}

impl Query {
    /// Parses one query.
    pub fn parse(text: &str, span: Span, names: &Names) -> (Self, Vec<Diagnostic>) {
        let scope =
            Scope { names, columns: &[], kinds: &[], brought: None, qualifiers: &[], place: "query", subqueries: true };
        let fragment = match parse_query(text, span) {
            Ok(fragment) => fragment,
            Err(findings) => return (Self { sql: text.trim().to_owned(), ..Self::default() }, findings),
        };
        let mut walk = Walk::new(&fragment, span, &scope);
        let columns = walk.query_columns(&fragment.node);
        walk.limits(&fragment.node, columns.as_deref().unwrap_or_default());
        let (outputs, writes_to) = std::mem::take(&mut walk.outputs);
        let (expression, findings) = walk.finish();
        let sql = expression.sql.trim_end_matches([';', ' ', '\n']).to_owned();
        (
            Self { sql, relations: expression.relations, functions: expression.functions, columns, outputs, writes_to },
            findings,
        )
    }
}

impl Walk<'_, '_> {
    /// A query in an expression.
    pub(super) fn query(&mut self, node: &SyntaxNode) {
        self.query_columns(node);
    }

    /// Walks a query; its columns, where they can be told.
    pub(super) fn query_columns(&mut self, node: &SyntaxNode) -> Option<Vec<String>> {
        match node.kind() {
            SyntaxKind::SELECT => self.select(node),
            SyntaxKind::PAREN_SELECT => {
                let inner = node.children().find(|child| is_query(child.kind()))?;
                self.query_columns(&inner)
            }
            SyntaxKind::COMPOUND_SELECT => self.compound(node),
            SyntaxKind::VALUES => {
                self.children(node);
                let row = node.descendants().find(|child| child.kind() == SyntaxKind::ROW)?;
                Some((1..=row.children().count()).map(|number| format!("column{number}")).collect())
            }
            SyntaxKind::TABLE => {
                let name = node.descendants().find(|child| child.kind() == SyntaxKind::PATH_REF)?;
                self.relation(&name).columns
            }
            _ => self.modification(node),
        }
    }

    fn select(&mut self, node: &SyntaxNode) -> Option<Vec<String>> {
        self.common_tables(node);
        self.sources.levels.push(Level::default());
        for clause in node.children().filter(|child| child.kind() == SyntaxKind::FROM_CLAUSE) {
            self.from(&clause);
        }
        let targets = targets(node);
        let columns = self.results(&targets);
        if let [level] = self.sources.levels.as_slice() {
            let writes = writes_to(node, level, &targets);
            self.outputs = (self.output_origins(node, &targets).unwrap_or_default(), writes);
        }
        let named = targets.iter().filter_map(alias).collect();
        self.groups(node);
        if let Some(level) = self.sources.levels.last_mut() {
            level.outputs = named;
        }
        for clause in node.children() {
            if !matches!(clause.kind(), SyntaxKind::FROM_CLAUSE | SyntaxKind::WITH_CLAUSE) {
                self.visit(&clause);
            }
        }
        self.sources.levels.pop();
        columns
    }

    /// `union`, `intersect`, `except`: named after the first.
    fn compound(&mut self, node: &SyntaxNode) -> Option<Vec<String>> {
        self.common_tables(node);
        let queries: Vec<SyntaxNode> = node.children().filter(|child| is_query(child.kind())).collect();
        let columns: Vec<_> = queries.iter().map(|query| self.query_columns(query)).collect();
        self.as_many_columns(&queries, &columns);
        let first = columns.into_iter().next().flatten();
        // What it is ordered by are its results.
        let results = Source { columns: first.clone(), ..Source::default() };
        self.sources.levels.push(Level { sources: vec![results], ..Level::default() });
        for child in node.children().filter(|child| !is_query(child.kind()) && child.kind() != SyntaxKind::WITH_CLAUSE)
        {
            self.visit(&child);
        }
        self.sources.levels.pop();
        self.outputs = Default::default();
        first
    }

    /// What is joined by `union` has as many columns as the first.
    fn as_many_columns(&mut self, queries: &[SyntaxNode], columns: &[Option<Vec<String>>]) {
        let counts = columns.iter().map(|columns| columns.as_ref().map(Vec::len));
        let mut known = queries.iter().zip(counts).filter_map(|(query, count)| Some((query, count?)));
        let Some((_, first)) = known.next() else { return };
        if let Some((query, count)) = known.find(|(_, count)| *count != first) {
            let message = format!("what is joined has {first} and {count} columns");
            let help = "give both the same columns; `null` stands for one that is not there".to_owned();
            self.report(Code::InvalidSql, query, message, help);
        }
    }

    /// INSERT, UPDATE, DELETE in a common table expression: only its tables are looked up.
    fn modification(&mut self, node: &SyntaxNode) -> Option<Vec<String>> {
        let names = node.descendants().filter(|child| child.kind() == SyntaxKind::RELATION_NAME_REF);
        for name in names.filter_map(|name| name.children().next()) {
            self.relation(&name);
        }
        None
    }

    fn common_tables(&mut self, node: &SyntaxNode) {
        let tables = node.children().filter(|child| child.kind() == SyntaxKind::WITH_CLAUSE);
        for table in tables.flat_map(|clause| clause.children().collect::<Vec<_>>()) {
            let Some(name) = table.children().find(|child| child.kind() == SyntaxKind::CTE_NAME) else { continue };
            let listed = listed(&table);
            // A recursive one sees itself before its columns are known.
            self.sources.common.push(Source {
                alias: identifier(&name.text().to_string()),
                columns: listed.clone(),
                ..Source::default()
            });
            let place = self.sources.common.len() - 1;
            let query = table.children().find(|child| is_query(child.kind()));
            let columns = query.and_then(|query| self.query_columns(&query));
            if let Some(source) = self.sources.common.get_mut(place) {
                source.columns = listed.or(columns);
            }
        }
    }

    /// Everything that a FROM reads, sides of joins and all, then the conditions of the joins.
    fn from(&mut self, node: &SyntaxNode) {
        let first = self.sources_here();
        for child in node.children() {
            let source = match child.kind() {
                SyntaxKind::RELATION_FROM_ITEM => self.relation_item(&child),
                SyntaxKind::PAREN_FROM_ITEM => self.parenthesis(&child),
                SyntaxKind::JOIN => {
                    self.join(&child, first);
                    continue;
                }
                // joins in parentheses, as PostgreSQL prints them
                SyntaxKind::JOIN_EXPR | SyntaxKind::PAREN_EXPR => {
                    self.from(&child);
                    continue;
                }
                SyntaxKind::ON_CLAUSE => {
                    self.visit(&child);
                    continue;
                }
                SyntaxKind::JOIN_USING_CLAUSE => continue,
                _ => self.function_item(&child),
            };
            if let (Some(source), Some(level)) = (source, self.sources.levels.last_mut()) {
                level.sources.push(source);
            }
        }
    }

    fn sources_here(&self) -> usize {
        self.sources.levels.last().map_or(0, |level| level.sources.len())
    }

    /// The right side of a join, and which of its columns are the left side's as well, which begins with the source of
    /// this number: what stands before a comma is not joined.
    fn join(&mut self, node: &SyntaxNode, first: usize) {
        let left = self.sources_here();
        let outer = self.sources.levels.last_mut().map(|level| std::mem::replace(&mut level.joined_from, first));
        self.from(node);
        let Some(level) = self.sources.levels.last_mut() else { return };
        level.joined_from = outer.unwrap_or_default();
        let (left, right) = level.sources.split_at_mut(left);
        let merged = match has_own_token(node, SyntaxKind::NATURAL_KW) {
            true => left.iter().skip(first).filter_map(|source| source.columns.as_ref()).flatten().cloned().collect(),
            false => names_in_using(node),
        };
        right.iter_mut().for_each(|source| source.merged.extend(merged.iter().cloned()));
    }

    fn relation_item(&mut self, node: &SyntaxNode) -> Option<Source> {
        let name = node.children().find(|child| child.kind() == SyntaxKind::RELATION_NAME_REF)?.children().next()?;
        let found = self.relation(&name);
        Some(renamed(node, found))
    }

    fn parenthesis(&mut self, node: &SyntaxNode) -> Option<Source> {
        let Some(query) = node.children().find(|child| is_query(child.kind())) else {
            self.from(node);
            return None;
        };
        let columns = self.query_columns(&query);
        Some(renamed(node, Source { columns, ..Source::default() }))
    }

    /// A function: its columns are those listed behind its alias, or not known.
    fn function_item(&mut self, node: &SyntaxNode) -> Option<Source> {
        if !matches!(
            node.kind(),
            SyntaxKind::FUNCTION_FROM_ITEM
                | SyntaxKind::ROWS_FROM_ITEM
                | SyntaxKind::EXPR_FROM_ITEM
                | SyntaxKind::JSON_TABLE_FROM_ITEM
                | SyntaxKind::XML_TABLE_FROM_ITEM
                | SyntaxKind::GRAPH_TABLE_FROM_ITEM
        ) {
            return None;
        }
        for child in node.children().filter(|child| child.kind() != SyntaxKind::FROM_ALIAS) {
            self.visit(&child);
        }
        Some(renamed(node, Source::default()))
    }

    /// A table or view by its name: of the model, common to the query, PostgreSQL's own, or an error.
    fn relation(&mut self, path: &SyntaxNode) -> Source {
        let parts: Vec<String> = path
            .descendants()
            .filter(|child| child.kind() == SyntaxKind::PATH_SEGMENT_REF)
            .map(|child| identifier(&child.text().to_string()))
            .collect();
        let (schema, name) = match parts.as_slice() {
            [name] => (None, name.clone()),
            [.., schema, name] => (Some(schema.as_str()), name.clone()),
            [] => return Source::default(),
        };
        let common = self.sources.common.iter().rev().find(|source| schema.is_none() && source.alias == name);
        if let Some(common) = common {
            return common.clone();
        }
        let qualified = self.scope.names.qualified(schema, &name);
        match self.scope.names.relations.get(&qualified) {
            Some(columns) => {
                let columns = columns.clone();
                if schema.is_none() {
                    self.qualify(path, &qualified.schema);
                }
                self.relations.push(qualified.clone());
                Source { alias: name, relation: Some(qualified), columns, ..Source::default() }
            }
            None => {
                self.missing_relation(schema, &qualified, path);
                Source { alias: name, ..Source::default() }
            }
        }
    }

    fn missing_relation(&mut self, schema: Option<&str>, name: &QualifiedName, node: &SyntaxNode) {
        let Some(help) = self.scope.names.missing_relation(schema, name) else { return };
        self.report(Code::UnknownTable, node, format!("there is no table or view `{name}`"), help);
    }

    /// `source.column` in a query; whether `source` is one.
    pub(super) fn source_field(&mut self, source: &str, field: Option<&SyntaxNode>) -> bool {
        let Some(found) = self.sources.named(source) else {
            // Behind a source that is not known, anything may be.
            return false;
        };
        let Some(field) = field else { return true };
        let column = identifier(&field.text().to_string());
        if found.has(&column) == Found::No {
            let known = found.columns.clone().unwrap_or_default();
            let help = match suggestion(&column, known.iter().map(String::as_str)) {
                Some(close) => format!("did you mean `{close}`?"),
                None => format!("the columns of `{source}` are {}", known.join(", ")),
            };
            self.report(Code::UnknownColumn, field, format!("`{source}` has no column `{column}`"), help);
        }
        true
    }

    /// A bare column that several of the tables read have.
    pub(super) fn one_source(&mut self, name: &str, node: &SyntaxNode) {
        let several: Vec<String> = match self.sorts {
            true => Vec::new(),
            false => self.sources.several(name).iter().map(|source| qualified(source, name)).collect(),
        };
        if !several.is_empty() {
            let either = several.join(" or ");
            self.report(Code::Ambiguous, node, format!("`{name}` could be {either}"), format!("write {either}"));
        }
    }

    /// A bare name that nothing around has.
    pub(super) fn unknown_in_query(&mut self, name: &str, node: &SyntaxNode) {
        let help = match suggestion(name, self.sources.columns()) {
            Some(close) => did_you_mean(&close),
            None => "name a column of a table that the query reads".to_owned(),
        };
        self.report(Code::UnknownColumn, node, format!("there is no column `{name}`"), help);
    }
}

fn qualified(source: &Source, column: &str) -> String {
    let quoted = crate::catalog::quote_identifier;
    format!("`{}.{}`", quoted(&source.alias), quoted(column))
}

/// The columns of `using (…)`.
fn names_in_using(join: &SyntaxNode) -> Vec<String> {
    let using = join.children().find(|child| child.kind() == SyntaxKind::JOIN_USING_CLAUSE);
    let list = using.and_then(|using| using.children().find(|child| child.kind() == SyntaxKind::COLUMN_REF_LIST));
    list.into_iter().flat_map(|list| list.children()).map(|name| identifier(&name.text().to_string())).collect()
}

/// Names in parentheses behind an alias or a common table's name, and those of a record's definition.
fn listed(node: &SyntaxNode) -> Option<Vec<String>> {
    let list =
        node.children().find(|child| matches!(child.kind(), SyntaxKind::COLUMN_LIST | SyntaxKind::COLUMN_DEF_LIST))?;
    let names = list.descendants().filter(|child| child.kind() == SyntaxKind::COLUMN_NAME);
    Some(names.map(|name| identifier(&name.text().to_string())).collect())
}

/// A source under its alias.
fn renamed(node: &SyntaxNode, mut source: Source) -> Source {
    let Some(given) = node.children().find(|child| child.kind() == SyntaxKind::FROM_ALIAS) else { return source };
    if let Some(name) = given.children().find(|child| child.kind() == SyntaxKind::TABLE_ALIAS) {
        source.alias = identifier(&name.text().to_string());
    }
    if let Some(names) = listed(&given) {
        let rest = source.columns.iter().flatten().skip(names.len()).cloned().collect::<Vec<_>>();
        source.columns = Some(names.into_iter().chain(rest).collect());
        source.relation = None;
    }
    source
}
