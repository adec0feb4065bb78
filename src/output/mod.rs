//! Output: taken in as it is rendered, compared with what is there or written beside it, and put in place when all of it is
//! there.

mod directory;
mod file;
mod lock;

pub use directory::{Difference, Failure, Outcome, Pending, read_templates};
pub use lock::{Lock, LockedFile, sha256};

use std::collections::BTreeMap;

/// Files to be, by path below the output directory, with `/` between folders.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OutputTree {
    files: BTreeMap<String, String>,
    faults: Vec<String>,
}

impl OutputTree {
    /// An empty tree.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file. A path is written once: a second text for it would be a fault of ours, and is
    /// kept out of release builds by the back ends' tests.
    pub fn add(&mut self, path: impl Into<String>, text: impl Into<String>) {
        let path = path.into();
        debug_assert!(!self.files.contains_key(&path), "{path} is written twice");
        self.files.insert(path, text.into());
    }

    /// A tree of one file.
    pub fn of(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { files: BTreeMap::from([(path.into(), text.into())]), faults: Vec::new() }
    }

    /// In place of a file: a template of the user's cannot be filled, so that nothing may be written.
    pub fn fault(template: &str, error: impl std::fmt::Display) -> Self {
        Self { files: BTreeMap::new(), faults: vec![format!("the template {template} cannot be filled: {error}")] }
    }

    /// What is wrong with the user's templates.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    /// Takes in another tree. A text for a path that is there goes on from there.
    pub fn extend(&mut self, other: OutputTree) {
        for (path, text) in other.files {
            self.files.entry(path).or_default().push_str(&text);
        }
        self.faults.extend(other.faults);
    }

    /// Paths and texts in path order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.files.iter().map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The text of one file.
    pub fn get(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }
}
