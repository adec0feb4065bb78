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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "billing.tier"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "tier", allow_mismatch))]
pub enum Tier {
    #[serde(rename = "free")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "free"))]
    #[cfg_attr(feature = "postgres", postgres(name = "free"))]
    Free,
    #[serde(rename = "pro")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "pro"))]
    #[cfg_attr(feature = "postgres", postgres(name = "pro"))]
    Pro,
}

impl Tier {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Free, Self::Pro];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Pro => "pro",
        }
    }
}
