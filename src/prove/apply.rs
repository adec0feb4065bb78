//! The model's own SQL, run as a user would run it.

use crate::backends::{Backend, Options, sql};
use crate::catalog::{is_role_of_supabase, quote_dollars, quote_identifier, quote_literal};
use crate::compile::Compiled;
use crate::postgres::{
    Client, Database, Failure, client_program, make_untrusted_extensions, prepare_unmanaged, psql_script, run_script,
};

/// Applies `sql/up`; what the model takes to be there is made before.
pub fn up(database: &Database, compiled: &Compiled) -> Result<(), Failure> {
    prepare_unmanaged(database, &compiled.catalog)?;
    make_untrusted_extensions(&mut database.superuser()?, &compiled.catalog)?;
    files(database, compiled, "sql/up/")
}

/// Makes the service's role before the model does, and without BYPASSRLS where it can do without: so its policies are proved.
/// A role that is there stays as it is.
pub fn without_bypass(client: &mut Client, compiled: &Compiled) -> Result<(), Failure> {
    let hints = &compiled.catalog.hints;
    // a Supabase database on the same server takes its own roles as they are
    let alone = |role: &&crate::catalog::Role| !hints.needs_bypass(role) && !is_role_of_supabase(&role.name);
    let Some(role) = compiled.catalog.roles.get(&hints.service).filter(alone) else { return Ok(()) };
    let body = format!(
        "begin if not exists (select from pg_catalog.pg_roles where rolname = {}) then create role {} nologin; end if; \
         exception when duplicate_object or unique_violation then null; end",
        quote_literal(&role.name),
        quote_identifier(&role.name)
    );
    run_script(client, &format!("do {}", quote_dollars("do", &body)))
}

/// Runs the files below a folder in name order: with psql, or without it statement by statement.
pub fn files(database: &Database, compiled: &Compiled, folder: &str) -> Result<(), Failure> {
    let tree = sql::Sql.emit(&compiled.catalog, &Options::default());
    let texts: Vec<(&str, &str)> = tree.iter().filter(|(path, _)| path.starts_with(folder)).collect();
    if client_program("psql").is_none() {
        let mut client = database.client()?;
        return texts.iter().try_for_each(|(_, text)| run_script(&mut client, text));
    }
    let script: String = texts.into_iter().flat_map(|(_, text)| [text, "\n"]).collect();
    psql_script(&database.url, &script)?;
    Ok(())
}
