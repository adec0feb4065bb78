//! The output directory: write what is new, remove what we wrote before, compare.

use super::{Lock, LockedFile, OutputTree, sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// What is to be in a directory.
pub struct Request<'a> {
    /// The output directory.
    pub directory: &'a Path,
    /// The rendered files of each back end, by the back end's name.
    pub trees: &'a BTreeMap<&'static str, OutputTree>,
    /// Every back end there is: the files of those not in `trees` stay as they are (`--only`).
    pub all: &'a [&'static str],
    /// Model files and their SHA-256.
    pub sources: BTreeMap<String, String>,
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

/// A file operation that failed.
#[derive(Debug)]
pub struct Failure {
    /// The path.
    pub path: PathBuf,
    /// Why.
    pub error: io::Error,
}

impl std::fmt::Display for Failure {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "cannot write {}: {}", self.path.display(), self.error)
    }
}

/// Everything that differs from what a build would write; empty means fresh.
pub fn check(request: &Request) -> Vec<Difference> {
    let old = read_lock(request.directory);
    let mut differences = Vec::new();
    for (path, wanted) in request.trees.values().flat_map(OutputTree::iter) {
        compare(request.directory, path, Some(wanted), &mut differences);
    }
    for path in stale(request, &old) {
        compare(request.directory, &path, None, &mut differences);
    }
    let lock = next_lock(request, &old).render();
    compare(request.directory, Lock::NAME, Some(&lock), &mut differences);
    differences
}

/// Writes all files, or none: every text is first put beside its place, then all are moved, and only then
/// is anything removed. The lock comes last.
pub fn write(request: &Request) -> Result<Outcome, Failure> {
    let old = read_lock(request.directory);
    let lock = next_lock(request, &old).render();
    let differences = check(request);
    let staged = stage(request.directory, &differences)?;
    let mut outcome = Outcome::default();
    outcome.unchanged = request.trees.values().map(|tree| tree.files.len()).sum::<usize>();
    for (temporary, place) in staged {
        fs::rename(&temporary, &place).map_err(|error| Failure { path: place, error })?;
        outcome.written += 1;
    }
    outcome.unchanged = (outcome.unchanged + 1).saturating_sub(outcome.written);
    remove_stale(request, &old, &mut outcome)?;
    debug_assert!(read(&request.directory.join(Lock::NAME)).as_deref() == Some(lock.as_str()));
    Ok(outcome)
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

fn read_lock(directory: &Path) -> Lock {
    read(&directory.join(Lock::NAME)).map(|text| Lock::parse(&text)).unwrap_or_default()
}

fn compare(directory: &Path, path: &str, wanted: Option<&str>, differences: &mut Vec<Difference>) {
    let found = read(&directory.join(path));
    if found.as_deref() != wanted {
        differences.push(Difference { path: path.to_owned(), found, wanted: wanted.map(str::to_owned) });
    }
}

/// Files of the old lock that nobody writes any more.
fn stale(request: &Request, old: &Lock) -> Vec<String> {
    let new: BTreeSet<&str> = request.trees.values().flat_map(OutputTree::iter).map(|(path, _)| path).collect();
    old.files
        .iter()
        .filter(|(path, file)| !new.contains(path.as_str()) && !is_left_alone(request, &file.by))
        .filter(|(path, _)| is_inside(path))
        .map(|(path, _)| path.clone())
        .collect()
}

/// A back end that exists and was not asked for keeps its files.
fn is_left_alone(request: &Request, by: &str) -> bool {
    request.all.contains(&by) && !request.trees.contains_key(by)
}

/// A lock is a file that anybody may edit: it must not make us remove something elsewhere.
fn is_inside(path: &str) -> bool {
    Path::new(path).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn next_lock(request: &Request, old: &Lock) -> Lock {
    let kept = old.files.iter().filter(|(_, file)| is_left_alone(request, &file.by));
    let mut files: BTreeMap<String, LockedFile> = kept.map(|(path, file)| (path.clone(), file.clone())).collect();
    for (by, tree) in request.trees {
        let locked = |text: &str| LockedFile { by: (*by).to_owned(), sha256: sha256(text) };
        files.extend(tree.iter().map(|(path, text)| (path.to_owned(), locked(text))));
    }
    Lock { schemagen: env!("CARGO_PKG_VERSION").to_owned(), sources: request.sources.clone(), files }
}

/// Writes every wanted text beside its place. On a failure what was staged is removed again.
fn stage(directory: &Path, differences: &[Difference]) -> Result<Vec<(PathBuf, PathBuf)>, Failure> {
    let mut staged = Vec::new();
    for difference in differences {
        let Some(text) = &difference.wanted else { continue };
        let place = directory.join(&difference.path);
        let temporary = place.with_file_name(format!(
            ".{}.{}.tmp",
            slashes(Path::new(&difference.path)).replace('/', "."),
            std::process::id()
        ));
        let folder = place.parent().unwrap_or(directory).to_path_buf();
        let done = fs::create_dir_all(&folder).and_then(|()| fs::write(&temporary, text));
        staged.push((temporary, place));
        if let Err(error) = done {
            for (temporary, _) in &staged {
                let _ = fs::remove_file(temporary);
            }
            return Err(Failure { path: folder, error });
        }
    }
    Ok(staged)
}

fn remove_stale(request: &Request, old: &Lock, outcome: &mut Outcome) -> Result<(), Failure> {
    for path in stale(request, old) {
        let place = request.directory.join(&path);
        match read(&place) {
            None => {}
            Some(text) if old.files.get(&path).is_some_and(|file| file.sha256 == sha256(&text)) => {
                fs::remove_file(&place).map_err(|error| Failure { path: place.clone(), error })?;
                remove_empty_folders(request.directory, &place);
                outcome.removed.push(path);
            }
            Some(_) => outcome.kept.push(path),
        }
    }
    Ok(())
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

    #[test]
    fn writes_compares_and_removes() {
        let directory = tempfile::tempdir().unwrap();
        let request =
            |trees| Request { directory: directory.path(), trees, all: &["a", "b"], sources: BTreeMap::new() };
        let both = BTreeMap::from([("a", tree(&[("a/x", "1"), ("a/y", "2")])), ("b", tree(&[("b/z", "3")]))]);
        assert_eq!(write(&request(&both)).unwrap().written, 4);
        assert!(check(&request(&both)).is_empty());
        assert_eq!(write(&request(&both)).unwrap(), Outcome { unchanged: 4, ..Outcome::default() });

        let only = BTreeMap::from([("a", tree(&[("a/x", "1")]))]);
        assert_eq!(write(&request(&only)).unwrap().removed, ["a/y"]);
        assert!(directory.path().join("b/z").exists());

        fs::write(directory.path().join("a/x"), "edited").unwrap();
        let found = check(&request(&only));
        assert_eq!((found.len(), found[0].path.as_str()), (1, "a/x"));

        let none = BTreeMap::from([("a", OutputTree::new()), ("b", OutputTree::new())]);
        let outcome = write(&request(&none)).unwrap();
        assert_eq!((outcome.removed, outcome.kept), (vec!["b/z".to_owned()], vec!["a/x".to_owned()]));
        assert!(!directory.path().join("b").exists());
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
        let trees = BTreeMap::from([("a", OutputTree::new())]);
        write(&Request { directory: &out, trees: &trees, all: &["a"], sources: BTreeMap::new() }).unwrap();
        assert!(outside.exists());
    }
}
