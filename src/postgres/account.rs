//! The account that a scratch server runs as: PostgreSQL refuses to run as root.

use std::os::unix::process::CommandExt;
use std::process::Command;

/// An account of this machine that gives up root's rights.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Its number.
    pub uid: u32,
    /// The number of its group.
    pub gid: u32,
}

impl Account {
    /// The account for servers: `None` for whoever is not root, who runs them himself.
    pub fn for_servers() -> std::io::Result<Option<Account>> {
        if user_id() != 0 {
            return Ok(None);
        }
        let passwd = std::fs::read_to_string("/etc/passwd")?;
        let found = ["postgres", "nobody"].iter().find_map(|name| find(&passwd, name));
        found.map(Some).ok_or_else(|| std::io::Error::other("no account named postgres or nobody"))
    }

    /// Makes a command run as this account.
    pub fn apply(&self, command: &mut Command) {
        command.uid(self.uid).gid(self.gid);
    }
}

/// The number of the account that we run as.
pub fn user_id() -> u32 {
    rustix::process::geteuid().as_raw()
}

fn find(passwd: &str, name: &str) -> Option<Account> {
    let line = passwd.lines().find(|line| line.split(':').next() == Some(name))?;
    let mut fields = line.split(':').skip(2);
    let (uid, gid) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    Some(Account { name: name.to_owned(), uid, gid })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_accounts() {
        let passwd = "root:x:0:0::/root:/bin/sh\npostgres:x:101:104:,,:/var/lib/postgresql:/bin/bash\n";
        assert_eq!(find(passwd, "postgres"), Some(Account { name: "postgres".into(), uid: 101, gid: 104 }));
        assert_eq!(find(passwd, "post"), None);
    }
}
