//! What a value is, as far as PostgreSQL's own types go: enough to tell what it is compared with and put into.

use super::{DataType, Names, TypeKind};
use crate::catalog::QualifiedName;

/// The kind of a value. Of [`Kind::Other`] nothing is said: an extension's type, a range, a composite.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// `boolean`
    Boolean,
    /// `smallint`
    Smallint,
    /// `integer`
    Integer,
    /// `bigint`
    Bigint,
    /// `numeric`
    Numeric,
    /// `real`
    Real,
    /// `double precision`
    Double,
    /// `text`, `varchar`, `char`, `name`
    Text,
    /// `uuid`
    Uuid,
    /// `date`
    Date,
    /// `time`
    Time,
    /// `time with time zone`
    TimeTz,
    /// `timestamp`
    Timestamp,
    /// `timestamp with time zone`
    TimestampTz,
    /// `interval`
    Interval,
    /// `json`
    Json,
    /// `jsonb`
    Jsonb,
    /// `bytea`
    Bytea,
    /// An enum of the model.
    Enum(Box<QualifiedName>),
    /// An array of anything.
    Array,
    /// It cannot be told, or is none of these.
    Other,
}

/// PostgreSQL's names of types, and what they are. Those of the text family differ in nothing that matters here.
const NAMED: &[(&str, Kind)] = &[
    ("bigint", Kind::Bigint),
    ("boolean", Kind::Boolean),
    ("bpchar", Kind::Text),
    ("bytea", Kind::Bytea),
    ("character", Kind::Text),
    ("character varying", Kind::Text),
    ("date", Kind::Date),
    ("double precision", Kind::Double),
    ("integer", Kind::Integer),
    ("interval", Kind::Interval),
    ("json", Kind::Json),
    ("jsonb", Kind::Jsonb),
    ("name", Kind::Text),
    ("numeric", Kind::Numeric),
    ("real", Kind::Real),
    ("smallint", Kind::Smallint),
    ("text", Kind::Text),
    ("time with time zone", Kind::TimeTz),
    ("time without time zone", Kind::Time),
    ("timestamp with time zone", Kind::TimestampTz),
    ("timestamp without time zone", Kind::Timestamp),
    ("uuid", Kind::Uuid),
];

impl Kind {
    /// The kind of a type: of a domain, that of what it stands on.
    pub fn of(data_type: &DataType, names: &Names) -> Self {
        let Some(base) = names.beneath(data_type).last() else { return Self::Other };
        if base.array {
            return Self::Array;
        }
        match &base.declared {
            // of a domain over an enum, PostgreSQL finds other operators than of the enum
            Some(name) => match names.types.get(name) {
                Some(TypeKind::Enum(_)) if base == data_type => Self::Enum(Box::new(name.clone())),
                _ => Self::Other,
            },
            None => Self::named(&base.base),
        }
    }

    /// The kind of one of PostgreSQL's own types, by its name.
    pub(super) fn named(name: &str) -> Self {
        let found = NAMED.binary_search_by(|(known, _)| (*known).cmp(name)).ok();
        found.and_then(|place| NAMED.get(place)).map_or(Self::Other, |(_, kind)| kind.clone())
    }

    /// As SQL names it.
    pub fn word(&self) -> String {
        match self {
            Self::Enum(name) => name.sql(),
            Self::Array => "an array".to_owned(),
            Self::TimestampTz => "timestamptz".to_owned(),
            Self::Timestamp => "timestamp".to_owned(),
            Self::Text => "text".to_owned(),
            Self::Time => "time".to_owned(),
            Self::TimeTz => "timetz".to_owned(),
            _ => NAMED.iter().find(|(_, kind)| kind == self).map_or("", |(name, _)| name).to_owned(),
        }
    }

    /// One of the numbers, from the narrowest to the widest.
    pub(super) fn rank(&self) -> Option<usize> {
        const NUMBERS: &[Kind] =
            &[Kind::Smallint, Kind::Integer, Kind::Bigint, Kind::Numeric, Kind::Real, Kind::Double];
        NUMBERS.iter().position(|kind| kind == self)
    }

    fn is_moment(&self) -> bool {
        matches!(self, Self::Date | Self::Timestamp | Self::TimestampTz)
    }

    /// PostgreSQL may have `=` and `<` for the two. Where that is not certain, it may.
    pub fn compares_with(&self, other: &Self) -> bool {
        let clock = |kind: &Self| matches!(kind, Self::Time | Self::TimeTz | Self::Interval);
        match (self, other) {
            (Self::Other, _) | (_, Self::Other) => true,
            (Self::Json, _) => false,
            _ => {
                self == other
                    || self.rank().is_some() && other.rank().is_some()
                    || self.is_moment() && other.is_moment()
                    || clock(self) && clock(other)
            }
        }
    }

    /// PostgreSQL may put such a value into a column of another kind (casts of `pg_cast` for assignments).
    pub fn fits_into(&self, column: &Self) -> bool {
        use Kind::{Date, Interval, Json, Jsonb, Other, Text, Time, TimeTz, Timestamp, TimestampTz};
        match (self, column) {
            (Other, _) | (_, Other | Text) => true,
            (Date | Timestamp | TimestampTz, Timestamp | TimestampTz) | (Timestamp | TimestampTz, Date | Time) => true,
            (TimestampTz, TimeTz) | (Time, Interval | TimeTz) | (TimeTz | Interval, Time) => true,
            (Json, Jsonb) | (Jsonb, Json) => true,
            _ => self == column || self.rank().is_some() && column.rank().is_some(),
        }
    }

    /// PostgreSQL may have a cast of such a value.
    pub(super) fn casts_to(&self, target: &Self) -> bool {
        use Kind::{Bigint, Boolean, Bytea, Integer, Jsonb, Smallint, Text};
        match (self, target) {
            (Text, _) | (Boolean, Integer) | (Integer, Boolean) => true,
            // since version 18
            (Bytea, Smallint | Integer | Bigint) | (Smallint | Integer | Bigint, Bytea) => true,
            (Jsonb, kind) => *kind == Boolean || kind.rank().is_some() || self.fits_into(kind),
            _ => self.fits_into(target),
        }
    }

    /// PostgreSQL may give such a value to a function that takes another kind (implicit casts of `pg_cast`).
    pub(super) fn passes_as(&self, argument: &Self) -> bool {
        use Kind::{Date, Interval, Other, Time, TimeTz, Timestamp, TimestampTz};
        match (self, argument) {
            (Other, _) | (_, Other) => true,
            (Date, Timestamp | TimestampTz) | (Timestamp, TimestampTz) | (Time, Interval | TimeTz) => true,
            _ => self == argument || self.rank().zip(argument.rank()).is_some_and(|(own, wider)| own <= wider),
        }
    }
}
