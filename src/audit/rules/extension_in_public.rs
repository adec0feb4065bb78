//! Extensions in the schema that callers reach.

use crate::audit::{Context, Findings};
use crate::catalog::quote_identifier;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    let extensions = context.catalog.extensions.values();
    for extension in extensions.filter(|extension| extension.schema.as_deref() == Some("public")) {
        let fix = format!("alter extension {} set schema extensions;", quote_identifier(&extension.name));
        found.add(format!("extension {}", extension.name), "its functions stand in the schema that callers reach", fix);
    }
}
