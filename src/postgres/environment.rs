//! What PostgreSQL's programs are told by our environment. Its variables (those of libpq, and PGPORT and PGDATA of the server) are
//! for the database that the user works with: a scratch server must not meet them.

use std::process::Command;

/// What says where a database is and who connects to it: what our own connections go by as well.
const PLACE: [&str; 9] = [
    "PGHOST",
    "PGPORT",
    "PGUSER",
    "PGDATABASE",
    "PGPASSWORD",
    "PGPASSFILE",
    "PGSSLMODE",
    "PGSSLROOTCERT",
    "PGCONNECT_TIMEOUT",
];

/// Tells the program nothing.
pub fn silence(command: &mut Command) {
    leave_out(command, &[]);
}

/// Tells the program where to connect, and nothing else: neither a service, nor a time zone.
pub fn tell_place(command: &mut Command) {
    leave_out(command, &PLACE);
}

fn leave_out(command: &mut Command, kept: &[&str]) {
    let names = std::env::vars_os().map(|(name, _)| name);
    let ours = |name: &str| name.starts_with("PG") && !kept.contains(&name);
    names.filter(|name| name.to_str().is_some_and(ours)).for_each(|name| {
        command.env_remove(name);
    });
}
