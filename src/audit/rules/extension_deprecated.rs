//! Extensions that newer servers no longer bring.

use crate::audit::{Context, Findings};

/// The extension, and why it goes.
const GOING: &[(&str, &str)] = &[
    ("adminpack", "PostgreSQL 17 dropped it"),
    ("plv8", "Supabase has no PostgreSQL 17 with it"),
    ("timescaledb", "Supabase has no PostgreSQL 17 with it"),
    ("old_snapshot", "PostgreSQL 17 dropped it"),
];

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for (name, why) in GOING.iter().filter(|(name, _)| context.catalog.extensions.contains_key(*name)) {
        found.add(format!("extension {name}"), *why, "");
    }
}
