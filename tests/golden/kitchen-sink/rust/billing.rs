// Written by schemagen. Do not edit: the next build overwrites it.

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Invoices {
    pub id: i64,
    pub person_id: uuid::Uuid,
    pub amount: super::public::MoneyAmount,
    pub issued_on: chrono::NaiveDate,
}

impl Invoices {
    /// The table, as SQL.
    pub const TABLE: &'static str = "billing.invoices";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "person_id",
        "amount",
        "issued_on",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, person_id, amount, issued_on";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Invoices {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            person_id: row.try_get("person_id")?,
            amount: row.try_get("amount")?,
            issued_on: row.try_get("issued_on")?,
        })
    }
}

/// A new row of `billing.invoices`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewInvoices {
    pub person_id: uuid::Uuid,
    pub amount: super::public::MoneyAmount,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<chrono::NaiveDate>,
}

/// A change of a row of `billing.invoices`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct InvoicesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<super::public::MoneyAmount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued_on: Option<chrono::NaiveDate>,
}
