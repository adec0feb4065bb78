//! Schemas that the language has no words for in places: what does not compile, or comes to something else, is kept as its
//! own SQL, and the whole comes back. Each begins with the lines that import says of it: `-- says: …`.

use super::{all_well, import, load};
use crate::servers;
use schemagen::postgres::Scratch;
use std::path::{Path, PathBuf};

fn cases() -> Vec<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/imported/cases");
    let folder = std::env::var_os("IMPORTED").map_or(own, PathBuf::from);
    let only = std::env::var("CASE").unwrap_or_default();
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| name(file).contains(&only));
    files.sort();
    files
}

fn name(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

#[test]
fn what_has_no_words_comes_back() {
    for server in servers() {
        let ended: Vec<_> = cases().iter().map(|file| (name(file), comes_back(server, file))).collect();
        all_well(&ended);
    }
}

fn comes_back(server: &Scratch, file: &Path) -> Result<(), String> {
    let source = server.database(&name(file)).unwrap();
    load(&source, file);
    let imported = import(&source)?;
    let script = std::fs::read_to_string(file).unwrap();
    for line in script.lines().filter_map(|line| line.strip_prefix("-- says: ")) {
        if !imported.report.lines().any(|said| said.starts_with(line)) {
            return Err(format!("the report does not say `{line}`:\n{}", imported.report));
        }
    }
    imported.is_exact(&source, &server.database(&name(file)).unwrap())
}
