//! `schemagen init`: a model to start from, the CI check and the pre-commit hook.

use super::{Exit, Terminal};
use std::fs;
use std::path::PathBuf;

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Where to write
    #[arg(default_value = ".")]
    directory: PathBuf,
    /// The model to start from
    #[arg(long, default_value = "supabase")]
    template: Template,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum Template {
    /// One table with an owner, on Supabase
    Supabase,
    /// The same on a bare PostgreSQL
    Postgres,
    /// Organizations with members and roles, on Supabase
    Organizations,
}

impl Template {
    fn model(self) -> &'static str {
        match self {
            Self::Supabase => include_str!("../../templates/init/supabase.yaml"),
            Self::Postgres => include_str!("../../templates/init/postgres.yaml"),
            Self::Organizations => include_str!("../../templates/init/organizations.yaml"),
        }
    }
}

/// Writes what is not there yet; what is there stays as it is.
pub fn run(arguments: &Arguments, terminal: &mut Terminal) -> Exit {
    let files = [
        ("schema.yaml", arguments.template.model()),
        (".github/workflows/schemagen.yml", include_str!("../../templates/init/check.yml")),
        (".githooks/pre-commit", include_str!("../../templates/init/pre-commit")),
    ];
    if arguments.directory.join("schema.yaml").exists() {
        terminal.message(
            "error: there is a schema.yaml already\n  help: name another directory, or edit the one that is there",
        );
        return Exit::Failure;
    }
    for (path, text) in files {
        if let Err(error) = write(&arguments.directory.join(path), text) {
            terminal.message(format!("error: cannot write {path}: {error}"));
            return Exit::Failure;
        }
        terminal.message(format!("wrote {path}"));
    }
    terminal.message("next: schemagen build; to run the hook: git config core.hooksPath .githooks");
    Exit::Clean
}

fn write(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)?;
    make_executable(path, text)
}

#[cfg(unix)]
fn make_executable(path: &std::path::Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if text.starts_with("#!") { fs::set_permissions(path, fs::Permissions::from_mode(0o755)) } else { Ok(()) }
}

#[cfg(not(unix))]
fn make_executable(_: &std::path::Path, _: &str) -> std::io::Result<()> {
    Ok(())
}
