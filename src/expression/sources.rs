//! What a query reads from, and the names that its expressions may use.

use crate::catalog::QualifiedName;

/// Columns that every table has.
const SYSTEM: &[&str] = &["cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"];

/// One entry of a FROM.
#[derive(Debug, Clone, Default)]
pub(super) struct Source {
    /// The name that it goes by.
    pub(super) alias: String,
    /// The table or view that it reads as it is.
    pub(super) relation: Option<QualifiedName>,
    /// Its columns, `None` where they are not known.
    pub(super) columns: Option<Vec<String>>,
    /// Those that a join has made one with a column further left (`using`, `natural`): `*` has them once.
    pub(super) merged: Vec<String>,
}

impl Source {
    /// What `*` has of it.
    pub(super) fn in_star(&self, column: &str) -> bool {
        !self.merged.iter().any(|merged| merged == column)
    }
}

/// One query: what it reads from and what it calls its results.
#[derive(Debug, Clone, Default)]
pub(super) struct Level {
    pub(super) sources: Vec<Source>,
    pub(super) outputs: Vec<String>,
    /// The first source that the condition of a join sees.
    pub(super) joined_from: usize,
}

/// The queries around a place, the innermost last; and the common table expressions of the whole text.
#[derive(Debug, Clone, Default)]
pub(super) struct Sources {
    pub(super) levels: Vec<Level>,
    pub(super) common: Vec<Source>,
}

/// Whether a name was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    Yes,
    /// It cannot be told.
    Perhaps,
    No,
}

impl Sources {
    /// There is no query around the place.
    pub(super) fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// Looks a bare name up, from the inside out.
    pub(super) fn bare(&self, name: &str) -> Found {
        for level in self.levels.iter().rev() {
            let named = |source: &Source| {
                source.alias == name || source.columns.as_ref().is_some_and(|columns| columns.iter().any(|c| c == name))
            };
            if level.sources.iter().any(named) || level.outputs.iter().any(|output| output == name) {
                return Found::Yes;
            }
            if level.sources.iter().any(|source| source.columns.is_none()) {
                return Found::Perhaps;
            }
            if SYSTEM.contains(&name) && !level.sources.is_empty() {
                return Found::Yes;
            }
        }
        Found::No
    }

    /// The sources that a bare column could be of, where there are several in the nearest query that has it.
    pub(super) fn several(&self, name: &str) -> Vec<&Source> {
        let has = |source: &&Source| source.columns.as_ref().is_some_and(|columns| columns.iter().any(|c| c == name));
        for level in self.levels.iter().rev() {
            let seen = level.sources.get(level.joined_from..).unwrap_or_default();
            let found: Vec<&Source> = seen.iter().filter(has).filter(|source| source.in_star(name)).collect();
            let unclear = level.outputs.iter().any(|output| output == name);
            let unknown = level.sources.iter().any(|source| source.columns.is_none() || source.alias == name);
            if unclear || found.len() > 1 || level.sources.iter().any(|source| has(&source)) || unknown {
                return if unclear || found.len() < 2 { Vec::new() } else { found };
            }
        }
        Vec::new()
    }

    /// The source of a bare column, from the inside out, as far as the columns of all that is nearer are known.
    pub(super) fn with_column(&self, name: &str) -> Option<&Source> {
        let mut sources = self.levels.iter().rev().flat_map(|level| &level.sources);
        sources.find(|source| source.has(name) != Found::No).filter(|source| source.has(name) == Found::Yes)
    }

    /// The source of this name, from the inside out.
    pub(super) fn named(&self, alias: &str) -> Option<&Source> {
        self.levels.iter().rev().flat_map(|level| &level.sources).find(|source| source.alias == alias)
    }

    /// Columns of all sources, for suggestions.
    pub(super) fn columns(&self) -> impl Iterator<Item = &str> {
        self.levels
            .iter()
            .flat_map(|level| &level.sources)
            .flat_map(|source| source.columns.iter().flatten())
            .map(String::as_str)
    }
}

impl Source {
    /// Whether it has a column.
    pub(super) fn has(&self, column: &str) -> Found {
        match &self.columns {
            None => Found::Perhaps,
            Some(columns) if columns.iter().any(|name| name == column) || SYSTEM.contains(&column) => Found::Yes,
            Some(_) => Found::No,
        }
    }
}
