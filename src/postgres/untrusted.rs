//! Extensions that a plain server lets only a superuser make, and Supabase's own its `postgres` (by supautils).

use super::{Failure, run_script};
use crate::catalog::{Catalog, ddl};
use postgres::Client;

/// Those that are not there.
const UNTRUSTED: &str = "select distinct a.name::text from pg_catalog.pg_available_extension_versions as a
where a.superuser and not a.trusted and not exists (select from pg_catalog.pg_extension as e where e.extname = a.name)";

/// Makes those of a model, in a database that is to be like one of Supabase's. `client` is a superuser. One in a schema
/// that the model makes is left to it.
pub fn make_untrusted_extensions(client: &mut Client, wanted: &Catalog) -> Result<(), Failure> {
    if !wanted.hints.supabase || wanted.extensions.is_empty() {
        return Ok(());
    }
    let untrusted = texts(client, UNTRUSTED)?;
    let schemas = texts(client, "select nspname::text from pg_catalog.pg_namespace")?;
    let extensions = wanted.extensions.values().filter(|extension| untrusted.contains(&extension.name));
    let extensions = extensions.map(|extension| wanted.hints.placed(extension));
    let there = extensions.filter(|extension| extension.schema.as_ref().is_some_and(|name| schemas.contains(name)));
    let script: String = there.map(|extension| format!("{};\n", ddl::create_extension(&extension))).collect();
    run_script(client, &script)
}

fn texts(client: &mut Client, query: &str) -> Result<Vec<String>, Failure> {
    let failed = |error| Failure::statement(&error, "asking for extensions and schemas");
    let rows = client.query(query, &[]).map_err(failed)?;
    rows.iter().map(|row| row.try_get(0).map_err(failed)).collect()
}
