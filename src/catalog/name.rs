//! Names of things in a database.

use std::borrow::Cow;

/// A schema and a name in it, unquoted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct QualifiedName {
    /// The schema.
    pub schema: String,
    /// The name.
    pub name: String,
}

impl QualifiedName {
    /// Puts a schema and a name together.
    pub fn new(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self { schema: schema.into(), name: name.into() }
    }

    /// As SQL, quoted where needed: `public."Order"`.
    pub fn sql(&self) -> String {
        [&quote_identifier(&self.schema), ".", &quote_identifier(&self.name)].concat()
    }
}

impl std::fmt::Display for QualifiedName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}.{}", self.schema, self.name)
    }
}

/// A function's name and the types of its input arguments, which together identify it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FunctionName {
    /// Schema and name.
    pub name: QualifiedName,
    /// Input types as SQL spells them (`real[]`, `public.mood`).
    pub arguments: Vec<String>,
}

impl FunctionName {
    /// As SQL: `public.match(real[], integer)`.
    pub fn sql(&self) -> String {
        format!("{}({})", self.name.sql(), self.arguments.join(", "))
    }
}

/// Any object that can be created, for ordering and messages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectName {
    /// A schema.
    Schema(String),
    /// An extension.
    Extension(String),
    /// A role.
    Role(String),
    /// An enum.
    Enum(QualifiedName),
    /// A domain.
    Domain(QualifiedName),
    /// A composite type.
    Composite(QualifiedName),
    /// A range type.
    Range(QualifiedName),
    /// A sequence.
    Sequence(QualifiedName),
    /// A function or procedure.
    Function(FunctionName),
    /// A table (without its foreign keys, triggers and policies, which come after all tables).
    Table(QualifiedName),
    /// A view.
    View(QualifiedName),
    /// A materialized view.
    MaterializedView(QualifiedName),
    /// A piece of raw SQL by its name.
    Raw(String),
}

/// Quotes an identifier: the one function in the project that does. Lower-case words that are no
/// key words stay bare, as PostgreSQL's own `quote_identifier` does; everything else is quoted.
pub fn quote_identifier(name: &str) -> String {
    let mut bytes = name.bytes();
    let plain = bytes.next().is_some_and(|first| first.is_ascii_lowercase() || first == b'_')
        && bytes.all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if plain && KEYWORDS.binary_search(&name).is_err() {
        name.to_owned()
    } else {
        format!("\"{}\"", name.replace('"', "\"\""))
    }
}

/// Quotes text as an SQL literal: the one function in the project that does. Independent of
/// `standard_conforming_strings`: a backslash makes it an `E''` literal.
pub fn quote_literal(text: &str) -> String {
    let doubled = if text.contains('\'') { Cow::Owned(text.replace('\'', "''")) } else { Cow::Borrowed(text) };
    if text.contains('\\') {
        ["E'", &doubled.replace('\\', "\\\\"), "'"].concat()
    } else {
        ["'", &*doubled, "'"].concat()
    }
}

/// Quotes text between dollars with a tag that does not occur in it.
pub fn quote_dollars(tag: &str, text: &str) -> String {
    let mut delimiter = format!("${tag}$");
    let mut number = 0;
    while text.contains(&delimiter) || text.ends_with('$') && delimiter == "$$" {
        number += 1;
        delimiter = format!("${tag}{number}$");
    }
    [&delimiter, text, &delimiter].concat()
}

/// The key words that `quote_identifier` of PostgreSQL 15–18 quotes: all but the unreserved ones
/// (`src/include/parser/kwlist.h`), sorted.
static KEYWORDS: &[&str] = &[
    "all",
    "analyse",
    "analyze",
    "and",
    "any",
    "array",
    "as",
    "asc",
    "asymmetric",
    "authorization",
    "between",
    "bigint",
    "binary",
    "bit",
    "boolean",
    "both",
    "case",
    "cast",
    "char",
    "character",
    "check",
    "coalesce",
    "collate",
    "collation",
    "column",
    "concurrently",
    "constraint",
    "create",
    "cross",
    "current_catalog",
    "current_date",
    "current_role",
    "current_schema",
    "current_time",
    "current_timestamp",
    "current_user",
    "dec",
    "decimal",
    "default",
    "deferrable",
    "desc",
    "distinct",
    "do",
    "else",
    "end",
    "except",
    "exists",
    "extract",
    "false",
    "fetch",
    "float",
    "for",
    "foreign",
    "freeze",
    "from",
    "full",
    "grant",
    "greatest",
    "group",
    "grouping",
    "having",
    "ilike",
    "in",
    "initially",
    "inner",
    "inout",
    "int",
    "integer",
    "intersect",
    "interval",
    "into",
    "is",
    "isnull",
    "join",
    "json",
    "json_array",
    "json_arrayagg",
    "json_exists",
    "json_object",
    "json_objectagg",
    "json_query",
    "json_scalar",
    "json_serialize",
    "json_table",
    "json_value",
    "lateral",
    "leading",
    "least",
    "left",
    "like",
    "limit",
    "localtime",
    "localtimestamp",
    "merge_action",
    "national",
    "natural",
    "nchar",
    "none",
    "normalize",
    "not",
    "notnull",
    "null",
    "nullif",
    "numeric",
    "offset",
    "on",
    "only",
    "or",
    "order",
    "out",
    "outer",
    "overlaps",
    "overlay",
    "placing",
    "position",
    "precision",
    "primary",
    "real",
    "references",
    "returning",
    "right",
    "row",
    "select",
    "session_user",
    "setof",
    "similar",
    "smallint",
    "some",
    "substring",
    "symmetric",
    "system_user",
    "table",
    "tablesample",
    "then",
    "time",
    "timestamp",
    "to",
    "trailing",
    "treat",
    "trim",
    "true",
    "union",
    "unique",
    "user",
    "using",
    "values",
    "varchar",
    "variadic",
    "verbose",
    "when",
    "where",
    "window",
    "with",
    "xmlattributes",
    "xmlconcat",
    "xmlelement",
    "xmlexists",
    "xmlforest",
    "xmlnamespaces",
    "xmlparse",
    "xmlpi",
    "xmlroot",
    "xmlserialize",
    "xmltable",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_what_needs_it() {
        assert!(KEYWORDS.is_sorted());
        assert_eq!(quote_identifier("jobs"), "jobs");
        assert_eq!(quote_identifier("user"), "\"user\"");
        assert_eq!(quote_identifier("a\"b"), "\"a\"\"b\"");
        assert_eq!(quote_literal("it's"), "'it''s'");
        assert_eq!(quote_literal("a\\'"), "E'a\\\\'''");
        assert_eq!(quote_dollars("x", "a $x$ b"), "$x1$a $x$ b$x1$");
    }
}
