//! Schemas with row security in the manner of Supabase projects, a folder each in `tests/live/import`: `schema.sql`, and the
//! model and the report that import makes of it (`BLESS=1` writes both).

use super::{all_well, import, load};
use crate::servers;
use schemagen::postgres::Scratch;
use std::path::{Path, PathBuf};

fn folders() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/import");
    let entries = std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<_> = entries.filter(|path| path.join("schema.sql").is_file()).collect();
    folders.sort();
    folders
}

#[test]
fn supabase_projects_come_back() {
    for server in servers() {
        let ended: Vec<_> = folders().iter().map(|folder| (name(folder), comes_back(server, folder))).collect();
        all_well(&ended);
    }
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_string_lossy().into_owned()
}

fn comes_back(server: &Scratch, folder: &Path) -> Result<(), String> {
    let source = server.supabase(&name(folder)).unwrap();
    load(&source, &folder.join("schema.sql"));
    let imported = import(&source)?;
    has_keys(&std::fs::read_to_string(folder.join("schema.sql")).unwrap(), &imported.model)?;
    if server.major() == 15 {
        expected(&folder.join("schema.yaml"), &imported.model)?;
        expected(&folder.join("report.txt"), &imported.report)?;
    }
    imported.is_exact(&source, &server.supabase(&name(folder)).unwrap())
}

/// `-- keys of tasks: owner, members` or `-- keys of tasks: none`: which access keys stand beside the policies.
fn has_keys(script: &str, model: &str) -> Result<(), String> {
    let mut sources = schemagen::source::Sources::default();
    sources.add("schema.yaml", model.to_owned());
    let (spec, _) = schemagen::spec::parse(&sources);
    for line in script.lines().filter_map(|line| line.strip_prefix("-- keys of ")) {
        let (table, wanted) = line.split_once(": ").unwrap();
        let found = spec.tables.iter().find(|(name, _)| name.value == table);
        let (_, found) = found.ok_or_else(|| format!("the model has no table {table}:\n{model}"))?;
        let keys = [
            ("owner", found.owner.is_some()),
            ("members", found.members.is_some()),
            ("allow", !found.allow.is_empty()),
        ];
        let keys: Vec<&str> = keys.iter().filter(|(_, there)| *there).map(|(key, _)| *key).collect();
        let keys = if keys.is_empty() { "none".to_owned() } else { keys.join(", ") };
        if keys != wanted || found.access.is_none() || found.policies.is_empty() {
            return Err(format!("table {table} has the keys {keys}, and not {wanted}:\n{model}"));
        }
    }
    Ok(())
}

/// The text that a file holds; `BLESS=1` puts it there.
fn expected(file: &Path, text: &str) -> Result<(), String> {
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(file, text).unwrap();
    }
    let held = std::fs::read_to_string(file).unwrap_or_default();
    super::differ(&held, text, &format!("{} is not what import writes", file.display()))
}
