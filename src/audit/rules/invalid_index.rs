//! What a failed CREATE INDEX CONCURRENTLY left.

use crate::audit::{Context, Findings};
use crate::catalog::quote_identifier;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        for index in table.indexes.values().filter(|index| index.invalid) {
            let fix = format!(
                "drop index concurrently {}.{}; -- and build it again",
                quote_identifier(&table.name.schema),
                quote_identifier(&index.name)
            );
            found.add(
                format!("index {} on {}", index.name, table.name),
                "it is invalid: written to, never read; as a unique one it guarantees nothing",
                fix,
            );
        }
    }
}
