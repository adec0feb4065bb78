// Written by schemagen. Do not edit: the next build overwrites it.

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ApiCosts {
    pub id: uuid::Uuid,
    pub profile_id: Option<uuid::Uuid>,
    pub provider: String,
    pub operation: String,
    pub cost_usd: rust_decimal::Decimal,
    pub metadata: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl ApiCosts {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.api_costs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "profile_id",
        "provider",
        "operation",
        "cost_usd",
        "metadata",
        "created_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, profile_id, provider, operation, cost_usd, metadata, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ApiCosts {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            profile_id: row.try_get("profile_id")?,
            provider: row.try_get("provider")?,
            operation: row.try_get("operation")?,
            cost_usd: row.try_get("cost_usd")?,
            metadata: row.try_get("metadata")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.api_costs`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewApiCosts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<uuid::Uuid>,
    pub provider: String,
    pub operation: String,
    pub cost_usd: rust_decimal::Decimal,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.api_costs`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ApiCostsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub profile_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_usd: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// Words and voice of a clip, one row each
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct EditaiClipContent {
    pub id: uuid::Uuid,
    pub clip_id: uuid::Uuid,
    pub script: String,
    pub subtitles: serde_json::Value,
    pub audio_path: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl EditaiClipContent {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.editai_clip_content";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "clip_id",
        "script",
        "subtitles",
        "audio_path",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, clip_id, script, subtitles, audio_path, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for EditaiClipContent {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            clip_id: row.try_get("clip_id")?,
            script: row.try_get("script")?,
            subtitles: row.try_get("subtitles")?,
            audio_path: row.try_get("audio_path")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.editai_clip_content`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEditaiClipContent {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub clip_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitles: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub audio_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.editai_clip_content`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EditaiClipContentPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub clip_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub script: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtitles: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub audio_path: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct EditaiClips {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub position: i32,
    pub source_path: String,
    pub duration_ms: i32,
    pub is_selected: bool,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl EditaiClips {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.editai_clips";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "position",
        "source_path",
        "duration_ms",
        "is_selected",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, \"position\", source_path, duration_ms, is_selected, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for EditaiClips {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            position: row.try_get("position")?,
            source_path: row.try_get("source_path")?,
            duration_ms: row.try_get("duration_ms")?,
            is_selected: row.try_get("is_selected")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.editai_clips`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEditaiClips {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
    pub source_path: String,
    pub duration_ms: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_selected: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.editai_clips`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EditaiClipsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub duration_ms: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_selected: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct EditaiProjectSegments {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub start_ms: i32,
    pub end_ms: i32,
    pub label: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl EditaiProjectSegments {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.editai_project_segments";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "start_ms",
        "end_ms",
        "label",
        "created_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, start_ms, end_ms, label, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for EditaiProjectSegments {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            start_ms: row.try_get("start_ms")?,
            end_ms: row.try_get("end_ms")?,
            label: row.try_get("label")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.editai_project_segments`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEditaiProjectSegments {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    pub start_ms: i32,
    pub end_ms: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.editai_project_segments`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EditaiProjectSegmentsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start_ms: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end_ms: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub label: Option<Option<String>>,
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
pub enum EditaiProjectsStatus {
    #[serde(rename = "draft")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "draft"))]
    Draft,
    #[serde(rename = "processing")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "processing"))]
    Processing,
    #[serde(rename = "ready")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "ready"))]
    Ready,
    #[serde(rename = "failed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "failed"))]
    Failed,
}

impl EditaiProjectsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Processing,
        Self::Ready,
        Self::Failed,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Processing => "processing",
            Self::Ready => "ready",
            Self::Failed => "failed",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(EditaiProjectsStatus);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct EditaiProjects {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub profile_id: uuid::Uuid,
    pub name: String,
    pub description: Option<String>,
    pub status: EditaiProjectsStatus,
    pub settings: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl EditaiProjects {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.editai_projects";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "user_id",
        "profile_id",
        "name",
        "description",
        "status",
        "settings",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, profile_id, name, description, status, settings, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for EditaiProjects {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            profile_id: row.try_get("profile_id")?,
            name: row.try_get("name")?,
            description: row.try_get("description")?,
            status: row.try_get("status")?,
            settings: row.try_get("settings")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.editai_projects`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEditaiProjects {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    pub profile_id: uuid::Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<EditaiProjectsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.editai_projects`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EditaiProjectsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<EditaiProjectsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settings: Option<serde_json::Value>,
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
pub enum JobsStatus {
    #[serde(rename = "queued")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "queued"))]
    Queued,
    #[serde(rename = "running")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "running"))]
    Running,
    #[serde(rename = "completed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "completed"))]
    Completed,
    #[serde(rename = "failed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "failed"))]
    Failed,
}

impl JobsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Queued,
        Self::Running,
        Self::Completed,
        Self::Failed,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Completed => "completed",
            Self::Failed => "failed",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(JobsStatus);

/// Background work; it may have no user at all
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Jobs {
    pub id: uuid::Uuid,
    pub profile_id: Option<uuid::Uuid>,
    pub job_type: String,
    pub status: JobsStatus,
    pub progress: i32,
    pub data: serde_json::Value,
    pub error: Option<String>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Jobs {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.jobs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "profile_id",
        "job_type",
        "status",
        "progress",
        "data",
        "error",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, profile_id, job_type, status, progress, data, error, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Jobs {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            profile_id: row.try_get("profile_id")?,
            job_type: row.try_get("job_type")?,
            status: row.try_get("status")?,
            progress: row.try_get("progress")?,
            data: row.try_get("data")?,
            error: row.try_get("error")?,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_id: Option<uuid::Uuid>,
    pub job_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error: Option<String>,
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
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub profile_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub error: Option<Option<String>>,
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
pub enum ProfilesTtsProvider {
    #[serde(rename = "elevenlabs")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "elevenlabs"))]
    Elevenlabs,
    #[serde(rename = "edge")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "edge"))]
    Edge,
    #[serde(rename = "openai")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "openai"))]
    Openai,
}

impl ProfilesTtsProvider {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Elevenlabs, Self::Edge, Self::Openai];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Elevenlabs => "elevenlabs",
            Self::Edge => "edge",
            Self::Openai => "openai",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(ProfilesTtsProvider);

/// A brand or channel of a user, with its voice and its publishing account
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Profiles {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    pub name: String,
    pub description: Option<String>,
    pub is_default: bool,
    pub tts_provider: Option<ProfilesTtsProvider>,
    pub tts_voice_id: Option<String>,
    pub tts_settings: serde_json::Value,
    pub postiz_api_url: Option<String>,
    pub postiz_settings: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Profiles {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.profiles";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "user_id",
        "name",
        "description",
        "is_default",
        "tts_provider",
        "tts_voice_id",
        "tts_settings",
        "postiz_api_url",
        "postiz_settings",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, name, description, is_default, tts_provider, tts_voice_id, tts_settings, postiz_api_url, postiz_settings, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Profiles {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            name: row.try_get("name")?,
            description: row.try_get("description")?,
            is_default: row.try_get("is_default")?,
            tts_provider: row.try_get("tts_provider")?,
            tts_voice_id: row.try_get("tts_voice_id")?,
            tts_settings: row.try_get("tts_settings")?,
            postiz_api_url: row.try_get("postiz_api_url")?,
            postiz_settings: row.try_get("postiz_settings")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.profiles`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewProfiles {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub user_id: uuid::Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tts_provider: Option<ProfilesTtsProvider>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tts_voice_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tts_settings: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postiz_api_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postiz_settings: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.profiles`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ProfilesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_default: Option<bool>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tts_provider: Option<Option<ProfilesTtsProvider>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tts_voice_id: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tts_settings: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub postiz_api_url: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postiz_settings: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}
