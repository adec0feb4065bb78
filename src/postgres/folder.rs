//! Where a scratch server keeps its data.

use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

/// What has to be free in memory, in bytes. Measured: the two servers of the whole test suite took 285 MB; their logs are
/// bounded by `max_wal_size`.
const ROOM: u64 = 4 << 30;

/// The longest path that leaves room for our name and a socket's below it: 104 bytes are all that some systems take.
const LONGEST: usize = 60;

/// What `mktemp` makes a folder of. Numbers of processes come again, in another container or after a crash that left its
/// folder, and whoever knows a name beforehand can be there first: so the end of it is by chance.
pub fn pattern() -> PathBuf {
    let name = format!("schemagen-{}-XXXXXX", std::process::id());
    let wanted = if std::env::var_os("TMPDIR").is_none() { memory() } else { None };
    let wanted = wanted.unwrap_or_else(std::env::temp_dir);
    let short = wanted.as_os_str().len() <= LONGEST && writable_by_all(&wanted);
    if short { wanted.join(name) } else { Path::new("/tmp").join(name) }
}

/// Memory that looks like a file system: databases come and go, hundreds of small files each, which on ext4 was a third of a
/// proof's processor time (measured: 7.0 s on disk, 5.0 s in memory for a model of ten tables).
fn memory() -> Option<PathBuf> {
    let folder = PathBuf::from("/dev/shm");
    let found = rustix::fs::statvfs(&folder).ok()?;
    (found.f_bavail.saturating_mul(found.f_frsize) >= ROOM).then_some(folder)
}

/// The server may run as another user.
fn writable_by_all(folder: &Path) -> bool {
    std::fs::metadata(folder).is_ok_and(|data| data.permissions().mode() & 0o002 != 0)
}
