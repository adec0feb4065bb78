//! Enums, domains, composites, ranges, sequences.

use super::expression::bare;
use super::grant::{GrantRow, grants};
use super::{Failure, Reader};
use crate::catalog::{Catalog, CompositeType, Domain, EnumType, QualifiedName, RangeType, Sequence, SequenceOptions};
use serde::Deserialize;
use std::collections::BTreeMap;

#[derive(Deserialize)]
struct EnumRow {
    schema: String,
    name: String,
    labels: Option<Vec<String>>,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct DomainRow {
    schema: String,
    name: String,
    r#type: String,
    not_null: bool,
    default: Option<String>,
    collation: Option<String>,
    checks: Option<BTreeMap<String, String>>,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct CompositeRow {
    schema: String,
    name: String,
    fields: Option<Vec<(String, String)>>,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct RangeRow {
    schema: String,
    name: String,
    options: Vec<(String, Option<String>)>,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct SequenceRow {
    schema: String,
    name: String,
    #[serde(flatten)]
    options: SequenceOptionsRow,
    owned_by: Option<(String, String, String)>,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

/// A sequence's options, all of them.
#[derive(Deserialize)]
pub struct SequenceOptionsRow {
    r#type: String,
    start: i64,
    increment: i64,
    min: i64,
    max: i64,
    cache: i64,
    cycle: bool,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows(include_str!("../queries/enumeration.sql"))? {
        let found = enumeration(row);
        catalog.enums.insert(found.name.clone(), found);
    }
    for row in reader.rows(include_str!("../queries/domain.sql"))? {
        let found = domain(row);
        catalog.domains.insert(found.name.clone(), found);
    }
    for row in reader.rows(include_str!("../queries/composite.sql"))? {
        let found = composite(row);
        catalog.composites.insert(found.name.clone(), found);
    }
    for row in reader.rows(include_str!("../queries/range.sql"))? {
        let found = range(row);
        catalog.ranges.insert(found.name.clone(), found);
    }
    for row in reader.rows(include_str!("../queries/sequence.sql"))? {
        let found = sequence(row);
        catalog.sequences.insert(found.name.clone(), found);
    }
    Ok(())
}

fn enumeration(row: EnumRow) -> EnumType {
    EnumType {
        name: QualifiedName::new(row.schema, row.name),
        labels: row.labels.unwrap_or_default(),
        comment: row.comment,
        grants: grants(row.grants, None),
        ..EnumType::default()
    }
}

fn domain(row: DomainRow) -> Domain {
    let checks = row.checks.unwrap_or_default().into_iter();
    Domain {
        name: QualifiedName::new(row.schema, row.name),
        data_type: row.r#type,
        not_null: row.not_null,
        default: row.default,
        collation: row.collation,
        checks: checks.map(|(name, expression)| (name, bare(&expression))).collect(),
        comment: row.comment,
        grants: grants(row.grants, None),
        unmanaged: false,
    }
}

fn composite(row: CompositeRow) -> CompositeType {
    CompositeType {
        name: QualifiedName::new(row.schema, row.name),
        fields: row.fields.unwrap_or_default(),
        comment: row.comment,
        grants: grants(row.grants, None),
    }
}

fn range(row: RangeRow) -> RangeType {
    let options = row.options.into_iter();
    RangeType {
        name: QualifiedName::new(row.schema, row.name),
        options: options.filter_map(|(name, value)| Some((name, value?))).collect(),
        comment: row.comment,
        grants: grants(row.grants, None),
    }
}

fn sequence(row: SequenceRow) -> Sequence {
    let owner = row.owned_by.map(|(schema, table, column)| (QualifiedName::new(schema, table), column));
    Sequence {
        name: QualifiedName::new(row.schema, row.name),
        data_type: row.options.r#type.clone(),
        options: row.options.shortened(),
        owned_by: owner,
        comment: row.comment,
        grants: grants(row.grants, None),
    }
}

impl SequenceOptionsRow {
    /// Without what PostgreSQL would choose itself.
    pub fn shortened(&self) -> SequenceOptions {
        let (low, high) = match self.r#type.as_str() {
            "smallint" => (i64::from(i16::MIN), i64::from(i16::MAX)),
            "integer" => (i64::from(i32::MIN), i64::from(i32::MAX)),
            _ => (i64::MIN, i64::MAX),
        };
        let ascending = self.increment > 0;
        let (min, max) = if ascending { (1, high) } else { (low, -1) };
        let start = if ascending { self.min } else { self.max };
        let unless = |value: i64, usual: i64| (value != usual).then_some(value);
        SequenceOptions {
            start: unless(self.start, start),
            increment: unless(self.increment, 1),
            min: unless(self.min, min),
            max: unless(self.max, max),
            cache: unless(self.cache, 1),
            cycle: self.cycle,
        }
    }
}
