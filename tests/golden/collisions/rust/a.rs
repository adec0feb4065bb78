// Written by schemagen. Do not edit: the next build overwrites it.

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct B {
    pub id: i32,
}

impl B {
    /// The table, as SQL.
    pub const TABLE: &'static str = "a.b";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for B {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `a.b`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewB {
    pub id: i32,
}

/// A change of a row of `a.b`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}
