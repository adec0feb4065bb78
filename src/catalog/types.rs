//! Types and sequences.

use super::{Grant, QualifiedName, SequenceOptions};

/// An enum.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EnumType {
    /// Schema and name.
    pub name: QualifiedName,
    /// Labels in order.
    pub labels: Vec<String>,
    /// Label to its earlier spelling; only from a model.
    pub renamed_labels: Vec<(String, String)>,
    /// Earlier name; only from a model.
    pub renamed_from: Option<String>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// It is somebody else's: known for its labels, not created.
    pub unmanaged: bool,
}

/// A domain.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Domain {
    /// Schema and name.
    pub name: QualifiedName,
    /// Base type.
    pub data_type: String,
    /// `NOT NULL`
    pub not_null: bool,
    /// `DEFAULT`, as SQL.
    pub default: Option<String>,
    /// `COLLATE`
    pub collation: Option<String>,
    /// Constraint name to expression, without `CHECK` and outer parentheses.
    pub checks: std::collections::BTreeMap<String, String>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
    /// It is somebody else's.
    pub unmanaged: bool,
}

/// A composite type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct CompositeType {
    /// Schema and name.
    pub name: QualifiedName,
    /// Field name and type, in order.
    pub fields: Vec<(String, String)>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
}

/// A range type.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RangeType {
    /// Schema and name.
    pub name: QualifiedName,
    /// The options in `CREATE TYPE … AS RANGE (…)`, as SQL.
    pub options: Vec<(String, String)>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
}

/// A sequence.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Sequence {
    /// Schema and name.
    pub name: QualifiedName,
    /// `AS`: bigint, integer or smallint.
    pub data_type: String,
    /// Options.
    pub options: SequenceOptions,
    /// `OWNED BY` table and column.
    pub owned_by: Option<(QualifiedName, String)>,
    /// `COMMENT ON`
    pub comment: Option<String>,
    /// Privileges other than the owner's.
    pub grants: Vec<Grant>,
}
