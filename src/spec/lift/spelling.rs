//! How SQL is spelled in a model: as the server prints it, or as a person writes it where that comes to the same.

use super::Lift;
use crate::catalog::{ObjectName, Place, QualifiedName};
use std::collections::BTreeMap;

/// How far a spelling goes from what the server prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Spelling {
    /// As it was printed.
    #[default]
    Printed,
    /// Key words, brackets and layout.
    Plain,
    /// Casts as well.
    Short,
}

impl Spelling {
    /// The next one that is nearer to what was printed.
    pub fn nearer(self) -> Option<Self> {
        match self {
            Self::Short => Some(Self::Plain),
            Self::Plain => Some(Self::Printed),
            Self::Printed => None,
        }
    }
}

/// Spells an expression or a query.
pub type Speller = fn(&str, Spelling) -> String;

/// Who spells, and how what is spelled.
#[derive(Debug, Clone)]
pub struct Words {
    /// Expressions.
    pub expression: Speller,
    /// Queries of views.
    pub query: Speller,
    /// The spelling of all that has no other.
    pub usual: Spelling,
    /// What did not come to the same in the usual one.
    pub at: BTreeMap<Place, Spelling>,
}

impl Default for Words {
    fn default() -> Self {
        let same: Speller = |sql, _| sql.to_owned();
        Self { expression: same, query: same, usual: Spelling::Printed, at: BTreeMap::new() }
    }
}

impl Words {
    /// The spelling at a place: its own, and none that goes farther than that of its table.
    pub fn spelling(&self, place: &Place) -> Spelling {
        let whole = match place {
            Place::Part(table, _, _) => self.at.get(&Place::Whole(ObjectName::Table(table.clone()))),
            Place::Whole(_) => None,
        };
        [self.at.get(place), whole].into_iter().flatten().copied().fold(self.usual, Spelling::min)
    }

    /// Spells what is at a place nearer to what was printed; whether it could be.
    pub fn nearer(&mut self, place: &Place) -> bool {
        let next = self.spelling(place).nearer();
        next.map(|next| self.at.insert(place.clone(), next)).is_some()
    }
}

impl Lift<'_> {
    /// An expression of a part of a table.
    pub(super) fn spelled(&self, table: &QualifiedName, kind: &'static str, name: &str, sql: &str) -> String {
        let words = &self.options.words;
        (words.expression)(sql, words.spelling(&Place::Part(table.clone(), kind, name.to_owned())))
    }

    /// The query of a view.
    pub(super) fn spelled_query(&self, name: ObjectName, sql: &str) -> String {
        let words = &self.options.words;
        (words.query)(sql, words.spelling(&Place::Whole(name)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_goes_back_step_by_step_and_with_its_table() {
        let name = QualifiedName::new("public", "jobs");
        let (whole, part) = (Place::Whole(ObjectName::Table(name.clone())), Place::Part(name, "check", "c".to_owned()));
        let mut words = Words { usual: Spelling::Short, ..Words::default() };
        assert!(words.nearer(&part));
        assert_eq!((words.spelling(&part), words.spelling(&whole)), (Spelling::Plain, Spelling::Short));
        assert!(words.nearer(&whole) && words.nearer(&whole) && !words.nearer(&whole));
        assert_eq!(words.spelling(&part), Spelling::Printed);
    }
}
