//! Schemas, extensions, roles, publications.

use super::{Sides, Way, has, now};
use crate::catalog::{quote_identifier, quote_literal};
use crate::diff::{Aspect, Object};
use crate::plan::nodes::{comment, publish};

pub fn way(sides: &Sides<'_>, object: &Object, aspects: &[Aspect]) -> Option<Way> {
    let name = quote_identifier(&object.name);
    Some(match object.kind {
        "schema" => now(vec![comment("schema", &name, sides.to.schemas.get(&object.name)?.comment.as_ref())]),
        "extension" => {
            let schema = sides.to.extensions.get(&object.name)?.schema.as_ref()?;
            now(vec![format!("alter extension {name} set schema {}", quote_identifier(schema))])
        }
        "role" if has(aspects, "may become") => {
            Way::Cannot("what a role is a member of is not in the catalogs: revoke or grant it".to_owned())
        }
        "role" => {
            let bypass = aspects.iter().any(|aspect| aspect.name == "bypassrls" && aspect.to.is_some());
            now(vec![format!("alter role {name} {}", if bypass { "bypassrls" } else { "nobypassrls" })])
        }
        _ => publication(sides, object, aspects)?,
    })
}

fn publication(sides: &Sides<'_>, object: &Object, aspects: &[Aspect]) -> Option<Way> {
    let found = sides.to.publications.get(&object.name)?;
    let name = quote_identifier(&object.name);
    if has(aspects, "all tables") || has(aspects, "tables") && found.tables.is_empty() {
        return Some(Way::Replace);
    }
    let mut statements = Vec::new();
    if has(aspects, "tables") {
        statements.push(format!("alter publication {name} set table {}", publish(found)));
    }
    if has(aspects, "publish") {
        let list = found.publish.as_deref().unwrap_or("insert, update, delete, truncate");
        statements.push(format!("alter publication {name} set (publish = {})", quote_literal(list)));
    }
    Some(now(statements))
}
