//! The files that carry out what `10_expand` found to be done on tables that have rows.

use super::runtime;

/// `20_index`: built CONCURRENTLY, each statement outside a transaction.
pub fn index() -> String {
    use runtime::*;
    head("Indexes on tables that have rows: built concurrently.", &[LEDGER, RUN])
}

/// `30_backfill`: values for new columns, in batches.
pub fn backfill() -> String {
    use runtime::*;
    head("Values for existing rows, in batches, each its own transaction.", &[LEDGER, RUN])
}

/// `50_validate`: constraints that were added NOT VALID.
pub fn validate() -> String {
    use runtime::*;
    head("Validates what was added NOT VALID: reads and writes go on meanwhile.", &[LEDGER, RUN])
}

/// `60_contract`: NOT NULL, now that every row has a value.
pub fn contract() -> String {
    use runtime::*;
    head("NOT NULL, now that a validated check says that every row has a value.", &[LEDGER, RUN])
}
