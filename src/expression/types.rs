//! Types as authors spell them, to types as PostgreSQL prints them.

use super::Names;
use super::walk::identifier;
use crate::catalog::{QualifiedName, quote_identifier};

/// A type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataType {
    /// As `format_type` prints it, types of the model qualified: `numeric(10,2)`, `public.mood[]`.
    pub sql: String,
    /// Without modifier and dimensions: `numeric`, `public.mood`.
    pub base: String,
    /// It is an array.
    pub array: bool,
    /// The type of the model that it is, or an array of.
    pub declared: Option<QualifiedName>,
    /// `serial` and its like: an integer with a sequence of its own.
    pub serial: bool,
}

/// Why a text is no type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeError {
    /// It is not how SQL writes a type.
    Syntax,
    /// Nothing of this name is known; perhaps this was meant.
    Unknown(String, Option<String>),
}

/// Spellings and PostgreSQL's own, sorted.
static BUILT_IN: &[(&str, &str)] = &[
    ("\"char\"", "\"char\""),
    ("any", "\"any\""),
    ("anyarray", "anyarray"),
    ("anycompatible", "anycompatible"),
    ("anycompatiblearray", "anycompatiblearray"),
    ("anyelement", "anyelement"),
    ("anyenum", "anyenum"),
    ("anynonarray", "anynonarray"),
    ("anyrange", "anyrange"),
    ("bigint", "bigint"),
    ("bigserial", "bigint"),
    ("bit", "bit"),
    ("bit varying", "bit varying"),
    ("bool", "boolean"),
    ("boolean", "boolean"),
    ("box", "box"),
    ("bpchar", "character"),
    ("bytea", "bytea"),
    ("char", "character"),
    ("char varying", "character varying"),
    ("character", "character"),
    ("character varying", "character varying"),
    ("cid", "cid"),
    ("cidr", "cidr"),
    ("circle", "circle"),
    ("cstring", "cstring"),
    ("date", "date"),
    ("datemultirange", "datemultirange"),
    ("daterange", "daterange"),
    ("dec", "numeric"),
    ("decimal", "numeric"),
    ("double precision", "double precision"),
    ("event_trigger", "event_trigger"),
    ("float", "double precision"),
    ("float4", "real"),
    ("float8", "double precision"),
    ("inet", "inet"),
    ("int", "integer"),
    ("int2", "smallint"),
    ("int2vector", "int2vector"),
    ("int4", "integer"),
    ("int4multirange", "int4multirange"),
    ("int4range", "int4range"),
    ("int8", "bigint"),
    ("int8multirange", "int8multirange"),
    ("int8range", "int8range"),
    ("integer", "integer"),
    ("internal", "internal"),
    ("interval", "interval"),
    ("json", "json"),
    ("jsonb", "jsonb"),
    ("jsonpath", "jsonpath"),
    ("line", "line"),
    ("lseg", "lseg"),
    ("macaddr", "macaddr"),
    ("macaddr8", "macaddr8"),
    ("money", "money"),
    ("name", "name"),
    ("national character", "character"),
    ("national character varying", "character varying"),
    ("nchar", "character"),
    ("numeric", "numeric"),
    ("nummultirange", "nummultirange"),
    ("numrange", "numrange"),
    ("oid", "oid"),
    ("oidvector", "oidvector"),
    ("path", "path"),
    ("pg_lsn", "pg_lsn"),
    ("pg_snapshot", "pg_snapshot"),
    ("point", "point"),
    ("polygon", "polygon"),
    ("real", "real"),
    ("record", "record"),
    ("refcursor", "refcursor"),
    ("regclass", "regclass"),
    ("regcollation", "regcollation"),
    ("regconfig", "regconfig"),
    ("regdictionary", "regdictionary"),
    ("regnamespace", "regnamespace"),
    ("regoper", "regoper"),
    ("regoperator", "regoperator"),
    ("regproc", "regproc"),
    ("regprocedure", "regprocedure"),
    ("regrole", "regrole"),
    ("regtype", "regtype"),
    ("serial", "integer"),
    ("serial2", "smallint"),
    ("serial4", "integer"),
    ("serial8", "bigint"),
    ("smallint", "smallint"),
    ("smallserial", "smallint"),
    ("text", "text"),
    ("tid", "tid"),
    ("time", "time without time zone"),
    ("time with time zone", "time with time zone"),
    ("time without time zone", "time without time zone"),
    ("timestamp", "timestamp without time zone"),
    ("timestamp with time zone", "timestamp with time zone"),
    ("timestamp without time zone", "timestamp without time zone"),
    ("timestamptz", "timestamp with time zone"),
    ("timetz", "time with time zone"),
    ("trigger", "trigger"),
    ("tsmultirange", "tsmultirange"),
    ("tsquery", "tsquery"),
    ("tsrange", "tsrange"),
    ("tstzmultirange", "tstzmultirange"),
    ("tstzrange", "tstzrange"),
    ("tsvector", "tsvector"),
    ("txid_snapshot", "txid_snapshot"),
    ("unknown", "unknown"),
    ("uuid", "uuid"),
    ("varbit", "bit varying"),
    ("varchar", "character varying"),
    ("void", "void"),
    ("xid", "xid"),
    ("xid8", "xid8"),
    ("xml", "xml"),
];

/// Types that well-known extensions bring.
pub(crate) static EXTENSION_TYPES: &[(&str, &[&str])] = &[
    ("citext", &["citext"]),
    ("cube", &["cube"]),
    ("hstore", &["hstore"]),
    ("isn", &["ean13", "isbn", "isbn13", "issn", "upc"]),
    ("ltree", &["lquery", "ltree", "ltxtquery"]),
    ("postgis", &["box2d", "box3d", "geography", "geometry"]),
    ("seg", &["seg"]),
    ("vector", &["halfvec", "sparsevec", "vector"]),
];

/// Extensions that bring functions, operators or methods only.
pub(crate) static TYPELESS_EXTENSIONS: &[&str] = &[
    "btree_gin",
    "btree_gist",
    "dblink",
    "fuzzystrmatch",
    "moddatetime",
    "pg_cron",
    "pg_graphql",
    "pg_net",
    "pg_stat_statements",
    "pg_trgm",
    "pgcrypto",
    "pgjwt",
    "pgtap",
    "plpgsql",
    "postgres_fdw",
    "supabase_vault",
    "tablefunc",
    "unaccent",
    "uuid-ossp",
];

/// A type's text taken apart: words before the modifier, modifier, words behind it, dimensions.
struct Written<'a> {
    words: Vec<&'a str>,
    dotted: bool,
    modifier: Option<String>,
    tail: Vec<&'a str>,
    dimensions: usize,
}

/// Reads a type (without a trailing `?`).
pub fn parse_type(text: &str, names: &Names) -> Result<DataType, TypeError> {
    let text = text.trim();
    // A type of the model by its very name, whatever is in it.
    let exact = names.qualified(None, text);
    if names.types.contains_key(&exact) {
        let written = Written { words: Vec::new(), dotted: false, modifier: None, tail: Vec::new(), dimensions: 0 };
        return Ok(finish(exact.sql(), exact.sql(), &written, Some(exact)));
    }
    let written = take_apart(text).ok_or(TypeError::Syntax)?;
    if written.dotted {
        return Ok(dotted(&written, names));
    }
    let words: Vec<String> = written.words.iter().chain(&written.tail).map(|word| word.to_ascii_lowercase()).collect();
    let phrase = words.join(" ");
    if let Some(found) = interval(&phrase, &written) {
        return Ok(found);
    }
    if let [word] = written.words.as_slice()
        && written.tail.is_empty()
        && let Some(found) = declared_or_extension(&identifier(word), &written, names)
    {
        return Ok(found);
    }
    match BUILT_IN.binary_search_by(|(spelled, _)| (*spelled).cmp(&phrase)) {
        Ok(index) => Ok(built_in(&phrase, BUILT_IN[index].1, &written)),
        Err(_) if written.words.len() == 1 && names.unknown_extensions => {
            let base = quote_identifier(&identifier(written.words[0]));
            Ok(finish(base.clone(), base, &written, None))
        }
        Err(_) => Err(TypeError::Unknown(phrase.clone(), close_type(&phrase, names))),
    }
}

fn close_type(phrase: &str, names: &Names) -> Option<String> {
    let declared = names.types.keys().map(|name| name.name.as_str());
    super::suggestion(phrase, declared.chain(BUILT_IN.iter().map(|(spelled, _)| *spelled)))
}

fn declared_or_extension(name: &str, written: &Written<'_>, names: &Names) -> Option<DataType> {
    let declared = names.qualified(None, name);
    if names.types.contains_key(&declared) || names.relations.contains_key(&declared) {
        return Some(finish(declared.sql(), declared.sql(), written, Some(declared)));
    }
    let schema = names.extension_types.get(name)?;
    let base = match schema {
        Some(schema) => QualifiedName::new(schema.clone(), name).sql(),
        None => quote_identifier(name),
    };
    Some(finish(base.clone(), base, written, None))
}

/// `schema.name`: the model's, an extension's or somebody else's.
fn dotted(written: &Written<'_>, names: &Names) -> DataType {
    let parts: Vec<String> = written.words.iter().map(|word| identifier(word)).collect();
    let name = QualifiedName::new(parts[0].clone(), parts[1].clone());
    if name.schema == "pg_catalog"
        && let Ok(index) = BUILT_IN.binary_search_by(|(spelled, _)| (*spelled).cmp(name.name.as_str()))
    {
        return built_in(&name.name, BUILT_IN[index].1, written);
    }
    let known = names.types.contains_key(&name) || names.relations.contains_key(&name);
    finish(name.sql(), name.sql(), written, known.then_some(name))
}

fn built_in(phrase: &str, canonical: &str, written: &Written<'_>) -> DataType {
    let modifier = written.modifier.as_deref();
    let sql = match (phrase, modifier) {
        ("float", Some(bits)) if bits.parse::<u8>().is_ok_and(|bits| bits <= 24) => "real".to_owned(),
        ("float", Some(_)) => canonical.to_owned(),
        ("char" | "character" | "nchar" | "national character", None) => "character(1)".to_owned(),
        ("bit", None) => "bit(1)".to_owned(),
        ("bpchar", None) => "bpchar".to_owned(),
        (_, None) => canonical.to_owned(),
        (_, Some(modifier)) => match canonical.split_once(' ') {
            Some((first, rest)) if first.starts_with("time") => format!("{first}({modifier}) {rest}"),
            _ if canonical == "numeric" && !modifier.contains(',') => format!("numeric({modifier},0)"),
            _ => format!("{canonical}({modifier})"),
        },
    };
    let base = if sql == "real" { "real" } else { canonical };
    let mut found = finish(sql.clone(), base.to_owned(), &Written { modifier: None, ..copy(written) }, None);
    found.serial = phrase.contains("serial");
    found
}

fn copy<'a>(written: &Written<'a>) -> Written<'a> {
    Written {
        words: written.words.clone(),
        dotted: written.dotted,
        modifier: written.modifier.clone(),
        tail: written.tail.clone(),
        dimensions: written.dimensions,
    }
}

/// `interval day to second(3)`
fn interval(phrase: &str, written: &Written<'_>) -> Option<DataType> {
    let fields = phrase.strip_prefix("interval ")?;
    let known = ["year", "month", "day", "hour", "minute", "second", "to"];
    if !fields.split(' ').all(|word| known.contains(&word)) {
        return None;
    }
    let modifier = written.modifier.as_ref().map(|modifier| format!("({modifier})")).unwrap_or_default();
    let sql = format!("interval {fields}{modifier}");
    Some(finish(sql, "interval".to_owned(), &Written { modifier: None, ..copy(written) }, None))
}

fn finish(mut sql: String, base: String, written: &Written<'_>, declared: Option<QualifiedName>) -> DataType {
    if let Some(modifier) = &written.modifier {
        sql.push_str(&format!("({modifier})"));
    }
    // PostgreSQL keeps no record of how many dimensions were written.
    if written.dimensions > 0 {
        sql.push_str("[]");
    }
    DataType { sql, base, array: written.dimensions > 0, declared, serial: false }
}

fn take_apart(text: &str) -> Option<Written<'_>> {
    let mut written = Written { words: Vec::new(), dotted: false, modifier: None, tail: Vec::new(), dimensions: 0 };
    let mut rest = text;
    while !rest.is_empty() {
        rest = piece(rest, &mut written)?.trim_start();
    }
    let parts = written.words.len();
    (parts > 0 && (!written.dotted || parts == 2 && written.tail.is_empty())).then_some(written)
}

/// Takes one word, modifier or dimension off the front.
fn piece<'a>(text: &'a str, written: &mut Written<'a>) -> Option<&'a str> {
    let first = text.chars().next()?;
    if let Some(inside) = text.strip_prefix('(') {
        let (modifier, rest) = inside.split_once(')')?;
        let items: Vec<&str> = modifier.split(',').map(str::trim).collect();
        let plain = |item: &&str| !item.is_empty() && item.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        if written.modifier.is_some() || written.words.is_empty() || !items.iter().all(plain) {
            return None;
        }
        written.modifier = Some(items.join(","));
        return Some(rest);
    }
    if let Some(inside) = text.strip_prefix('[') {
        let (bound, rest) = inside.split_once(']')?;
        written.dimensions += 1;
        return (!written.words.is_empty() && bound.trim().chars().all(|c| c.is_ascii_digit())).then_some(rest);
    }
    if let Some(rest) = text.strip_prefix('.') {
        written.dotted = true;
        return (written.words.len() == 1 && written.modifier.is_none()).then_some(rest);
    }
    let end = word_end(text, first)?;
    let word = &text[..end];
    if word.eq_ignore_ascii_case("array") && !written.words.is_empty() {
        written.dimensions += 1;
    } else if written.dimensions > 0 {
        return None;
    } else if written.modifier.is_some() {
        written.tail.push(word);
    } else {
        written.words.push(word);
    }
    Some(&text[end..])
}

fn word_end(text: &str, first: char) -> Option<usize> {
    if first == '"' {
        let mut from = 1;
        loop {
            let quote = from + text[from..].find('"')?;
            if !text[quote + 1..].starts_with('"') {
                return (quote > 1).then_some(quote + 1);
            }
            from = quote + 2;
        }
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(text.len());
    (end > 0).then_some(end)
}
