//! What several kinds of items share: documentation, attributes that keep the database's names.

use super::pattern::{Pattern, literal};
use syn::parse_quote;

/// Their patterns.
pub struct Pieces {
    renamed: Pattern<1>,
    renamed_for_sqlx: Pattern<1>,
    deprecated: Pattern<0>,
    deprecated_for: Pattern<1>,
}

impl Pieces {
    /// Reads and prints the patterns.
    pub fn new() -> Self {
        const NAME: [&str; 1] = ["place_name"];
        Self {
            renamed: Pattern::attribute(parse_quote!(#[serde(rename = place_name)]), NAME),
            renamed_for_sqlx: Pattern::attribute(
                parse_quote!(#[cfg_attr(feature = "sqlx", sqlx(rename = place_name))]),
                NAME,
            ),
            deprecated: Pattern::attribute(parse_quote!(#[deprecated]), []),
            deprecated_for: Pattern::attribute(parse_quote!(#[deprecated(note = place_name)]), NAME),
        }
    }

    /// `#[serde(rename = …)]` and the same for sqlx, where the field is not called what the column is.
    pub fn renames(&self, text: &mut String, field: &str, column: &str, sqlx: bool) {
        if field.trim_start_matches("r#") == column {
            return;
        }
        let name = literal(column);
        self.renamed.fill(text, [&name]);
        if sqlx {
            self.renamed_for_sqlx.fill(text, [&name]);
        }
    }

    /// `#[deprecated]`, with what to use instead.
    pub fn deprecated(&self, text: &mut String, note: Option<&str>) {
        match note {
            Some("") => self.deprecated.fill(text, []),
            Some(note) => self.deprecated_for.fill(text, [&literal(note)]),
            None => {}
        }
    }
}

/// Lines between braces.
pub fn block(lines: &str, indentation: usize) -> String {
    if lines.is_empty() { "{}".to_owned() } else { ["{\n", lines, &" ".repeat(indentation), "}"].concat() }
}

/// A line of documentation for every line of a comment.
pub fn documentation(text: &mut String, indentation: &str, comment: Option<&str>) {
    let lines = comment.into_iter().flat_map(|comment| comment.split(['\n', '\r', '\u{2028}', '\u{2029}']));
    let lines: Vec<String> = lines.map(doc_line).collect();
    // blank lines stand between paragraphs, and nowhere else
    let last = lines.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1);
    for line in lines.iter().take(last).skip_while(|line| line.is_empty()) {
        text.extend([indentation, "///", if line.is_empty() { "" } else { " " }, line, "\n"]);
    }
}

/// One line: never code to rustdoc (which would run it as a test), never a character that turns the text around.
fn doc_line(line: &str) -> String {
    let line = line.trim();
    let fence = if line.starts_with("```") || line.starts_with("~~~") { "\\" } else { "" };
    let shown: String = line.chars().filter(|letter| !letter.is_control() && !turns_text(*letter)).collect();
    format!("{fence}{}", shown.trim())
}

fn turns_text(letter: char) -> bool {
    matches!(letter, '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}
