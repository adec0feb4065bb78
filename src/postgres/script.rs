//! Runs a script statement by statement, as `psql -f` does, for when there is no psql.

use super::Failure;
use postgres::Client;
use squawk_lexer::{TokenKind, tokenize};

/// Runs every statement of a script; the first that fails ends it. Lines that begin with a backslash are
/// psql's own and are passed over.
pub fn run_script(client: &mut Client, sql: &str) -> Result<(), Failure> {
    split(sql).into_iter().try_for_each(|statement| run(client, statement))
}

/// Runs one statement.
pub fn run(client: &mut Client, statement: &str) -> Result<(), Failure> {
    client.batch_execute(statement).map_err(|error| {
        let line = statement.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        Failure::statement(&error, &format!("running `{}`", line.trim()))
    })
}

/// The statements of a script, without what stands between them.
pub fn split(sql: &str) -> Vec<&str> {
    placed(sql).into_iter().map(|(_, statement)| statement).collect()
}

/// The statements of a script and the bytes at which they begin.
pub fn placed(sql: &str) -> Vec<(usize, &str)> {
    let mut splitter = Splitter { sql, statements: Vec::new(), start: None, parentheses: 0, blocks: 0, begin: false };
    let mut position = 0;
    let mut command_end = 0;
    for token in tokenize(sql) {
        let end = position + token.len as usize;
        let rest = sql.get(position..).unwrap_or_default();
        if position >= command_end {
            match token.kind {
                TokenKind::Unknown if rest.starts_with('\\') => {
                    // `\gset` sends what stands before it
                    splitter.finish(position);
                    command_end = rest.find('\n').map_or(sql.len(), |length| position + length);
                }
                kind => splitter.take(kind, position, end),
            }
        }
        position = end;
    }
    splitter.finish(sql.len());
    splitter.statements
}

/// Where we are in a script.
struct Splitter<'a> {
    sql: &'a str,
    statements: Vec<(usize, &'a str)>,
    /// Where the statement began; nothing but space and comments since the last one when absent.
    start: Option<usize>,
    parentheses: usize,
    /// Depth within `BEGIN ATOMIC … END`, whose statements belong to one CREATE FUNCTION.
    blocks: usize,
    /// The word before was BEGIN.
    begin: bool,
}

impl Splitter<'_> {
    fn take(&mut self, kind: TokenKind, position: usize, end: usize) {
        match kind {
            TokenKind::Whitespace | TokenKind::LineComment | TokenKind::BlockComment { .. } | TokenKind::Eof => return,
            TokenKind::Semi if self.parentheses == 0 && self.blocks == 0 => return self.finish(position),
            TokenKind::OpenParen => self.parentheses += 1,
            TokenKind::CloseParen => self.parentheses = self.parentheses.saturating_sub(1),
            TokenKind::Ident => self.word(&self.sql.get(position..end).unwrap_or_default().to_ascii_lowercase()),
            _ => {}
        }
        self.begin &= kind == TokenKind::Ident;
        self.start.get_or_insert(position);
    }

    fn word(&mut self, word: &str) {
        match word {
            "atomic" if self.begin => self.blocks = 1,
            "case" if self.blocks > 0 => self.blocks += 1,
            "end" => self.blocks = self.blocks.saturating_sub(1),
            _ => {}
        }
        self.begin = word == "begin";
    }

    fn finish(&mut self, end: usize) {
        if let Some(start) = self.start.take() {
            self.statements.push((start, self.sql.get(start..end).unwrap_or_default()));
        }
        (self.parentheses, self.blocks, self.begin) = (0, 0, false);
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn splits_where_psql_does() {
        let sql = "\\set ON_ERROR_STOP on\n-- a; comment\nselect ';', $x$ ; $x$; /* ; */ create rule r as on insert to t \
                   do (select 1; select 2);\n;create function f() returns int begin atomic; select case when true then 1 end; \
                   select 2; end; begin; commit; select \"a;b\"";
        let found = split(sql);
        assert_eq!(found.len(), 6, "{found:#?}");
        assert_eq!(found[0], "select ';', $x$ ; $x$");
        assert!(found[1].ends_with("select 2)"));
        assert!(found[2].ends_with("select 2; end"));
        assert_eq!(&found[3..], ["begin", "commit", "select \"a;b\""]);
        assert!(split(" -- nothing\n").is_empty());
        assert_eq!(split("select 1 as one \\gset\n\\if :one\nselect 2;\n\\endif\n"), ["select 1 as one ", "select 2"]);
    }
}
