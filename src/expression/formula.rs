//! A condition that can be answered without a server: comparisons of a row's columns with literals. Whatever else
//! stands in it is [`Answer::Unknown`], and so is what depends on it.

use super::Expression;
use super::formula_tokens::{Token, tokens};
use std::cmp::Ordering;

/// The value of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// NULL
    Null,
    /// This, as text.
    Known(String),
    /// Only a server can tell.
    Unknown,
}

impl Answer {
    fn truth(value: bool) -> Self {
        Self::Known(value.to_string())
    }
}

/// An expression taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Formula {
    /// A column of the row.
    Column(String),
    /// A constant; `None` is NULL.
    Literal(Option<String>),
    /// `not x`
    Not(Box<Formula>),
    /// `x and y and …`
    All(Vec<Formula>),
    /// `x or y or …`
    Any(Vec<Formula>),
    /// `x < y`
    Compare(Box<Formula>, &'static str, Box<Formula>),
    /// `x is not distinct from y`, `x is null`
    Same(Box<Formula>, Box<Formula>),
    /// What is not taken apart: a call, an operator, a sub-select.
    Opaque,
}

impl Formula {
    /// Takes an expression apart.
    pub fn of(expression: &Expression) -> Self {
        let mut parser = Parser { tokens: tokens(expression), place: 0 };
        match parser.any() {
            Some(formula) if parser.place == parser.tokens.len() => formula,
            _ => Self::Opaque,
        }
    }

    /// The constant that some SQL is; `Unknown` when it is none.
    pub fn constant(sql: &str) -> Answer {
        let expression = Expression { sql: sql.to_owned(), ..Expression::default() };
        Self::of(&expression).answer(&|_| Answer::Unknown)
    }

    /// Its value over one row.
    pub fn answer(&self, column: &dyn Fn(&str) -> Answer) -> Answer {
        match self {
            Self::Column(name) => column(name),
            Self::Literal(value) => value.clone().map_or(Answer::Null, Answer::Known),
            Self::Not(inner) => match inner.answer(column) {
                Answer::Known(value) => Answer::truth(value != "true"),
                other => other,
            },
            Self::All(parts) => joined(parts, column, "false"),
            Self::Any(parts) => joined(parts, column, "true"),
            Self::Compare(left, operator, right) => compare(&left.answer(column), operator, &right.answer(column)),
            Self::Same(left, right) => match (left.answer(column), right.answer(column)) {
                (Answer::Unknown, _) | (_, Answer::Unknown) => Answer::Unknown,
                (left, right) => Answer::truth(left == right),
            },
            Self::Opaque => Answer::Unknown,
        }
    }
}

/// `and` ends at the first false, `or` at the first true; what is unknown then does not matter.
fn joined(parts: &[Formula], column: &dyn Fn(&str) -> Answer, decides: &str) -> Answer {
    let answers: Vec<Answer> = parts.iter().map(|part| part.answer(column)).collect();
    if answers.iter().any(|answer| matches!(answer, Answer::Known(value) if value == decides)) {
        return Answer::Known(decides.to_owned());
    }
    match answers.iter().find(|answer| **answer == Answer::Unknown).or(answers.iter().find(|one| **one == Answer::Null))
    {
        Some(open) => open.clone(),
        None => Answer::truth(decides != "true"),
    }
}

fn compare(left: &Answer, operator: &str, right: &Answer) -> Answer {
    let (left, right) = match (left, right) {
        (Answer::Null, _) | (_, Answer::Null) => return Answer::Null,
        (Answer::Known(left), Answer::Known(right)) => (left, right),
        _ => return Answer::Unknown,
    };
    let order = match (left.parse::<f64>(), right.parse::<f64>()) {
        (Ok(left), Ok(right)) => left.partial_cmp(&right),
        _ if left == right => Some(Ordering::Equal),
        // How texts are ordered is the collation's to say; that they differ is not.
        _ => None,
    };
    let holds = match (operator, order) {
        ("=", order) => order == Some(Ordering::Equal),
        ("<>", order) => order != Some(Ordering::Equal),
        (_, None) => return Answer::Unknown,
        ("<", Some(order)) => order == Ordering::Less,
        ("<=", Some(order)) => order != Ordering::Greater,
        (">", Some(order)) => order == Ordering::Greater,
        (_, Some(order)) => order != Ordering::Less,
    };
    Answer::truth(holds)
}

struct Parser {
    tokens: Vec<Token>,
    place: usize,
}

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.place)
    }

    fn word(&mut self, word: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(found)) if found == word);
        self.place += usize::from(found);
        found
    }

    fn symbol(&mut self, symbol: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Symbol(found)) if found == symbol);
        self.place += usize::from(found);
        found
    }

    fn any(&mut self) -> Option<Formula> {
        let mut parts = vec![self.all()?];
        while self.word("or") {
            parts.push(self.all()?);
        }
        Some(if parts.len() == 1 { parts.remove(0) } else { Formula::Any(parts) })
    }

    fn all(&mut self) -> Option<Formula> {
        let mut parts = vec![self.negated()?];
        while self.word("and") {
            parts.push(self.negated()?);
        }
        Some(if parts.len() == 1 { parts.remove(0) } else { Formula::All(parts) })
    }

    fn negated(&mut self) -> Option<Formula> {
        match self.word("not") {
            true => Some(Formula::Not(Box::new(self.negated()?))),
            false => self.predicate(),
        }
    }

    fn predicate(&mut self) -> Option<Formula> {
        let mut left = self.operand()?;
        loop {
            let comparison = match self.peek() {
                Some(Token::Symbol(symbol)) => {
                    ["=", "<>", "!=", "<=", ">=", "<", ">"].into_iter().find(|known| known == symbol)
                }
                _ => None,
            };
            if let Some(operator) = comparison {
                self.place += 1;
                let operator = if operator == "!=" { "<>" } else { operator };
                left = Formula::Compare(Box::new(left), operator, Box::new(self.operand()?));
            } else if self.word("is") {
                left = self.is(left)?;
            } else if let Some(found) = self.membership(&left) {
                left = found?;
            } else {
                return Some(left);
            }
        }
    }

    /// Behind `is`.
    fn is(&mut self, left: Formula) -> Option<Formula> {
        let negated = self.word("not");
        let right = match self.peek()? {
            Token::Word(word) if word == "null" || word == "unknown" => Formula::Literal(None),
            Token::Word(word) if word == "true" || word == "false" => Formula::Literal(Some(word.clone())),
            Token::Word(word) if word == "distinct" => {
                self.place += 1;
                return self.word("from").then(|| self.operand()).flatten().map(|right| {
                    let same = Formula::Same(Box::new(left), Box::new(right));
                    if negated { same } else { Formula::Not(Box::new(same)) }
                });
            }
            _ => return None,
        };
        self.place += 1;
        let same = Formula::Same(Box::new(left), Box::new(right));
        Some(if negated { Formula::Not(Box::new(same)) } else { same })
    }

    /// `[not] in (…)`, `[not] between … and …`; nothing when neither follows.
    fn membership(&mut self, left: &Formula) -> Option<Option<Formula>> {
        let start = self.place;
        let negated = self.word("not");
        let found = if self.word("in") {
            self.list(left)
        } else if self.word("between") {
            self.between(left)
        } else {
            self.place = start;
            return None;
        };
        Some(found.map(|found| if negated { Formula::Not(Box::new(found)) } else { found }))
    }

    fn list(&mut self, left: &Formula) -> Option<Formula> {
        if !self.symbol("(") {
            return None;
        }
        let mut parts = Vec::new();
        loop {
            parts.push(Formula::Compare(Box::new(left.clone()), "=", Box::new(self.operand()?)));
            if !self.symbol(",") {
                break;
            }
        }
        self.symbol(")").then_some(Formula::Any(parts))
    }

    fn between(&mut self, left: &Formula) -> Option<Formula> {
        let low = self.operand()?;
        let high = self.word("and").then(|| self.operand()).flatten()?;
        let part = |operator, bound| Formula::Compare(Box::new(left.clone()), operator, Box::new(bound));
        Some(Formula::All(vec![part(">=", low), part("<=", high)]))
    }

    /// A primary and whatever operators that are not taken apart follow it.
    fn operand(&mut self) -> Option<Formula> {
        let mut found = self.primary()?;
        loop {
            match self.peek() {
                Some(Token::Symbol(symbol)) if symbol == "::" => {
                    self.place += 1;
                    self.data_type()?;
                }
                Some(Token::Symbol(symbol)) if symbol == "[" => {
                    self.skip("[", "]")?;
                    found = Formula::Opaque;
                }
                Some(Token::Symbol(symbol)) if !is_known(symbol) => {
                    self.place += 1;
                    self.primary()?;
                    found = Formula::Opaque;
                }
                _ => return Some(found),
            }
        }
    }

    fn primary(&mut self) -> Option<Formula> {
        let token = self.peek()?.clone();
        self.place += 1;
        match token {
            Token::Column(name) => Some(Formula::Column(name)),
            Token::Literal(text) => Some(Formula::Literal(Some(text))),
            Token::Word(word) => self.named(&word),
            Token::Symbol(symbol) if symbol == "(" => {
                let inner = self.any()?;
                self.symbol(")").then_some(inner)
            }
            Token::Symbol(symbol) if symbol == "-" || symbol == "+" => match self.primary()? {
                Formula::Literal(Some(number)) if symbol == "-" => Some(Formula::Literal(Some(format!("-{number}")))),
                other => Some(if symbol == "+" { other } else { Formula::Opaque }),
            },
            Token::Symbol(_) => None,
        }
    }

    /// `null`, `true`, or something that is not taken apart: a call, a constructor, a name.
    fn named(&mut self, word: &str) -> Option<Formula> {
        match word {
            "null" => return Some(Formula::Literal(None)),
            "true" | "false" => return Some(Formula::Literal(Some(word.to_owned()))),
            "case" | "select" | "exists" | "and" | "or" | "not" | "in" | "is" | "between" => return None,
            _ => {}
        }
        while self.symbol(".") {
            self.place += 1;
        }
        while let Some(Token::Symbol(symbol)) = self.peek() {
            match symbol.as_str() {
                "(" => self.skip("(", ")")?,
                "[" => self.skip("[", "]")?,
                _ => break,
            }
        }
        Some(Formula::Opaque)
    }

    /// Past a bracket and all that is in it.
    fn skip(&mut self, open: &str, close: &str) -> Option<()> {
        let mut depth = 0;
        loop {
            match self.peek()? {
                Token::Symbol(symbol) if symbol == open => depth += 1,
                Token::Symbol(symbol) if symbol == close => depth -= 1,
                _ => {}
            }
            self.place += 1;
            if depth == 0 {
                return Some(());
            }
        }
    }

    /// Past a type: `text`, `public.status`, `numeric(10,2)`, `timestamp with time zone`, `text[]`.
    fn data_type(&mut self) -> Option<()> {
        let name = |token: Option<&Token>| matches!(token, Some(Token::Word(_) | Token::Column(_)));
        if !name(self.peek()) {
            return None;
        }
        self.place += 1;
        while self.symbol(".") {
            self.place += 1;
        }
        let further = ["with", "without", "time", "zone", "precision", "varying"];
        while further.iter().any(|word| self.word(word)) {}
        for (open, close) in [("(", ")"), ("[", "]")] {
            if matches!(self.peek(), Some(Token::Symbol(symbol)) if symbol == open) {
                self.skip(open, close)?;
            }
        }
        Some(())
    }
}

/// Symbols that the grammar above takes apart itself.
fn is_known(symbol: &str) -> bool {
    matches!(symbol, "=" | "<>" | "!=" | "<=" | ">=" | "<" | ">" | ")" | "]" | "," | "(")
}

#[cfg(test)]
mod tests;
