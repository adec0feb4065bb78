// Written by schemagen. Do not edit: the next build overwrites it.

#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize
)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "support.row"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "row", allow_mismatch))]
pub enum Row {
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    #[cfg_attr(feature = "postgres", postgres(name = "a"))]
    A,
}

impl Row {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
        }
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Thing {
    pub id: i32,
    pub constructor: Option<String>,
}

impl Thing {
    /// The table, as SQL.
    pub const TABLE: &'static str = "support.thing";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "constructor"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, constructor";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Thing {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            constructor: row.try_get("constructor")?,
        })
    }
}

/// A new row of `support.thing`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewThing {
    pub id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constructor: Option<String>,
}

/// A change of a row of `support.thing`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ThingPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub constructor: Option<Option<String>>,
}
