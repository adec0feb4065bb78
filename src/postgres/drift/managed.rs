//! What of a difference is the model's.

use crate::catalog::{Catalog, Management, QualifiedName};
use crate::diff::{Change, Owner, What, between};

/// What of a difference is the model's.
pub struct Managed<'a> {
    /// The lowered model.
    pub wanted: &'a Catalog,
    /// A new database, before the model's SQL.
    pub before: &'a Catalog,
    /// And after it.
    pub after: &'a Catalog,
    /// The live database.
    pub live: &'a Catalog,
}

impl Managed<'_> {
    /// The model says otherwise, and it is the model's to say.
    pub fn is_drift(&self, change: &Change) -> bool {
        if is_order(change) {
            return false;
        }
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
            "publication" => self.of_publication(change),
            "default privilege" if matches!(change.what, What::Added(_)) => self.opens_new_objects(name),
            "other" if matches!(change.what, What::Added(_)) => self.belongs_to_ours(name),
            _ => !matches!(change.what, What::Added(_)) && !self.was_there(change),
        }
    }

    /// A publication that the model's SQL made is the model's; of any other, the tables that the model put into it.
    fn of_publication(&self, change: &Change) -> bool {
        let name = &change.object.name;
        let tables = |catalog: &Catalog| catalog.publications.get(name).map(|found| found.tables.clone());
        let (before, after) = (tables(self.before), tables(self.after));
        if before.is_none() {
            return after.is_some();
        }
        let (before, live) = (before.unwrap_or_default(), tables(self.live).unwrap_or_default());
        after.unwrap_or_default().iter().any(|table| !before.contains(table) && !live.contains(table))
    }

    /// `SELECT of new TABLES of ana in public to anon`: what the model makes next would be open to the role.
    fn opens_new_objects(&self, key: &str) -> bool {
        let role_is_ours = self.live.default_privileges.iter().any(|default| {
            let here = default.schema.as_ref().is_none_or(|schema| self.wanted.schemas.contains_key(schema));
            let known = default.grant.role == "public" || self.wanted.roles.contains_key(&default.grant.role);
            let owner = super::owner::usual(self.wanted, self.live).is_some_and(|owner| owner == default.owner);
            here && known && owner && crate::diff::default_privilege(default) == key
        });
        role_is_ours && !self.before.default_privileges.iter().any(|other| crate::diff::default_privilege(other) == key)
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
            "table" if self.wanted.tables.contains_key(name) => {
                match self.wanted.tables.get(name).map(|table| table.hints.management) {
                    Some(Management::Full) => true,
                    Some(Management::Partly) => is_row_security(change),
                    _ => false,
                }
            }
            "other" if matches!(change.what, What::Added(_)) => {
                self.is_about_ours(&change.object.name) || self.belongs_to_ours(&change.object.name)
            }
            // what the model's SQL made is the model's
            _ => !matches!(change.what, What::Added(_)) && !self.was_there(change),
        }
    }

    /// A rule, options or a comment of a relation that is the model's: `rule public.jobs.keep`.
    fn is_about_ours(&self, name: &str) -> bool {
        let Some(rest) = PARTS.iter().find_map(|kind| name.strip_prefix(kind)) else { return false };
        let about = |relation: &QualifiedName| {
            let rest = rest.strip_prefix(&relation.to_string());
            rest.is_some_and(|end| end.is_empty() || end.starts_with('.'))
        };
        let mut tables = self.wanted.tables.values().filter(|table| table.hints.management == Management::Full);
        tables.any(|table| about(&table.name)) || relations(self.after).any(|name| about(name) && self.is_made(name))
    }

    /// A comment, options, a mapping of what the model's SQL made: `user mapping ana on far`.
    fn belongs_to_ours(&self, name: &str) -> bool {
        let made = |raw: &str| has_raw(self.after, raw) && !has_raw(self.before, raw);
        if let Some(extension) = name.strip_prefix("comment extension ") {
            return self.wanted.extensions.contains_key(extension);
        }
        let publication =
            ["comment publication ", "publication options "].iter().find_map(|kind| name.strip_prefix(kind));
        if let Some(publication) = publication {
            return self.after.publications.contains_key(publication)
                && !self.before.publications.contains_key(publication);
        }
        if let Some((_, server)) = name.strip_prefix("user mapping ").and_then(|rest| rest.rsplit_once(" on ")) {
            return made(&format!("server {server}"));
        }
        let family = name.strip_prefix("operator family member ").and_then(|rest| rest.split_once(": "));
        family.is_some_and(|(family, _)| made(&format!("operator family {family}")))
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

    /// A relation, type or function that the model's SQL made.
    fn is_made(&self, relation: &QualifiedName) -> bool {
        let made = |catalog: &Catalog| {
            relations(catalog).any(|name| name == relation)
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

/// What may be part of something else, and is named after it.
const PARTS: [&str; 17] = [
    "rule ",
    "constraint ",
    "domain constraint ",
    "domain not null ",
    "column options ",
    "clustered ",
    "view default ",
    "inherited default ",
    "identity privileges ",
    "column statistics ",
    "index statistics ",
    "unlogged ",
    "type of ",
    "access method of ",
    "index comment ",
    "sequence comment ",
    "comment ",
];

/// Tables, views, types and sequences.
fn relations(catalog: &Catalog) -> impl Iterator<Item = &QualifiedName> {
    let views = catalog.views.keys().chain(catalog.materialized_views.keys());
    let types = catalog.enums.keys().chain(catalog.domains.keys()).chain(catalog.composites.keys());
    catalog.tables.keys().chain(views).chain(types).chain(catalog.ranges.keys()).chain(catalog.sequences.keys())
}

fn has_raw(catalog: &Catalog, name: &str) -> bool {
    catalog.raw.iter().any(|raw| raw.name == name)
}

/// A column that was added later stands at the end: nobody can do anything about it.
fn is_order(change: &Change) -> bool {
    matches!(&change.what, What::Changed(aspects) if aspects.iter().all(|aspect| aspect.name == "column order"))
}

fn is_row_security(change: &Change) -> bool {
    match &change.what {
        What::Changed(aspects) => aspects.iter().any(|aspect| aspect.name == "row security"),
        What::Removed(_) => true,
        What::Added(_) => false,
    }
}
