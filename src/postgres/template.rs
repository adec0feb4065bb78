//! The cached data directory that every scratch server starts from.

use super::account::{self, Account};
use super::{Binaries, Failure};
use crate::diagnostics::Code;
use sha2::{Digest, Sha256};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The superuser of scratch servers. Not `postgres`: on Supabase that is an ordinary role.
pub const SUPERUSER: &str = "schemagen";

/// The template for these binaries, made when it is not there yet.
pub fn prepare(binaries: &Binaries, account: Option<&Account>) -> Result<PathBuf, Failure> {
    let cache = cache_folder(account).map_err(|error| failed(format!("no folder for its template: {error}")))?;
    let template = cache.join(key(binaries));
    if !template.join("PG_VERSION").is_file() {
        initialise(binaries, account, &template)?;
    }
    Ok(template)
}

/// Two installations of one version may be built in different ways: the folder and age of the program count.
fn key(binaries: &Binaries) -> String {
    let program = binaries.program("postgres");
    let age = std::fs::metadata(&program).map(|data| data.mtime()).unwrap_or(0);
    let digest = Sha256::digest(format!("{}\n{age}\n{SUPERUSER}", program.display()));
    let short: String = digest.iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    format!("template-{}-{short}", binaries.version)
}

fn initialise(binaries: &Binaries, account: Option<&Account>, template: &Path) -> Result<(), Failure> {
    let mut command = shell(include_str!("initialise.sh"), account);
    command.arg(template).arg(binaries.program("initdb"));
    command.args(["--no-sync", "--auth=trust", "--encoding=UTF8", "--locale=C", "--username", SUPERUSER]);
    let child = command.spawn().map_err(|error| failed(format!("initdb cannot be run: {error}")))?;
    let output = child_output(child).map_err(|error| failed(format!("initdb cannot be run: {error}")))?;
    if output.status.success() {
        return Ok(());
    }
    Err(failed("initdb failed").help(String::from_utf8_lossy(&output.stderr).trim().to_owned()))
}

/// Waits without closing the child's standard input, which would tell it to stop.
fn child_output(mut child: std::process::Child) -> std::io::Result<std::process::Output> {
    let held = child.stdin.take();
    let output = child.wait_with_output();
    drop(held);
    output
}

/// A shell that runs one of our scripts as the account, in a process group of its own: a Ctrl-C for us is
/// not one for the server, which ends when we do.
pub fn shell(script: &str, account: Option<&Account>) -> Command {
    use std::os::unix::process::CommandExt;
    let mut command = Command::new("/bin/sh");
    command.args(["-c", script, "schemagen-scratch"]).current_dir("/").process_group(0).env("LC_ALL", "C");
    command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
    super::environment::silence(&mut command);
    if let Some(account) = account {
        account.apply(&mut command);
    }
    command
}

pub fn failed(what: impl std::fmt::Display) -> Failure {
    Failure::new(Code::ScratchFailed, format!("the scratch server does not start: {what}"))
}

/// A folder that only whoever runs the server can write to.
fn cache_folder(account: Option<&Account>) -> std::io::Result<PathBuf> {
    let Some(account) = account else {
        return own_cache();
    };
    let folder = PathBuf::from("/var/cache/schemagen");
    std::fs::create_dir_all(&folder)?;
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755))?;
    let folder = private_folder(folder.join(&account.name))?;
    std::os::unix::fs::chown(&folder, Some(account.uid), Some(account.gid))?;
    Ok(folder)
}

fn own_cache() -> std::io::Result<PathBuf> {
    let set = |name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    let cache = set("XDG_CACHE_HOME").or_else(|| set("HOME").map(|home| home.join(".cache")));
    let writable = cache.and_then(|cache| private_folder(cache.join("schemagen")).ok());
    let shared = || ours(private_folder(std::env::temp_dir().join(format!("schemagen-cache-{}", account::user_id())))?);
    writable.map_or_else(shared, Ok)
}

fn private_folder(folder: PathBuf) -> std::io::Result<PathBuf> {
    std::fs::DirBuilder::new().recursive(true).mode(0o700).create(&folder)?;
    Ok(folder)
}

/// In a folder for all, somebody else may have made it first, and what he puts into a template runs as us.
fn ours(folder: PathBuf) -> std::io::Result<PathBuf> {
    let data = std::fs::symlink_metadata(&folder)?;
    match data.is_dir() && data.uid() == account::user_id() {
        true => Ok(folder),
        false => Err(std::io::Error::other(format!("{} is not ours; remove it", folder.display()))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cache_that_leads_elsewhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let (own, link) = (folder.path().join("own"), folder.path().join("link"));
        assert!(ours(private_folder(own.clone()).unwrap()).is_ok());
        std::os::unix::fs::symlink(&own, &link).unwrap();
        assert!(ours(private_folder(link).unwrap()).is_err());
    }
}
