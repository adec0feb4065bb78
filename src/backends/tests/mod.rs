//! `sql/tests/*.sql`: whether a database still keeps to the model, for psql alone.
//!
//! `10_access.sql`: the same comparison that `sql/up` makes, in a transaction that is rolled back, and with nothing carried out: every
//! difference in row security, policies and privileges is listed, and psql ends with an error. `20_isolation.sql`: what
//! callers can do, tried.

mod isolation;

use super::psql::{access, runtime};
use super::{Backend, Options};
use crate::catalog::Catalog;
use crate::output::OutputTree;

/// The back end `tests`.
pub struct Tests;

impl Backend for Tests {
    fn name(&self) -> &'static str {
        "tests"
    }

    fn emit_in_parts(&self, catalog: &Catalog, _options: &Options, take: &mut dyn FnMut(OutputTree)) {
        take(OutputTree::of("sql/tests/10_access.sql", file(catalog)));
        if let Some(text) = isolation::file(catalog) {
            take(OutputTree::of("sql/tests/20_isolation.sql", text));
        }
    }
}

fn file(catalog: &Catalog) -> String {
    use runtime::{ACCESS, ACCESS_REPORT, CHECK, LEAVING, PRIVILEGE, PROBE, TAP};
    let mut out = runtime::head(
        "Tests who may touch what: row security, policies and privileges are the model's, no more and no less.\n\
         Changes nothing. Lists every difference and ends with an error when there is one. Where pgTAP is installed, it is TAP\n\
         that is written.",
        &[PRIVILEGE, PROBE, LEAVING, ACCESS, CHECK],
    );
    out.push_str(
        "begin;\ncreate temporary table schemagen_findings (seq integer generated always as identity, object text, repair text) on commit drop;\n",
    );
    out.push_str(&access::calls(catalog));
    [TAP, ACCESS_REPORT].into_iter().for_each(|part| out.push_str(runtime::part(part)));
    out
}
