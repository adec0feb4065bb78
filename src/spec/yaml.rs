//! YAML as it is written: what fits on a line goes there, the rest a line for each entry.

use crate::source::{Node, NodeKind, ScalarStyle, is_balanced, quoted_scalar};

/// A value to be written.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Yaml {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// Text, quoted where YAML would read something else.
    Text(String),
    /// Text whose quotes mean something: `'1'` in a JSON default.
    Quoted(String),
    /// Text that was written without quotes, and means a number, or true.
    Plain(String),
    /// A list.
    List(Vec<Yaml>),
    /// A map, in this order.
    Map(Vec<(String, Yaml)>),
}

/// Lines are not longer, where there is a choice.
const WIDTH: usize = 110;

impl Yaml {
    /// A value of the model itself.
    pub fn of_node(node: &Node) -> Self {
        match &node.kind {
            NodeKind::Null => Self::Null,
            NodeKind::Scalar { text, style: ScalarStyle::Plain } => Self::Plain(text.clone()),
            NodeKind::Scalar { text, .. } => Self::Quoted(text.clone()),
            NodeKind::Sequence(items) => Self::List(items.iter().map(Self::of_node).collect()),
            NodeKind::Mapping(entries) => {
                Self::Map(entries.iter().map(|(key, value)| (key.value.clone(), Self::of_node(value))).collect())
            }
        }
    }

    /// One without brackets, or a list.
    pub fn one_or_list(mut items: Vec<Self>) -> Self {
        match items.len() {
            1 => items.remove(0),
            _ => Self::List(items),
        }
    }

    /// A list or a map with nothing in it.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::List(items) => items.is_empty(),
            Self::Map(entries) => entries.is_empty(),
            _ => false,
        }
    }

    /// The whole file.
    pub fn to_text(&self) -> String {
        let mut writer = Writer { text: String::new() };
        writer.block(self, 0, 0);
        writer.text
    }

    /// What a table holds, without the table.
    pub fn to_lines(&self) -> String {
        let mut writer = Writer { text: String::new() };
        writer.block(self, 0, 2);
        writer.text
    }

    /// Lists and maps within each other.
    fn height(&self) -> usize {
        match self {
            Self::List(items) if !items.is_empty() => 1 + items.iter().map(Self::height).max().unwrap_or(0),
            Self::Map(entries) if !entries.is_empty() => {
                1 + entries.iter().map(|(_, value)| value.height()).max().unwrap_or(0)
            }
            _ => 0,
        }
    }

    /// On one line, within brackets or not; `None` for text of several lines.
    fn inline(&self, in_brackets: bool) -> Option<String> {
        match self {
            Self::Null => Some("null".to_owned()),
            Self::Flag(flag) => Some(flag.to_string()),
            Self::Text(text) => scalar(text, in_brackets),
            Self::Plain(text) => plain_or_quoted(text, in_brackets),
            Self::Quoted(text) => Some(quoted(text)),
            Self::List(items) => {
                let items: Option<Vec<String>> = items.iter().map(|item| item.inline(true)).collect();
                Some(format!("[{}]", items?.join(", ")))
            }
            Self::Map(entries) => {
                let entry =
                    |(key, value): &(String, Self)| Some(format!("{}: {}", key_text(key, true), value.inline(true)?));
                let entries: Option<Vec<String>> = entries.iter().map(entry).collect();
                Some(format!("{{{}}}", entries?.join(", ")))
            }
        }
    }
}

struct Writer {
    text: String,
}

impl Writer {
    /// A value behind `key:` or `-`: on the same line where it fits, else on lines of its own.
    fn value(&mut self, value: &Yaml, indent: usize, depth: usize) {
        let column = self.text.len() - self.text.rfind('\n').map_or(0, |index| index + 1);
        let low = value.height() <= tallest_on_a_line(depth);
        match value.inline(false).filter(|line| low && (value.height() == 0 || column + line.len() < WIDTH)) {
            Some(line) => {
                self.text.push(' ');
                self.text += &line;
                self.text.push('\n');
            }
            None => match value {
                Yaml::Text(text) | Yaml::Quoted(text) | Yaml::Plain(text) => self.literal(text, indent),
                _ => {
                    self.text.push('\n');
                    self.block(value, indent, depth);
                }
            },
        }
    }

    fn block(&mut self, value: &Yaml, indent: usize, depth: usize) {
        match value {
            Yaml::Map(entries) => {
                let height = |index: usize| entries.get(index).map_or(0, |(_, value)| value.height());
                let tall = |index: usize| height(index) > tallest_on_a_line(depth + 1);
                for (index, (key, value)) in entries.iter().enumerate() {
                    if index > 0 && depth < 2 && (tall(index) || tall(index - 1)) {
                        self.text.push('\n');
                    }
                    self.margin(indent);
                    self.entry(key, value, indent, depth);
                }
            }
            Yaml::List(items) => items.iter().for_each(|item| self.item(item, indent, depth)),
            _ => {}
        }
    }

    fn entry(&mut self, key: &str, value: &Yaml, indent: usize, depth: usize) {
        self.text += &key_text(key, false);
        self.text.push(':');
        self.value(value, indent + 2, depth + 1);
    }

    /// A map in a list begins on the line of its dash.
    fn item(&mut self, item: &Yaml, indent: usize, depth: usize) {
        self.margin(indent);
        self.text.push('-');
        match item {
            Yaml::Map(entries) if item.inline(true).is_none_or(|line| indent + line.len() + 2 >= WIDTH) => {
                for (index, (key, value)) in entries.iter().enumerate() {
                    if index == 0 {
                        self.text.push(' ')
                    } else {
                        self.margin(indent + 2)
                    }
                    self.entry(key, value, indent + 2, depth + 2);
                }
            }
            _ => self.value(item, indent + 2, depth + 3),
        }
    }

    /// Text of several lines.
    fn literal(&mut self, text: &str, indent: usize) {
        let body = text.trim_end_matches('\n');
        let chomping = match text.len() - body.len() {
            0 => "-",
            1 => "",
            _ => "+",
        };
        self.text += " |";
        let first = body.trim_start_matches('\n');
        if first.starts_with([' ', '\t']) {
            // where the first line is indented, how far the text itself is has to be said
            self.text.push('2');
        }
        self.text += chomping;
        self.text.push('\n');
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            if !line.is_empty() {
                self.margin(indent);
                self.text += line;
            }
            self.text.push('\n');
        }
    }

    fn margin(&mut self, indent: usize) {
        self.text.extend(std::iter::repeat_n(' ', indent));
    }
}

/// Sections and what they hold go on lines of their own; a column, a rule or an index goes on one.
fn tallest_on_a_line(depth: usize) -> usize {
    match depth {
        0 | 1 => 0,
        2 | 3 => 1,
        _ => 3,
    }
}

fn key_text(key: &str, in_brackets: bool) -> String {
    if is_plain(key, in_brackets) && !key.contains(['\'', '"']) { key.to_owned() } else { quoted(key) }
}

/// A scalar on one line, if it is one.
fn scalar(text: &str, in_brackets: bool) -> Option<String> {
    if matches!(text, "true" | "false") {
        return Some(quoted(text));
    }
    plain_or_quoted(text, in_brackets)
}

fn plain_or_quoted(text: &str, in_brackets: bool) -> Option<String> {
    if is_plain(text, in_brackets) {
        return Some(text.to_owned());
    }
    if text.contains('\n') && is_literal(text) && !in_brackets {
        return quoted_rather(text);
    }
    Some(quoted(text))
}

/// One line that is indented would need its indentation said: short ones are quoted instead.
fn quoted_rather(text: &str) -> Option<String> {
    let lines = text.lines().filter(|line| !line.trim().is_empty()).count();
    let indented = text.trim_start_matches('\n').starts_with([' ', '\t']);
    (lines == 1 && indented).then(|| quoted(text)).filter(|line| line.len() < WIDTH)
}

/// Text that a block scalar keeps as it is.
fn is_literal(text: &str) -> bool {
    let special = |character: char| character != '\t' && is_special(character);
    !text.trim_matches(['\n', ' ', '\t']).is_empty() && !text.contains(special)
}

fn is_special(character: char) -> bool {
    (character.is_control() && character != '\n')
        || matches!(character, '\u{feff}' | '\u{2028}' | '\u{2029}' | '\u{85}')
}

/// Text that YAML reads as it stands.
fn is_plain(text: &str, in_brackets: bool) -> bool {
    let indicator = |first: char| "-?:,[]{}#&*!|>'\"%@`=<".contains(first);
    let negative = || text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    !text.is_empty()
        && text.trim() == text
        && (!text.starts_with(indicator) || negative())
        && !matches!(text, "null" | "Null" | "NULL" | "~" | "---" | "...")
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with(':')
        && !text.contains(|character| character == '\n' || is_special(character))
        && !(in_brackets && (text.contains([',', '[', ']', '{', '}', ':', '#', '"']) || !is_balanced(text)))
}

fn quoted(text: &str) -> String {
    if !text.contains(|character| character == '\n' || is_special(character)) {
        return quoted_scalar(text);
    }
    let mut result = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '\\' => result.extend(['\\', character]),
            '\n' => result += "\\n",
            '\t' => result += "\\t",
            _ if is_special(character) => result += &format!("\\u{:04X}", u32::from(character)),
            _ => result.push(character),
        }
    }
    result + "\""
}
