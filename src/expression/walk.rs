//! Finds what an expression names: columns, functions, types; says which do not exist.

use super::edits::{self, Edit, Moves, rewrite};
use super::fragment::{Fragment, node_bytes};
use super::known::add;
use super::looked_up::LookedUp;
use super::once::compared;
use super::operators;
use super::side::Gives;
use super::sources::{Found, Sources};
use super::words::is_word;
use super::{Bringer, ColumnUse, Expression, Scope, suggestion};
use crate::catalog::{QualifiedName, ViewOutput};
use crate::diagnostics::{Code, Diagnostic};
use crate::source::Span;
use squawk_syntax::{SyntaxKind, SyntaxNode};
use std::cell::Cell;
use std::ops::Range;

/// What a walk over a fragment collects.
pub(super) struct Walk<'a, 'b> {
    pub(super) fragment: &'a Fragment<'a>,
    pub(super) span: Span,
    pub(super) scope: &'a Scope<'b>,
    /// What the queries around the place of the walk read from.
    pub(super) sources: Sources,
    /// How deep in an expression its kind is asked for.
    pub(super) depth: Cell<usize>,
    /// A name may mean a result of the query before a column that it reads.
    pub(super) sorts: bool,
    /// Where the results of the outermost query come from, and the relation that it can write to.
    pub(super) outputs: (Vec<ViewOutput>, Option<QualifiedName>),
    pub(super) columns: Vec<ColumnUse>,
    pub(super) asked_once: Vec<Range<usize>>,
    pub(super) functions: Vec<QualifiedName>,
    pub(super) relations: Vec<QualifiedName>,
    /// Bytes to replace: names that lack their schema.
    pub(super) edits: Vec<Edit>,
    pub(super) findings: Vec<Diagnostic>,
}

/// Looks up every name of a fragment.
pub(super) fn resolve(fragment: &Fragment<'_>, span: Span, scope: &Scope<'_>) -> (Expression, Vec<Diagnostic>) {
    resolve_with(fragment, span, scope, Vec::new())
}

/// The same, with edits of the caller's own.
pub(super) fn resolve_with(
    fragment: &Fragment<'_>,
    span: Span,
    scope: &Scope<'_>,
    edits: Vec<Edit>,
) -> (Expression, Vec<Diagnostic>) {
    let mut walk = Walk::new(fragment, span, scope);
    walk.edits = edits;
    walk.children(&fragment.node);
    walk.needs_condition();
    let gives = fragment.node.children().next().map(|root| walk.gives(&root)).unwrap_or_default();
    let (expression, findings) = walk.finish();
    (Expression { gives, ..expression }, findings)
}

/// Is it a query: `select`, `values`, `table t`, in parentheses or joined by `union`?
pub(super) fn is_query(kind: SyntaxKind) -> bool {
    matches!(
        kind,
        SyntaxKind::SELECT
            | SyntaxKind::PAREN_SELECT
            | SyntaxKind::COMPOUND_SELECT
            | SyntaxKind::VALUES
            | SyntaxKind::TABLE
            | SyntaxKind::INSERT
            | SyntaxKind::UPDATE
            | SyntaxKind::DELETE
            | SyntaxKind::MERGE
    )
}

/// Is it a query that only reads?
pub(super) fn is_reading(kind: SyntaxKind) -> bool {
    is_query(kind) && !matches!(kind, SyntaxKind::INSERT | SyntaxKind::UPDATE | SyntaxKind::DELETE | SyntaxKind::MERGE)
}

/// A name as PostgreSQL reads it: folded to lower case unless quoted.
pub(super) fn identifier(text: &str) -> String {
    match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None => text.to_ascii_lowercase(),
    }
}

/// A column as SQL names it: without quotes, letters are small ones.
pub(super) fn did_you_mean(column: &str) -> String {
    match crate::catalog::quote_identifier(column) {
        quoted if quoted == column => format!("did you mean `{column}`?"),
        quoted => format!("did you mean `{quoted}`? SQL reads a name without quotes in small letters"),
    }
}

impl<'a, 'b> Walk<'a, 'b> {
    /// Nothing seen yet.
    pub(super) fn new(fragment: &'a Fragment<'a>, span: Span, scope: &'a Scope<'b>) -> Self {
        Self {
            fragment,
            span,
            scope,
            sources: Sources::default(),
            depth: Cell::new(0),
            sorts: false,
            outputs: (Vec::new(), None),
            columns: Vec::new(),
            asked_once: Vec::new(),
            functions: Vec::new(),
            relations: Vec::new(),
            edits: Vec::new(),
            findings: Vec::new(),
        }
    }
}

impl Walk<'_, '_> {
    /// The expression with its names qualified.
    pub(super) fn finish(self) -> (Expression, Vec<Diagnostic>) {
        let Walk { fragment, span, mut columns, asked_once, mut functions, mut relations, mut edits, findings, .. } =
            self;
        let compared = compared(fragment, &columns, &asked_once);
        edits::sort(&mut edits);
        let (sql, moves) = (rewrite(fragment.sql, &edits), Moves::of(&edits));
        columns.sort_by_key(|used| used.start);
        for used in &mut columns {
            (used.start, used.end) = (moves.behind(used.start), moves.before(used.end));
        }
        // a function's schema, where it was left out, is part of the call
        let asked_once =
            asked_once.iter().map(|call| moves.within_brackets(call.start)..moves.before(call.end)).collect();
        for names in [&mut functions, &mut relations] {
            names.sort();
            names.dedup();
        }
        let (inlined, gives) = (None, Gives::default());
        (Expression { sql, span, columns, asked_once, compared, functions, relations, inlined, gives }, findings)
    }

    pub(super) fn children(&mut self, node: &SyntaxNode) {
        for child in node.children() {
            self.visit(&child);
        }
    }

    pub(super) fn visit(&mut self, node: &SyntaxNode) {
        match node.kind() {
            SyntaxKind::NAME_REF => self.column(node, node),
            SyntaxKind::FIELD_EXPR => self.field(node),
            SyntaxKind::CALL_EXPR => self.call(node),
            SyntaxKind::PATH_TYPE => self.data_type(node),
            SyntaxKind::OP_CLASS_REF => self.operator_class(node),
            SyntaxKind::COLLATION_REF | SyntaxKind::OPERATOR_CALL | SyntaxKind::LOCKING_CLAUSE => {}
            SyntaxKind::BIN_EXPR => {
                self.slip(node);
                self.types_of_operation(node);
                self.operation_stays(node);
                self.edits.extend(operators::edits(node, self.fragment, self.scope, &self.sources));
                self.children(node);
            }
            SyntaxKind::CAST_EXPR => {
                self.looked_up(node);
                self.types_of_cast(node);
                self.cast_stays(node);
                self.children(node);
            }
            SyntaxKind::ORDER_BY_CLAUSE | SyntaxKind::DISTINCT_ON => {
                let sorts = std::mem::replace(&mut self.sorts, true);
                self.children(node);
                self.sorts = sorts;
            }
            SyntaxKind::EXTRACT_FN => {
                self.extracted_stays(node);
                self.children(node);
            }
            SyntaxKind::BETWEEN_EXPR => {
                self.types_of_between(node);
                self.children(node);
            }
            SyntaxKind::PREFIX_EXPR => {
                self.negated(node);
                self.children(node);
            }
            SyntaxKind::WHERE_CLAUSE | SyntaxKind::HAVING_CLAUSE | SyntaxKind::ON_CLAUSE => {
                self.aggregates_of(node);
                node.children().for_each(|child| self.condition(&child));
                self.children(node);
            }
            kind if is_query(kind) => self.subquery(node),
            _ => self.children(node),
        }
    }

    /// A bare name: a column of the row, or the row itself.
    fn column(&mut self, node: &SyntaxNode, whole: &SyntaxNode) {
        if is_word(node) {
            return self.word_stays(node);
        }
        let name = identifier(&node.text().to_string());
        if self.sources.bare(&name) != Found::No {
            return self.one_source(&name, node);
        }
        if self.scope.columns.contains(&name) {
            let (start, end) = self.fragment.bytes(node_bytes(whole));
            self.columns.push(ColumnUse { start, end, column: name });
        } else if !self.scope.qualifiers.contains(&name.as_str()) {
            self.unknown_column(&name, node);
        }
    }

    fn unknown_column(&mut self, name: &str, node: &SyntaxNode) {
        if !self.sources.is_empty() {
            return self.unknown_in_query(name, node);
        }
        let known = self.scope.columns.iter().map(String::as_str);
        let help = match suggestion(name, known) {
            Some(close) => did_you_mean(&close),
            None if self.scope.columns.is_empty() => {
                format!("`{}` has no row: write a value, a function call or text in quotes", self.scope.place)
            }
            None => "name a column of this table, or put text in single quotes".to_owned(),
        };
        let message = match self.scope.columns.is_empty() {
            true => format!("`{name}` is a column name, and `{}` sees no columns", self.scope.place),
            false => format!("there is no column `{name}`"),
        };
        self.report(Code::UnknownColumn, node, message, help);
    }

    /// `t.column`, `(composite).field`, `schema.table.column`.
    fn field(&mut self, node: &SyntaxNode) {
        let mut parts = node.children();
        let (Some(base), field) = (parts.next(), parts.next()) else { return };
        match base.kind() {
            SyntaxKind::NAME_REF => {
                let qualifier = identifier(&base.text().to_string());
                if self.source_field(&qualifier, field.as_ref()) {
                    return;
                }
                match field {
                    Some(field) if self.scope.qualifiers.contains(&qualifier.as_str()) => self.column(&field, node),
                    None if self.scope.qualifiers.contains(&qualifier.as_str()) => {}
                    _ => self.unknown_qualifier(&qualifier, &base),
                }
            }
            SyntaxKind::FIELD_EXPR => {
                let table = base.children().nth(1).map(|name| identifier(&name.text().to_string()));
                if table.as_ref().is_some_and(|table| self.source_field(table, field.as_ref())) {
                    return;
                }
                match (table, field) {
                    (Some(table), Some(field)) if self.scope.qualifiers.contains(&table.as_str()) => {
                        self.column(&field, node);
                    }
                    (table, _) => self.unknown_qualifier(&table.unwrap_or_default(), &base),
                }
            }
            _ => self.visit(&base),
        }
    }

    fn unknown_qualifier(&mut self, name: &str, node: &SyntaxNode) {
        if self.scope.columns.iter().any(|column| column == name) {
            let help = format!("a field of a composite column needs parentheses: `({name}).…`");
            return self.report(Code::UnknownColumn, node, format!("`{name}` is a column, not a table"), help);
        }
        let help = match self.scope.qualifiers.first() {
            Some(qualifier) => format!("only columns of `{qualifier}` are seen here"),
            None => "leave the qualifier out".to_owned(),
        };
        self.report(Code::UnknownColumn, node, format!("`{name}` is not known here"), help);
    }

    /// The name in `nextval('numbers')`.
    pub(super) fn looked_up(&mut self, node: &SyntaxNode) {
        let Some(name) = LookedUp::of(node) else { return };
        if let Some(found) = name.found(self.scope.names) {
            if name.schema.is_none() {
                let (start, _) = self.fragment.bytes((name.start(), name.start()));
                let schema = crate::catalog::quote_identifier(&found.schema).replace('\'', "''");
                self.edits.push((start, start, format!("{schema}.")));
            }
            self.relations.push(found);
        } else if let Some((message, help)) = name.missing(self.scope.names) {
            self.report(Code::UnknownTable, &name.literal, message, help);
        }
    }

    fn data_type(&mut self, node: &SyntaxNode) {
        let Some(path) = node.children().find(|child| child.kind() == SyntaxKind::PATH_REF) else { return };
        let text = path.text().to_string();
        if text.contains('.') {
            return;
        }
        let names = self.scope.names;
        let name = names.qualified(None, &identifier(&text));
        let declared = names.types.contains_key(&name);
        match (super::built_in::is_built_in(&text), names.extension_types.get(name.name.as_str())) {
            (true, _) if declared => {
                let (message, help) = super::built_in::ambiguous(&name);
                self.report(Code::Ambiguous, &path, message, help);
            }
            (true, _) => {}
            _ if declared || names.relations.contains_key(&name) => self.qualify(&path, &name.schema),
            (false, Some(schema)) => self.qualify(&path, schema),
            (false, None) => {
                let help = names.help_for_type(&name.name);
                self.report(Code::UnknownType, &path, format!("there is no type `{text}`"), help);
            }
        }
    }

    fn operator_class(&mut self, node: &SyntaxNode) {
        let text = node.text().to_string();
        if text.contains('.') {
            return;
        }
        match self.scope.names.bringer_of_operator_class(&identifier(&text)) {
            Bringer::Extension(schema) => self.qualify(node, schema),
            Bringer::Missing(extension) => {
                self.report(Code::InvalidSql, node, format!("there is no operator class `{text}`"), add(extension));
            }
            Bringer::Unknown if !self.scope.names.unknown_extensions => {
                let help = self.scope.names.help_for_operator_class(&identifier(&text));
                self.report(Code::InvalidSql, node, format!("there is no operator class `{text}`"), help);
            }
            Bringer::System | Bringer::Unknown => {}
        }
    }

    pub(super) fn qualify(&mut self, node: &SyntaxNode, schema: &str) {
        let (start, _) = self.fragment.bytes(node_bytes(node));
        self.edits.push((start, start, format!("{}.", crate::catalog::quote_identifier(schema))));
    }

    fn subquery(&mut self, node: &SyntaxNode) {
        if self.scope.subqueries {
            return self.query(node);
        }
        let message = format!("`{}` cannot have a subquery", self.scope.place);
        let help = match self.scope.place {
            "when" | "becomes" => "use `owner`, `through` or a function of the model instead",
            _ => "put the query into a function of the model, and call that",
        };
        let help = help.to_owned();
        self.report(Code::NotAllowedHere, node, message, help);
    }

    pub(super) fn report(&mut self, code: Code, node: &SyntaxNode, message: String, help: String) {
        let place = self.fragment.place(self.span, self.fragment.bytes(node_bytes(node)));
        self.findings.push(Diagnostic::new(code, place, message).help(help));
    }
}
