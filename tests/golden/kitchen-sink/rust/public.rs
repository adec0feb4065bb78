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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "aal_level"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "aal_level", allow_mismatch))]
pub enum AalLevel {
    #[serde(rename = "aal1")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "aal1"))]
    #[cfg_attr(feature = "postgres", postgres(name = "aal1"))]
    Aal1,
    #[serde(rename = "aal2")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "aal2"))]
    #[cfg_attr(feature = "postgres", postgres(name = "aal2"))]
    Aal2,
    #[serde(rename = "aal3")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "aal3"))]
    #[cfg_attr(feature = "postgres", postgres(name = "aal3"))]
    Aal3,
}

impl AalLevel {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Aal1, Self::Aal2, Self::Aal3];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Aal1 => "aal1",
            Self::Aal2 => "aal2",
            Self::Aal3 => "aal3",
        }
    }
}

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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "job_status"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "job_status", allow_mismatch))]
pub enum JobStatus {
    #[serde(rename = "queued")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "queued"))]
    #[cfg_attr(feature = "postgres", postgres(name = "queued"))]
    Queued,
    #[serde(rename = "running")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "running"))]
    #[cfg_attr(feature = "postgres", postgres(name = "running"))]
    Running,
    #[serde(rename = "done")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "done"))]
    #[cfg_attr(feature = "postgres", postgres(name = "done"))]
    Done,
}

impl JobStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Queued, Self::Running, Self::Done];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
        }
    }
}

/// How soon
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "priority"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "priority", allow_mismatch))]
pub enum Priority {
    #[serde(rename = "low")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "low"))]
    #[cfg_attr(feature = "postgres", postgres(name = "low"))]
    Low,
    #[serde(rename = "high")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "high"))]
    #[cfg_attr(feature = "postgres", postgres(name = "high"))]
    High,
}

impl Priority {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Low, Self::High];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::High => "high",
        }
    }
}

pub type Even = i32;

pub type Nordic = String;

pub type Percentage = i32;

/// Lower case and dashes
pub type Slug = String;

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "address"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "address"))]
pub struct Address {
    pub street: Option<String>,
    pub city: Option<String>,
    pub country: Option<String>,
}

/// An amount in a currency
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "money_amount"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "money_amount"))]
pub struct MoneyAmount {
    pub amount: Option<rust_decimal::Decimal>,
    pub currency: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Batches {
    pub name: String,
    pub id: uuid::Uuid,
    pub person_id: uuid::Uuid,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl Batches {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.batches";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "name",
        "id",
        "person_id",
        "created_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "name, id, person_id, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Batches {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            name: row.try_get("name")?,
            id: row.try_get("id")?,
            person_id: row.try_get("person_id")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.batches`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewBatches {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.batches`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BatchesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct BucketsOfWork {
    pub id: i32,
}

impl BucketsOfWork {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.buckets_of_work";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for BucketsOfWork {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.buckets_of_work`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewBucketsOfWork {
    pub id: i32,
}

/// A change of a row of `public.buckets_of_work`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BucketsOfWorkPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Budgets {
    pub team_id: uuid::Uuid,
    pub amount: Option<MoneyAmount>,
    pub id: uuid::Uuid,
}

impl Budgets {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.budgets";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["team_id", "amount", "id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "team_id, amount, id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Budgets {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            team_id: row.try_get("team_id")?,
            amount: row.try_get("amount")?,
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.budgets`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewBudgets {
    pub team_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amount: Option<MoneyAmount>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

/// A change of a row of `public.budgets`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BudgetsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub amount: Option<Option<MoneyAmount>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Events {
    pub id: i64,
    pub person_id: uuid::Uuid,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub kind: String,
}

impl Events {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.events";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "person_id",
        "created_at",
        "kind",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, person_id, created_at, kind";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Events {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            person_id: row.try_get("person_id")?,
            created_at: row.try_get("created_at")?,
            kind: row.try_get("kind")?,
        })
    }
}

/// A new row of `public.events`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEvents {
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    pub kind: String,
}

/// A change of a row of `public.events`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EventsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct JobNotes {
    pub job_id: uuid::Uuid,
    pub id: uuid::Uuid,
    pub note: Option<String>,
    pub label: String,
    /// Whom the row belongs to, by its job_id; the database keeps it true
    pub person_id: uuid::Uuid,
}

impl JobNotes {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.job_notes";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "job_id",
        "id",
        "note",
        "label",
        "person_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "job_id, id, note, label, person_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for JobNotes {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            job_id: row.try_get("job_id")?,
            id: row.try_get("id")?,
            note: row.try_get("note")?,
            label: row.try_get("label")?,
            person_id: row.try_get("person_id")?,
        })
    }
}

/// A new row of `public.job_notes`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewJobNotes {
    pub job_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.job_notes`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct JobNotesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub note: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct JobShares {
    pub job_id: uuid::Uuid,
    pub person_id: uuid::Uuid,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl JobShares {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.job_shares";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["job_id", "person_id", "created_at"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "job_id, person_id, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for JobShares {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            job_id: row.try_get("job_id")?,
            person_id: row.try_get("person_id")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.job_shares`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewJobShares {
    pub job_id: uuid::Uuid,
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.job_shares`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct JobSharesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text"))]
pub enum JobsTier {
    #[serde(rename = "free")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "free"))]
    Free,
    #[serde(rename = "pro")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "pro"))]
    Pro,
    #[serde(rename = "studio")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "studio"))]
    Studio,
    #[serde(rename = "enterprise")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "enterprise"))]
    Enterprise,
}

impl JobsTier {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Free,
        Self::Pro,
        Self::Studio,
        Self::Enterprise,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Pro => "pro",
            Self::Studio => "studio",
            Self::Enterprise => "enterprise",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(JobsTier);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Jobs {
    pub person_id: uuid::Uuid,
    pub reviewer_id: Option<uuid::Uuid>,
    pub batch_id: Option<uuid::Uuid>,
    pub title: String,
    pub status: JobStatus,
    pub priority: Priority,
    pub tier: JobsTier,
    pub position: i64,
    pub ticket: i32,
    pub progress: Percentage,
    #[cfg_attr(feature = "sqlx", sqlx(json))]
    pub parameters: crate::JobParameters,
    pub labels: Vec<String>,
    pub price: rust_decimal::Decimal,
    pub quantity: i32,
    pub total: Option<rust_decimal::Decimal>,
    pub seq: i64,
    pub locked: bool,
    pub during: Option<String>,
    pub external_id: Option<String>,
    pub mentioned_id: Option<uuid::Uuid>,
    pub id: uuid::Uuid,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
}

impl Jobs {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.jobs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "person_id",
        "reviewer_id",
        "batch_id",
        "title",
        "status",
        "priority",
        "tier",
        "position",
        "ticket",
        "progress",
        "parameters",
        "labels",
        "price",
        "quantity",
        "total",
        "seq",
        "locked",
        "during",
        "external_id",
        "mentioned_id",
        "id",
        "created_at",
        "updated_at",
        "deleted_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "person_id, reviewer_id, batch_id, title, status, priority, tier, \"position\", ticket, progress, parameters, labels, price, quantity, total, seq, locked, during::text as during, external_id, mentioned_id, id, created_at, updated_at, deleted_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Jobs {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            person_id: row.try_get("person_id")?,
            reviewer_id: row.try_get("reviewer_id")?,
            batch_id: row.try_get("batch_id")?,
            title: row.try_get("title")?,
            status: row.try_get("status")?,
            priority: row.try_get("priority")?,
            tier: row.try_get("tier")?,
            position: row.try_get("position")?,
            ticket: row.try_get("ticket")?,
            progress: row.try_get("progress")?,
            parameters: row
                .try_get("parameters")
                .map(|value: postgres::types::Json<crate::JobParameters>| value.0)?,
            labels: row.try_get("labels")?,
            price: row.try_get("price")?,
            quantity: row.try_get("quantity")?,
            total: row.try_get("total")?,
            seq: row.try_get("seq")?,
            locked: row.try_get("locked")?,
            during: row.try_get("during")?,
            external_id: row.try_get("external_id")?,
            mentioned_id: row.try_get("mentioned_id")?,
            id: row.try_get("id")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
        })
    }
}

/// A new row of `public.jobs`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewJobs {
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewer_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_id: Option<uuid::Uuid>,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<JobsTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<i32>,
    pub progress: Percentage,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<crate::JobParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub during: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mentioned_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.jobs`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct JobsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub reviewer_id: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub batch_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub priority: Option<Priority>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<JobsTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ticket: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<Percentage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<crate::JobParameters>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labels: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quantity: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seq: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub locked: Option<bool>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub during: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub external_id: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub mentioned_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub deleted_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct OpenLists {
    pub id: i32,
}

impl OpenLists {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.open_lists";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for OpenLists {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.open_lists`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOpenLists {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

/// A change of a row of `public.open_lists`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct OpenListsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

/// Whoever takes part
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct People {
    pub id: uuid::Uuid,
    pub user_id: Option<uuid::Uuid>,
    /// Full name
    pub name: String,
    pub email: Option<String>,
    pub address: Option<Address>,
    pub handle: Option<Slug>,
    pub password_hash: Option<String>,
    pub karma: i32,
    pub invited_by: Option<uuid::Uuid>,
    #[deprecated(note = "use id")]
    pub legacy_id: Option<i32>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl People {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.people";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "user_id",
        "name",
        "email",
        "address",
        "handle",
        "password_hash",
        "karma",
        "invited_by",
        "legacy_id",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, name, email, address, handle, password_hash, karma, invited_by, legacy_id, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for People {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            name: row.try_get("name")?,
            email: row.try_get("email")?,
            address: row.try_get("address")?,
            handle: row.try_get("handle")?,
            password_hash: row.try_get("password_hash")?,
            karma: row.try_get("karma")?,
            invited_by: row.try_get("invited_by")?,
            legacy_id: row.try_get("legacy_id")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.people`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPeople {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<Slug>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_hash: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub karma: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invited_by: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legacy_id: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.people`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PeoplePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub user_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub email: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub address: Option<Option<Address>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub handle: Option<Option<Slug>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub password_hash: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub karma: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub invited_by: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub legacy_id: Option<Option<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Plans {
    pub person_id: Option<uuid::Uuid>,
    pub team_id: Option<uuid::Uuid>,
    pub body: Option<String>,
    pub id: uuid::Uuid,
}

impl Plans {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.plans";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["person_id", "team_id", "body", "id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "person_id, team_id, body, id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Plans {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            person_id: row.try_get("person_id")?,
            team_id: row.try_get("team_id")?,
            body: row.try_get("body")?,
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.plans`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPlans {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

/// A change of a row of `public.plans`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PlansPatch {
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub person_id: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub team_id: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub body: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Regions {
    pub code: String,
    pub area: String,
}

impl Regions {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.regions";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["code", "area"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "code, area";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Regions {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            code: row.try_get("code")?,
            area: row.try_get("area")?,
        })
    }
}

/// A new row of `public.regions`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewRegions {
    pub code: String,
    pub area: String,
}

/// A change of a row of `public.regions`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RegionsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
}

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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text"))]
pub enum TeamMembersRole {
    #[serde(rename = "lead")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "lead"))]
    Lead,
    #[serde(rename = "mate")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "mate"))]
    Mate,
    #[serde(rename = "guest")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "guest"))]
    Guest,
}

impl TeamMembersRole {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Lead, Self::Mate, Self::Guest];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Lead => "lead",
            Self::Mate => "mate",
            Self::Guest => "guest",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(TeamMembersRole);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct TeamMembers {
    pub team_id: uuid::Uuid,
    pub person_id: uuid::Uuid,
    pub role: TeamMembersRole,
    pub accepted_at: Option<chrono::DateTime<chrono::Utc>>,
}

impl TeamMembers {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.team_members";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "team_id",
        "person_id",
        "role",
        "accepted_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "team_id, person_id, role, accepted_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for TeamMembers {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            team_id: row.try_get("team_id")?,
            person_id: row.try_get("person_id")?,
            role: row.try_get("role")?,
            accepted_at: row.try_get("accepted_at")?,
        })
    }
}

/// A new row of `public.team_members`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTeamMembers {
    pub team_id: uuid::Uuid,
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<TeamMembersRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.team_members`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TeamMembersPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub team_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<TeamMembersRole>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub accepted_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Teams {
    pub name: String,
    pub created_by: Option<uuid::Uuid>,
    pub id: uuid::Uuid,
}

impl Teams {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.teams";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["name", "created_by", "id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "name, created_by, id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Teams {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            name: row.try_get("name")?,
            created_by: row.try_get("created_by")?,
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.teams`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTeams {
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_by: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

/// A change of a row of `public.teams`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TeamsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub created_by: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Contacts {
    pub id: uuid::Uuid,
    pub name: String,
}

impl Contacts {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.contacts";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "name"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, name";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Contacts {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
        })
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct JobCount {
    pub jobs: i64,
}

impl JobCount {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.job_count";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["jobs"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "jobs";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for JobCount {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            jobs: row.try_get("jobs")?,
        })
    }
}

/// What is still to do
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct OpenJobs {
    pub id: uuid::Uuid,
    pub title: String,
}

impl OpenJobs {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.open_jobs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "title"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, title";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for OpenJobs {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            title: row.try_get("title")?,
        })
    }
}

/// For the service's reports
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct JobsADay {
    pub day: chrono::DateTime<chrono::Utc>,
    pub jobs: i64,
}

impl JobsADay {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.jobs_a_day";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["day", "jobs"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "day, jobs";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for JobsADay {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            day: row.try_get("day")?,
            jobs: row.try_get("jobs")?,
        })
    }
}
