//! The model's own SQL, run as a user would run it.

use crate::backends::{Backend, Options, sql};
use crate::compile::Compiled;
use crate::postgres::{
    Database, Failure, client_program, make_untrusted_extensions, prepare_unmanaged, psql_script, run_script,
};

/// Applies `sql/up`; what the model takes to be there is made before.
pub fn up(database: &Database, compiled: &Compiled) -> Result<(), Failure> {
    prepare_unmanaged(database, &compiled.catalog)?;
    make_untrusted_extensions(&mut database.superuser()?, &compiled.catalog)?;
    files(database, compiled, "sql/up/")
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
