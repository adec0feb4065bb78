//! Extensions with a newer version on the server.

use crate::audit::{Context, Findings};
use crate::catalog::quote_identifier;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for extension in &context.statistics.outdated_extensions {
        let why = format!("the database has {}, the server {}", extension.installed, extension.available);
        let fix = format!("alter extension {} update;", quote_identifier(&extension.name));
        found.add(format!("extension {}", extension.name), why, fix);
    }
}
