//! A type as SQL spells it, taken apart: for back ends that say it in another language.

use super::{Catalog, Column, CompositeType, Domain, EnumType, QualifiedName};

/// A type's parts.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SqlType {
    /// Its schema, where it is written.
    pub schema: Option<String>,
    /// Its name as `pg_type` has it: `int4` for `integer`, `timestamptz` for `timestamp with time zone`.
    pub name: String,
    /// What stands in parentheses: `10,2`.
    pub modifiers: String,
    /// Number of array dimensions.
    pub dimensions: usize,
}

/// What a type's name stands for.
#[derive(Debug, Clone, Copy)]
pub enum TypeTarget<'a> {
    /// An enum of the catalog.
    Enum(&'a EnumType),
    /// A domain of the catalog.
    Domain(&'a Domain),
    /// A composite type of the catalog.
    Composite(&'a CompositeType),
    /// The row type of a table of the catalog.
    Table(&'a QualifiedName),
    /// The row type of a view or materialized view of the catalog.
    View(&'a QualifiedName),
    /// Something else: built in, or of an extension.
    Other,
}

impl SqlType {
    /// Takes a type apart: `public.mood[]`, `numeric(10,2)`, `timestamp(3) with time zone`.
    pub fn parse(text: &str) -> Self {
        if text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            return Self { name: internal_name(text.to_owned()), ..Self::default() };
        }
        let (rest, dimensions) = without_dimensions(text.trim());
        let (rest, modifiers) = without_modifiers(rest);
        let (schema, name) = split_name(&rest);
        let name =
            if schema.as_deref().is_none_or(|schema| schema == "pg_catalog") { internal_name(name) } else { name };
        Self { schema, name, modifiers, dimensions }
    }

    /// The type of one element, for an array.
    #[must_use]
    pub fn element(&self) -> Self {
        Self { dimensions: 0, ..self.clone() }
    }
}

/// A type as PostgreSQL casts the literal that is the default of such a column: the column's length is held to when a row
/// comes, where a cast to it would cut silently.
pub fn without_length(data_type: &str) -> String {
    let parts = data_type.split_once('(').filter(|_| !data_type.contains('"'));
    let (name, rest) =
        parts.map_or((data_type, ""), |(name, rest)| (name, rest.split_once(')').map_or("", |(_, rest)| rest)));
    let (base, dimensions) = name.split_at(name.find('[').unwrap_or(name.len()));
    // these two words mean a length of one
    let base = match base {
        "character" | "char" => "bpchar",
        "bit" => "\"bit\"",
        base => base,
    };
    format!("{base}{dimensions}{rest}")
}

impl Catalog {
    /// What a type's name stands for. Types of the model have a schema; what has none is built in.
    pub fn type_target(&self, data_type: &SqlType) -> TypeTarget<'_> {
        let Some(schema) = &data_type.schema else { return TypeTarget::Other };
        let name = QualifiedName::new(schema, &data_type.name);
        if let Some(found) = self.enums.get(&name) {
            TypeTarget::Enum(found)
        } else if let Some(found) = self.domains.get(&name) {
            TypeTarget::Domain(found)
        } else if let Some(found) = self.composites.get(&name) {
            TypeTarget::Composite(found)
        } else if let Some((found, _)) = self.tables.get_key_value(&name) {
            TypeTarget::Table(found)
        } else if let Some((found, _)) = self.views.get_key_value(&name) {
            TypeTarget::View(found)
        } else if let Some((found, _)) = self.materialized_views.get_key_value(&name) {
            TypeTarget::View(found)
        } else {
            TypeTarget::Other
        }
    }
}

impl Catalog {
    /// The column may be NULL: neither it nor its domain says otherwise.
    pub fn is_nullable(&self, column: &Column) -> bool {
        !column.not_null && !self.is_domain_not_null(&column.data_type)
    }

    /// An insert may leave the column out.
    pub fn is_optional(&self, column: &Column) -> bool {
        let written_for = column.default.is_some() || column.identity.is_some() || column.hints.filled;
        written_for || self.is_nullable(column)
    }

    fn is_domain_not_null(&self, data_type: &str) -> bool {
        let parsed = SqlType::parse(data_type);
        match self.type_target(&parsed) {
            TypeTarget::Domain(domain) if parsed.dimensions == 0 => domain.not_null,
            _ => false,
        }
    }
}

/// `text[][3]` and `text array[3]` without their dimensions, and how many there are.
fn without_dimensions(text: &str) -> (&str, usize) {
    let mut rest = text;
    let mut dimensions = 0;
    while let Some(inner) = rest.strip_suffix(']')
        && let Some((before, _)) = inner.rsplit_once('[')
    {
        rest = before.trim_end();
        dimensions += 1;
    }
    match strip_word(rest, "array") {
        Some(inner) => (inner, dimensions.max(1)),
        None => (rest, dimensions),
    }
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.len().checked_sub(word.len() + 1)?;
    let (before, tail) = text.split_at_checked(start)?;
    let last = tail.strip_prefix(char::is_whitespace)?;
    last.eq_ignore_ascii_case(word).then(|| before.trim_end())
}

/// The text without its (unquoted) parentheses, and what stands in them.
fn without_modifiers(text: &str) -> (String, String) {
    let mut quoted = false;
    let open = text.char_indices().find(|(_, letter)| {
        quoted ^= *letter == '"';
        !quoted && *letter == '('
    });
    let Some((open, _)) = open else { return (text.to_owned(), String::new()) };
    let (before, behind) = text.split_at_checked(open).unwrap_or((text, ""));
    let inside = behind.strip_prefix('(').unwrap_or(behind);
    let (modifiers, after) = inside.split_once(')').unwrap_or((inside, ""));
    (format!("{}{after}", before.trim_end()), modifiers.trim().to_owned())
}

/// Schema and name, unquoted; bare words in lower case, with one blank between them.
pub fn split_name(text: &str) -> (Option<String>, String) {
    let mut parts = vec![String::new()];
    let mut letters = text.trim().chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let Some(part) = parts.last_mut() else { break };
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                part.push('"');
            }
            '"' => quoted = !quoted,
            '.' if !quoted => parts.push(String::new()),
            _ if quoted => part.push(letter),
            _ if letter.is_whitespace() && part.ends_with(' ') => {}
            _ if letter.is_whitespace() => part.push(' '),
            _ => part.extend(letter.to_lowercase()),
        }
    }
    let name = parts.pop().unwrap_or_default();
    (parts.pop(), name)
}

/// The name in `pg_type` of a built-in type.
fn internal_name(name: String) -> String {
    let internal = match name.as_str() {
        "boolean" => "bool",
        "smallint" | "smallserial" | "serial2" => "int2",
        "integer" | "int" | "serial" | "serial4" => "int4",
        "bigint" | "bigserial" | "serial8" => "int8",
        "real" => "float4",
        "double precision" | "float" => "float8",
        "decimal" | "dec" => "numeric",
        "character varying" | "char varying" => "varchar",
        "character" | "char" => "bpchar",
        "bit varying" => "varbit",
        "time with time zone" => "timetz",
        "time without time zone" => "time",
        "timestamp with time zone" => "timestamptz",
        "timestamp without time zone" => "timestamp",
        _ if name.starts_with("interval ") => "interval",
        _ => return name,
    };
    internal.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(text: &str) -> (String, String, usize) {
        let found = SqlType::parse(text);
        let name = found.schema.map_or(found.name.clone(), |schema| format!("{schema}.{}", found.name));
        (name, found.modifiers, found.dimensions)
    }

    #[test]
    fn leaves_lengths_out() {
        for (text, short) in [
            ("character varying(9)", "character varying"),
            ("character(3)", "bpchar"),
            ("character", "bpchar"),
            ("bit(3)[]", "\"bit\"[]"),
            ("numeric(10,2)[]", "numeric[]"),
            ("timestamp(3) with time zone", "timestamp with time zone"),
            ("public.\"a(b)\"", "public.\"a(b)\""),
            ("text", "text"),
        ] {
            assert_eq!(without_length(text), short);
        }
    }

    #[test]
    fn takes_types_apart() {
        for (text, name, modifiers, dimensions) in [
            ("integer", "int4", "", 0),
            ("Double  Precision[]", "float8", "", 1),
            ("numeric(10, 2)[][3]", "numeric", "10, 2", 2),
            ("timestamp(3) with time zone", "timestamptz", "3", 0),
            ("interval day to second(3)", "interval", "3", 0),
            ("integer array", "int4", "", 1),
            ("public.mood[]", "public.mood", "", 1),
            (r#""My Schema"."a ""b"".c(""#, r#"My Schema.a "b".c("#, "", 0),
            ("pg_catalog.int4", "pg_catalog.int4", "", 0),
            ("character varying(20)", "varchar", "20", 0),
        ] {
            assert_eq!(parsed(text), (name.to_owned(), modifiers.to_owned(), dimensions), "{text}");
        }
    }
}
