//! Generated columns.

use super::columns::Typed;
use super::fits;
use super::tables::Tables;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::Expression;
use crate::model::TableId;
use crate::spec::{ColumnSpec, Text};

/// What a column is computed of, as SQL.
pub(super) fn sql(
    tables: &mut Tables<'_, '_>,
    table: TableId,
    (spec, typed): (&ColumnSpec, &Typed),
    text: &Text,
) -> String {
    let server = tables.scene.spec.postgres.value;
    if spec.generated_virtual && server < 18 {
        let message = format!("virtual columns came with PostgreSQL 18, and the model is for {server}");
        let finding = Diagnostic::new(Code::UnsupportedVersion, text.span, message);
        let help = "write `postgres: 18` where no older server is meant, or leave `virtual` out";
        tables.findings.push(finding.help(help));
    }
    let before = tables.findings.len();
    let value = tables.expression(table, text, "generated");
    tables.findings.extend(of_generated(tables, table, text, &value));
    if tables.findings.len() == before {
        tables.findings.extend(fits::sql(tables.scene, &typed.data_type, &value).map(fits::in_sql));
    }
    value.sql
}

/// PostgreSQL computes each from what is written.
fn of_generated(tables: &Tables<'_, '_>, table: TableId, text: &Text, value: &Expression) -> Option<Diagnostic> {
    let draft = tables.scene.draft(table);
    let is_generated =
        |name: &String| draft.column(name).and_then(|place| draft.columns.get(place)?.1.generated.as_ref());
    let used = value.columns.iter().find(|used| is_generated(&used.column).is_some())?;
    let message = format!("`{}` is generated itself, and nothing is generated of that", used.column);
    let finding = Diagnostic::new(Code::NotAllowedHere, text.span, message);
    Some(finding.help(format!("write what `{}` is computed of in its place", used.column)))
}
