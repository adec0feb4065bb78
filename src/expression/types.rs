//! Types as authors spell them, to types as PostgreSQL prints them.

use super::Names;
use super::built_in::{BUILT_IN, canonical, is_built_in};
use super::walk::identifier;
use crate::catalog::{QualifiedName, quote_identifier};
use crate::diagnostics::habits;

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
    /// Nothing of this name is known.
    Unknown(String),
    /// PostgreSQL has a type of this name, and the model declares one.
    Ambiguous(QualifiedName),
    /// What stands in parentheses cannot; and what to write.
    Modifier(String, String),
}

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
    let (stem, dimensions) = without_dimensions(text);
    let exact = names.qualified(None, stem);
    if names.types.contains_key(&exact) && !is_built_in(stem) {
        let written = Written { words: Vec::new(), dotted: false, modifier: None, tail: Vec::new(), dimensions };
        return Ok(finish(exact.sql(), exact.sql(), &written, Some(exact)));
    }
    let written = take_apart(text).ok_or(TypeError::Syntax)?;
    if written.dotted {
        return modified(dotted(&written, names), &written);
    }
    let words: Vec<String> = written.words.iter().chain(&written.tail).map(|word| word.to_ascii_lowercase()).collect();
    let phrase = words.join(" ");
    if let Some(found) = interval(&phrase, &written) {
        return Ok(found);
    }
    if let [word] = written.words.as_slice()
        && written.tail.is_empty()
    {
        return one_word(word, &written, names);
    }
    match canonical(&phrase) {
        Some(canonical) => modified_built_in(&phrase, canonical, &written),
        None => Err(TypeError::Unknown(phrase.clone())),
    }
}

/// `Mood` and 2 of `Mood[][]`.
fn without_dimensions(text: &str) -> (&str, usize) {
    let (mut stem, mut dimensions) = (text, 0);
    while let Some(inner) = stem.strip_suffix("[]") {
        (stem, dimensions) = (inner.trim_end(), dimensions + 1);
    }
    (stem, dimensions)
}

fn one_word(word: &str, written: &Written<'_>, names: &Names) -> Result<DataType, TypeError> {
    let name = identifier(word);
    if is_built_in(word) {
        let declared = names.qualified(None, &name);
        let phrase = if word == "\"char\"" { word } else { &name };
        return match canonical(phrase) {
            Some(canonical) if !names.types.contains_key(&declared) => modified_built_in(phrase, canonical, written),
            _ => Err(TypeError::Ambiguous(declared)),
        };
    }
    if let Some(found) = declared_or_extension(&name, written, names) {
        return modified(found, written);
    }
    if names.unknown_extensions {
        let base = quote_identifier(&name);
        return Ok(finish(base.clone(), base, written, None));
    }
    let phrase = word.to_ascii_lowercase();
    Err(TypeError::Unknown(phrase.clone()))
}

impl Names {
    /// What to do about a type that is not there.
    pub fn help_for_type(&self, name: &str) -> String {
        if let Some((extension, _)) = EXTENSION_TYPES.iter().find(|(_, types)| types.contains(&name)) {
            return super::known::add(extension);
        }
        if let Some(help) = habits::of_type(name) {
            return help.to_owned();
        }
        let declared = self.types.keys().map(|name| name.name.as_str());
        match super::suggestion(name, declared.chain(BUILT_IN.iter().map(|(spelled, _)| *spelled))) {
            Some(close) => format!("did you mean `{close}`?"),
            None => "define it under enums, domains or composites, or name its extension".to_owned(),
        }
    }
}

fn declared_or_extension(name: &str, written: &Written<'_>, names: &Names) -> Option<DataType> {
    let declared = names.qualified(None, name);
    if names.types.contains_key(&declared) || names.relations.contains_key(&declared) {
        return Some(finish(declared.sql(), declared.sql(), written, Some(declared)));
    }
    let schema = names.extension_types.get(name)?;
    let base = QualifiedName::new(schema.clone(), name).sql();
    Some(finish(base.clone(), base, written, None))
}

/// `schema.name`: the model's, an extension's or somebody else's.
fn dotted(written: &Written<'_>, names: &Names) -> DataType {
    let parts: Vec<String> = written.words.iter().map(|word| identifier(word)).collect();
    let [schema, name] = parts.as_slice() else { return finish(String::new(), String::new(), written, None) };
    let name = QualifiedName::new(schema, name);
    if name.schema == "pg_catalog"
        && let Some(canonical) = canonical(&name.name)
    {
        return built_in(&name.name, canonical, written);
    }
    let known = names.types.contains_key(&name) || names.relations.contains_key(&name);
    finish(name.sql(), name.sql(), written, known.then_some(name))
}

fn modified_built_in(phrase: &str, canonical: &str, written: &Written<'_>) -> Result<DataType, TypeError> {
    match written.modifier.as_ref().and_then(|modifier| super::modifiers::refused(phrase, canonical, modifier)) {
        Some((message, help)) => Err(TypeError::Modifier(message, help)),
        None => Ok(built_in(phrase, canonical, written)),
    }
}

/// Types of the model have nothing in parentheses; those of extensions may.
fn modified(found: DataType, written: &Written<'_>) -> Result<DataType, TypeError> {
    match (&found.declared, &written.modifier) {
        (Some(name), Some(_)) => {
            let message = format!("`{}` is the model's own and has nothing in parentheses", name.name);
            Err(TypeError::Modifier(message, format!("write `{}`", name.sql())))
        }
        _ => Ok(found),
    }
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
    let (word, rest) = text.split_at_checked(end)?;
    if word.eq_ignore_ascii_case("array") && !written.words.is_empty() {
        written.dimensions += 1;
    } else if written.dimensions > 0 {
        return None;
    } else if written.modifier.is_some() {
        written.tail.push(word);
    } else {
        written.words.push(word);
    }
    Some(rest)
}

fn word_end(text: &str, first: char) -> Option<usize> {
    if first == '"' {
        let mut from = 1;
        loop {
            let quote = from + text.get(from..)?.find('"')?;
            if !text.get(quote + 1..)?.starts_with('"') {
                return (quote > 1).then_some(quote + 1);
            }
            from = quote + 2;
        }
    }
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).unwrap_or(text.len());
    (end > 0).then_some(end)
}
