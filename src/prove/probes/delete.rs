//! DELETE: each row that may be deleted goes, no other does, with a predicate and without.

use super::{Bench, keys, keys_query, obstacles, shown};
use crate::model::Verb;
use crate::oracle::Reason;
use crate::prove::case::{Case, Expect};

pub fn cases(bench: &Bench) -> Vec<Case> {
    bench.asking().flat_map(|asker| of(bench, asker)).collect()
}

fn of(bench: &Bench, asker: usize) -> Vec<Case> {
    let caller = &bench.askers[asker];
    let verdict = |place: usize| {
        let row = &bench.rows[place];
        let read = bench.reads(asker, place).clone();
        Reason::all("delete by key", vec![bench.oracle.may_delete(caller, bench.table, row), read])
    };
    let verdicts: Vec<Reason> = (0..bench.rows.len()).map(verdict).collect();
    let mut cases = Vec::new();
    for holds in [true, false] {
        let places: Vec<usize> = (0..verdicts.len()).filter(|place| verdicts[*place].holds == holds).collect();
        let singles: Vec<Case> = places.iter().map(|place| single(bench, asker, &[*place], &verdicts)).collect();
        // Members leave one by one: together the last of them may not.
        if bench.context.model.table(bench.table).membership_of.is_some() || places.len() < 2 {
            cases.extend(singles);
        } else {
            cases.push(Case { split: singles, ..single(bench, asker, &places, &verdicts) });
        }
    }
    cases.extend(blind(bench, asker));
    cases
}

fn single(bench: &Bench, asker: usize, places: &[usize], verdicts: &[Reason]) -> Case {
    let records: Vec<_> = places.iter().map(|place| &bench.records()[*place]).collect();
    let statement = format!("delete from {} where {}", bench.shape().name, bench.predicate(&records));
    let reason = places.first().map(|place| verdicts[*place].clone()).unwrap_or_default();
    let count = i64::try_from(places.len()).unwrap_or(i64::MAX);
    let expect = if reason.holds { Expect::Touches(count) } else { Expect::Nothing };
    let row = records.first().map(|record| shown(record)).unwrap_or_default();
    let before = obstacles::before_going(bench.context, bench.table, records.into_iter());
    Case { before, row, ..bench.case(asker, "delete", statement, expect, reason) }
}

/// Without a predicate, looked at from outside: only what may be deleted is gone, or an error took back all.
fn blind(bench: &Bench, asker: usize) -> Option<Case> {
    let caller = &bench.askers[asker];
    let may = |place: &usize| bench.oracle.may(caller, Verb::Delete, bench.table, &bench.rows[*place]).holds;
    let guarded = |place: &usize| !bench.oracle.may_delete(caller, bench.table, &bench.rows[*place]).holds;
    if bench.context.model.table(bench.table).membership_of.is_some() {
        return None;
    }
    let (gone, left): (Vec<usize>, Vec<usize>) = (0..bench.rows.len()).partition(may);
    if gone.iter().any(guarded) {
        return None;
    }
    let shape = bench.shape();
    let remaining = keys(shape, left.iter().map(|place| &bench.records()[*place]));
    let after = Some(keys_query(shape, &shape.name, ""));
    let statement = format!("delete from {}", shape.name);
    let expect = if gone.is_empty() { Expect::Nothing } else { Expect::Exactly(remaining) };
    let reason = Reason::fact(!gone.is_empty(), format!("{} rows may be deleted", gone.len()));
    let before = obstacles::before_going(bench.context, bench.table, bench.records().iter());
    Some(Case { before, after, ..bench.case(asker, "delete without a predicate", statement, expect, reason) })
}
