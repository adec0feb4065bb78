// Written by schemagen. Do not edit: the next build overwrites it.

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Objects {
    pub id: uuid::Uuid,
    pub owner: Option<uuid::Uuid>,
}

impl Objects {
    /// The table, as SQL.
    pub const TABLE: &'static str = "storage.objects";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "owner"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, owner";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Objects {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            owner: row.try_get("owner")?,
        })
    }
}

/// A new row of `storage.objects`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewObjects {
    pub id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<uuid::Uuid>,
}

/// A change of a row of `storage.objects`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ObjectsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub owner: Option<Option<uuid::Uuid>>,
}
