//! Schemas, extensions, roles, default privileges, publications, raw SQL.

use super::change::{Aspects, Changes, Compared, Object, Owner, Severity, flag, in_schema, list, part, severity_of};
use super::grant::privilege;
use crate::catalog::{Catalog, DefaultPrivilege, Extension, Publication, QualifiedName, RawSql, Role, Schema};
use std::collections::BTreeMap;

/// Compares what belongs to the database itself.
pub fn compare(changes: &mut Changes, from: &Catalog, to: &Catalog) {
    let named = |kind| move |name: &String| Object { kind, name: name.clone(), of: Owner::Database };
    let (schema, extension, role) = (named(Schema::KIND), named(Extension::KIND), named(Role::KIND));
    changes.compare(
        (&from.schemas, &to.schemas),
        |name, _| schema(name),
        |changes, old, new| {
            changes.grants(&Owner::Schema(old.name.clone()), &old.grants, &new.grants);
        },
    );
    changes.compare((&from.extensions, &to.extensions), |name, _| extension(name), |_, _, _| {});
    let both = |left: &BTreeMap<String, Role>, right: &BTreeMap<String, Role>| -> BTreeMap<String, Role> {
        let shared = left.iter().filter(|(name, _)| right.contains_key(*name));
        shared.map(|(name, role)| (name.clone(), role.clone())).collect()
    };
    let (old, new) = (both(&from.roles, &to.roles), both(&to.roles, &from.roles));
    changes.compare((&old, &new), |name, _| role(name), |_, _, _| {});
    let (old, new) = (default_privileges(from), default_privileges(to));
    let default = named(DefaultPrivilege::KIND);
    changes.compare((&old, &new), |name, _| default(name), |_, _, _| {});
    let publication = named(Publication::KIND);
    changes.compare((&from.publications, &to.publications), |name, _| publication(name), |_, _, _| {});
    let (old, new) = (raw(from), raw(to));
    changes.compare((&old, &new), |_, raw| raw_object(raw), |_, _, _| {});
}

fn default_privileges(catalog: &Catalog) -> BTreeMap<String, DefaultPrivilege> {
    catalog.default_privileges.iter().map(|default| (default_privilege(default), default.clone())).collect()
}

/// `SELECT of new TABLES of ana in app to reader`: what tells one default privilege from another.
pub fn default_privilege(default: &DefaultPrivilege) -> String {
    let DefaultPrivilege { owner, schema, objects, grant } = default;
    let schema = schema.as_deref().map(|schema| format!(" in {schema}")).unwrap_or_default();
    let privilege = Some(privilege(grant)).filter(|privilege| !privilege.is_empty()).unwrap_or("nothing".to_owned());
    format!("{privilege} of new {objects} of {owner}{schema} to {}", grant.role)
}

fn raw(catalog: &Catalog) -> BTreeMap<&str, RawSql> {
    catalog.raw.iter().map(|raw| (raw.name.as_str(), raw.clone())).collect()
}

/// From a server, the name of raw SQL begins with the schema of what it makes.
pub fn raw_object(raw: &RawSql) -> Object {
    let qualified = raw.name.rsplit_once(' ').and_then(|(_, name)| name.split_once('.'));
    match qualified {
        Some((schema, _)) => {
            Object { kind: RawSql::KIND, name: raw.name.clone(), of: Owner::Schema(schema.to_owned()) }
        }
        None => Object { kind: RawSql::KIND, name: raw.name.clone(), of: Owner::Database },
    }
}

impl Compared for Schema {
    const KIND: &'static str = "schema";

    fn definition(&self) -> String {
        format!("schema {}", self.name)
    }

    fn aspects(&self) -> Aspects {
        vec![("comment", self.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Extension {
    const KIND: &'static str = "extension";

    fn definition(&self) -> String {
        format!("extension {}", self.name)
    }

    fn aspects(&self) -> Aspects {
        // which version there is depends on the server, not on the model
        vec![("schema", self.schema.clone())]
    }
}

impl Compared for Role {
    const KIND: &'static str = "role";
    const SEVERITY: Severity = Severity::Security;

    fn definition(&self) -> String {
        format!("role {}", self.name)
    }

    fn aspects(&self) -> Aspects {
        vec![flag("bypassrls", self.bypass_row_security), list("may become", &self.may_become)]
    }
}

impl Compared for DefaultPrivilege {
    const KIND: &'static str = "default privilege";
    const SEVERITY: Severity = Severity::Security;

    fn definition(&self) -> String {
        privilege(&self.grant)
    }

    fn aspects(&self) -> Aspects {
        Vec::new()
    }
}

impl Compared for Publication {
    const KIND: &'static str = "publication";

    fn definition(&self) -> String {
        self.aspects()
            .into_iter()
            .filter_map(|(name, text)| Some(format!("{name} {}", text?)))
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn aspects(&self) -> Aspects {
        let tables: Vec<String> =
            self.tables.iter().map(|(table, rest)| format!("{} {rest}", table.sql()).trim().to_owned()).collect();
        vec![flag("all tables", self.all_tables), part("tables", tables.join(", ")), ("publish", self.publish.clone())]
    }
}

impl Compared for RawSql {
    const KIND: &'static str = "other";

    fn definition(&self) -> String {
        self.up.clone()
    }

    fn aspects(&self) -> Aspects {
        vec![part("definition", self.up.clone())]
    }
}

/// A name in a schema, for kinds that have nothing more to say.
pub fn object_in_schema<T: Compared>(name: &QualifiedName, _: &T) -> Object {
    in_schema::<T>(name)
}
