//! Forms of one scalar: names, SQL, words, flags.

use serde_json::{Value, json};

use super::form::form;
use super::reader::Reader;
use crate::diagnostics::{Code, Diagnostic};
use crate::source::{Node, NodeKind, ScalarStyle, Spanned};
use crate::spec::Text;
use crate::spec::yaml::Yaml;

pub(super) fn text(text: &Text) -> Option<Yaml> {
    Some(Yaml::Text(text.value.clone()))
}

/// An object without keys: a bare value, if it is all that there is.
pub(super) fn only<T: PartialEq>(value: &T, bare: T, text: &Text) -> Option<Yaml> {
    (*value == bare).then(|| Yaml::Text(text.value.clone()))
}

/// What an editor may find where the language reads text: YAML's own types too.
pub(super) fn text_schema() -> Value {
    json!({"type": ["string", "number", "boolean"]})
}

pub(super) fn word(reader: &mut Reader<'_>, node: &Node, kind: &str, words: &[&str]) -> Option<Text> {
    let wanted = format!("{kind}: {}", words.join(", "));
    let NodeKind::Scalar { .. } = &node.kind else {
        return reader.wrong_shape_with(node, &wanted, "write one of the words, without brackets");
    };
    let text = reader.text(node, &wanted)?;
    if words.contains(&text.value.as_str()) {
        return Some(text);
    }
    reader.unknown_word(&text, kind, words);
    None
}

form!(
    /// A name, a type, a comment: text as written.
    Word -> Text, |reader: &mut Reader<'_>, node| reader.text(node, "text"), text_schema(),
    text
);

form!(
    /// SQL. A comment right behind it is refused: `a # b`.
    Sql -> Text, sql, text_schema(),
    text
);

fn sql(reader: &mut Reader<'_>, node: &Node) -> Option<Text> {
    if let Some(conditions) = conditions(node) {
        let help = format!("join conditions with `and`, as in `{}`; quote an array of SQL", conditions.join(" and "));
        return reader.wrong_shape_with(node, "SQL", &help);
    }
    let text = reader.text(node, "SQL")?;
    reader.refuse_comment_behind(node);
    if text.value.trim().is_empty() {
        let finding = Diagnostic::new(Code::WrongShape, node.span, "expected SQL, found nothing");
        reader.report(finding.help("write it, or leave the key out"));
        return None;
    }
    Some(text)
}

fn plain(node: &Node) -> Option<&str> {
    match &node.kind {
        NodeKind::Scalar { text, .. } => Some(text),
        _ => None,
    }
}

/// Several conditions in a list.
fn conditions(node: &Node) -> Option<Vec<&str>> {
    let NodeKind::Sequence(items) = &node.kind else { return None };
    let texts: Option<Vec<&str>> = items.iter().map(plain).collect();
    let compares = |text: &&str| text.contains(['<', '>', '=']);
    texts.filter(|texts| texts.len() > 1 && texts.iter().all(compares))
}

form!(
    /// `true` or `false`.
    Flag -> bool, flag, json!({"type": "boolean"}),
    |flag| Some(Yaml::Flag(*flag))
);

fn flag(reader: &mut Reader<'_>, node: &Node) -> Option<bool> {
    if let Some(value) = as_flag(node) {
        return Some(value);
    }
    let text = reader.text(node, "true or false")?;
    reader.unknown_word(&text, "true or false", &["true", "false"]);
    None
}

form!(
    /// `true` or `false`, kept as text.
    YesNo -> Text,
    |reader, node| flag(reader, node).map(|flag| Spanned::new(flag.to_string(), node.span)),
    json!({"type": "boolean"}),
    |flag| Some(Yaml::Plain(flag.value.clone()))
);

/// `true` and `false` without quotes.
pub(super) fn as_flag(node: &Node) -> Option<bool> {
    match &node.kind {
        NodeKind::Scalar { text, style: ScalarStyle::Plain } if text == "true" => Some(true),
        NodeKind::Scalar { text, style: ScalarStyle::Plain } if text == "false" => Some(false),
        _ => None,
    }
}

form!(
    /// `schemagen: 1`
    LanguageVersion -> u32, |reader: &mut Reader<'_>, node| version(reader, node, "the language version", &[1]), json!({"const": 1}),
    |version| Some(Yaml::Text(version.to_string()))
);
form!(
    /// `postgres: 15`
    ServerVersion -> u32,
    |reader: &mut Reader<'_>, node| version(reader, node, "the lowest PostgreSQL", &[15, 16, 17, 18]),
    json!({"enum": [15, 16, 17, 18]}),
    |version| Some(Yaml::Text(version.to_string()))
);

fn version(reader: &mut Reader<'_>, node: &Node, what: &str, supported: &[u32]) -> Option<u32> {
    let text = reader.text(node, "a version number")?;
    let found = text.value.parse().ok().filter(|version| supported.contains(version));
    if found.is_none() {
        let all: Vec<String> = supported.iter().map(u32::to_string).collect();
        let message = format!("{what} `{}` is not supported", text.value);
        reader.report(
            Diagnostic::new(Code::UnsupportedVersion, node.span, message).help(format!("one of: {}", all.join(", "))),
        );
    }
    found
}

form!(
    /// Any value: of a row.
    Anything -> Node, |_: &mut Reader<'_>, node: &Node| Some(node.clone()), json!({}),
    |node| Some(Yaml::of_node(node))
);
form!(
    /// `default:` — null is not one.
    DefaultValue -> Node, default_value, json!({"not": {"type": "null"}}),
    |node| Some(Yaml::of_node(node))
);

fn default_value(reader: &mut Reader<'_>, node: &Node) -> Option<Node> {
    if node.kind != NodeKind::Null {
        return Some(node.clone());
    }
    let finding = Diagnostic::new(Code::NullDefault, node.span, "null is not a default");
    reader.report(finding.help("leave `default` out: a nullable column is null anyway"));
    None
}
