//! The output directory: write what is new, remove what we wrote before, compare.

use super::{Lock, LockedFile, OutputTree, sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// What is to be in a directory, taken in back end by back end: only what differs from what is there is held, and of
/// a build not even that.
pub struct Pending {
    directory: PathBuf,
    all: Vec<&'static str>,
    old: Lock,
    new: Lock,
    taken: BTreeSet<&'static str>,
    files: usize,
    faults: Vec<String>,
    purpose: Purpose,
}

/// What is done with a text that differs from what is there.
enum Purpose {
    /// It is kept, to be shown.
    Compare(Vec<Difference>),
    /// It is put beside its place: temporary file and place.
    Write(Vec<(PathBuf, PathBuf)>),
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
        Self::new(directory, all, sources, Purpose::Compare(Vec::new()))
    }

    /// Begins a build.
    pub fn write(directory: &Path, all: Vec<&'static str>, sources: BTreeMap<String, String>) -> Self {
        Self::new(directory, all, sources, Purpose::Write(Vec::new()))
    }

    fn new(directory: &Path, all: Vec<&'static str>, sources: BTreeMap<String, String>, purpose: Purpose) -> Self {
        let old = read(&directory.join(Lock::NAME)).map(|text| Lock::parse(&text)).unwrap_or_default();
        let new = Lock { schemagen: env!("CARGO_PKG_VERSION").to_owned(), sources, files: BTreeMap::new() };
        Self {
            directory: directory.to_path_buf(),
            all,
            old,
            new,
            taken: BTreeSet::new(),
            files: 0,
            faults: Vec::new(),
            purpose,
        }
    }

    /// Takes in files of one back end.
    pub fn take(&mut self, by: &'static str, tree: OutputTree) -> Result<(), Failure> {
        self.faults.extend(tree.faults);
        self.taken.insert(by);
        for (path, text) in tree.files {
            self.new.files.insert(path.clone(), LockedFile { by: by.to_owned(), sha256: sha256(&text) });
            self.files += 1;
            self.want(path, Some(text))?;
        }
        Ok(())
    }

    /// Everything that differs from what a build would write; empty means fresh.
    pub fn differences(mut self) -> Result<Vec<Difference>, Failure> {
        self.fail_on_faults()?;
        for path in self.stale() {
            self.want(path, None)?;
        }
        self.want_lock()?;
        match std::mem::replace(&mut self.purpose, Purpose::Write(Vec::new())) {
            Purpose::Compare(found) => Ok(found),
            Purpose::Write(_) => Ok(Vec::new()),
        }
    }

    /// Moves all files to their places and removes what is not written any more; the lock comes last.
    pub fn finish(mut self) -> Result<Outcome, Failure> {
        self.fail_on_faults()?;
        self.want_lock()?;
        let staged: &[_] = if let Purpose::Write(staged) = &self.purpose { staged } else { &[] };
        let mut outcome = Outcome { unchanged: (self.files + 1).saturating_sub(staged.len()), ..Outcome::default() };
        for (temporary, place) in staged {
            fs::rename(temporary, place).map_err(|error| Failure::File(place.clone(), error))?;
            outcome.written += 1;
        }
        self.remove_stale(&mut outcome)?;
        Ok(outcome)
    }

    /// All that is wrong with the user's templates, at once.
    fn fail_on_faults(&mut self) -> Result<(), Failure> {
        let mut faults = std::mem::take(&mut self.faults);
        faults.sort();
        if faults.is_empty() { Ok(()) } else { Err(Failure::Templates(faults)) }
    }

    fn want_lock(&mut self) -> Result<(), Failure> {
        let kept = self.old.files.iter().filter(|(_, file)| self.is_left_alone(&file.by));
        let kept: Vec<_> = kept.map(|(path, file)| (path.clone(), file.clone())).collect();
        self.new.files.extend(kept);
        self.want(Lock::NAME.to_owned(), Some(self.new.render()))
    }

    /// Compares what is at a place with what is to be there.
    fn want(&mut self, path: String, wanted: Option<String>) -> Result<(), Failure> {
        let place = self.directory.join(&path);
        let same = wanted.as_ref().map_or_else(|| !place.exists(), |text| holds(&place, text).unwrap_or(false));
        if same {
            return Ok(());
        }
        match (&mut self.purpose, wanted) {
            (Purpose::Compare(differences), wanted) => {
                differences.push(Difference { path, found: read(&place), wanted });
            }
            (Purpose::Write(staged), Some(text)) => stage(&self.directory, &path, &text, staged)?,
            (Purpose::Write(_), None) => {}
        }
        Ok(())
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

    fn remove_stale(&self, outcome: &mut Outcome) -> Result<(), Failure> {
        for path in self.stale() {
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

/// A build that is given up leaves nothing beside the places of its files.
impl Drop for Pending {
    fn drop(&mut self) {
        if let Purpose::Write(staged) = &self.purpose {
            staged.iter().for_each(|(temporary, _)| drop(fs::remove_file(temporary)));
        }
    }
}

/// Writes a text beside its place.
fn stage(directory: &Path, path: &str, text: &str, staged: &mut Vec<(PathBuf, PathBuf)>) -> Result<(), Failure> {
    let place = directory.join(path);
    let temporary = place.with_file_name(format!(".{}.{}.tmp", path.replace('/', "."), std::process::id()));
    let folder = place.parent().unwrap_or(directory).to_path_buf();
    staged.push((temporary.clone(), place));
    let written = fs::create_dir_all(&folder).and_then(|()| fs::write(&temporary, text));
    written.map_err(|error| Failure::File(folder, error))
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

/// The file is this text. It is not read as a whole: of 10,000 tables it has 60 MB.
fn holds(path: &Path, text: &str) -> io::Result<bool> {
    let mut file = fs::File::open(path)?;
    if file.metadata()?.len() != text.len() as u64 {
        return Ok(false);
    }
    let mut part = vec![0; 1 << 16];
    for wanted in text.as_bytes().chunks(part.len()) {
        let Some(found) = part.get_mut(..wanted.len()) else { return Ok(false) };
        file.read_exact(found)?;
        if found != wanted {
            return Ok(false);
        }
    }
    Ok(true)
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

    #[test]
    fn a_build_that_is_given_up_leaves_nothing() {
        let directory = tempfile::tempdir().unwrap();
        drop(taken(Pending::write(directory.path(), vec!["a"], BTreeMap::new()), &[("a", tree(&[("x", "1")]))]));
        assert_eq!(fs::read_dir(directory.path()).unwrap().count(), 0);
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
