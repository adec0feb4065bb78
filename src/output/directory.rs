//! The output directory: write what is new, remove what we wrote before, compare.

use super::file::Wanted;
use super::{Lock, LockedFile, OutputTree, sha256};
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is to be in a directory, taken in back end by back end: only what differs from what is there is held, and of
/// a build not even that.
pub struct Pending {
    directory: PathBuf,
    all: Vec<&'static str>,
    old: Lock,
    new: Lock,
    taken: BTreeSet<&'static str>,
    files: BTreeMap<String, (&'static str, Wanted)>,
    faults: Vec<String>,
    write: bool,
}

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// Files written because they were missing or different.
    pub written: usize,
    /// Files that were right already.
    pub unchanged: usize,
    /// Files removed.
    pub removed: Vec<String>,
    /// Files that we wrote before and somebody changed since: left where they are.
    pub kept: Vec<String>,
}

/// A file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Path below the output directory.
    pub path: String,
    /// What is there; `None`: nothing.
    pub found: Option<String>,
    /// What should be there; `None`: nothing.
    pub wanted: Option<String>,
}

/// A build that could not be written.
#[derive(Debug)]
pub enum Failure {
    /// A file operation that failed, and why.
    File(PathBuf, io::Error),
    /// What is wrong with the user's templates.
    Templates(Vec<String>),
}

impl Pending {
    /// Begins a comparison. `all` names every back end there is: the files of those that are not taken in stay as
    /// they are (`--only`).
    pub fn compare(directory: &Path, all: Vec<&'static str>, sources: BTreeMap<String, String>) -> Self {
        Self::new(directory, all, sources, false)
    }

    /// Begins a build.
    pub fn write(directory: &Path, all: Vec<&'static str>, sources: BTreeMap<String, String>) -> Self {
        Self::new(directory, all, sources, true)
    }

    fn new(directory: &Path, all: Vec<&'static str>, sources: BTreeMap<String, String>, write: bool) -> Self {
        let old = read(&directory.join(Lock::NAME)).map(|text| Lock::parse(&text)).unwrap_or_default();
        let new = Lock { schemagen: env!("CARGO_PKG_VERSION").to_owned(), sources, files: BTreeMap::new() };
        Self {
            directory: directory.to_path_buf(),
            all,
            old,
            new,
            taken: BTreeSet::new(),
            files: BTreeMap::new(),
            faults: Vec::new(),
            write,
        }
    }

    /// Takes in files of one back end. A text for a path that it has given before goes on from there.
    pub fn take(&mut self, by: &'static str, tree: OutputTree) -> Result<(), Failure> {
        self.faults.extend(tree.faults);
        self.taken.insert(by);
        tree.files.into_iter().try_for_each(|(path, text)| self.append(by, path, &text))
    }

    fn append(&mut self, by: &'static str, path: String, text: &str) -> Result<(), Failure> {
        let file = match self.files.entry(path) {
            Entry::Occupied(begun) => &mut begun.into_mut().1,
            Entry::Vacant(place) => {
                let begun = Wanted::begin(&self.directory, place.key(), self.write)?;
                &mut place.insert((by, begun)).1
            }
        };
        file.append(text)
    }

    /// Everything that differs from what a build would write, by path; empty means fresh.
    pub fn differences(mut self) -> Result<Vec<Difference>, Failure> {
        self.fail_on_faults()?;
        let (stale, lock) = self.end()?;
        let gone = |path: String| {
            let found = read(&self.directory.join(&path));
            found.map(|text| Difference { path, found: Some(text), wanted: None })
        };
        let mut found: Vec<Difference> = stale.into_iter().filter_map(gone).collect();
        found.extend(std::mem::take(&mut self.files).into_iter().map(|(path, (_, file))| file.difference(path)));
        found.sort_by(|a, b| a.path.cmp(&b.path));
        found.extend(lock.map(|lock| lock.difference(Lock::NAME.to_owned())));
        Ok(found)
    }

    /// Moves all files to their places and removes what is not written any more; the lock comes last.
    pub fn finish(mut self) -> Result<Outcome, Failure> {
        self.fail_on_faults()?;
        let all = self.files.len() + 1;
        let (stale, lock) = self.end()?;
        let mut outcome = Outcome::default();
        for mut file in std::mem::take(&mut self.files).into_values().map(|(_, file)| file).chain(lock) {
            file.place()?;
            outcome.written += 1;
        }
        outcome.unchanged = all - outcome.written;
        self.remove(stale, &mut outcome)?;
        Ok(outcome)
    }

    /// Nothing more comes: what is as it should be is left out. Files that nobody writes any more; and the lock, if it
    /// differs.
    fn end(&mut self) -> Result<(Vec<String>, Option<Wanted>), Failure> {
        for (path, (by, file)) in std::mem::take(&mut self.files) {
            self.end_file(path, by, file)?;
        }
        let stale = self.stale();
        let kept = self.old.files.iter().filter(|(_, file)| self.is_left_alone(&file.by));
        let kept: Vec<_> = kept.map(|(path, file)| (path.clone(), file.clone())).collect();
        self.new.files.extend(kept);
        let mut lock = Wanted::begin(&self.directory, Lock::NAME, self.write)?;
        lock.append(&self.new.render())?;
        let differs = !lock.end()?;
        Ok((stale, differs.then_some(lock)))
    }

    fn end_file(&mut self, path: String, by: &'static str, mut file: Wanted) -> Result<(), Failure> {
        let locked = LockedFile { by: by.to_owned(), sha256: file.sha256() };
        self.new.files.insert(path.clone(), locked);
        if !file.end()? {
            self.files.insert(path, (by, file));
        }
        Ok(())
    }

    /// All that is wrong with the user's templates, at once.
    fn fail_on_faults(&mut self) -> Result<(), Failure> {
        let mut faults = std::mem::take(&mut self.faults);
        faults.sort();
        if faults.is_empty() { Ok(()) } else { Err(Failure::Templates(faults)) }
    }

    /// Files of the old lock that nobody writes any more.
    fn stale(&self) -> Vec<String> {
        let gone = self.old.files.iter().filter(|(path, file)| {
            !self.new.files.contains_key(*path) && !self.is_left_alone(&file.by) && is_inside(path)
        });
        gone.map(|(path, _)| path.clone()).collect()
    }

    /// A back end that exists and was not asked for keeps its files.
    fn is_left_alone(&self, by: &str) -> bool {
        self.all.contains(&by) && !self.taken.contains(by)
    }

    fn remove(&self, stale: Vec<String>, outcome: &mut Outcome) -> Result<(), Failure> {
        for path in stale {
            let place = self.directory.join(&path);
            match read(&place) {
                None => {}
                Some(text) if self.old.files.get(&path).is_some_and(|file| file.sha256 == sha256(&text)) => {
                    fs::remove_file(&place).map_err(|error| Failure::File(place.clone(), error))?;
                    remove_empty_folders(&self.directory, &place);
                    outcome.removed.push(path);
                }
                Some(_) => outcome.kept.push(path),
            }
        }
        Ok(())
    }
}

/// Templates that a user put below `directory`, by their path in it. A folder that is not there gives none.
pub fn read_templates(directory: &Path) -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![directory.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
            match (path.is_dir(), path.strip_prefix(directory).ok().map(slashes), read(&path)) {
                (true, ..) => folders.push(path),
                (false, Some(name), Some(text)) => drop(found.insert(name, text)),
                _ => {}
            }
        }
    }
    found
}

fn slashes(path: &Path) -> String {
    path.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

fn read(path: &Path) -> Option<String> {
    fs::read(path).ok().map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// A lock is a file that anybody may edit: it must not make us remove something elsewhere.
fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn remove_empty_folders(directory: &Path, place: &Path) {
    for folder in place.ancestors().skip(1).take_while(|folder| *folder != directory) {
        if fs::remove_dir(folder).is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> OutputTree {
        let mut tree = OutputTree::new();
        files.iter().for_each(|(path, text)| tree.add(*path, *text));
        tree
    }

    fn taken(mut pending: Pending, trees: &[(&'static str, OutputTree)]) -> Pending {
        trees.iter().for_each(|(by, tree)| pending.take(by, tree.clone()).unwrap());
        pending
    }

    #[test]
    fn writes_compares_and_removes() {
        let directory = tempfile::tempdir().unwrap();
        let place = directory.path();
        let write =
            |trees: &[_]| taken(Pending::write(place, vec!["a", "b"], BTreeMap::new()), trees).finish().unwrap();
        let compare =
            |trees: &[_]| taken(Pending::compare(place, vec!["a", "b"], BTreeMap::new()), trees).differences().unwrap();

        let both = [("a", tree(&[("a/x", "1"), ("a/y", "2")])), ("b", tree(&[("b/z", "3")]))];
        assert_eq!(write(&both).written, 4);
        assert!(compare(&both).is_empty());
        assert_eq!(write(&both), Outcome { unchanged: 4, ..Outcome::default() });

        let only = [("a", tree(&[("a/x", "1")]))];
        assert_eq!(write(&only).removed, ["a/y"]);
        assert!(place.join("b/z").exists());

        fs::write(place.join("a/x"), "edited").unwrap();
        let found = compare(&only);
        assert_eq!((found.len(), found[0].path.as_str()), (1, "a/x"));

        let outcome = write(&[("a", OutputTree::new()), ("b", OutputTree::new())]);
        assert_eq!((outcome.removed, outcome.kept), (vec!["b/z".to_owned()], vec!["a/x".to_owned()]));
        assert!(!place.join("b").exists());
    }

    /// A file in pieces, against a file that is the same, differs in any of them, ends sooner or goes on.
    #[test]
    fn pieces_are_one_file() {
        let directory = tempfile::tempdir().unwrap();
        let place = directory.path().join("x");
        let pieces = || ["one\n", "two\n", "", "three\n"].map(|piece| ("a", tree(&[("x", piece)])));
        let all = || vec!["a"];
        for found in [
            None,
            Some("one\ntwo\nthree\n"),
            Some("one\ntwo\n"),
            Some("one\nTWO\nthree\n"),
            Some("one\ntwo\nthree\nfour"),
        ] {
            found.map_or_else(|| (), |text| fs::write(&place, text).unwrap());
            let same = found == Some("one\ntwo\nthree\n");
            let compared = taken(Pending::compare(directory.path(), all(), BTreeMap::new()), &pieces());
            let differences = compared.differences().unwrap();
            let shown = differences.iter().find(|difference| difference.path == "x");
            assert_eq!(shown.is_none(), same, "{found:?}");
            if let Some(shown) = shown {
                assert_eq!((shown.found.as_deref(), shown.wanted.as_deref()), (found, Some("one\ntwo\nthree\n")));
            }
            taken(Pending::write(directory.path(), all(), BTreeMap::new()), &pieces()).finish().unwrap();
            assert_eq!(fs::read_to_string(&place).unwrap(), "one\ntwo\nthree\n", "{found:?}");
            assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 2, "the file and the lock");
        }
    }

    #[test]
    fn a_build_that_is_given_up_leaves_nothing() {
        let directory = tempfile::tempdir().unwrap();
        drop(taken(Pending::write(directory.path(), vec!["a"], BTreeMap::new()), &[("a", tree(&[("x", "1")]))]));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
    }

    /// Something that no file can take the place of.
    #[test]
    fn a_file_that_cannot_be_placed_leaves_nothing_beside_it() {
        let directory = tempfile::tempdir().unwrap();
        fs::create_dir_all(directory.path().join("x/within")).unwrap();
        let files = [("a", tree(&[("w", "1"), ("x", "2"), ("y", "3")]))];
        let pending = taken(Pending::write(directory.path(), vec!["a"], BTreeMap::new()), &files);
        assert!(matches!(pending.finish(), Err(Failure::File(..))));
        let names = fs::read_dir(directory.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert!(names.into_iter().all(|name| !name.to_string_lossy().ends_with(".tmp")));
    }

    #[test]
    fn a_forged_lock_removes_nothing_outside() {
        let directory = tempfile::tempdir().unwrap();
        let outside = directory.path().join("keep");
        fs::write(&outside, "x").unwrap();
        let out = directory.path().join("out");
        fs::create_dir(&out).unwrap();
        let file = LockedFile { by: "a".to_owned(), sha256: sha256("x") };
        let lock = Lock { files: BTreeMap::from([("../keep".to_owned(), file)]), ..Lock::default() };
        fs::write(out.join(Lock::NAME), lock.render()).unwrap();
        taken(Pending::write(&out, vec!["a"], BTreeMap::new()), &[("a", OutputTree::new())]).finish().unwrap();
        assert!(outside.exists());
    }
}
