//! What `carry` and `transfer` need.

use super::{Ownership, Path};
use crate::diagnostics::{Code, Diagnostic};
use crate::model::{Carry, ColumnId, Model, OwnerLink, Table};

/// Every fault of a carried link.
pub fn check(model: &Model, ownership: &Ownership) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for table in &model.tables {
        for (index, link) in table.owners.iter().enumerate() {
            if link.own_key && link.transfer {
                findings.push(
                    Diagnostic::new(
                        Code::TransferOfSelf,
                        link.span,
                        format!("{} is its own owner and cannot be given away", table.name.name),
                    )
                    .help("leave out transfer: true"),
                );
            }
            let paths: Vec<&Path> =
                ownership.paths.get(&table.id).into_iter().flatten().filter(|path| path.link == index).collect();
            if matches!(link.carry, Some(Carry::New | Carry::Column(_))) {
                findings.extend(link_faults(model, table, link, &paths));
            }
        }
    }
    findings
}

fn link_faults(model: &Model, table: &Table, link: &OwnerLink, paths: &[&Path]) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    if let [first, _, ..] = paths {
        let column = &table.column(link.column).name;
        let message =
            format!("{}.{column} has {} owner paths; carry can store the end of one", table.name.name, paths.len());
        let parent = first.hops.first().map_or(link.span, |hop| model.table(hop.parent).span);
        findings.push(
            Diagnostic::new(Code::CarryManyPaths, link.span, message)
                .related(parent, "this table has several owners")
                .help("leave out carry, or give the tables on the way one owner each"),
        );
    }
    for path in paths {
        // Of the link itself, resolving said it.
        findings.extend(path.hops.iter().skip(1).filter_map(|hop| nullable(model, hop.table, hop.column, link)));
        let end = model.table(path.end_table).column(path.end_column);
        if !path.hops.is_empty() && !end.not_null {
            findings.extend(nullable(model, path.end_table, path.end_column, link));
        }
        if let Some(Carry::Column(column)) = link.carry {
            findings.extend(wrong_type(table, column, link, &end.data_type));
        }
    }
    findings
}

fn nullable(model: &Model, table: crate::model::TableId, column: ColumnId, link: &OwnerLink) -> Option<Diagnostic> {
    let table = model.table(table);
    let column = table.column(column);
    if column.not_null {
        return None;
    }
    let message = format!("carry with a nullable link: {}.{} may be NULL", table.name.name, column.name);
    Some(
        Diagnostic::new(Code::CarryNullable, link.span, message)
            .related(column.span, "nullable here")
            .help(format!("make {}.{} NOT NULL, or leave out carry", table.name.name, column.name)),
    )
}

fn wrong_type(table: &Table, column: ColumnId, link: &OwnerLink, wanted: &str) -> Option<Diagnostic> {
    let column = table.column(column);
    if column.data_type == wanted && column.not_null {
        return None;
    }
    let fault = if column.not_null { format!("is {}", column.data_type) } else { "is nullable".to_owned() };
    let message = format!("{}.{} {fault}; a carried owner here is {wanted}, NOT NULL", table.name.name, column.name);
    Some(
        Diagnostic::new(Code::CarryColumn, link.span, message)
            .related(column.span, "the column that carry names")
            .help(format!("make it {{type: {wanted}}}")),
    )
}
