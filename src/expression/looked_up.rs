//! Sequences and relations that a text names and PostgreSQL looks up: `nextval('numbers')`, `'orders'::regclass`.
//!
//! What we compile is run with `pg_catalog` alone in `search_path`: in the text as well, the schema must be written.

use super::Names;
use super::body::{NameUse, called, nodes_of};
use super::fragment::node_bytes;
use super::{place, suggestion};
use crate::catalog::{QualifiedName, split_name};
use crate::source::Span;
use squawk_syntax::{SyntaxKind, SyntaxNode};

/// Functions of sequences, whose first argument is the name of one.
const OF_SEQUENCES: &[&str] = &["nextval", "currval", "setval"];

/// What of the model a name is; or what is wrong with it, and what to do.
pub type Resolved = Result<QualifiedName, (String, String)>;

/// A name in a literal.
pub(super) struct LookedUp {
    pub literal: SyntaxNode,
    pub schema: Option<String>,
    pub name: String,
    /// It must be a sequence's.
    sequence: bool,
}

impl LookedUp {
    /// The name that a call or a cast looks up.
    pub(super) fn of(node: &SyntaxNode) -> Option<Self> {
        let (literal, sequence) = match node.kind() {
            SyntaxKind::CALL_EXPR => (argument(node)?, true),
            SyntaxKind::CAST_EXPR => (cast(node, &["regclass", "pg_catalog.regclass"])?, false),
            _ => return None,
        };
        let text = literal.text().to_string();
        let (schema, name) = split_name(&text.strip_prefix('\'')?.strip_suffix('\'')?.replace("''", "'"));
        Some(Self { literal, schema, name, sequence })
    }

    /// Where its schema belongs: the byte behind the opening quote.
    pub(super) fn start(&self) -> usize {
        node_bytes(&self.literal).0 + 1
    }

    /// What of the model it is.
    pub(super) fn found(&self, names: &Names) -> Option<QualifiedName> {
        let wanted = names.qualified(self.schema.as_deref(), &self.name);
        (names.relations.contains_key(&wanted) || is_of_column(names, &wanted)).then_some(wanted)
    }

    /// What is wrong with a name that the model does not have, and what to do about it.
    pub(super) fn missing(&self, names: &Names) -> Option<(String, String)> {
        let system = self.name.starts_with("pg_") || self.schema.as_deref() == Some("pg_catalog");
        // with its schema, it may be an index; or raw SQL makes it
        let passed_on = self.schema.is_some() && (names.unknown_relations || !self.sequence);
        if system || passed_on {
            return None;
        }
        let wanted = names.qualified(self.schema.as_deref(), &self.name);
        let same_schema = names.relations.keys().filter(|known| known.schema == wanted.schema);
        let elsewhere = names.relations.keys().find(|known| self.schema.is_none() && known.name == self.name);
        let help = match (elsewhere, suggestion(&self.name, same_schema.map(|known| known.name.as_str()))) {
            (Some(known), _) => format!("write `{}`", known.sql()),
            (None, Some(close)) => format!("did you mean `{close}`?"),
            (None, None) if wanted.schema != names.default_schema => return None,
            (None, None) if self.schema.is_some() => "add it to `sequences`".to_owned(),
            (None, None) => format!("add it to the model, or write `{}` if something else makes it", wanted.sql()),
        };
        let kind = if self.sequence { "sequence" } else { "table, view or sequence" };
        Some((format!("there is no {kind} `{wanted}`"), help))
    }
}

/// Names that a body looks up.
pub fn looked_up_of(body: &str, span: Span, names: &Names) -> Vec<(NameUse, Resolved)> {
    let of_use = |used: LookedUp| {
        let found = match used.found(names) {
            Some(found) => Ok(found),
            None => Err(used.missing(names)?),
        };
        let (start, end) = node_bytes(&used.literal);
        Some((NameUse { schema: used.schema, name: used.name, span: place(body, span, start, end) }, found))
    };
    nodes_of(body).filter_map(|node| LookedUp::of(&node)).filter_map(of_use).collect()
}

/// The first argument of a function of sequences.
fn argument(call: &SyntaxNode) -> Option<SyntaxNode> {
    let (schema, name) = called(&call.children().next()?)?;
    let own = matches!(schema.as_deref(), None | Some("pg_catalog")) && OF_SEQUENCES.contains(&name.as_str());
    let arguments = call.children().find(|child| child.kind() == SyntaxKind::ARG_LIST).filter(|_| own)?;
    let first = arguments.children().next()?.children().next()?;
    match first.kind() {
        SyntaxKind::LITERAL => Some(first),
        _ => cast(&first, &["text"]),
    }
}

/// A literal that is cast to one of these types.
fn cast(node: &SyntaxNode, types: &[&str]) -> Option<SyntaxNode> {
    let of_kind = |kind: SyntaxKind| node.children().find(|child| child.kind() == kind);
    let data_type = of_kind(SyntaxKind::PATH_TYPE)?.text().to_string().to_ascii_lowercase();
    types.contains(&data_type.as_str()).then(|| of_kind(SyntaxKind::LITERAL))?
}

/// The sequence behind a serial or identity column, which nobody declares.
fn is_of_column(names: &Names, name: &QualifiedName) -> bool {
    let Some(stem) = name.name.strip_suffix("_seq") else { return false };
    let belongs = |(table, columns): (&QualifiedName, &Option<Vec<String>>)| {
        let column = stem.strip_prefix(&table.name).and_then(|rest| rest.strip_prefix('_'));
        table.schema == name.schema && columns.iter().flatten().any(|known| column == Some(known))
    };
    names.relations.iter().any(belongs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::expression::{Expression, Scope};

    fn read(text: &str) -> (String, Vec<String>) {
        let mut names = Names { default_schema: "public".to_owned(), ..Names::default() };
        for (schema, name) in [("public", "numbers"), ("odd's", "Odd one"), ("public", "orders")] {
            names.relations.insert(QualifiedName::new(schema, name), Some(vec!["id".to_owned()]));
        }
        let scope = Scope {
            names: &names,
            columns: &[],
            kinds: &[],
            brought: None,
            qualifiers: &[],
            place: "default",
            subqueries: false,
        };
        let (expression, findings) = Expression::parse(text, Span::default(), &scope);
        (expression.sql, findings.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn names_in_literals_get_their_schema() {
        for (written, expected) in [
            ("nextval('numbers')", "nextval('public.numbers')"),
            ("pg_catalog.nextval('Numbers'::text)", "pg_catalog.nextval('public.Numbers'::text)"),
            ("nextval('numbers'::regclass)", "nextval('public.numbers'::regclass)"),
            ("currval('orders_id_seq')", "currval('public.orders_id_seq')"),
            ("cast('orders' as regclass)", "cast('public.orders' as regclass)"),
            ("nextval('\"odd''s\".\"Odd one\"')", "nextval('\"odd''s\".\"Odd one\"')"),
            ("nextval('other.numbers')", "nextval('other.numbers')"),
            ("'pg_class'::regclass", "'pg_class'::regclass"),
            ("'orders'::text", "'orders'::text"),
        ] {
            assert_eq!(read(written), (expected.to_owned(), Vec::new()), "{written}");
        }
    }

    #[test]
    fn names_of_nothing_are_told() {
        for written in ["nextval('nombers')", "nextval('public.nombers')", "'idx'::regclass", "setval('nothing', 1)"] {
            assert_eq!(read(written).1.len(), 1, "{written}");
        }
    }
}
