//! Defaults that are another value each time.

use crate::catalog::{Catalog, QualifiedName, Volatility};
use crate::expression::{NameUse, calls_of};
use crate::source::Span;
use std::collections::{HashMap, HashSet};

/// PostgreSQL's functions, and those of its usual extensions, that are volatile and may stand in a default.
const VOLATILE: &[&str] = &[
    "clock_timestamp",
    "currval",
    "gen_random_bytes",
    "gen_random_uuid",
    "gen_salt",
    "lastval",
    "nextval",
    "random",
    "random_normal",
    "setval",
    "timeofday",
    "uuid_generate_v1",
    "uuid_generate_v1mc",
    "uuid_generate_v4",
    "uuidv4",
    "uuidv7",
];

/// Tells which defaults are. The same few stand in every table: each is parsed once.
pub(super) struct Volatile {
    own: HashSet<QualifiedName>,
    known: HashMap<String, bool>,
}

impl Volatile {
    pub(super) fn of(catalog: &Catalog) -> Self {
        let own = catalog.functions.values().filter(|function| function.volatility == Volatility::Volatile);
        Self { own: own.map(|function| function.name.name.clone()).collect(), known: HashMap::new() }
    }

    /// Something in it is volatile: `now()` is the same in a whole transaction, `gen_random_uuid()` is not.
    pub(super) fn is(&mut self, default: &str) -> bool {
        if !default.contains('(') {
            return false;
        }
        if let Some(known) = self.known.get(default) {
            return *known;
        }
        let called = calls_of(&format!("select {default}"), Span::default());
        let found = called.iter().any(|call| self.calls(call));
        self.known.insert(default.to_owned(), found);
        found
    }

    fn calls(&self, call: &NameUse) -> bool {
        let own = |schema: &String| self.own.contains(&QualifiedName::new(schema, &call.name));
        VOLATILE.contains(&call.name.as_str()) || call.schema.as_ref().is_some_and(own)
    }
}
