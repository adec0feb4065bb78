//! Names, texts and comments as TypeScript spells them.

use std::fmt::Write;

/// A text as a string literal in double quotes.
pub fn literal(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for letter in text.chars() {
        match letter {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            _ if letter.is_control() || is_invisible(letter) => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(letter));
            }
            _ => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// A property's name: bare where that is legal.
pub fn key(name: &str) -> String {
    let first = name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_' || first == '$');
    let bare = first && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$');
    if bare { name.to_owned() } else { literal(name) }
}

/// A property's name in a value: `__proto__` would set the prototype.
pub fn value_key(name: &str) -> String {
    if name == "__proto__" { "[\"__proto__\"]".to_owned() } else { key(name) }
}

/// The lines of a JSDoc comment, without its delimiters; empty when there is nothing to say.
pub fn documentation(comment: Option<&str>, deprecated: Option<&str>) -> Vec<String> {
    let mut lines: Vec<String> = comment
        .into_iter()
        .flat_map(|comment| comment.split(['\n', '\r', '\u{2028}', '\u{2029}']))
        .map(|line| harmless(line.trim()))
        .filter(|line| !line.is_empty())
        .collect();
    if let Some(reason) = deprecated {
        lines.push(format!("@deprecated {}", harmless(&reason.replace(['\n', '\r'], " "))).trim_end().to_owned());
    }
    lines
}

/// A line that neither ends the comment nor turns its text around.
fn harmless(line: &str) -> String {
    let shown: String = line.chars().filter(|letter| !letter.is_control() && !is_invisible(*letter)).collect();
    shown.replace("*/", "*\\/")
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{061C}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
    )
}

/// A JSDoc comment that stands before a property, indented; empty where there are no lines.
pub fn comment(lines: &[String], indent: &str) -> String {
    match lines {
        [] => String::new(),
        [line] => format!("{indent}/** {line} */\n"),
        lines => {
            let body: String = lines.iter().map(|line| format!("{indent} * {line}\n")).collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_gets_out_of_its_quotes() {
        assert_eq!(literal("a\"b\\\n\u{202e}"), r#""a\"b\\\n\u{202e}""#);
        assert_eq!((key("user_id"), key("1st"), key("a-b")), ("user_id".into(), "\"1st\"".into(), "\"a-b\"".into()));
        assert_eq!(documentation(Some(" a */ b\r\n\nc"), Some("")), ["a *\\/ b", "c", "@deprecated"]);
    }
}
