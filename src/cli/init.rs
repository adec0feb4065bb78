//! `schemagen init`: a model to start from, the CI check and the pre-commit hook.

use super::{Exit, Terminal, import};
use crate::diagnostics::Code;
use crate::postgres::Failure;
use std::fs;
use std::path::{Path, PathBuf};

/// Its arguments.
#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Where to write
    #[arg(default_value = ".")]
    directory: PathBuf,
    /// The model to start from
    #[arg(long, default_value = "supabase")]
    template: Template,
    /// A live database to start from, instead: it is imported
    #[arg(long, value_name = "URL", conflicts_with = "template")]
    from: Option<String>,
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
    if arguments.directory.join("schema.yaml").exists() {
        let failure = Failure::new(Code::FileThere, "there is a schema.yaml already");
        return terminal.failure(&failure.help("name another directory, or edit the one that is there"));
    }
    let model = match &arguments.from {
        Some(url) => imported(url, &arguments.directory, terminal),
        None => written(&arguments.directory, "schema.yaml", arguments.template.model(), terminal),
    };
    if model != Exit::Clean {
        return model;
    }
    for (path, text) in [
        (".github/workflows/schemagen.yml", include_str!("../../templates/init/check.yml")),
        (".githooks/pre-commit", include_str!("../../templates/init/pre-commit")),
    ] {
        if written(&arguments.directory, path, text, terminal) != Exit::Clean {
            return Exit::Failure;
        }
    }
    terminal.message("next: schemagen build; to run the hook: git config core.hooksPath .githooks");
    Exit::Clean
}

fn imported(url: &str, directory: &Path, terminal: &mut Terminal) -> Exit {
    if let Err(error) = fs::create_dir_all(directory) {
        return terminal.not_written(directory.display(), &error);
    }
    import::to_file(url, None, &directory.join("schema.yaml"), terminal)
}

fn written(directory: &Path, path: &str, text: &str, terminal: &mut Terminal) -> Exit {
    match write(&directory.join(path), text) {
        Ok(()) => {
            terminal.message(format!("wrote {path}"));
            Exit::Clean
        }
        Err(error) => terminal.not_written(path, &error),
    }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    if path.exists() {
        return Ok(());
    }
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    fs::write(path, text)?;
    make_executable(path, text)
}

#[cfg(unix)]
fn make_executable(path: &Path, text: &str) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    if text.starts_with("#!") { fs::set_permissions(path, fs::Permissions::from_mode(0o755)) } else { Ok(()) }
}

#[cfg(not(unix))]
fn make_executable(_: &std::path::Path, _: &str) -> std::io::Result<()> {
    Ok(())
}
