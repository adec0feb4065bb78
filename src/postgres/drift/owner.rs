//! Who owns what: on a live server the owner has a name of its own, and it is to be the same one everywhere.

use crate::catalog::{Catalog, DefaultPrivilege, FunctionName, Management, QualifiedName};
use crate::diff::{Aspect, Change, Object, Owner, Severity, What};
use crate::postgres::{Client, Failure};
use std::collections::BTreeMap;

/// An object that has an owner, as a change names it, and the owner in a catalog.
struct Owned<'a> {
    object: Object,
    owner: &'a str,
}

/// The role that owns most of what the model makes; of several, the first by name.
pub fn usual<'a>(wanted: &Catalog, found: &'a Catalog) -> Option<&'a str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    owned(wanted, found).iter().for_each(|object| *counts.entry(object.owner).or_default() += 1);
    let most = counts.values().max().copied()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(owner, _)| owner)
}

/// A catalog of the scratch server with the live owner's name for the scratch server's in its default privileges.
pub fn renamed(mut catalog: Catalog, here: Option<&str>, there: Option<&str>) -> Catalog {
    if let (Some(here), Some(there)) = (here, there) {
        let same = |default: &&mut DefaultPrivilege| default.owner == here;
        catalog.default_privileges.iter_mut().filter(same).for_each(|default| default.owner = there.to_owned());
    }
    catalog
}

/// Tables, views and functions of the model that belong to somebody else than the rest of it.
pub fn changes(wanted: &Catalog, after: &Catalog, live: &Catalog) -> Vec<Change> {
    let (Some(expected), Some(usual_there)) = (usual(wanted, live), usual(wanted, after)) else { return Vec::new() };
    let ours = owned(wanted, after);
    let same = |object: &Object| ours.iter().any(|known| known.object == *object && known.owner == usual_there);
    let strange = owned(wanted, live).into_iter().filter(|found| found.owner != expected && same(&found.object));
    strange
        .map(|found| change(found.object, "owner", Some(expected.to_owned()), Some(found.owner.to_owned())))
        .collect()
}

/// Under FORCE ROW LEVEL SECURITY the helpers of policies read nothing unless their owner passes row security by.
pub fn blind(wanted: &Catalog, live: &Catalog, client: &mut Client) -> Result<Vec<Change>, Failure> {
    let forced = live.tables.values().any(|table| table.force_row_security && wanted.tables.contains_key(&table.name));
    let Some(owner) = usual(wanted, live).filter(|_| forced) else { return Ok(Vec::new()) };
    let row =
        client.query_one("select rolbypassrls or rolsuper from pg_catalog.pg_roles where rolname = $1", &[&owner]);
    let bypass: bool =
        row.and_then(|row| row.try_get(0)).map_err(|error| Failure::statement(&error, "asking for the owner"))?;
    let object = Object { kind: "role", name: owner.to_owned(), of: Owner::Database };
    Ok((!bypass).then(|| change(object, "bypassrls", Some("yes".to_owned()), None)).into_iter().collect())
}

fn change(object: Object, name: &'static str, from: Option<String>, to: Option<String>) -> Change {
    Change { object, what: What::Changed(vec![Aspect { name, from, to }]), severity: Severity::Security }
}

/// What the model makes and a catalog has.
fn owned<'a>(wanted: &Catalog, found: &'a Catalog) -> Vec<Owned<'a>> {
    let table =
        |name: &QualifiedName| wanted.tables.get(name).is_some_and(|table| table.hints.management == Management::Full);
    let view = |name: &QualifiedName| wanted.views.get(name).is_some_and(|view| view.management == Management::Full);
    let function = |name: &FunctionName| {
        wanted.functions.get(name).is_some_and(|function| function.management == Management::Full)
    };
    let tables = found.tables.values().filter(|found| table(&found.name));
    let views = found.views.values().filter(|found| view(&found.name));
    let materialized =
        found.materialized_views.values().filter(|found| wanted.materialized_views.contains_key(&found.name));
    let functions = found.functions.values().filter(|found| function(&found.name));
    let relation =
        |kind, name: &QualifiedName, owner: &'a str| Owned { object: in_schema(kind, &name.schema, &name.name), owner };
    let mut list: Vec<Owned<'a>> = tables.map(|found| relation("table", &found.name, &found.owner)).collect();
    list.extend(views.map(|found| relation("view", &found.name, &found.owner)));
    list.extend(materialized.map(|found| relation("materialized view", &found.name, &found.owner)));
    list.extend(functions.map(|found| Owned {
        object: in_schema("function", &found.name.name.schema, &crate::diff::signature(&found.name)),
        owner: &found.owner,
    }));
    list
}

fn in_schema(kind: &'static str, schema: &str, name: &str) -> Object {
    Object { kind, name: name.to_owned(), of: Owner::Schema(schema.to_owned()) }
}
