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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "asset_kind"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "asset_kind", allow_mismatch))]
pub enum AssetKind {
    #[serde(rename = "character_sheet")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "character_sheet"))]
    #[cfg_attr(feature = "postgres", postgres(name = "character_sheet"))]
    CharacterSheet,
    #[serde(rename = "background")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "background"))]
    #[cfg_attr(feature = "postgres", postgres(name = "background"))]
    Background,
    #[serde(rename = "panel_image")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "panel_image"))]
    #[cfg_attr(feature = "postgres", postgres(name = "panel_image"))]
    PanelImage,
    #[serde(rename = "page")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "page"))]
    #[cfg_attr(feature = "postgres", postgres(name = "page"))]
    Page,
    #[serde(rename = "cover")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "cover"))]
    #[cfg_attr(feature = "postgres", postgres(name = "cover"))]
    Cover,
}

impl AssetKind {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::CharacterSheet,
        Self::Background,
        Self::PanelImage,
        Self::Page,
        Self::Cover,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CharacterSheet => "character_sheet",
            Self::Background => "background",
            Self::PanelImage => "panel_image",
            Self::Page => "page",
            Self::Cover => "cover",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "chapter_status"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "chapter_status", allow_mismatch))]
pub enum ChapterStatus {
    #[serde(rename = "imported")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "imported"))]
    #[cfg_attr(feature = "postgres", postgres(name = "imported"))]
    Imported,
    #[serde(rename = "analyzed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "analyzed"))]
    #[cfg_attr(feature = "postgres", postgres(name = "analyzed"))]
    Analyzed,
    #[serde(rename = "storyboarded")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "storyboarded"))]
    #[cfg_attr(feature = "postgres", postgres(name = "storyboarded"))]
    Storyboarded,
    #[serde(rename = "rendered")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "rendered"))]
    #[cfg_attr(feature = "postgres", postgres(name = "rendered"))]
    Rendered,
}

impl ChapterStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Imported,
        Self::Analyzed,
        Self::Storyboarded,
        Self::Rendered,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Imported => "imported",
            Self::Analyzed => "analyzed",
            Self::Storyboarded => "storyboarded",
            Self::Rendered => "rendered",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "job_kind"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "job_kind", allow_mismatch))]
pub enum JobKind {
    #[serde(rename = "chapter_analysis")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "chapter_analysis"))]
    #[cfg_attr(feature = "postgres", postgres(name = "chapter_analysis"))]
    ChapterAnalysis,
    #[serde(rename = "character_extraction")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "character_extraction"))]
    #[cfg_attr(feature = "postgres", postgres(name = "character_extraction"))]
    CharacterExtraction,
    #[serde(rename = "storyboard")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "storyboard"))]
    #[cfg_attr(feature = "postgres", postgres(name = "storyboard"))]
    Storyboard,
    #[serde(rename = "panel_render")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "panel_render"))]
    #[cfg_attr(feature = "postgres", postgres(name = "panel_render"))]
    PanelRender,
    #[serde(rename = "lettering")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "lettering"))]
    #[cfg_attr(feature = "postgres", postgres(name = "lettering"))]
    Lettering,
}

impl JobKind {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::ChapterAnalysis,
        Self::CharacterExtraction,
        Self::Storyboard,
        Self::PanelRender,
        Self::Lettering,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::ChapterAnalysis => "chapter_analysis",
            Self::CharacterExtraction => "character_extraction",
            Self::Storyboard => "storyboard",
            Self::PanelRender => "panel_render",
            Self::Lettering => "lettering",
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
    #[serde(rename = "succeeded")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "succeeded"))]
    #[cfg_attr(feature = "postgres", postgres(name = "succeeded"))]
    Succeeded,
    #[serde(rename = "failed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "failed"))]
    #[cfg_attr(feature = "postgres", postgres(name = "failed"))]
    Failed,
    #[serde(rename = "canceled")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "canceled"))]
    #[cfg_attr(feature = "postgres", postgres(name = "canceled"))]
    Canceled,
}

impl JobStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Queued,
        Self::Running,
        Self::Succeeded,
        Self::Failed,
        Self::Canceled,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Succeeded => "succeeded",
            Self::Failed => "failed",
            Self::Canceled => "canceled",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "project_status"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "project_status", allow_mismatch))]
pub enum ProjectStatus {
    #[serde(rename = "draft")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "draft"))]
    #[cfg_attr(feature = "postgres", postgres(name = "draft"))]
    Draft,
    #[serde(rename = "in_progress")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "in_progress"))]
    #[cfg_attr(feature = "postgres", postgres(name = "in_progress"))]
    InProgress,
    #[serde(rename = "published")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "published"))]
    #[cfg_attr(feature = "postgres", postgres(name = "published"))]
    Published,
    #[serde(rename = "archived")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "archived"))]
    #[cfg_attr(feature = "postgres", postgres(name = "archived"))]
    Archived,
}

impl ProjectStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::InProgress,
        Self::Published,
        Self::Archived,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::InProgress => "in_progress",
            Self::Published => "published",
            Self::Archived => "archived",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "subscription_tier"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "subscription_tier", allow_mismatch))]
pub enum SubscriptionTier {
    #[serde(rename = "free")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "free"))]
    #[cfg_attr(feature = "postgres", postgres(name = "free"))]
    Free,
    #[serde(rename = "creator")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "creator"))]
    #[cfg_attr(feature = "postgres", postgres(name = "creator"))]
    Creator,
    #[serde(rename = "studio")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "studio"))]
    #[cfg_attr(feature = "postgres", postgres(name = "studio"))]
    Studio,
}

impl SubscriptionTier {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Free, Self::Creator, Self::Studio];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Creator => "creator",
            Self::Studio => "studio",
        }
    }
}

/// What a model produced; kept when the panel goes
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AiAssets {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub job_id: Option<uuid::Uuid>,
    pub panel_id: Option<uuid::Uuid>,
    pub kind: AssetKind,
    pub storage_path: String,
    pub mime_type: String,
    pub byte_size: i64,
    pub width: Option<i32>,
    pub height: Option<i32>,
    pub model_parameters: serde_json::Value,
    pub metadata: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub user_id: uuid::Uuid,
}

impl AiAssets {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.ai_assets";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "job_id",
        "panel_id",
        "kind",
        "storage_path",
        "mime_type",
        "byte_size",
        "width",
        "height",
        "model_parameters",
        "metadata",
        "created_at",
        "updated_at",
        "deleted_at",
        "user_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, job_id, panel_id, kind, storage_path, mime_type, byte_size, width, height, model_parameters, metadata, created_at, updated_at, deleted_at, user_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AiAssets {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            job_id: row.try_get("job_id")?,
            panel_id: row.try_get("panel_id")?,
            kind: row.try_get("kind")?,
            storage_path: row.try_get("storage_path")?,
            mime_type: row.try_get("mime_type")?,
            byte_size: row.try_get("byte_size")?,
            width: row.try_get("width")?,
            height: row.try_get("height")?,
            model_parameters: row.try_get("model_parameters")?,
            metadata: row.try_get("metadata")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            user_id: row.try_get("user_id")?,
        })
    }
}

/// A new row of `public.ai_assets`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAiAssets {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub job_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub panel_id: Option<uuid::Uuid>,
    pub kind: AssetKind,
    pub storage_path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    pub byte_size: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_parameters: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.ai_assets`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AiAssetsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub job_id: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub panel_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AssetKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub storage_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mime_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byte_size: Option<i64>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub width: Option<Option<i32>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub height: Option<Option<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model_parameters: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Chapters {
    pub novel_id: uuid::Uuid,
    pub number: i32,
    pub title: Option<String>,
    pub body: String,
    pub summary: Option<String>,
    pub status: ChapterStatus,
    pub analysis: Option<serde_json::Value>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: uuid::Uuid,
    /// Whom the row belongs to, by its novel_id; the database keeps it true
    pub user_id: uuid::Uuid,
}

impl Chapters {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.chapters";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "novel_id",
        "number",
        "title",
        "body",
        "summary",
        "status",
        "analysis",
        "created_at",
        "updated_at",
        "deleted_at",
        "id",
        "user_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "novel_id, number, title, body, summary, status, analysis, created_at, updated_at, deleted_at, id, user_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Chapters {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            novel_id: row.try_get("novel_id")?,
            number: row.try_get("number")?,
            title: row.try_get("title")?,
            body: row.try_get("body")?,
            summary: row.try_get("summary")?,
            status: row.try_get("status")?,
            analysis: row.try_get("analysis")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
        })
    }
}

/// A new row of `public.chapters`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewChapters {
    pub novel_id: uuid::Uuid,
    pub number: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ChapterStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analysis: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.chapters`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ChaptersPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub novel_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub title: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub summary: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ChapterStatus>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub analysis: Option<Option<serde_json::Value>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Novels {
    pub project_id: uuid::Uuid,
    pub title: String,
    pub author: Option<String>,
    pub language: String,
    /// Where the manuscript lies in storage
    pub source_path: Option<String>,
    pub word_count: i32,
    pub metadata: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: uuid::Uuid,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub user_id: uuid::Uuid,
}

impl Novels {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.novels";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "project_id",
        "title",
        "author",
        "language",
        "source_path",
        "word_count",
        "metadata",
        "created_at",
        "updated_at",
        "deleted_at",
        "id",
        "user_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "project_id, title, author, language, source_path, word_count, metadata, created_at, updated_at, deleted_at, id, user_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Novels {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            project_id: row.try_get("project_id")?,
            title: row.try_get("title")?,
            author: row.try_get("author")?,
            language: row.try_get("language")?,
            source_path: row.try_get("source_path")?,
            word_count: row.try_get("word_count")?,
            metadata: row.try_get("metadata")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
        })
    }
}

/// A new row of `public.novels`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewNovels {
    pub project_id: uuid::Uuid,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source_path: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word_count: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.novels`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NovelsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub author: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub source_path: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word_count: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Panels {
    pub chapter_id: uuid::Uuid,
    pub page: i32,
    pub position: i32,
    pub prompt: String,
    pub dialogue: serde_json::Value,
    pub layout: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: uuid::Uuid,
    /// Whom the row belongs to, by its chapter_id; the database keeps it true
    pub user_id: uuid::Uuid,
}

impl Panels {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.panels";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "chapter_id",
        "page",
        "position",
        "prompt",
        "dialogue",
        "layout",
        "created_at",
        "updated_at",
        "deleted_at",
        "id",
        "user_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "chapter_id, page, \"position\", prompt, dialogue, layout, created_at, updated_at, deleted_at, id, user_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Panels {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            chapter_id: row.try_get("chapter_id")?,
            page: row.try_get("page")?,
            position: row.try_get("position")?,
            prompt: row.try_get("prompt")?,
            dialogue: row.try_get("dialogue")?,
            layout: row.try_get("layout")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
        })
    }
}

/// A new row of `public.panels`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPanels {
    pub chapter_id: uuid::Uuid,
    pub page: i32,
    pub position: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialogue: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.panels`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PanelsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapter_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub position: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prompt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialogue: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<serde_json::Value>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// One adaptation, from the text to the finished pages
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Projects {
    pub user_id: uuid::Uuid,
    pub title: String,
    pub slug: String,
    pub description: Option<String>,
    pub status: ProjectStatus,
    /// Art direction for all its panels
    pub style: serde_json::Value,
    pub published_at: Option<chrono::DateTime<chrono::Utc>>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    pub id: uuid::Uuid,
}

impl Projects {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.projects";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "user_id",
        "title",
        "slug",
        "description",
        "status",
        "style",
        "published_at",
        "created_at",
        "updated_at",
        "deleted_at",
        "id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "user_id, title, slug, description, status, style, published_at, created_at, updated_at, deleted_at, id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Projects {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            user_id: row.try_get("user_id")?,
            title: row.try_get("title")?,
            slug: row.try_get("slug")?,
            description: row.try_get("description")?,
            status: row.try_get("status")?,
            style: row.try_get("style")?,
            published_at: row.try_get("published_at")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.projects`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewProjects {
    pub user_id: uuid::Uuid,
    pub title: String,
    pub slug: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ProjectStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

/// A change of a row of `public.projects`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ProjectsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ProjectStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub style: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub published_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
}

/// One run of the pipeline
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct TransformationJobs {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub chapter_id: Option<uuid::Uuid>,
    pub kind: JobKind,
    pub status: JobStatus,
    pub progress: i32,
    /// Name and version of the model that ran
    pub model: Option<String>,
    pub parameters: serde_json::Value,
    pub result: Option<serde_json::Value>,
    pub error_message: Option<String>,
    pub cost_cents: i32,
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub user_id: uuid::Uuid,
}

impl TransformationJobs {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.transformation_jobs";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "chapter_id",
        "kind",
        "status",
        "progress",
        "model",
        "parameters",
        "result",
        "error_message",
        "cost_cents",
        "started_at",
        "finished_at",
        "created_at",
        "updated_at",
        "user_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, chapter_id, kind, status, progress, model, parameters, result, error_message, cost_cents, started_at, finished_at, created_at, updated_at, user_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for TransformationJobs {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            chapter_id: row.try_get("chapter_id")?,
            kind: row.try_get("kind")?,
            status: row.try_get("status")?,
            progress: row.try_get("progress")?,
            model: row.try_get("model")?,
            parameters: row.try_get("parameters")?,
            result: row.try_get("result")?,
            error_message: row.try_get("error_message")?,
            cost_cents: row.try_get("cost_cents")?,
            started_at: row.try_get("started_at")?,
            finished_at: row.try_get("finished_at")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            user_id: row.try_get("user_id")?,
        })
    }
}

/// A new row of `public.transformation_jobs`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTransformationJobs {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chapter_id: Option<uuid::Uuid>,
    pub kind: JobKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub model: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_message: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_cents: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub started_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.transformation_jobs`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TransformationJobsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub chapter_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<JobKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<JobStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub model: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parameters: Option<serde_json::Value>,
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
    pub error_message: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_cents: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub started_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub finished_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
}

/// A user's profile, one for each row of auth.users
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Users {
    pub id: uuid::Uuid,
    pub email: String,
    pub display_name: Option<String>,
    pub avatar_url: Option<String>,
    pub tier: SubscriptionTier,
    pub credits: i32,
    pub preferences: serde_json::Value,
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
        "display_name",
        "avatar_url",
        "tier",
        "credits",
        "preferences",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, email, display_name, avatar_url, tier, credits, preferences, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Users {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            email: row.try_get("email")?,
            display_name: row.try_get("display_name")?,
            avatar_url: row.try_get("avatar_url")?,
            tier: row.try_get("tier")?,
            credits: row.try_get("credits")?,
            preferences: row.try_get("preferences")?,
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
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub avatar_url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<SubscriptionTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credits: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferences: Option<serde_json::Value>,
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
    pub display_name: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub avatar_url: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<SubscriptionTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credits: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferences: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A project with what it holds, for the dashboard
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ProjectOverview {
    pub id: uuid::Uuid,
    pub title: String,
    pub status: ProjectStatus,
    pub novels: i64,
    pub chapters: i64,
    pub panels: i64,
}

impl ProjectOverview {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.project_overview";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "title",
        "status",
        "novels",
        "chapters",
        "panels",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, title, status, novels, chapters, panels";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ProjectOverview {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            title: row.try_get("title")?,
            status: row.try_get("status")?,
            novels: row.try_get("novels")?,
            chapters: row.try_get("chapters")?,
            panels: row.try_get("panels")?,
        })
    }
}
