//! What a Supabase database has before us, for a server that is bare.

use super::{Failure, run_script};
use postgres::Client;

/// The SQL, for whoever wants to run it with psql.
pub const BOOTSTRAP: &str = include_str!("bootstrap.sql");

/// The roles that it makes where they are missing.
pub const ROLES: &[&str] = &[
    "anon",
    "authenticated",
    "service_role",
    "authenticator",
    "supabase_admin",
    "supabase_auth_admin",
    "supabase_storage_admin",
    "supabase_realtime_admin",
    "supabase_functions_admin",
    "supabase_replication_admin",
    "supabase_read_only_user",
    "dashboard_user",
    "postgres",
];

/// Makes a database like a new Supabase project. Needs a superuser; may be repeated.
pub fn prepare(client: &mut Client) -> Result<(), Failure> {
    run_script(client, BOOTSTRAP)
}

#[cfg(test)]
mod tests {
    use super::{BOOTSTRAP, ROLES};

    #[test]
    fn lists_the_roles_that_the_sql_makes() {
        let values = BOOTSTRAP.split("(values").nth(1).and_then(|rest| rest.split(") as role").next()).unwrap();
        let made: Vec<&str> = values.split("('").skip(1).filter_map(|piece| piece.split('\'').next()).collect();
        assert_eq!(made, ROLES);
    }
}
