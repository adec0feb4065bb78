//! Real schemas that nobody here wrote: those of Debian's packages, fetched and unpacked when the test runs. `debian.txt`
//! names them. Without Debian's archive the test fails: a schema that is not there was not tested.

use super::{all_well, dump, import, load};
use crate::servers;
use schemagen::postgres::{Database, Scratch};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{LazyLock, Mutex};

/// A line of `debian.txt`.
struct Source {
    name: &'static str,
    package: &'static str,
    files: Vec<&'static str>,
}

fn sources() -> Vec<Source> {
    let lines = include_str!("debian.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let source = |line: &'static str| {
        let [name, package, files] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("not a source: {line}") };
        Source { name, package, files: files.split(' ').collect() }
    };
    lines.map(source).collect()
}

/// Where packages are unpacked; gone with the run.
static UNPACKED: LazyLock<(tempfile::TempDir, Mutex<Vec<&'static str>>)> =
    LazyLock::new(|| (tempfile::tempdir().unwrap(), Mutex::new(Vec::new())));

/// The package's files, unpacked once a run.
fn unpacked(package: &'static str) -> PathBuf {
    let (place, done) = &*UNPACKED;
    let folder = place.path().join(package);
    let mut done = done.lock().unwrap();
    if !done.contains(&package) {
        std::fs::create_dir_all(&folder).unwrap();
        let archive = downloaded(package, place.path());
        run(Command::new("dpkg").arg("-x").arg(&archive).arg(&folder)).unwrap();
        std::fs::remove_file(archive).unwrap();
        done.push(package);
    }
    folder
}

/// `apt-get download`; once more after `apt-get update`, since an archive forgets what its lists still name.
fn downloaded(package: &str, folder: &Path) -> PathBuf {
    let download = || run(Command::new("apt-get").args(["-q", "download", package]).current_dir(folder));
    let fetched = download().or_else(|_| run(Command::new("apt-get").args(["-q", "update"])).and_then(|()| download()));
    fetched.unwrap_or_else(|why| {
        panic!("Debian's package {package} cannot be fetched, so its schema is not tested: {why}")
    });
    let mut archives = glob::glob(&folder.join(format!("{package}_*.deb")).display().to_string()).unwrap();
    archives.next().expect("apt-get download leaves an archive").unwrap()
}

fn run(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|error| format!("{command:?}: {error}"))?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.success() { Ok(()) } else { Err(format!("{command:?}: {said}")) }
}

impl Source {
    fn paths(&self) -> Vec<PathBuf> {
        let root = unpacked(self.package);
        let mut paths = Vec::new();
        for pattern in &self.files {
            let found: Vec<_> = glob::glob(&root.join(pattern).display().to_string()).unwrap().flatten().collect();
            assert!(!found.is_empty(), "{} has no {pattern} any more", self.package);
            paths.extend(found);
        }
        paths
    }

    /// The schema in a database, canonical: pg_dump prints some checks and views differently after a restore.
    fn database(&self, server: &Scratch) -> Database {
        let first = server.database(self.name).unwrap();
        self.paths().iter().for_each(|path| load(&first, path));
        let place = tempfile::tempdir().unwrap();
        let file = place.path().join("dump.sql");
        std::fs::write(&file, dump::pg_dump(&first)).unwrap();
        let canonical = server.database(self.name).unwrap();
        load(&canonical, &file);
        canonical
    }

    fn comes_back(&self, server: &Scratch) -> Result<(), String> {
        let source = self.database(server);
        let imported = import(&source)?;
        imported.is_exact(&source, &server.database(self.name).unwrap())
    }
}

/// `SCHEMAGEN_DEBIAN=name` tries one alone.
fn chosen() -> Vec<Source> {
    let only = std::env::var("SCHEMAGEN_DEBIAN").ok();
    sources().into_iter().filter(|source| only.as_ref().is_none_or(|only| only == source.name)).collect()
}

#[test]
fn schemas_of_debian_packages_come_back_on_15() {
    come_back(&servers()[0]);
}

#[test]
fn schemas_of_debian_packages_come_back_on_18() {
    come_back(&servers()[1]);
}

fn come_back(server: &Scratch) {
    let ended: Vec<_> = chosen().iter().map(|source| (source.name.to_owned(), source.comes_back(server))).collect();
    all_well(&ended);
}
