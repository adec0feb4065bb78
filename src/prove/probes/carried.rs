//! Columns that the compiler added to carry an owner: nobody gives a row away by writing one.

use super::Bench;
use crate::catalog::quote_identifier;
use crate::oracle::Reason;
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::literal;
use std::collections::BTreeSet;

pub fn cases(bench: &Bench) -> Vec<Case> {
    let meaning = bench.context.model.table(bench.table);
    let added = bench.shape().columns.iter().filter(|column| meaning.column_named(&column.name).is_none());
    let names: Vec<&str> = added.filter(|column| !column.computed).map(|column| column.name.as_str()).collect();
    let askers: Vec<usize> = bench.asking().filter(|asker| !bench.oracle.is_service(&bench.askers[*asker])).collect();
    let of = |name: &str| askers.iter().flat_map(|asker| giving_away(bench, *asker, name)).collect::<Vec<_>>();
    names.into_iter().flat_map(of).collect()
}

fn giving_away(bench: &Bench, asker: usize, name: &str) -> Vec<Case> {
    let values: BTreeSet<&str> = bench.records().iter().filter_map(|record| record.get(name)?.as_deref()).collect();
    let column = quote_identifier(name);
    let one = |value: &str| {
        let value = literal(Some(value));
        let statement =
            format!("update {} set {column} = {value} where {column} is distinct from {value}", bench.shape().name);
        let reason = Reason::fact(false, format!("{name} follows the row above, and is nobody's to write"));
        bench.case(asker, "give a row away by a carried column", statement, Expect::Nothing, reason)
    };
    values.into_iter().take(2).map(one).collect()
}
