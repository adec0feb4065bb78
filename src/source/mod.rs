//! Where text comes from and where in it a thing stands.
//!
//! The only layer that reads model files and the only one that knows the YAML crate.

mod events;
mod lines;
mod load;
mod measure;
mod span;
mod sql_in_yaml;
pub mod yaml;
mod yaml_errors;

pub use lines::{LineIndex, Position};
pub use load::load;
pub use span::{SourceId, Span, Spanned};
pub use sql_in_yaml::{is_balanced, quoted as quoted_scalar};

/// One file of a model, or a text that stands for one (standard input, a git revision, a test).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Index of this source in [`Sources`].
    pub id: SourceId,
    /// The path as it is shown in messages: relative to the directory the tool was started in.
    pub path: String,
    /// The whole text, UTF-8.
    pub text: String,
}

/// All the files of one model, in the order in which they were read (the root first).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sources {
    files: Vec<Source>,
}

impl Sources {
    /// Adds a file and gives it its id.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) -> SourceId {
        let id = SourceId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(Source { id, path: path.into(), text: text.into() });
        id
    }

    /// The file with this id, if it is one of ours.
    pub fn get(&self, id: SourceId) -> Option<&Source> {
        self.files.get(id.0 as usize)
    }

    /// Every file, the root first.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.files.iter()
    }

    /// The text that a span covers; empty when the span is not of these files.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source).and_then(|source| source.text.get(span.start as usize..span.end as usize)).unwrap_or("")
    }
}

/// A YAML value with its place. Scalars keep the text that was written (`NO`, `on`, `1.10`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// The place of the value itself (of a block scalar: of its text).
    pub span: Span,
    /// What it is.
    pub kind: NodeKind,
}

/// The kinds of YAML values that the language knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NodeKind {
    /// Nothing was written (`key:`), or `null` or `~` unquoted.
    Null,
    /// Any other scalar.
    Scalar {
        /// Its text after YAML's own unescaping, otherwise as written.
        text: String,
        /// How it was written.
        style: ScalarStyle,
    },
    /// `[a, b]` or `- a`.
    Sequence(Vec<Node>),
    /// `{a: b}` or `a: b`, in the order written, merge keys applied, keys unique.
    Mapping(Vec<(Spanned<String>, Node)>),
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ScalarStyle {
    /// Without quotes.
    Plain,
    /// `'…'` or `"…"`.
    Quoted,
    /// `|` or `>`.
    Block,
}

#[cfg(test)]
mod tests;
