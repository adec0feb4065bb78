//! Where a live database is not what the model says.
//!
//! The model's SQL is applied to a scratch database; what PostgreSQL then holds is compared with what the live
//! one holds. What the model does not manage is no drift.

use super::unmanaged::prepare_unmanaged;
use super::{Binaries, Client, Database, Failure, Scope, Scratch, Version, introspect, run_script};
use crate::backends::{Backend, Options, sql};
use crate::catalog::{Catalog, Management, QualifiedName};
use crate::diff::{Change, Owner, What, between};

/// The differences from the model (its lowered catalog) to the live database: `Removed` is what the live one lacks.
pub fn drift(wanted: &Catalog, live: &mut Client) -> Result<Vec<Change>, Failure> {
    let scratch = Scratch::start(same_version(live)?)?;
    drift_on(&scratch, wanted, live)
}

/// The same with a scratch server that is running.
pub fn drift_on(scratch: &Scratch, wanted: &Catalog, live: &mut Client) -> Result<Vec<Change>, Failure> {
    let database = if wanted.hints.supabase { scratch.supabase("drift")? } else { scratch.database("drift")? };
    let before = introspect(&mut database.client()?, &Scope::default())?;
    apply(&database, wanted)?;
    let after = introspect(&mut database.client()?, &Scope::default())?;
    let live = introspect(live, &Scope::default())?;
    let managed = Managed { wanted, before: &before, after: &after, live: &live };
    Ok(between(&after, &live).into_iter().filter(|change| managed.is_drift(change)).collect())
}

/// What PostgreSQL holds once the model's SQL (its lowered catalog) was applied to an empty database.
pub fn built(wanted: &Catalog) -> Result<Catalog, Failure> {
    built_on(&Scratch::start(Version::Any)?, wanted)
}

/// The same with a scratch server that is running.
pub fn built_on(scratch: &Scratch, wanted: &Catalog) -> Result<Catalog, Failure> {
    let database = if wanted.hints.supabase { scratch.supabase("built")? } else { scratch.database("built")? };
    apply(&database, wanted)?;
    introspect(&mut database.client()?, &Scope::default())
}

/// The major version of a server.
pub fn major_version(live: &mut Client) -> Result<u32, Failure> {
    let row = live.query_one("select current_setting('server_version_num')::int / 10000", &[]);
    let major: i32 =
        row.and_then(|row| row.try_get(0)).map_err(|error| Failure::statement(&error, "asking for the version"))?;
    Ok(u32::try_from(major).unwrap_or(0))
}

/// A server of the same major version prints in the same way; where there is none, any has to do.
pub fn same_version(live: &mut Client) -> Result<Version, Failure> {
    let same = Version::Major(major_version(live)?);
    Ok(if Binaries::find(same).is_ok() { same } else { Version::Any })
}

fn apply(database: &Database, wanted: &Catalog) -> Result<(), Failure> {
    let mut client = database.client()?;
    prepare_unmanaged(&mut database.superuser()?, wanted)?;
    let tree = sql::Sql.emit(wanted, &Options::default());
    let files = tree.iter().filter(|(path, _)| path.starts_with("sql/up/"));
    files.map(|(_, text)| text).try_for_each(|text| run_script(&mut client, text))
}

/// What of a difference is the model's.
struct Managed<'a> {
    wanted: &'a Catalog,
    before: &'a Catalog,
    after: &'a Catalog,
    live: &'a Catalog,
}

impl Managed<'_> {
    fn is_drift(&self, change: &Change) -> bool {
        let kind = change.object.kind;
        match &change.object.of {
            Owner::Database => self.of_database(change),
            Owner::Schema(schema) if kind == "privileges" => self.of_schema_privileges(schema, change),
            Owner::Schema(schema) => self.of_schema(&QualifiedName::new(schema, &change.object.name), change),
            Owner::Relation(relation) => self.of_relation(relation, change),
        }
    }

    fn of_database(&self, change: &Change) -> bool {
        let name = &change.object.name;
        match change.object.kind {
            "role" => self.wanted.roles.contains_key(name),
            "schema" => self.wanted.schemas.get(name).is_some_and(|schema| !schema.unmanaged),
            "extension" => self.wanted.extensions.contains_key(name),
            "publication" => self.wanted.publications.contains_key(name),
            _ => matches!(change.what, What::Removed(_)) && !self.was_there(change),
        }
    }

    /// Others may use a schema that is not ours; what we need of it must be there.
    fn of_schema_privileges(&self, schema: &str, change: &Change) -> bool {
        let Some(wanted) = self.wanted.schemas.get(schema) else { return false };
        let live = self.live.schemas.get(schema).map(|found| found.grants.as_slice()).unwrap_or_default();
        let mut needed = wanted.grants.iter().filter(|grant| grant.role == change.object.name);
        !wanted.unmanaged || needed.any(|grant| !live.contains(grant))
    }

    fn of_schema(&self, name: &QualifiedName, change: &Change) -> bool {
        match change.object.kind {
            "table" => match self.wanted.tables.get(name).map(|table| table.hints.management) {
                Some(Management::Full) => true,
                Some(Management::Partly) => is_row_security(change),
                _ => false,
            },
            // what the model's SQL made is the model's
            _ => !matches!(change.what, What::Added(_)) && !self.was_there(change),
        }
    }

    fn of_relation(&self, relation: &QualifiedName, change: &Change) -> bool {
        let Some(table) = self.wanted.tables.get(relation) else {
            return self.is_made(relation);
        };
        let extra = matches!(change.what, What::Added(_));
        match table.hints.management {
            Management::Full => true,
            Management::Partly if change.object.kind == "privileges" => !extra,
            Management::Partly => !extra && self.is_named(relation, change),
            Management::None => {
                !extra && change.object.kind == "trigger" && table.triggers.contains_key(&change.object.name)
            }
        }
    }

    /// A view, type, sequence or function that the model's SQL made.
    fn is_made(&self, relation: &QualifiedName) -> bool {
        let made = |catalog: &Catalog| {
            catalog.views.contains_key(relation)
                || catalog.materialized_views.contains_key(relation)
                || catalog.enums.contains_key(relation)
                || catalog.domains.contains_key(relation)
                || catalog.composites.contains_key(relation)
                || catalog.ranges.contains_key(relation)
                || catalog.sequences.contains_key(relation)
                || catalog.functions.keys().any(|function| {
                    function.name.schema == relation.schema
                        && format!("{}({})", function.name.name, function.arguments.join(", ")) == relation.name
                })
        };
        made(self.after) && !made(self.before)
    }

    fn is_named(&self, relation: &QualifiedName, change: &Change) -> bool {
        let Some(table) = self.wanted.tables.get(relation) else { return false };
        let name = &change.object.name;
        match change.object.kind {
            "column" => table.columns.iter().any(|column| &column.name == name),
            "policy" => table.policies.contains_key(name),
            "index" => table.indexes.contains_key(name),
            "trigger" => table.triggers.contains_key(name),
            "foreign key" => table.foreign_keys.contains_key(name),
            "check" => table.checks.contains_key(name),
            _ => table.uniques.contains_key(name),
        }
    }

    /// It is the same in a new database before the model's SQL runs: not ours.
    fn was_there(&self, change: &Change) -> bool {
        let empty = Catalog::default();
        between(&empty, self.before).iter().any(|known| known.object == change.object)
    }
}

fn is_row_security(change: &Change) -> bool {
    match &change.what {
        What::Changed(aspects) => aspects.iter().any(|aspect| aspect.name == "row security"),
        What::Removed(_) => true,
        What::Added(_) => false,
    }
}
