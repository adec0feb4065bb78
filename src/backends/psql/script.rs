//! A file for psql that knows of each statement which object it is of: a server that refuses one does not say that.

use crate::catalog::{ObjectName, Place, QualifiedName};

/// What statements are of, until the next mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mark {
    /// One object, or one part of a table.
    One(Place),
    /// All parts of a table that are of one kind.
    Each(QualifiedName, &'static str),
    /// Nothing of the catalog's in particular.
    Nothing,
}

/// The text of a file, and what its statements are of.
#[derive(Debug, Clone, Default)]
pub struct Script {
    /// The file.
    pub text: String,
    marks: Vec<(usize, Mark)>,
}

impl Script {
    /// A file that begins with this.
    pub fn new(text: String) -> Self {
        Self { text, marks: Vec::new() }
    }

    /// What follows is of this.
    pub fn mark(&mut self, mark: Mark) {
        self.marks.push((self.text.len(), mark));
    }

    /// What follows is of this object.
    pub fn of(&mut self, name: ObjectName) {
        self.mark(Mark::One(Place::Whole(name)));
    }

    /// Statements of what was marked last.
    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// What the statement at this byte is of.
    pub fn at(&self, byte: usize) -> &Mark {
        let before = self.marks.partition_point(|(start, _)| *start <= byte);
        self.marks.get(..before).and_then(<[_]>::last).map_or(&Mark::Nothing, |(_, mark)| mark)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_statement_is_of_what_was_marked_last() {
        let mut script = Script::new("head;\n".to_owned());
        let table = || ObjectName::Table(QualifiedName::new("public", "jobs"));
        script.of(table());
        script.push_str("first;\nsecond;\n");
        script.mark(Mark::Nothing);
        script.push_str("third;\n");
        let at = |text: &str| script.at(script.text.find(text).unwrap());
        assert_eq!(at("head"), &Mark::Nothing);
        assert_eq!([at("first"), at("second")], [&Mark::One(Place::Whole(table())); 2]);
        assert_eq!(at("third"), &Mark::Nothing);
    }
}
