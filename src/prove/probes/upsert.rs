//! ON CONFLICT and MERGE: what cannot be inserted or updated by itself cannot be by both together.

use super::{Bench, key_predicate, shown};
use crate::catalog::{ddl::names, quote_identifier};
use crate::model::ColumnId;
use crate::oracle::Reason;
use crate::prove::case::{Case, Expect};
use crate::prove::fixtures::{Record, insert_statement, literal};

/// Rows of each table that are tried.
const ROWS: usize = 8;

pub fn cases(bench: &Bench) -> Vec<Case> {
    let Some(column) = plain_column(bench) else { return Vec::new() };
    let places = 0..bench.rows.len().min(ROWS);
    let one = |asker: usize| places.clone().flat_map(move |place| both(bench, asker, place, column));
    bench.asking().flat_map(one).collect()
}

/// A column that no rule reads and no constraint holds: setting it to what it is decides nothing but access. Where
/// there is none, one that never changes: an upsert may name it.
fn plain_column(bench: &Bench) -> Option<ColumnId> {
    let meaning = bench.context.model.table(bench.table);
    let shape = bench.shape();
    if shape.primary_key.is_empty() {
        return None;
    }
    let plain = |column: &ColumnId| {
        let named = meaning.column(*column);
        !named.immutable
            && !named.read_only
            && !named.computed
            && !named.hidden
            && named.references.is_none()
            && shape.column(&named.name).is_some()
            && !shape.primary_key.contains(&named.name)
    };
    let written = |column: &ColumnId| {
        let named = meaning.column(*column);
        !named.read_only
            && !named.computed
            && !named.hidden
            && shape.column(&named.name).is_some_and(|one| !one.computed)
    };
    let all = || (0..meaning.columns.len()).map(ColumnId::new);
    all().find(plain).or_else(|| all().find(written))
}

fn both(bench: &Bench, asker: usize, place: usize, column: ColumnId) -> Vec<Case> {
    let (caller, row, record) = (&bench.askers[asker], &bench.rows[place], &bench.records()[place]);
    let meaning = bench.context.model.table(bench.table);
    let update = bench.oracle.may_update(caller, bench.table, row, row, &[column]);
    let read = bench.reads(asker, place).clone();
    let merged = Reason::all("merge", vec![update.clone(), read.clone()]);
    let written: Record =
        record.iter().filter(|(name, _)| writable(bench, name)).map(|(n, v)| (n.clone(), v.clone())).collect();
    let insert = bench.oracle.may_insert(caller, bench.table, row, &bench.named(caller, &written));
    let upserted = Reason::all("upsert", vec![insert, update, read]);
    let name = quote_identifier(&meaning.column(column).name);
    let keys = names(&bench.shape().primary_key);
    let upsert = format!(
        "{} on conflict ({keys}) do update set {name} = excluded.{name}",
        insert_statement(bench.shape(), &written)
    );
    let value = literal(row.get(column));
    let target = &bench.shape().name;
    let merge = format!(
        "merge into {target} using (select 1) one on {} when matched then update set {name} = {value}",
        key_predicate(bench.shape(), record)
    );
    let case = |action, statement, reason: Reason| {
        let expect = if reason.holds { Expect::Touches(1) } else { Expect::Nothing };
        Case { row: shown(record), ..bench.case(asker, action, statement, expect, reason) }
    };
    let merge = case("merge", merge, merged);
    // a key that nobody may give, such as an identity, meets no other
    let meets = bench.shape().primary_key.iter().all(|name| written.contains_key(name));
    if meets { vec![case("insert on conflict do update", upsert, upserted), merge] } else { vec![merge] }
}

fn writable(bench: &Bench, name: &str) -> bool {
    let meaning = bench.context.model.table(bench.table);
    meaning.column_named(name).is_some_and(|column| {
        let column = meaning.column(column);
        !column.read_only && !column.computed
    })
}
