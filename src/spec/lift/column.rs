//! Columns.

use super::foreign_key::TakenKeys;
use super::names::usual;
use super::types::{collation, options};
use super::{Lift, Spelling, scan, text};
use crate::catalog::{
    Check, Column, Identity, Place, QualifiedName, Sequence, Table, quote_identifier, quote_literal, without_length,
};
use crate::source::{Node, NodeKind, ScalarStyle, Span, Spanned};
use crate::spec::{CheckSpec, ColumnSpec, IdentitySpec, Text};
use std::collections::BTreeSet;

/// Types whose defaults are read as text.
const TEXT: &[&str] = &["text", "character varying", "character", "bpchar", "name"];

impl Lift<'_> {
    /// A column with all that is folded into it.
    pub(super) fn column(&self, table: &Table, column: &Column, keys: &TakenKeys<'_>) -> ColumnSpec {
        let mut spec = ColumnSpec {
            comment: column.comment.as_deref().map(text),
            collation: column.options.collation.as_deref().map(|name| Box::new(collation(name))),
            generated: column
                .generated
                .as_deref()
                .map(|expression| Box::new(text(self.spelled(&table.name, "default", &column.name, expression)))),
            identity: column.identity.as_ref().map(|found| Box::new(identity(found))),
            primary_key: keys.is_primary(&column.name),
            unique: keys.unique(&column.name).map(Box::new),
            index: keys.index(&column.name),
            generated_virtual: column.generated_virtual,
            storage: column.options.storage.as_deref().map(text).map(Box::new),
            compression: column.options.compression.as_deref().map(text).map(Box::new),
            statistics: column.options.statistics.map(|target| Box::new(text(target.to_string()))),
            ..ColumnSpec::default()
        };
        self.value(table, column, &mut spec);
        self.fold_checks(table, column, &mut spec);
        keys.refer(self, column, &mut spec);
        self.flags(&table.name, &column.name, &mut spec);
        spec
    }

    /// Type and default; a `serial` column has both in one word.
    fn value(&self, table: &Table, column: &Column, spec: &mut ColumnSpec) {
        if let Some(word) = self.serial(table, column) {
            spec.data_type = Some(text(word));
            return;
        }
        // a parent says it
        let nullable = if column.not_null && !column.hints.not_null_inherited { "" } else { "?" };
        spec.data_type = Some(text(format!("{}{nullable}", self.names.data_type(&column.data_type))));
        let place = Place::Part(table.name.clone(), "default", column.name.clone());
        let node = |default| Box::new(default_node(self, default, &column.data_type, Some(&place)));
        spec.default = column.default.as_deref().map(node);
    }

    /// `bigserial`, where a sequence is just what that word would make.
    fn serial(&self, table: &Table, column: &Column) -> Option<&'static str> {
        let name =
            QualifiedName::new(&table.name.schema, usual(&table.name, std::slice::from_ref(&column.name), "seq"));
        let sequence = self.catalog.sequences.get(&name)?;
        let default = format!("nextval({}::regclass)", quote_literal(&name.sql()));
        let plain = sequence.options == Default::default()
            && sequence.comment.is_none()
            && sequence.data_type == column.data_type
            && sequence.owned_by.as_ref() == Some(&(table.name.clone(), column.name.clone()));
        let word = match column.data_type.as_str() {
            "smallint" => "smallserial",
            "integer" => "serial",
            "bigint" => "bigserial",
            _ => return None,
        };
        (plain && column.not_null && column.default.as_deref() == Some(default.as_str())).then_some(word)
    }

    /// A sequence that a `serial` column brings along.
    pub(super) fn is_serial(&self, sequence: &Sequence) -> bool {
        let Some((table, column)) = &sequence.owned_by else { return false };
        let Some(table) = self.catalog.tables.get(table) else { return false };
        let column = table.columns.iter().find(|known| known.name == *column);
        let named =
            |column: &&Column| usual(&table.name, std::slice::from_ref(&column.name), "seq") == sequence.name.name;
        sequence.name.schema == table.name.schema
            && column.filter(named).is_some_and(|column| self.serial(table, column).is_some())
    }

    /// A check that has the name of this column's own.
    fn fold_checks(&self, table: &Table, column: &Column, spec: &mut ColumnSpec) {
        let Some(check) = self.own_check(table, column) else { return };
        match one_of(check, column) {
            Some(values) => spec.one_of = Some(Spanned::new(values, Span::default())),
            None => {
                spec.check = Some(Box::new(CheckSpec {
                    expression: text(self.spelled(&table.name, "check", &check.name, &check.expression)),
                    no_inherit: check.no_inherit,
                    comment: check.comment.as_deref().map(text),
                    ..CheckSpec::default()
                }));
            }
        }
    }

    /// The check that is folded into a column.
    pub(super) fn own_check<'t>(&self, table: &'t Table, column: &Column) -> Option<&'t Check> {
        let columns = [column.name.clone()];
        let check = table.checks.get(&usual(&table.name, &columns, "check")).filter(|check| !check.not_valid)?;
        let usual = self.names.unless_usual(&check.name, &table.name, &columns, "check").is_none();
        (usual && check.expression.contains(&column.name)).then_some(check)
    }

    fn flags(&self, table: &QualifiedName, column: &str, spec: &mut ColumnSpec) {
        let Some(known) = self.recognised.tables.get(table).and_then(|table| table.columns.get(column)) else { return };
        spec.immutable.clone_from(&known.immutable);
        spec.read_only.clone_from(&known.read_only);
        spec.hidden.clone_from(&known.hidden);
        spec.same_owner.clone_from(&known.same_owner);
    }
}

fn identity(found: &Identity) -> IdentitySpec {
    IdentitySpec { kind: text(if found.always { "always" } else { "by_default" }), options: options(&found.options) }
}

/// The values of `status = ANY (ARRAY['a'::text, 'b'::text])`, where the default is one of them.
fn one_of(check: &Check, column: &Column) -> Option<Vec<Text>> {
    if check.no_inherit || check.comment.is_some() {
        return None;
    }
    let name = quote_identifier(&column.name);
    let array = match column.data_type.as_str() {
        "text" => check.expression.strip_prefix(&format!("{name} = ANY (ARRAY["))?.strip_suffix("])")?,
        kind if kind.starts_with("character varying") => {
            check.expression.strip_prefix(&format!("({name})::text = ANY ((ARRAY["))?.strip_suffix("])::text[])")?
        }
        _ => return None,
    };
    let values: Option<Vec<String>> =
        scan::parts(array).into_iter().map(|item| Some(scan::cast_literal(item)?.0)).collect();
    let once = |values: &Vec<String>| values.iter().collect::<BTreeSet<_>>().len() == values.len();
    let values = values.filter(|values| values.len() > 1 && once(values))?;
    let default = column.default.as_deref().map(scan::cast_literal);
    let fits = default.is_none_or(|default| default.is_some_and(|(value, _)| values.contains(&value)));
    fits.then(|| super::texts(values))
}

/// A default in the short form of the column's type, else as SQL.
pub(super) fn default_node(lift: &Lift<'_>, default: &str, data_type: &str, place: Option<&Place>) -> Node {
    let words = &lift.options.words;
    let spelling = place.map_or(Spelling::Printed, |place| words.spelling(place));
    let scalar = |text: &str| NodeKind::Scalar { text: text.to_owned(), style: ScalarStyle::Plain };
    let textual = lift.is_textual(data_type);
    let printed = without_length(data_type);
    let same = |cast: &str| cast == printed || textual && spelling == Spelling::Short;
    let kind = match scan::cast_literal(default).filter(|(_, cast)| same(cast)) {
        Some((value, _)) if textual && is_bare(&value) => scalar(&value),
        Some((value, _)) if matches!(data_type, "json" | "jsonb") && value == "{}" => NodeKind::Mapping(Vec::new()),
        Some((value, _)) if matches!(data_type, "json" | "jsonb") && value == "[]" => NodeKind::Sequence(Vec::new()),
        Some((value, _)) if data_type.ends_with("[]") && value == "{}" => NodeKind::Sequence(Vec::new()),
        // read as text where it is not marked as SQL
        _ if textual && !default.contains(['(', '\'']) && !default.contains("::") => scalar(&format!("({default})")),
        _ => scalar(&(words.expression)(default, spelling)),
    };
    Node { span: Span::default(), kind }
}

/// Text that the language does not take for SQL.
fn is_bare(value: &str) -> bool {
    !value.contains('(') && !value.contains("::") && !value.starts_with('\'')
}

impl Lift<'_> {
    fn is_textual(&self, data_type: &str) -> bool {
        let domain = self.catalog.domains.values().find(|domain| domain.name.sql() == data_type);
        let base = domain.map_or(data_type, |domain| domain.data_type.as_str());
        let plain = base.split('(').next().unwrap_or_default();
        TEXT.contains(&plain) && !base.ends_with(']')
            || base.rsplit('.').next() == Some("citext")
            || self.catalog.enums.keys().any(|name| name.sql() == base)
    }
}
