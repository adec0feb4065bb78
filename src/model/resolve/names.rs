//! Names as authors write them: `table`, `schema.table`, `schema.table(column)`, quoted parts.

use super::naming::LIMIT;
use crate::catalog::QualifiedName;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::suggestion;
use crate::source::Span;
use crate::spec::Text;

/// A name with the schema that stands before it, if any.
pub(super) fn split(text: &str) -> (Option<String>, String) {
    match take_quoted(text) {
        Some((first, "")) => (None, first),
        Some((first, rest)) if rest.starts_with('.') => (Some(first), whole(rest.get(1..).unwrap_or_default())),
        _ => match text.split_once('.') {
            Some((schema, name)) if !schema.is_empty() && !name.is_empty() => (Some(schema.to_owned()), whole(name)),
            _ => (None, text.to_owned()),
        },
    }
}

/// A name alone, its quotes taken off.
fn whole(text: &str) -> String {
    match take_quoted(text) {
        Some((name, "")) => name,
        _ => text.to_owned(),
    }
}

fn take_quoted(text: &str) -> Option<(String, &str)> {
    let (name, rest) = until_quote(text.strip_prefix('"')?, '"')?;
    (!name.is_empty()).then_some((name, rest))
}

/// What stands before the closing quote, doubled ones undone, and what stands behind it.
pub(super) fn until_quote(text: &str, quote: char) -> Option<(String, &str)> {
    let (mut inside, mut rest) = (String::new(), text);
    loop {
        let (part, behind) = rest.split_once(quote)?;
        inside.push_str(part);
        match behind.strip_prefix(quote) {
            Some(more) => rest = more,
            None => return Some((inside, behind)),
        }
        inside.push(quote);
    }
}

/// Names between commas, quoted ones without their quotes.
pub(super) fn list(text: &str) -> Vec<String> {
    let mut names = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let plain = || {
            let (name, after) = rest.split_at(rest.find(',').unwrap_or(rest.len()));
            (name.trim_end().to_owned(), after)
        };
        let (name, after) = take_quoted(rest).unwrap_or_else(plain);
        names.push(name);
        let after = after.trim_start();
        rest = after.strip_prefix(',').unwrap_or(after).trim_start();
    }
    names
}

/// The name with its schema; the default one where none is written.
pub(super) fn qualify(text: &str, default_schema: &str) -> QualifiedName {
    let (schema, name) = split(text);
    QualifiedName::new(schema.unwrap_or_else(|| default_schema.to_owned()), name)
}

/// `users?` without its question mark, and whether there was one.
pub(super) fn nullable(text: &str) -> (&str, bool) {
    match text.trim().strip_suffix('?') {
        Some(rest) => (rest.trim_end(), true),
        None => (text.trim(), false),
    }
}

/// `table(column)` taken apart.
pub(super) fn table_and_column(text: &str) -> (&str, Option<&str>) {
    match text.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')) {
        Some((table, column)) if !table.is_empty() => (table.trim_end(), Some(column.trim())),
        _ => (text, None),
    }
}

/// Says what is wrong with a name that is to be created.
pub(super) fn check_identifier(name: &str, span: Span, findings: &mut Vec<Diagnostic>) {
    let message = if name.is_empty() {
        "a name is empty".to_owned()
    } else if name.contains('\0') {
        "a name has a NUL character".to_owned()
    } else if name.len() > LIMIT {
        format!("`{name}` is {} bytes long, and PostgreSQL keeps {LIMIT}", name.len())
    } else {
        return;
    };
    findings.push(Diagnostic::new(Code::InvalidName, span, message).help("choose another name, of 1 to 63 bytes"));
}

/// There is nothing of this name; did you mean …?
pub(super) fn unknown<'a>(
    code: Code,
    what: &str,
    written: &Text,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    let finding = Diagnostic::new(code, written.span, format!("there is no {what} `{}`", written.value));
    match suggestion(&written.value, candidates) {
        _ if written.contains('(') => finding.help(format!("SQL has no place here: name a {what}")),
        Some(close) => finding.help(format!("did you mean `{close}`?")),
        None => finding.help(format!("name a {what} that the model has, or add this one")),
    }
}

/// Not one of the words that may stand here.
pub(super) fn invalid_word(what: &str, written: &Text, words: &[&str]) -> Diagnostic {
    let message = format!("`{}` is not a word for {what}", written.value);
    let help = match suggestion(&written.value, words.iter().copied()) {
        Some(close) => format!("did you mean `{close}`? the words are {}", words.join(", ")),
        None => format!("use one of {}", words.join(", ")),
    };
    Diagnostic::new(Code::InvalidWord, written.span, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_names_apart() {
        assert_eq!(split("users"), (None, "users".to_owned()));
        assert_eq!(split("auth.users"), (Some("auth".to_owned()), "users".to_owned()));
        assert_eq!(split("\"a.b\".\"c\"\"d\""), (Some("a.b".to_owned()), "c\"d".to_owned()));
        assert_eq!(table_and_column("auth.users(id)"), ("auth.users", Some("id")));
        assert_eq!(nullable("users?"), ("users", true));
    }
}
