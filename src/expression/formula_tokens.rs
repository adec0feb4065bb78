//! The tokens of an expression that the parser has found valid, for [`Formula`](super::Formula).

use super::Expression;

/// One token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Token {
    /// A use of a column of the row, qualifier included.
    Column(String),
    /// A string or a number.
    Literal(String),
    /// A word, in lower case.
    Word(String),
    /// An operator or a bracket.
    Symbol(String),
}

/// All tokens of an expression.
pub(super) fn tokens(expression: &Expression) -> Vec<Token> {
    let text = expression.sql.as_str();
    let (mut found, mut place) = (Vec::new(), 0);
    while let Some(rest) = text.get(place..)
        && let Some(first) = rest.chars().next()
    {
        if let Some(used) = expression.columns.iter().find(|used| used.start == place && used.end > place) {
            found.push(Token::Column(used.column.clone()));
            place = used.end;
            continue;
        }
        let length = match first {
            '\'' => string(rest, '\'', &mut found, Token::Literal),
            '"' => string(rest, '"', &mut found, Token::Word),
            _ if first.is_ascii_digit() => taken(rest, |c| c.is_ascii_digit() || c == '.', &mut found, Token::Literal),
            _ if first.is_alphabetic() || first == '_' => {
                let lower = |text: String| Token::Word(text.to_lowercase());
                taken(rest, |c| c.is_alphanumeric() || c == '_' || c == '$', &mut found, lower)
            }
            _ if first.is_whitespace() => first.len_utf8(),
            _ => symbol(rest, &mut found),
        };
        place += length;
    }
    found
}

/// A quoted text, whose doubled quotes stand for one.
fn string(rest: &str, quote: char, found: &mut Vec<Token>, token: fn(String) -> Token) -> usize {
    let mut value = String::new();
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((place, letter)) = letters.next() {
        if letter == quote && letters.next_if(|(_, next)| *next == quote).is_none() {
            found.push(token(value));
            return place + 1;
        }
        value.push(letter);
    }
    found.push(token(value));
    rest.len()
}

fn taken(rest: &str, belongs: impl Fn(char) -> bool, found: &mut Vec<Token>, token: impl Fn(String) -> Token) -> usize {
    let length = rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
    found.push(token(rest.get(..length).unwrap_or_default().to_owned()));
    length
}

const OPERATOR: &str = "+-*/<>=~!@#%^&|`?:";

/// A bracket by itself, or the longest run of operator letters.
fn symbol(rest: &str, found: &mut Vec<Token>) -> usize {
    let run = rest.find(|letter| !OPERATOR.contains(letter)).unwrap_or(rest.len());
    let length = if run == 0 { rest.chars().next().map_or(1, char::len_utf8) } else { run };
    // `=-1` is an equals sign and a number
    let length = if run > 1 && rest.get(..run).is_some_and(|run| run.ends_with('-')) { run - 1 } else { length };
    found.push(Token::Symbol(rest.get(..length).unwrap_or_default().to_owned()));
    length
}
