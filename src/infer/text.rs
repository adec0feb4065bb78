//! SQL as PostgreSQL prints it: tokens, boolean structure, and a form in which what the compiler writes and what a
//! server prints of it are the same text.
//!
//! The form loses things (brackets, casts, qualifiers). It only ever proposes: what is proposed is built and compared on
//! a server before it is believed.

/// A piece of SQL text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'s> {
    /// As it stands there.
    pub text: &'s str,
    /// Where it begins.
    pub start: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A name or a key word.
    Word,
    /// `"a name"`
    Quoted,
    /// A string.
    Text,
    /// A number.
    Number,
    /// An operator, a bracket, a comma.
    Sign,
}

impl Token<'_> {
    /// One past its last byte.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// A word, whatever its case.
    pub fn is(&self, word: &str) -> bool {
        self.kind != Kind::Quoted && self.text.eq_ignore_ascii_case(word)
    }

    /// The name that it stands for, where it is one.
    pub fn name(&self) -> Option<String> {
        match self.kind {
            Kind::Word => Some(self.text.to_ascii_lowercase()),
            Kind::Quoted => Some(self.text.strip_prefix('"')?.strip_suffix('"')?.replace("\"\"", "\"")),
            _ => None,
        }
    }
}

/// The tokens of a text.
pub fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let (mut start, mut rest) = (0, sql);
    while let (length @ 1.., kind) = token(rest)
        && let Some((text, after)) = rest.split_at_checked(length)
    {
        if let Some(kind) = kind {
            found.push(Token { text, start, kind });
        }
        (start, rest) = (start + length, after);
    }
    found
}

/// The length of the first token, and what it is; nothing for space.
fn token(rest: &str) -> (usize, Option<Kind>) {
    let mut letters = rest.chars();
    let Some(first) = letters.next() else { return (0, None) };
    let next = letters.clone().next();
    let run = |take: fn(char) -> bool| rest.find(|letter| !take(letter)).unwrap_or(rest.len());
    match first {
        letter if letter.is_whitespace() => (letter.len_utf8(), None),
        '\'' => (quoted(rest, '\'', false), Some(Kind::Text)),
        'E' | 'e' if next == Some('\'') => (1 + quoted(letters.as_str(), '\'', true), Some(Kind::Text)),
        '"' => (quoted(rest, '"', false), Some(Kind::Quoted)),
        letter if letter.is_ascii_digit() => (run(|l| l.is_ascii_alphanumeric() || l == '.'), Some(Kind::Number)),
        letter if letter.is_alphanumeric() || letter == '_' => {
            (run(|l| l.is_alphanumeric() || l == '_' || l == '$'), Some(Kind::Word))
        }
        ':' if next == Some(':') => (2, Some(Kind::Sign)),
        letter if is_operator(letter) => (run(is_operator), Some(Kind::Sign)),
        letter => (letter.len_utf8(), Some(Kind::Sign)),
    }
}

fn is_operator(letter: char) -> bool {
    "+-*/<>=~!@#%^&|`?".contains(letter)
}

/// The length of what stands between two of these, doubled ones within.
fn quoted(rest: &str, sign: char, escapes: bool) -> usize {
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((index, letter)) = letters.next() {
        if escapes && letter == '\\' {
            letters.next();
        } else if letter == sign && letters.next_if(|(_, next)| *next == sign).is_none() {
            return index + sign.len_utf8();
        }
    }
    rest.len()
}

/// The text without what printing adds: brackets, casts, qualifiers, names of columns that a select list gives, and
/// `= any (array[…])` for `in (…)`.
pub fn plain(sql: &str) -> String {
    let tokens = tokens(sql);
    let mut words: Vec<String> = Vec::with_capacity(tokens.len());
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let next = tokens.get(index + 1);
        if matches!(token.text, "(" | ")") {
            index += 1;
        } else if token.text == "::" {
            index = after_type(&tokens, index + 1);
        } else if token.is("as") || next.is_some_and(|next| next.text == ".") {
            index += 2;
        } else {
            words.push(word(token));
            index += 1;
        }
    }
    listed(words).join(" ")
}

fn listed(words: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::with_capacity(words.len());
    // for each open square bracket: it is that of a list
    let mut open: Vec<bool> = Vec::new();
    for word in words {
        let behind = found.iter().rev().take(3).rev().map(String::as_str).collect::<Vec<_>>();
        let list: Option<&[&str]> = match behind.as_slice() {
            ["=", "any", "array"] => Some(&["in"]),
            ["<>", "all", "array"] => Some(&["not", "in"]),
            _ => None,
        };
        match (word.as_str(), list) {
            ("[", Some(list)) => {
                found.truncate(found.len().saturating_sub(3));
                found.extend(list.iter().map(|word| (*word).to_owned()));
                open.push(true);
            }
            ("[", None) => {
                found.push(word);
                open.push(false);
            }
            ("]", _) if open.pop() == Some(true) => {}
            _ => found.push(word),
        }
    }
    found
}

fn word(token: &Token<'_>) -> String {
    match token.kind {
        Kind::Text => token.text.to_owned(),
        _ if token.text == "!=" => "<>".to_owned(),
        _ => token.name().unwrap_or_else(|| token.text.to_owned()),
    }
}

/// What SQL is made of, in whatever form.
pub trait Lexeme {
    /// As it is written.
    fn text(&self) -> &str;
    /// What it is.
    fn kind(&self) -> Kind;
}

impl Lexeme for Token<'_> {
    fn text(&self) -> &str {
        self.text
    }

    fn kind(&self) -> Kind {
        self.kind
    }
}

/// The index behind a type's name.
fn after_type<L: Lexeme>(all: &[L], start: usize) -> usize {
    const GO_ON: [&str; 7] = ["varying", "precision", "with", "without", "time", "zone", "."];
    let text = |index: usize| all.get(index).map_or("", Lexeme::text);
    let mut index = start + 1;
    loop {
        let follows = GO_ON.iter().any(|word| text(index).eq_ignore_ascii_case(word));
        if follows {
            index += if text(index) == "." { 2 } else { 1 };
        } else if text(index) == "(" && all.get(index + 1).is_some_and(|inner| inner.kind() == Kind::Number) {
            index = closing(all, index) + 1;
        } else if text(index) == "[" && text(index + 1) == "]" {
            index += 2;
        } else {
            return index.min(all.len());
        }
    }
}

/// The type's name that stands first, and what follows it.
pub fn split_type<L: Lexeme>(all: &[L]) -> (&[L], &[L]) {
    all.split_at_checked(after_type(all, 0)).unwrap_or((all, &[]))
}

/// The index of the bracket that closes the one at `open`.
pub fn closing<L: Lexeme>(all: &[L], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, lexeme) in all.iter().enumerate().skip(open) {
        match lexeme.text() {
            "(" | "[" => depth += 1,
            ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    all.len().saturating_sub(1)
}

/// Tokens without brackets around all of them.
pub fn bare<'t, 's>(mut tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    while let [open, inner @ .., _] = tokens
        && open.text == "("
        && closing(tokens, 0) + 1 == tokens.len()
    {
        tokens = inner;
    }
    tokens
}

/// Tokens between occurrences of a word or sign that stands in no bracket and no CASE.
pub fn split<'t, 's>(tokens: &'t [Token<'s>], at: &str) -> Vec<&'t [Token<'s>]> {
    // asked of each token once, in their order: it may count
    let mut depth = 0_usize;
    let separates = |token: &Token<'_>| {
        if matches!(token.text, "(" | "[") || token.is("case") {
            depth += 1;
        } else if matches!(token.text, ")" | "]") || token.is("end") {
            depth = depth.saturating_sub(1);
        } else {
            return depth == 0 && token.is(at);
        }
        false
    };
    tokens.split(separates).collect()
}

/// The text that tokens stand for.
pub fn source<'s>(sql: &'s str, tokens: &[Token<'_>]) -> &'s str {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => sql.get(first.start..last.end()).unwrap_or_default(),
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_and_what_is_printed_are_the_same() {
        let pairs = [
            (
                "chapters.novel_id = any (array(select private.novels_id_to_read_as_anon())) and chapters.deleted_at is null",
                "((novel_id = ANY (ARRAY( SELECT private.novels_id_to_read_as_anon() AS novels_id_to_read_as_anon))) AND \
                 (deleted_at IS NULL))",
            ),
            (
                "row_security_active('public.t'::regclass) and (old.\"A\"::text is distinct from new.\"A\"::text)",
                "(row_security_active(('public.t'::regclass)::oid) AND ((old.\"A\")::text IS DISTINCT FROM (new.\"A\")::text))",
            ),
            (
                "(role)::text = any (array['owner']::text[])",
                "((role)::text = ANY (ARRAY['owner'::character varying(20)]))",
            ),
            (
                "stage in ('a', 'b') and kind not in ('c', 'd') and x = any (array[1]::integer[])",
                "((stage = ANY (ARRAY['a'::stage, 'b'::stage])) AND (kind <> ALL (ARRAY['c'::text, 'd'::text])) AND \
                 (x = ANY (ARRAY[1])))",
            ),
        ];
        for (written, printed) in pairs {
            assert_eq!(plain(written), plain(printed));
        }
        assert_ne!(plain("a = 'x'"), plain("a = 'y'"));
    }

    #[test]
    fn parts_are_those_outside_of_brackets() {
        let sql = "(((a AND b) OR (c = 'and it''s')) AND (CASE WHEN x AND y THEN z END))";
        let all = tokens(sql);
        let parts = split(bare(&all), "and");
        let texts: Vec<&str> = parts.iter().map(|part| source(sql, part)).collect();
        assert_eq!(texts, ["((a AND b) OR (c = 'and it''s'))", "(CASE WHEN x AND y THEN z END)"]);
    }
}
