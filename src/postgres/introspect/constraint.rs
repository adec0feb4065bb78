//! Constraints of tables.

use super::expression::bare;
use super::{Failure, Reader};
use crate::catalog::{
    Action, Catalog, Check, Deferral, Exclusion, ForeignKey, Key, QualifiedName, RawPhase, RawSql, Table,
    quote_dollars, quote_identifier, quote_literal,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct ConstraintRow {
    schema: String,
    table: String,
    name: String,
    kind: char,
    columns: Option<Vec<String>>,
    include: Option<Vec<String>>,
    nulls_not_distinct: bool,
    deferrable: bool,
    deferred: bool,
    expression: Option<String>,
    no_inherit: bool,
    valid: bool,
    definition: String,
    foreign_schema: Option<String>,
    foreign_table: Option<String>,
    foreign_columns: Option<Vec<String>>,
    on_delete: char,
    on_delete_columns: Option<Vec<String>>,
    on_update: char,
    match_full: bool,
    late: bool,
    index_options: Option<Vec<String>>,
    comment: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows::<ConstraintRow>(include_str!("../queries/constraint.sql"))? {
        let name = QualifiedName::new(row.schema.clone(), row.table.clone());
        catalog.raw.extend(row.index_settings());
        if row.is_beyond() {
            catalog.raw.push(row.raw());
        } else if let Some(table) = catalog.tables.get_mut(&name) {
            add(table, row);
        }
    }
    Ok(())
}

fn add(table: &mut Table, row: ConstraintRow) {
    match row.kind {
        'p' => table.primary_key = Some(row.key()),
        'u' => drop(table.uniques.insert(row.name.clone(), row.key())),
        'c' => drop(table.checks.insert(row.name.clone(), row.check())),
        'x' => drop(table.exclusions.insert(row.name.clone(), row.exclusion())),
        _ => drop(table.foreign_keys.insert(row.name.clone(), row.foreign_key())),
    }
}

/// When a constraint is checked.
pub fn deferral(deferrable: bool, deferred: bool) -> Deferral {
    match (deferrable, deferred) {
        (_, true) => Deferral::Deferred,
        (true, false) => Deferral::Deferrable,
        (false, false) => Deferral::No,
    }
}

impl ConstraintRow {
    /// PostgreSQL 18's temporal and unenforced constraints have no word in the catalog; operators of the database are
    /// made after its tables.
    fn is_beyond(&self) -> bool {
        let text = &self.definition;
        let temporal = match self.kind {
            'p' | 'u' => text.contains(" WITHOUT OVERLAPS)"),
            'f' => text.contains(", PERIOD "),
            _ => false,
        };
        temporal || self.late && self.kind != 'f' || matches!(self.kind, 'c' | 'f') && text.ends_with(" NOT ENFORCED")
    }

    fn raw(&self) -> RawSql {
        let table = QualifiedName::new(self.schema.clone(), self.table.clone());
        let name = quote_identifier(&self.name);
        let sql = table.sql();
        let known = format!(
            "(select pg_get_constraintdef(oid) from pg_constraint where conrelid = to_regclass({}) and conname = {})",
            quote_literal(&sql),
            quote_literal(&self.name)
        );
        let change = format!(
            "alter table {sql} drop constraint if exists {name}; alter table {sql} add constraint {name} {}",
            self.definition
        );
        let body =
            format!("begin if {known} is distinct from {} then {change}; end if; end", quote_literal(&self.definition));
        RawSql {
            name: format!("constraint {table}.{}", self.name),
            up: format!("do {}", quote_dollars("do", &body)),
            phase: RawPhase::After,
            ..RawSql::default()
        }
    }

    /// Storage parameters of a key's index.
    fn index_settings(&self) -> Option<RawSql> {
        let options = self.index_options.as_ref()?;
        let index = QualifiedName::new(self.schema.clone(), self.name.clone());
        let up = format!("alter index {} set ({})", index.sql(), options.join(", "));
        Some(RawSql { name: format!("index options {index}"), up, phase: RawPhase::After, ..RawSql::default() })
    }

    fn key(self) -> Key {
        Key {
            columns: self.columns.unwrap_or_default(),
            include: self.include.unwrap_or_default(),
            nulls_not_distinct: self.nulls_not_distinct,
            deferral: deferral(self.deferrable, self.deferred),
            comment: self.comment,
            name: self.name,
        }
    }

    fn check(self) -> Check {
        Check {
            expression: bare(&self.expression.unwrap_or_default()),
            no_inherit: self.no_inherit,
            not_valid: !self.valid,
            comment: self.comment,
            name: self.name,
        }
    }

    fn exclusion(self) -> Exclusion {
        let text = self.definition.strip_prefix("EXCLUDE ").unwrap_or(&self.definition);
        let text = text.strip_suffix(" INITIALLY DEFERRED").unwrap_or(text);
        Exclusion {
            definition: text.strip_suffix(" DEFERRABLE").unwrap_or(text).to_owned(),
            deferral: deferral(self.deferrable, self.deferred),
            comment: self.comment,
            name: self.name,
        }
    }

    fn foreign_key(self) -> ForeignKey {
        ForeignKey {
            columns: self.columns.unwrap_or_default(),
            table: QualifiedName::new(self.foreign_schema.unwrap_or_default(), self.foreign_table.unwrap_or_default()),
            to: self.foreign_columns.unwrap_or_default(),
            on_delete: action(self.on_delete),
            on_delete_columns: self.on_delete_columns.unwrap_or_default(),
            on_update: action(self.on_update),
            match_full: self.match_full,
            deferral: deferral(self.deferrable, self.deferred),
            not_valid: !self.valid,
            comment: self.comment,
            name: self.name,
        }
    }
}

fn action(letter: char) -> Action {
    match letter {
        'r' => Action::Restrict,
        'c' => Action::Cascade,
        'n' => Action::SetNull,
        'd' => Action::SetDefault,
        _ => Action::NoAction,
    }
}
