//! The role of the service, which a policy lets in where it has no BYPASSRLS: either is what the model says.

use crate::catalog::{Catalog, quote_literal};
use crate::diff::{Aspect, Change, Object, Owner, Severity, What};
use crate::postgres::{Client, Failure};

/// Takes away that it has BYPASSRLS here and not there.
pub fn settle(wanted: &Catalog, changes: &mut Vec<Change>) {
    if wanted.hints.service_bypasses() {
        return;
    }
    changes.retain_mut(|change| match &mut change.what {
        What::Changed(aspects) if change.object == role(&wanted.hints.service) => {
            aspects.retain(|aspect| aspect.name != "bypassrls");
            !aspects.is_empty()
        }
        _ => true,
    });
}

/// Roles of the model that may become it: by a policy, what they then may is not in their own attributes.
pub fn members(wanted: &Catalog, live: &mut Client) -> Result<Vec<Change>, Failure> {
    if wanted.hints.service_bypasses() {
        return Ok(Vec::new());
    }
    let service = &wanted.hints.service;
    let query = format!(
        "select r.rolname::text from pg_catalog.pg_roles r, pg_catalog.pg_roles s where s.rolname = {} \
         and r.oid <> s.oid and not (s.rolsuper or s.rolbypassrls or r.rolsuper or r.rolbypassrls) \
         and pg_has_role(r.oid, s.oid, 'member') and r.rolname = any ($1::text[]) order by 1",
        quote_literal(service)
    );
    let ours: Vec<&str> = wanted.roles.keys().map(String::as_str).collect();
    let rows = live.query(&query, &[&ours]).map_err(|error| Failure::statement(&error, "asking for members"))?;
    Ok(rows.iter().map(|row| may_become(row.get(0), service)).collect())
}

fn may_become(name: &str, service: &str) -> Change {
    let aspect = Aspect { name: "may become", from: None, to: Some(service.to_owned()) };
    Change { object: role(name), what: What::Changed(vec![aspect]), severity: Severity::Security }
}

fn role(name: &str) -> Object {
    Object { kind: "role", name: name.to_owned(), of: Owner::Database }
}
