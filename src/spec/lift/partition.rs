//! Partitioned tables and their partitions.

use super::names::{key, part};
use super::trigger::comment_on_column;
use super::{Fate, Lift, scan, text, texts};
use crate::catalog::{Column, PartitionBy, PartitionOf, Table, quote_identifier};
use crate::spec::{Entries, PartitionBySpec, PartitionOfSpec, PartitionSpec, Text};

impl Lift<'_> {
    /// A partition that is no more than its bounds stands in its parent, and not in `tables:`.
    pub(super) fn is_written(&self, table: &Table) -> bool {
        let Some(of) = &table.partition_of else { return true };
        let parent = self.catalog.tables.get(&of.parent);
        let plain = parent.is_some_and(|parent| {
            let bare = Table {
                name: table.name.clone(),
                owner: table.owner.clone(),
                columns: uncommented(parent),
                partition_of: table.partition_of.clone(),
                ..Table::default()
            };
            *table == bare && !parent.row_security
        });
        !plain || bounds(&of.bound).is_none()
    }

    /// The partitions of a table that are no more than their bounds.
    pub(super) fn partitions(&self, parent: &Table) -> Entries<PartitionSpec> {
        let of_parent = |table: &&Table| table.partition_of.as_ref().is_some_and(|of| of.parent == parent.name);
        let plain = self.catalog.tables.values().filter(of_parent).filter(|table| !self.is_written(table));
        plain.filter_map(|table| Some((child(parent, table), bounds(&table.partition_of.as_ref()?.bound)?))).collect()
    }

    /// What of a partition's columns is not as its parent has it.
    pub(super) fn partition_columns(&mut self, table: &Table) {
        let Some(of) = &table.partition_of else { return };
        let Some(parent) = self.catalog.tables.get(&of.parent) else { return };
        let mut statements = Vec::new();
        for column in &table.columns {
            let usual = parent.columns.iter().find(|usual| usual.name == column.name);
            statements.extend(usual.into_iter().flat_map(|usual| changes(table, usual, column)));
        }
        if !statements.is_empty() {
            let name = format!("columns of {}", table.name);
            self.keep(&name, statements.join("; "), "after");
            self.note(Fate::Raw, name, "a partition's columns are its parent's");
        }
    }
}

fn uncommented(parent: &Table) -> Vec<Column> {
    parent.columns.iter().map(|column| Column { comment: None, ..column.clone() }).collect()
}

/// Statements that make a partition's column out of its parent's.
fn changes(table: &Table, usual: &Column, column: &Column) -> Vec<String> {
    let head = format!("alter table {} alter column {}", table.name.sql(), quote_identifier(&column.name));
    let mut list = Vec::new();
    if usual.default != column.default {
        let default = column.default.as_ref();
        list.push(default.map_or_else(|| format!("{head} drop default"), |sql| format!("{head} set default {sql}")));
    }
    if column.not_null && !usual.not_null {
        list.push(format!("{head} set not null"));
    }
    if let (Some(storage), true) = (&column.options.storage, usual.options.storage != column.options.storage) {
        list.push(format!("{head} set storage {storage}"));
    }
    if let (Some(target), true) = (column.options.statistics, usual.options.statistics != column.options.statistics) {
        list.push(format!("{head} set statistics {target}"));
    }
    list.extend(column.comment.as_deref().map(|comment| comment_on_column(&table.name, &column.name, comment)));
    list
}

/// The key of a partition: what follows its parent's name, else the whole name.
fn child(parent: &Table, table: &Table) -> Text {
    let short = table.name.name.strip_prefix(&format!("{}_", parent.name.name));
    match short.filter(|_| table.name.schema == parent.name.schema) {
        Some(short) if !short.is_empty() && !short.starts_with(&format!("{}_", parent.name.name)) => text(part(short)),
        _ => text(format!("{}.{}", part(&table.name.schema), part(&table.name.name))),
    }
}

/// `RANGE (created_at, lower(kind))` taken apart.
pub(super) fn partition_by(by: &PartitionBy) -> Option<PartitionBySpec> {
    let (strategy, _) = by.definition.split_once(' ')?;
    let (keys, _) = scan::group(&by.definition)?;
    let keys =
        scan::parts(keys).into_iter().map(|key| if is_column(key) { scan::unquoted(key) } else { key.to_owned() });
    Some(PartitionBySpec { strategy: text(strategy.to_ascii_lowercase()), keys: keys.map(text).collect() })
}

fn is_column(key: &str) -> bool {
    !key.contains([' ', '(']) || key.starts_with('"') && key.ends_with('"')
}

/// Where a partition stands.
pub(super) fn place(of: &PartitionOf) -> Option<PartitionOfSpec> {
    Some(PartitionOfSpec { table: text(key(&of.parent)), bounds: Some(bounds(&of.bound)?) })
}

/// `FOR VALUES FROM ('2026-01-01') TO (MAXVALUE)` taken apart.
pub(super) fn bounds(bound: &str) -> Option<PartitionSpec> {
    if bound == "DEFAULT" {
        return Some(PartitionSpec::Default);
    }
    let rest = bound.strip_prefix("FOR VALUES ")?;
    let (first, behind) = scan::group(rest)?;
    if rest.starts_with("WITH ") {
        let number = |text: &str| text.rsplit_once(' ').map(|(_, number)| number.to_owned());
        let (modulus, remainder) = first.split_once(',')?;
        return Some(PartitionSpec::Hash { modulus: text(number(modulus)?), remainder: text(number(remainder)?) });
    }
    if rest.starts_with("IN ") {
        return Some(PartitionSpec::List(values(first)));
    }
    let (to, _) = scan::group(behind)?;
    Some(PartitionSpec::Range { from: values(first), to: values(to) })
}

fn values(list: &str) -> Vec<Text> {
    texts(scan::parts(list).into_iter().map(|value| scan::literal(value).unwrap_or_else(|| value.to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_bounds_apart() {
        let range = bounds("FOR VALUES FROM ('2026-01-01', 3) TO (MAXVALUE, 4)").unwrap();
        assert_eq!(range, PartitionSpec::Range { from: texts(["2026-01-01", "3"]), to: texts(["MAXVALUE", "4"]) });
        let hash = bounds("FOR VALUES WITH (modulus 4, remainder 1)").unwrap();
        assert_eq!(hash, PartitionSpec::Hash { modulus: text("4"), remainder: text("1") });
        assert_eq!(bounds("FOR VALUES IN ('a', NULL)"), Some(PartitionSpec::List(texts(["a", "NULL"]))));
    }
}
