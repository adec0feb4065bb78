// Written by schemagen. Do not edit: the next build overwrites it.

/// Files that a job produced
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Assets {
    pub id: uuid::Uuid,
    pub job_id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub asset_type: String,
    pub url: String,
    pub storage_path: String,
    /// In bytes
    pub file_size: i32,
    pub metadata: Option<serde_json::Value>,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl Assets {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.assets";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "job_id",
        "user_id",
        "asset_type",
        "url",
        "storage_path",
        "file_size",
        "metadata",
        "created_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, job_id, user_id, asset_type, url, storage_path, file_size, metadata, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Assets {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            job_id: row.try_get("job_id")?,
            user_id: row.try_get("user_id")?,
            asset_type: row.try_get("asset_type")?,
            url: row.try_get("url")?,
            storage_path: row.try_get("storage_path")?,
            file_size: row.try_get("file_size")?,
            metadata: row.try_get("metadata")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.assets`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAssets {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub job_id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub asset_type: String,
    pub url: String,
    pub storage_path: String,
    pub file_size: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.assets`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AssetsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asset_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file_size: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub metadata: Option<Option<serde_json::Value>>,
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
pub enum JobsStatus {
    #[serde(rename = "queued")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "queued"))]
    Queued,
    #[serde(rename = "processing")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "processing"))]
    Processing,
    #[serde(rename = "completed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "completed"))]
    Completed,
    #[serde(rename = "failed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "failed"))]
    Failed,
    #[serde(rename = "partial")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "partial"))]
    Partial,
}

impl JobsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Queued,
        Self::Processing,
        Self::Completed,
        Self::Failed,
        Self::Partial,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Processing => "processing",
            Self::Completed => "completed",
            Self::Failed => "failed",
            Self::Partial => "partial",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(JobsStatus);

/// Work queued on behalf of a user
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Jobs {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub job_type: String,
    pub status: JobsStatus,
    pub progress: i32,
    pub error_message: Option<String>,
    pub parameters: Option<serde_json::Value>,
    pub result: Option<serde_json::Value>,
    pub completed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Jobs {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.jobs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "user_id",
        "job_type",
        "status",
        "progress",
        "error_message",
        "parameters",
        "result",
        "completed_at",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, job_type, status, progress, error_message, parameters, result, completed_at, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Jobs {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            job_type: row.try_get("job_type")?,
            status: row.try_get("status")?,
            progress: row.try_get("progress")?,
            error_message: row.try_get("error_message")?,
            parameters: row.try_get("parameters")?,
            result: row.try_get("result")?,
            completed_at: row.try_get("completed_at")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.jobs`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewJobs {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub user_id: uuid::Uuid,
    pub job_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.jobs`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct JobsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub error_message: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub parameters: Option<Option<serde_json::Value>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub result: Option<Option<serde_json::Value>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub completed_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// What happened to a subscription, for billing questions
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct SubscriptionAudit {
    pub id: uuid::Uuid,
    pub subscription_id: Option<uuid::Uuid>,
    pub user_id: uuid::Uuid,
    pub action: String,
    pub stripe_event_id: Option<String>,
    pub details: Option<serde_json::Value>,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl SubscriptionAudit {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.subscription_audit";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "subscription_id",
        "user_id",
        "action",
        "stripe_event_id",
        "details",
        "created_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, subscription_id, user_id, action, stripe_event_id, details, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for SubscriptionAudit {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            subscription_id: row.try_get("subscription_id")?,
            user_id: row.try_get("user_id")?,
            action: row.try_get("action")?,
            stripe_event_id: row.try_get("stripe_event_id")?,
            details: row.try_get("details")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.subscription_audit`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSubscriptionAudit {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_id: Option<uuid::Uuid>,
    pub user_id: uuid::Uuid,
    pub action: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stripe_event_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub details: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.subscription_audit`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SubscriptionAuditPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub subscription_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub stripe_event_id: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub details: Option<Option<serde_json::Value>>,
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
pub enum SubscriptionsTier {
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

impl SubscriptionsTier {
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
super::support::text_value!(SubscriptionsTier);

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
pub enum SubscriptionsStatus {
    #[serde(rename = "active")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "active"))]
    Active,
    #[serde(rename = "past_due")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "past_due"))]
    PastDue,
    #[serde(rename = "canceled")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "canceled"))]
    Canceled,
    #[serde(rename = "incomplete")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "incomplete"))]
    Incomplete,
    #[serde(rename = "trialing")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "trialing"))]
    Trialing,
    #[serde(rename = "unpaid")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "unpaid"))]
    Unpaid,
}

impl SubscriptionsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Active,
        Self::PastDue,
        Self::Canceled,
        Self::Incomplete,
        Self::Trialing,
        Self::Unpaid,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Incomplete => "incomplete",
            Self::Trialing => "trialing",
            Self::Unpaid => "unpaid",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(SubscriptionsStatus);

/// Written by the payment webhooks alone
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Subscriptions {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub stripe_subscription_id: String,
    pub stripe_customer_id: String,
    pub tier: SubscriptionsTier,
    pub status: SubscriptionsStatus,
    pub current_period_start: chrono::DateTime<chrono::Utc>,
    pub current_period_end: chrono::DateTime<chrono::Utc>,
    pub cancel_at_period_end: bool,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Subscriptions {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.subscriptions";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "user_id",
        "stripe_subscription_id",
        "stripe_customer_id",
        "tier",
        "status",
        "current_period_start",
        "current_period_end",
        "cancel_at_period_end",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, stripe_subscription_id, stripe_customer_id, tier, status, current_period_start, current_period_end, cancel_at_period_end, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Subscriptions {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            stripe_subscription_id: row.try_get("stripe_subscription_id")?,
            stripe_customer_id: row.try_get("stripe_customer_id")?,
            tier: row.try_get("tier")?,
            status: row.try_get("status")?,
            current_period_start: row.try_get("current_period_start")?,
            current_period_end: row.try_get("current_period_end")?,
            cancel_at_period_end: row.try_get("cancel_at_period_end")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.subscriptions`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSubscriptions {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub user_id: uuid::Uuid,
    pub stripe_subscription_id: String,
    pub stripe_customer_id: String,
    pub tier: SubscriptionsTier,
    pub status: SubscriptionsStatus,
    pub current_period_start: chrono::DateTime<chrono::Utc>,
    pub current_period_end: chrono::DateTime<chrono::Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancel_at_period_end: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.subscriptions`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SubscriptionsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stripe_subscription_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub stripe_customer_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<SubscriptionsTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<SubscriptionsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_period_start: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_period_end: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cancel_at_period_end: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
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
pub enum UsersSubscriptionTier {
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

impl UsersSubscriptionTier {
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
super::support::text_value!(UsersSubscriptionTier);

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
pub enum UsersSubscriptionStatus {
    #[serde(rename = "active")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "active"))]
    Active,
    #[serde(rename = "past_due")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "past_due"))]
    PastDue,
    #[serde(rename = "canceled")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "canceled"))]
    Canceled,
    #[serde(rename = "incomplete")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "incomplete"))]
    Incomplete,
    #[serde(rename = "trialing")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "trialing"))]
    Trialing,
    #[serde(rename = "unpaid")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "unpaid"))]
    Unpaid,
}

impl UsersSubscriptionStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Active,
        Self::PastDue,
        Self::Canceled,
        Self::Incomplete,
        Self::Trialing,
        Self::Unpaid,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::PastDue => "past_due",
            Self::Canceled => "canceled",
            Self::Incomplete => "incomplete",
            Self::Trialing => "trialing",
            Self::Unpaid => "unpaid",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(UsersSubscriptionStatus);

/// A user's profile, one for each row of auth.users
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Users {
    pub id: uuid::Uuid,
    pub email: String,
    pub name: Option<String>,
    pub avatar_url: Option<String>,
    pub subscription_tier: UsersSubscriptionTier,
    pub subscription_status: Option<UsersSubscriptionStatus>,
    pub monthly_usage: i32,
    pub usage_reset_at: chrono::DateTime<chrono::Utc>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Users {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.users";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "email",
        "name",
        "avatar_url",
        "subscription_tier",
        "subscription_status",
        "monthly_usage",
        "usage_reset_at",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, email, name, avatar_url, subscription_tier, subscription_status, monthly_usage, usage_reset_at, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Users {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            email: row.try_get("email")?,
            name: row.try_get("name")?,
            avatar_url: row.try_get("avatar_url")?,
            subscription_tier: row.try_get("subscription_tier")?,
            subscription_status: row.try_get("subscription_status")?,
            monthly_usage: row.try_get("monthly_usage")?,
            usage_reset_at: row.try_get("usage_reset_at")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.users`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUsers {
    pub id: uuid::Uuid,
    pub email: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_tier: Option<UsersSubscriptionTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_status: Option<UsersSubscriptionStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_usage: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_reset_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.users`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct UsersPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub name: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub avatar_url: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subscription_tier: Option<UsersSubscriptionTier>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub subscription_status: Option<Option<UsersSubscriptionStatus>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monthly_usage: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub usage_reset_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}
