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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "text"))]
pub enum AudienceProfilesExpertiseLevel {
    #[serde(rename = "beginner")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "beginner"))]
    Beginner,
    #[serde(rename = "intermediate")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "intermediate"))]
    Intermediate,
    #[serde(rename = "advanced")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "advanced"))]
    Advanced,
}

impl AudienceProfilesExpertiseLevel {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Beginner,
        Self::Intermediate,
        Self::Advanced,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Beginner => "beginner",
            Self::Intermediate => "intermediate",
            Self::Advanced => "advanced",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(AudienceProfilesExpertiseLevel);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AudienceProfiles {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub name: String,
    pub description: Option<String>,
    pub demographics: serde_json::Value,
    pub psychographics: serde_json::Value,
    pub pain_points: Vec<String>,
    pub goals: Vec<String>,
    pub objections: Vec<String>,
    pub expertise_level: Option<AudienceProfilesExpertiseLevel>,
    pub metadata: serde_json::Value,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub creator_mind_id: uuid::Uuid,
}

impl AudienceProfiles {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.audience_profiles";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "name",
        "description",
        "demographics",
        "psychographics",
        "pain_points",
        "goals",
        "objections",
        "expertise_level",
        "metadata",
        "created_at",
        "updated_at",
        "creator_mind_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, name, description, demographics, psychographics, pain_points, goals, objections, expertise_level, metadata, created_at, updated_at, creator_mind_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AudienceProfiles {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            name: row.try_get("name")?,
            description: row.try_get("description")?,
            demographics: row.try_get("demographics")?,
            psychographics: row.try_get("psychographics")?,
            pain_points: row.try_get("pain_points")?,
            goals: row.try_get("goals")?,
            objections: row.try_get("objections")?,
            expertise_level: row.try_get("expertise_level")?,
            metadata: row.try_get("metadata")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
        })
    }
}

/// A new row of `public.audience_profiles`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAudienceProfiles {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demographics: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub psychographics: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain_points: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objections: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expertise_level: Option<AudienceProfilesExpertiseLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.audience_profiles`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AudienceProfilesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub demographics: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub psychographics: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain_points: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub objections: Option<Vec<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub expertise_level: Option<Option<AudienceProfilesExpertiseLevel>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ContentFrameworks {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub description: Option<String>,
    pub framework_type: String,
    pub structure: serde_json::Value,
    pub version: i32,
    pub is_active: bool,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl ContentFrameworks {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.content_frameworks";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "slug",
        "name",
        "description",
        "framework_type",
        "structure",
        "version",
        "is_active",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, slug, name, description, framework_type, structure, version, is_active, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ContentFrameworks {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            slug: row.try_get("slug")?,
            name: row.try_get("name")?,
            description: row.try_get("description")?,
            framework_type: row.try_get("framework_type")?,
            structure: row.try_get("structure")?,
            version: row.try_get("version")?,
            is_active: row.try_get("is_active")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.content_frameworks`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewContentFrameworks {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub slug: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    pub framework_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.content_frameworks`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ContentFrameworksPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub structure: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_active: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ContentMinds {
    pub content_id: uuid::Uuid,
    pub mind_id: uuid::Uuid,
    pub role: String,
    pub is_primary: bool,
    pub created_at: chrono::DateTime<chrono::Utc>,
    /// Whom the row belongs to, by its content_id; the database keeps it true
    pub creator_mind_id: uuid::Uuid,
}

impl ContentMinds {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.content_minds";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "content_id",
        "mind_id",
        "role",
        "is_primary",
        "created_at",
        "creator_mind_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "content_id, mind_id, role, is_primary, created_at, creator_mind_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ContentMinds {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            content_id: row.try_get("content_id")?,
            mind_id: row.try_get("mind_id")?,
            role: row.try_get("role")?,
            is_primary: row.try_get("is_primary")?,
            created_at: row.try_get("created_at")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
        })
    }
}

/// A new row of `public.content_minds`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewContentMinds {
    pub content_id: uuid::Uuid,
    pub mind_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.content_minds`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ContentMindsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mind_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_primary: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
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
pub enum ContentProjectsStatus {
    #[serde(rename = "planning")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "planning"))]
    Planning,
    #[serde(rename = "in_progress")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "in_progress"))]
    InProgress,
    #[serde(rename = "completed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "completed"))]
    Completed,
    #[serde(rename = "archived")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "archived"))]
    Archived,
}

impl ContentProjectsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Planning,
        Self::InProgress,
        Self::Completed,
        Self::Archived,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Planning => "planning",
            Self::InProgress => "in_progress",
            Self::Completed => "completed",
            Self::Archived => "archived",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(ContentProjectsStatus);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ContentProjects {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub project_type: String,
    pub description: Option<String>,
    pub status: ContentProjectsStatus,
    pub target_audience_id: Option<uuid::Uuid>,
    pub project_metadata: serde_json::Value,
    /// Mind that creates the project
    pub creator_mind_id: uuid::Uuid,
    /// Mind whose voice the generated content takes on
    pub persona_mind_id: Option<uuid::Uuid>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
}

impl ContentProjects {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.content_projects";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "slug",
        "name",
        "project_type",
        "description",
        "status",
        "target_audience_id",
        "project_metadata",
        "creator_mind_id",
        "persona_mind_id",
        "created_at",
        "updated_at",
        "deleted_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, slug, name, project_type, description, status, target_audience_id, project_metadata, creator_mind_id, persona_mind_id, created_at, updated_at, deleted_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ContentProjects {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            slug: row.try_get("slug")?,
            name: row.try_get("name")?,
            project_type: row.try_get("project_type")?,
            description: row.try_get("description")?,
            status: row.try_get("status")?,
            target_audience_id: row.try_get("target_audience_id")?,
            project_metadata: row.try_get("project_metadata")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
            persona_mind_id: row.try_get("persona_mind_id")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
        })
    }
}

/// A new row of `public.content_projects`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewContentProjects {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub slug: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ContentProjectsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub target_audience_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_metadata: Option<serde_json::Value>,
    pub creator_mind_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub persona_mind_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.content_projects`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ContentProjectsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_type: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub description: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ContentProjectsStatus>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub target_audience_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub persona_mind_id: Option<Option<uuid::Uuid>>,
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
pub struct ContentTags {
    pub content_id: uuid::Uuid,
    pub tag_id: uuid::Uuid,
    pub relevance: Option<rust_decimal::Decimal>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    /// Whom the row belongs to, by its content_id; the database keeps it true
    pub creator_mind_id: uuid::Uuid,
}

impl ContentTags {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.content_tags";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "content_id",
        "tag_id",
        "relevance",
        "created_at",
        "creator_mind_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "content_id, tag_id, relevance, created_at, creator_mind_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ContentTags {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            content_id: row.try_get("content_id")?,
            tag_id: row.try_get("tag_id")?,
            relevance: row.try_get("relevance")?,
            created_at: row.try_get("created_at")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
        })
    }
}

/// A new row of `public.content_tags`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewContentTags {
    pub content_id: uuid::Uuid,
    pub tag_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relevance: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.content_tags`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ContentTagsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub relevance: Option<Option<rust_decimal::Decimal>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
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
pub enum ContentsStatus {
    #[serde(rename = "draft")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "draft"))]
    Draft,
    #[serde(rename = "reviewed")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "reviewed"))]
    Reviewed,
    #[serde(rename = "published")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "published"))]
    Published,
    #[serde(rename = "archived")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "archived"))]
    Archived,
}

impl ContentsStatus {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Draft,
        Self::Reviewed,
        Self::Published,
        Self::Archived,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
            Self::Published => "published",
            Self::Archived => "archived",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(ContentsStatus);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Contents {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    pub parent_content_id: Option<uuid::Uuid>,
    pub framework_id: Option<uuid::Uuid>,
    pub slug: String,
    pub title: String,
    pub summary: Option<String>,
    pub content: Option<String>,
    pub content_type: String,
    pub status: ContentsStatus,
    pub sequence_order: Option<i32>,
    pub ai_generated: bool,
    pub fidelity_score: Option<rust_decimal::Decimal>,
    pub generation_execution_id: Option<uuid::Uuid>,
    pub keywords: Vec<String>,
    pub metadata: serde_json::Value,
    pub reviewed_at: Option<chrono::DateTime<chrono::Utc>>,
    pub published_at: Option<chrono::DateTime<chrono::Utc>>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub creator_mind_id: uuid::Uuid,
}

impl Contents {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.contents";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "parent_content_id",
        "framework_id",
        "slug",
        "title",
        "summary",
        "content",
        "content_type",
        "status",
        "sequence_order",
        "ai_generated",
        "fidelity_score",
        "generation_execution_id",
        "keywords",
        "metadata",
        "reviewed_at",
        "published_at",
        "created_at",
        "updated_at",
        "deleted_at",
        "creator_mind_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, parent_content_id, framework_id, slug, title, summary, content, content_type, status, sequence_order, ai_generated, fidelity_score, generation_execution_id, keywords, metadata, reviewed_at, published_at, created_at, updated_at, deleted_at, creator_mind_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Contents {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            parent_content_id: row.try_get("parent_content_id")?,
            framework_id: row.try_get("framework_id")?,
            slug: row.try_get("slug")?,
            title: row.try_get("title")?,
            summary: row.try_get("summary")?,
            content: row.try_get("content")?,
            content_type: row.try_get("content_type")?,
            status: row.try_get("status")?,
            sequence_order: row.try_get("sequence_order")?,
            ai_generated: row.try_get("ai_generated")?,
            fidelity_score: row.try_get("fidelity_score")?,
            generation_execution_id: row.try_get("generation_execution_id")?,
            keywords: row.try_get("keywords")?,
            metadata: row.try_get("metadata")?,
            reviewed_at: row.try_get("reviewed_at")?,
            published_at: row.try_get("published_at")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            deleted_at: row.try_get("deleted_at")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
        })
    }
}

/// A new row of `public.contents`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewContents {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_content_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub framework_id: Option<uuid::Uuid>,
    pub slug: String,
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
    pub content_type: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ContentsStatus>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sequence_order: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_generated: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fidelity_score: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub generation_execution_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.contents`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ContentsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub parent_content_id: Option<Option<uuid::Uuid>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub framework_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub summary: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub content: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<ContentsStatus>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub sequence_order: Option<Option<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ai_generated: Option<bool>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub fidelity_score: Option<Option<rust_decimal::Decimal>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub generation_execution_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keywords: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metadata: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub reviewed_at: Option<Option<chrono::DateTime<chrono::Utc>>>,
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
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// Reports about a project's market, of any kind
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct MarketResearch {
    pub id: uuid::Uuid,
    pub project_id: uuid::Uuid,
    /// competitive_analysis, keyword_research and others
    pub research_type: String,
    pub report_data: serde_json::Value,
    pub competitors_count: Option<i32>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    /// Whom the row belongs to, by its project_id; the database keeps it true
    pub creator_mind_id: uuid::Uuid,
}

impl MarketResearch {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.market_research";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "project_id",
        "research_type",
        "report_data",
        "competitors_count",
        "created_at",
        "creator_mind_id",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, project_id, research_type, report_data, competitors_count, created_at, creator_mind_id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for MarketResearch {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            project_id: row.try_get("project_id")?,
            research_type: row.try_get("research_type")?,
            report_data: row.try_get("report_data")?,
            competitors_count: row.try_get("competitors_count")?,
            created_at: row.try_get("created_at")?,
            creator_mind_id: row.try_get("creator_mind_id")?,
        })
    }
}

/// A new row of `public.market_research`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewMarketResearch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub project_id: uuid::Uuid,
    pub research_type: String,
    pub report_data: serde_json::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub competitors_count: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
}

/// A change of a row of `public.market_research`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct MarketResearchPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub project_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub research_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_data: Option<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub competitors_count: Option<Option<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creator_mind_id: Option<uuid::Uuid>,
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
pub enum MindsPrivacyLevel {
    #[serde(rename = "private")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "private"))]
    Private,
    #[serde(rename = "unlisted")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "unlisted"))]
    Unlisted,
    #[serde(rename = "public")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "public"))]
    Public,
}

impl MindsPrivacyLevel {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Private, Self::Unlisted, Self::Public];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Private => "private",
            Self::Unlisted => "unlisted",
            Self::Public => "public",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(MindsPrivacyLevel);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Minds {
    pub id: uuid::Uuid,
    pub slug: String,
    pub display_name: String,
    pub primary_language: String,
    pub privacy_level: MindsPrivacyLevel,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl Minds {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.minds";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "slug",
        "display_name",
        "primary_language",
        "privacy_level",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, slug, display_name, primary_language, privacy_level, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Minds {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            slug: row.try_get("slug")?,
            display_name: row.try_get("display_name")?,
            primary_language: row.try_get("primary_language")?,
            privacy_level: row.try_get("privacy_level")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.minds`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewMinds {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub slug: String,
    pub display_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy_level: Option<MindsPrivacyLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.minds`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct MindsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub privacy_level: Option<MindsPrivacyLevel>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Tags {
    pub id: uuid::Uuid,
    pub slug: String,
    pub name: String,
    pub created_at: chrono::DateTime<chrono::Utc>,
}

impl Tags {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.tags";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "slug", "name", "created_at"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, slug, name, created_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Tags {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            slug: row.try_get("slug")?,
            name: row.try_get("name")?,
            created_at: row.try_get("created_at")?,
        })
    }
}

/// A new row of `public.tags`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTags {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    pub slug: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.tags`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TagsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slug: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct UserProfiles {
    pub id: uuid::Uuid,
    pub mind_id: Option<uuid::Uuid>,
    pub created_at: chrono::DateTime<chrono::Utc>,
    pub updated_at: chrono::DateTime<chrono::Utc>,
}

impl UserProfiles {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.user_profiles";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "mind_id",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, mind_id, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for UserProfiles {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            mind_id: row.try_get("mind_id")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
        })
    }
}

/// A new row of `public.user_profiles`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUserProfiles {
    pub id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mind_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// A change of a row of `public.user_profiles`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct UserProfilesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub mind_id: Option<Option<uuid::Uuid>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}
