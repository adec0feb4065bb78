//! Why something may or may not be done: a tree, from the verdict down to the keys.

use std::fmt::Write;

/// A verdict and what it rests on.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
pub struct Reason {
    /// Whether it holds.
    pub holds: bool,
    /// What was asked or found, in plain words.
    pub text: String,
    /// What it rests on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Reason>,
}

impl Reason {
    /// A fact.
    pub fn fact(holds: bool, text: impl Into<String>) -> Self {
        Self { holds, text: text.into(), parts: Vec::new() }
    }

    /// Holds when any part does.
    pub fn any(text: impl Into<String>, parts: Vec<Reason>) -> Self {
        Self { holds: parts.iter().any(|part| part.holds), text: text.into(), parts }
    }

    /// Holds when every part does.
    pub fn all(text: impl Into<String>, parts: Vec<Reason>) -> Self {
        Self { holds: parts.iter().all(|part| part.holds), text: text.into(), parts }
    }

    /// The tree, a line each, indented; only what decided: the parts that agree with the verdict.
    pub fn render(&self) -> String {
        let mut out = String::new();
        self.render_below(0, &mut out);
        out
    }

    fn render_below(&self, depth: usize, out: &mut String) {
        let mark = if self.holds { "yes" } else { "no " };
        let _ = writeln!(out, "{}{mark} {}", "  ".repeat(depth), self.text);
        for part in self.parts.iter().filter(|part| part.holds == self.holds) {
            part.render_below(depth + 1, out);
        }
    }
}
