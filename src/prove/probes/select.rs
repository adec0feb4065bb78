//! SELECT: exactly the rows that may be read; a row too many or too few is shown by itself.

use super::{Bench, key, keys, keys_query, shown};
use crate::oracle::Reason;
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::Record;
use std::collections::BTreeSet;

pub fn cases(bench: &Bench) -> Vec<Case> {
    bench.asking().map(|asker| of(bench, asker)).collect()
}

fn of(bench: &Bench, asker: usize) -> Case {
    let shape = bench.shape();
    let reasons: Vec<&Reason> = (0..bench.rows.len()).map(|place| bench.reads(asker, place)).collect();
    let readable = bench.records().iter().zip(&reasons).filter(|(_, reason)| reason.holds).map(|(record, _)| record);
    let expect = Expect::Exactly(keys(shape, readable));
    let statement = keys_query(shape, &shape.name, "");
    let split =
        bench.records().iter().zip(&reasons).map(|(record, reason)| single(bench, asker, record, (*reason).clone()));
    let split = split.collect();
    Case { fetch: true, split, ..bench.case(asker, "select", statement, expect, Reason::default()) }
}

fn single(bench: &Bench, asker: usize, record: &Record, reason: Reason) -> Case {
    let shape = bench.shape();
    let seen = if reason.holds { BTreeSet::from([key(shape, record)]) } else { BTreeSet::new() };
    let filter = format!(" where {}", bench.predicate(&[record]));
    let statement = keys_query(shape, &shape.name, &filter);
    Case { fetch: true, row: shown(record), ..bench.case(asker, "select", statement, Expect::Exactly(seen), reason) }
}
