//! Objects without a schema of their own, and raw SQL.

use super::{Grant, QualifiedName};

/// Schemas that Supabase brings.
pub const SUPABASE_SCHEMAS: &[&str] = &[
    "auth",
    "cron",
    "extensions",
    "graphql",
    "graphql_public",
    "net",
    "pgbouncer",
    "pgsodium",
    "realtime",
    "storage",
    "supabase_functions",
    "supabase_migrations",
    "vault",
];

/// Roles that Supabase brings.
const SUPABASE_ROLES: &[&str] = &[
    "anon",
    "authenticated",
    "authenticator",
    "dashboard_user",
    "pgbouncer",
    "postgres",
    "service_role",
    "supabase_admin",
    "supabase_auth_admin",
    "supabase_etl_admin",
    "supabase_functions_admin",
    "supabase_read_only_user",
    "supabase_realtime_admin",
    "supabase_replication_admin",
    "supabase_storage_admin",
];

/// Supabase or PostgreSQL itself has this role, and nobody else can make it.
pub fn is_role_of_supabase(name: &str) -> bool {
    name.starts_with("pg_") || SUPABASE_ROLES.contains(&name)
}

/// A schema.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// Its name.
    pub name: String,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// It is somebody else's (`public`, `auth`): used, not created or dropped; grants that the model needs are added.
    pub unmanaged: bool,
}

/// An extension.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extension {
    /// Its name.
    pub name: String,
    /// The schema it is in.
    pub schema: Option<String>,
    /// Lowest version (model) or installed version (server).
    pub version: Option<String>,
}

/// A role.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Role {
    /// Its name.
    pub name: String,
    /// `BYPASSRLS`
    pub bypass_row_security: bool,
    /// Roles past row security that it is a member of, directly or not; only from a server.
    pub may_become: Vec<String>,
    /// `LOGIN`; only from a server, and not compared.
    pub logs_in: bool,
    /// It is there before us and not created.
    pub unmanaged: bool,
}

/// A publication.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Publication {
    /// Its name.
    pub name: String,
    /// `FOR ALL TABLES`
    pub all_tables: bool,
    /// Tables, each with its columns and row filter as SQL after the name.
    pub tables: Vec<(QualifiedName, String)>,
    /// `publish`
    pub publish: Option<String>,
}

/// SQL that is kept as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RawSql {
    /// A name for messages and order; from a server `kind schema.name`.
    pub name: String,
    /// Makes it. It does not run again as long as it is the same.
    pub up: String,
    /// Undoes it; `None`: it cannot or need not be undone.
    pub down: Option<String>,
    /// Why it cannot be undone.
    pub reason: Option<String>,
    /// When it runs.
    pub phase: RawPhase,
}

/// When raw SQL runs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RawPhase {
    /// Before types and tables, after schemas and extensions.
    Before,
    /// After types, functions and tables, before the first view.
    BeforeViews,
    /// After everything else.
    #[default]
    After,
    /// After everything else, outside a transaction.
    NoTransaction,
}
