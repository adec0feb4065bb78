// Written by schemagen. Do not edit: the next build overwrites it.

/// Every change of an audited table, in order; only ever added to
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Changes {
    /// Order of the changes
    pub id: i64,
    /// When the transaction began
    pub changed_at: chrono::DateTime<chrono::Utc>,
    /// Id of the principal who changed it, NULL for nobody
    pub caller: Option<String>,
    /// Database role that was set
    pub role: Option<String>,
    /// Schema and name
    pub table_name: String,
    /// INSERT, UPDATE or DELETE
    pub action: String,
    /// Primary key of the row
    pub row_key: Option<serde_json::Value>,
    /// The row before, NULL for an INSERT
    pub was: Option<serde_json::Value>,
    /// The row after, NULL for a DELETE
    pub became: Option<serde_json::Value>,
}

impl Changes {
    /// The table, as SQL.
    pub const TABLE: &'static str = "audit.changes";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "changed_at",
        "caller",
        "role",
        "table_name",
        "action",
        "row_key",
        "was",
        "became",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, changed_at, caller, role, table_name, action, row_key, was, became";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Changes {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            changed_at: row.try_get("changed_at")?,
            caller: row.try_get("caller")?,
            role: row.try_get("role")?,
            table_name: row.try_get("table_name")?,
            action: row.try_get("action")?,
            row_key: row.try_get("row_key")?,
            was: row.try_get("was")?,
            became: row.try_get("became")?,
        })
    }
}

/// A new row of `audit.changes`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewChanges {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub caller: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    pub table_name: String,
    pub action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row_key: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub was: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub became: Option<serde_json::Value>,
}

/// A change of a row of `audit.changes`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ChangesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub caller: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub role: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub row_key: Option<Option<serde_json::Value>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub was: Option<Option<serde_json::Value>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub became: Option<Option<serde_json::Value>>,
}
