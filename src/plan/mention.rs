//! The names that SQL text holds. Inside of literals as well: `nextval('app.numbers'::regclass)`.

use crate::catalog::QualifiedName;
use std::collections::BTreeSet;

/// A name of the text, and whether a dot stands right before it.
struct Word {
    text: String,
    dotted: bool,
}

/// Every `schema.name`.
pub fn qualified(text: &str) -> BTreeSet<QualifiedName> {
    let words = words_of(text);
    let pairs = words.array_windows().filter(|[_, name]| name.dotted);
    pairs.map(|[schema, name]| QualifiedName::new(&schema.text, &name.text)).collect()
}

/// Every name, alone or qualified.
pub fn words(text: &str) -> BTreeSet<String> {
    words_of(text).into_iter().map(|word| word.text).collect()
}

fn words_of(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut letters = text.chars().peekable();
    let mut dotted = false;
    while let Some(letter) = letters.next() {
        if letter == '"' {
            words.push(Word { text: quoted(&mut letters), dotted });
            dotted = false;
        } else if is_letter(letter) {
            let mut word = String::from(letter);
            while let Some(next) = letters.next_if(|next| is_letter(*next)) {
                word.push(next);
            }
            words.push(Word { text: word, dotted });
            dotted = false;
        } else {
            dotted = letter == '.';
        }
    }
    words
}

fn is_letter(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

fn quoted(letters: &mut std::iter::Peekable<std::str::Chars<'_>>) -> String {
    let mut word = String::new();
    while let Some(letter) = letters.next() {
        if letter == '"' && letters.next_if_eq(&'"').is_none() {
            break;
        }
        word.push(letter);
    }
    word
}

#[cfg(test)]
mod tests {
    use super::{qualified, words};

    #[test]
    fn finds_names() {
        let text = "nextval('app.numbers'::regclass) + app.f(\"Odd \"\"one\".\"T\", j.a) . 1";
        let found: Vec<String> = qualified(text).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["Odd \"one.T", "app.f", "app.numbers", "j.a"]);
        assert!(words(text).contains("regclass"));
    }
}
