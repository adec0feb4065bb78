//! A live database as a catalog: one query per kind, one consistent snapshot, everything printed qualified.

mod column;
mod constraint;
mod database;
pub(super) mod expression;
mod function;
mod grant;
mod index;
mod policy;
mod raw;
mod table;
mod trigger;
mod types;
mod view;

use super::Failure;
use crate::catalog::Catalog;
use crate::diagnostics::Code;
use postgres::{Client, IsolationLevel, Transaction};
use serde::de::DeserializeOwned;

/// What to read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// Only these schemas; `None`: all that are not PostgreSQL's or ours.
    pub schemas: Option<Vec<String>>,
}

/// Lowest and highest version that can be read.
const VERSIONS: std::ops::RangeInclusive<u32> = 15..=18;

/// Statements that make everything print in one way, whatever the session's settings are. And nothing is compiled: of
/// 3,100 tables that was half of the time.
const SETTINGS: &str = "set local search_path = ''; set local datestyle = 'ISO, MDY'; set local intervalstyle = 'postgres'; \
    set local timezone = 'UTC'; set local extra_float_digits = 1; set local quote_all_identifiers = off; \
    set local standard_conforming_strings = on; set local row_security = on; set local bytea_output = 'hex'; set local jit = off";

/// Reads a database. A schema that changes while it is read is read again, three times at most.
pub fn introspect(client: &mut Client, scope: &Scope) -> Result<Catalog, Failure> {
    introspect_showing(client, scope, &|_| {})
}

/// The same; `show` is told, query by query, what kind of object is read.
pub fn introspect_showing(client: &mut Client, scope: &Scope, show: &dyn Fn(&'static str)) -> Result<Catalog, Failure> {
    for _ in 0..2 {
        match read(client, scope, show) {
            Err(failure) if failure.code == Code::SchemaChanges => {}
            result => return result,
        }
    }
    read(client, scope, show)
}

/// Each kind of object, in an order in which a part finds its whole.
type Kind = (&'static str, fn(&mut Reader<'_>, &mut Catalog) -> Result<(), Failure>);

const KINDS: [Kind; 11] = [
    ("schemas and roles", database::read),
    ("types and sequences", types::read),
    ("functions", function::read),
    ("tables", table::read),
    ("views", view::read),
    ("columns", column::read),
    ("constraints", constraint::read),
    ("indexes", index::read),
    ("triggers", trigger::read),
    ("policies", policy::read),
    ("other objects", raw::read),
];

fn read(client: &mut Client, scope: &Scope, show: &dyn Fn(&'static str)) -> Result<Catalog, Failure> {
    let begin = client.build_transaction().isolation_level(IsolationLevel::RepeatableRead).read_only(true).start();
    let transaction = begin.map_err(|error| failed(&error))?;
    let mut reader = Reader { transaction, schemas: Vec::new(), kind: "", show };
    reader.transaction.batch_execute(SETTINGS).map_err(|error| failed(&error))?;
    reader.schemas = reader.scope(scope)?;
    let mut catalog = Catalog::default();
    for (kind, read) in KINDS {
        reader.kind = kind;
        read(&mut reader, &mut catalog)?;
    }
    database::keep_named_roles(&mut catalog);
    Ok(catalog)
}

/// A transaction and the schemas to read in it.
struct Reader<'a> {
    transaction: Transaction<'a>,
    schemas: Vec<u32>,
    /// What is read now.
    kind: &'static str,
    show: &'a dyn Fn(&'static str),
}

impl Reader<'_> {
    fn scope(&mut self, scope: &Scope) -> Result<Vec<u32>, Failure> {
        let major = self.transaction.query_one("select current_setting('server_version_num')::int / 10000", &[]);
        let major: i32 = major.and_then(|row| row.try_get(0)).map_err(|error| failed(&error))?;
        if !VERSIONS.contains(&u32::try_from(major).unwrap_or(0)) {
            return Err(Failure::new(Code::StatementFailed, format!("PostgreSQL {major} cannot be read"))
                .help("schemagen reads PostgreSQL 15 to 18"));
        }
        let rows = self.transaction.query(include_str!("../queries/scope.sql"), &[&scope.schemas]);
        rows.map_err(|error| failed(&error))?.iter().map(parse).collect()
    }

    /// The rows of a query, each one JSON value.
    fn rows<T: DeserializeOwned>(&mut self, query: &str) -> Result<Vec<T>, Failure> {
        (self.show)(self.kind);
        let rows = self.transaction.query(query, &[&self.schemas]).map_err(|error| failed(&error))?;
        rows.iter().map(parse).collect()
    }
}

fn parse<T: DeserializeOwned>(row: &postgres::Row) -> Result<T, Failure> {
    let text: &str = row.try_get(0).map_err(|error| failed(&error))?;
    serde_json::from_str(text).map_err(|error| {
        Failure::new(Code::StatementFailed, format!("the catalogs hold something unknown: {error}: {text}"))
    })
}

/// Functions that print definitions look at the newest state, the rows at the snapshot: an object that goes in
/// between shows as an internal error.
fn failed(error: &postgres::Error) -> Failure {
    let changed = ["XX000", "42P01", "42704", "42883", "40001", "55000"];
    match error.as_db_error() {
        Some(answer) if changed.contains(&answer.code().code()) => {
            Failure::new(Code::SchemaChanges, "the schema changed while it was read")
                .help("run the command again when no migration is under way")
        }
        Some(answer) if answer.code().code() == "42501" => {
            let what = answer.message().rsplit(' ').next().unwrap_or_default();
            Failure::statement(error, "reading the schema").help(format!(
                "everybody may read PostgreSQL's catalogs unless somebody took it away; as a superuser: \
                 GRANT SELECT ON pg_catalog.{what} TO the role, or connect as the database's owner"
            ))
        }
        _ => Failure::statement(error, "reading the schema"),
    }
}
