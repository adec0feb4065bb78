//! Where YAML takes SQL apart: `numeric(10,2)` within `{ }`, `'{}'::jsonb`, `Note: x`.
//!
//! YAML splits a plain value at `,`, `[`, `]`, `{`, `}` within brackets, ends it behind a closing quote, and sees a
//! key in `: `. Here the line is read again as its author meant it, to show what to quote.

use super::{Node, NodeKind, ScalarStyle, Source, Span};
use crate::diagnostics::{Code, Diagnostic};

/// Plain scalars of one `{ }` or `[ ]`, in order, that YAML cut out of a parenthesis.
pub(super) fn taken_apart<'a>(source: &Source, scalars: impl Iterator<Item = &'a Node>) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    let mut covered = 0;
    for node in scalars {
        let NodeKind::Scalar { text, style: ScalarStyle::Plain } = &node.kind else { continue };
        if node.span.start < covered || !text.contains(['(', ')']) || is_balanced(text) {
            continue;
        }
        let found = at(source, node.span.start as usize).unwrap_or_else(|| unbalanced(node.span));
        covered = found.primary.span.end.max(node.span.end);
        findings.push(found);
    }
    findings
}

/// The value around byte `at`, when it is SQL that must be quoted.
pub(super) fn at(source: &Source, at: usize) -> Option<Diagnostic> {
    let text = &source.text;
    let before = text.get(..at)?;
    let line_start = before.rfind('\n').map_or(0, |index| index + 1);
    let line_end = text.get(at..)?.find('\n').map_or(text.len(), |index| at + index);
    let line = text.get(line_start..line_end)?;
    let item = items(line).into_iter().find(|item| line_start + item.start <= at && at <= line_start + item.end)?;
    let written = line.get(item.start..item.end)?;
    if !must_be_quoted(written) {
        return None;
    }
    let span = Span::new(source.id, line_start + item.start, line_start + item.end);
    let quoted = quoted(written);
    Some(
        Diagnostic::new(Code::SqlTakenApart, span, format!("YAML takes `{written}` apart"))
            .help(format!("quote it: `{quoted}`")),
    )
}

/// The text as a YAML scalar in quotes.
pub fn quoted(text: &str) -> String {
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

fn unbalanced(span: Span) -> Diagnostic {
    Diagnostic::new(Code::SqlTakenApart, span, "a parenthesis without its partner")
        .help("quote the whole value, from before `(` to behind `)`")
}

/// Text that YAML reads as something else than one scalar.
fn must_be_quoted(text: &str) -> bool {
    let quote = text.chars().next().filter(|first| matches!(first, '\'' | '"'));
    match quote {
        Some(quote) => !closes_at_end(text, quote),
        None => {
            text.contains(['[', '{', ','])
                || text.contains(": ")
                || text.contains(" '")
                || text.starts_with(['@', '`', '%', '!', '&', '*', '|', '>', '?'])
                || !is_balanced(text)
        }
    }
}

/// `'it''s'` is one quoted scalar; `'{}'::jsonb` and `'a' || 'b'` are not.
fn closes_at_end(text: &str, quote: char) -> bool {
    let mut inside = false;
    let mut closed_at = 0;
    for (index, character) in text.char_indices() {
        if character == quote {
            inside = !inside;
            closed_at = index;
            continue;
        }
        if !inside {
            return false;
        }
    }
    !inside && closed_at + 1 == text.len()
}

/// Every parenthesis outside SQL's quotes has its partner.
pub fn is_balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    let mut in_string = false;
    for character in text.chars() {
        match character {
            '\'' => in_string = !in_string,
            '(' if !in_string => depth += 1,
            ')' if !in_string => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// The bytes of one value in a line, as its author meant it.
struct Item {
    start: usize,
    end: usize,
}

/// The values of a line: behind `- `, behind `key: `, and between the commas of `{ }` and `[ ]`; parentheses, SQL's
/// quotes and the brackets of `text[]` and `a[1]` stay within a value.
fn items(line: &str) -> Vec<Item> {
    let mut reader =
        LineReader { line, items: Vec::new(), start: 0, keyed: false, flow: 0, nested: 0, in_string: None };
    for (index, character) in line.char_indices() {
        if !reader.step(index, character) {
            break;
        }
    }
    reader.items
}

struct LineReader<'a> {
    line: &'a str,
    items: Vec<Item>,
    start: usize,
    /// The value's own key was read: a second `: ` is part of the value.
    keyed: bool,
    /// YAML's brackets that are open.
    flow: usize,
    /// SQL's brackets that are open.
    nested: usize,
    in_string: Option<char>,
}

impl LineReader<'_> {
    /// Reads one character; false behind the last value.
    fn step(&mut self, index: usize, character: char) -> bool {
        let last = index + character.len_utf8() == self.line.len();
        let before = self.line.get(..index).and_then(|text| text.chars().next_back());
        let after = self.line.get(index + character.len_utf8()..).and_then(|text| text.chars().next());
        match (self.in_string, character) {
            (Some(quote), _) if character == quote => self.in_string = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => self.in_string = Some(character),
            (None, '#') if before == Some(' ') && self.flow == 0 => {
                self.finish(index);
                return false;
            }
            (None, '(') => self.nested += 1,
            (None, ')') => self.nested = self.nested.saturating_sub(1),
            (None, '[' | '{') if self.nested == 0 && self.is_empty(index) => self.open(index),
            (None, '[' | '{') => self.nested += 1,
            (None, ']' | '}') if self.nested > 0 => self.nested -= 1,
            (None, ']' | '}') => self.close(index),
            (None, ',') if self.flow > 0 && self.nested == 0 => self.next_value(index),
            (None, ':') if !self.keyed && self.nested == 0 && after.is_none_or(|next| next == ' ') => {
                self.key(index + 1);
            }
            (None, '-') if self.flow == 0 && self.is_empty(index) && after == Some(' ') => self.start = index + 1,
            _ => {}
        }
        if last {
            self.finish(self.line.len());
        }
        true
    }

    fn is_empty(&self, index: usize) -> bool {
        self.line.get(self.start..index).is_none_or(|text| text.trim().is_empty())
    }

    fn open(&mut self, index: usize) {
        self.flow += 1;
        self.start = index + 1;
        self.keyed = false;
    }

    fn close(&mut self, index: usize) {
        self.finish(index);
        self.flow = self.flow.saturating_sub(1);
        self.start = index + 1;
    }

    fn next_value(&mut self, index: usize) {
        self.finish(index);
        self.start = index + 1;
        self.keyed = false;
    }

    fn key(&mut self, value: usize) {
        self.start = value;
        self.keyed = true;
    }

    fn finish(&mut self, end: usize) {
        let written = self.line.get(self.start..end).unwrap_or("");
        let start = self.start + (written.len() - written.trim_start().len());
        let end = self.start + written.trim_end().len();
        if start < end {
            self.items.push(Item { start, end });
        }
    }
}
