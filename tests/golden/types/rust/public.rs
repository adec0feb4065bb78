// Written by schemagen. Do not edit: the next build overwrites it.

/// How it feels
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "mood"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "mood", allow_mismatch))]
pub enum Mood {
    #[serde(rename = "sad")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "sad"))]
    #[cfg_attr(feature = "postgres", postgres(name = "sad"))]
    Sad,
    #[serde(rename = "it's ok")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "it's ok"))]
    #[cfg_attr(feature = "postgres", postgres(name = "it's ok"))]
    ItSOk,
    #[serde(rename = "*/")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "*/"))]
    #[cfg_attr(feature = "postgres", postgres(name = "*/"))]
    Value,
    #[serde(rename = "2nd")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "2nd"))]
    #[cfg_attr(feature = "postgres", postgres(name = "2nd"))]
    Value2nd,
    #[serde(rename = "type")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "type"))]
    #[cfg_attr(feature = "postgres", postgres(name = "type"))]
    Type,
    #[serde(rename = "very happy")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "very happy"))]
    #[cfg_attr(feature = "postgres", postgres(name = "very happy"))]
    VeryHappy,
}

impl Mood {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Sad,
        Self::ItSOk,
        Self::Value,
        Self::Value2nd,
        Self::Type,
        Self::VeryHappy,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Sad => "sad",
            Self::ItSOk => "it's ok",
            Self::Value => "*/",
            Self::Value2nd => "2nd",
            Self::Type => "type",
            Self::VeryHappy => "very happy",
        }
    }
}

pub type Marks = Vec<i32>;

pub type RequiredSlug = Slug;

pub type Slug = String;

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "address"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "address"))]
pub struct Address {
    pub street: Option<String>,
    #[serde(rename = "Zip Code")]
    #[cfg_attr(feature = "postgres", postgres(name = "Zip Code"))]
    pub zip_code: Option<i32>,
    pub moods: Option<Vec<Mood>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Option2 {
    pub id: i32,
    #[serde(rename = "String")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "String"))]
    pub string: String,
}

impl Option2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Option\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "String"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, \"String\"";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Option2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            string: row.try_get("String")?,
        })
    }
}

/// A new row of `public.Option`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOption2 {
    pub id: i32,
    #[serde(rename = "String")]
    pub string: String,
}

/// A change of a row of `public.Option`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Option2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
    #[serde(rename = "String")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub string: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Everything {
    pub id: i64,
    pub number: i32,
    pub person_id: uuid::Uuid,
    pub twin_id: Option<i64>,
    pub a_boolean: bool,
    pub a_smallint: i16,
    pub an_integer: i32,
    pub a_bigint: i64,
    pub a_real: f32,
    pub a_double: f64,
    pub a_numeric: rust_decimal::Decimal,
    pub a_money: String,
    pub a_text: String,
    pub a_varchar: String,
    pub a_char: String,
    pub a_citext: String,
    pub a_name: String,
    pub a_uuid: uuid::Uuid,
    pub a_bytea: Vec<u8>,
    pub a_date: chrono::NaiveDate,
    pub a_time: chrono::NaiveTime,
    pub a_timetz: String,
    pub a_timestamp: chrono::NaiveDateTime,
    pub a_timestamptz: chrono::DateTime<chrono::Utc>,
    pub an_interval: String,
    pub a_json: serde_json::Value,
    pub a_jsonb: serde_json::Value,
    pub an_inet: String,
    pub a_cidr: String,
    pub a_macaddr: String,
    pub a_bit: String,
    pub a_varbit: String,
    pub an_int4range: String,
    pub a_tstzmultirange: String,
    pub a_tsvector: String,
    pub a_tsquery: String,
    pub an_ltree: String,
    pub an_xml: String,
    pub a_jsonpath: String,
    pub a_regclass: String,
    pub an_oid: u32,
    pub an_hstore: String,
    pub a_mood: Mood,
    pub a_tier: super::billing::Tier,
    pub a_slug: Slug,
    pub a_required_slug: RequiredSlug,
    pub some_marks: Marks,
    pub an_address: Address,
    pub texts: Vec<String>,
    pub matrix: Vec<i32>,
    pub moods: Vec<Mood>,
    pub slugs: Vec<Slug>,
    pub intervals: Vec<String>,
    pub documents: Vec<serde_json::Value>,
    pub doubled: i32,
    pub maybe: Option<i32>,
}

impl Everything {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.everything";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "number",
        "person_id",
        "twin_id",
        "a_boolean",
        "a_smallint",
        "an_integer",
        "a_bigint",
        "a_real",
        "a_double",
        "a_numeric",
        "a_money",
        "a_text",
        "a_varchar",
        "a_char",
        "a_citext",
        "a_name",
        "a_uuid",
        "a_bytea",
        "a_date",
        "a_time",
        "a_timetz",
        "a_timestamp",
        "a_timestamptz",
        "an_interval",
        "a_json",
        "a_jsonb",
        "an_inet",
        "a_cidr",
        "a_macaddr",
        "a_bit",
        "a_varbit",
        "an_int4range",
        "a_tstzmultirange",
        "a_tsvector",
        "a_tsquery",
        "an_ltree",
        "an_xml",
        "a_jsonpath",
        "a_regclass",
        "an_oid",
        "an_hstore",
        "a_mood",
        "a_tier",
        "a_slug",
        "a_required_slug",
        "some_marks",
        "an_address",
        "texts",
        "matrix",
        "moods",
        "slugs",
        "intervals",
        "documents",
        "doubled",
        "maybe",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, number, person_id, twin_id, a_boolean, a_smallint, an_integer, a_bigint, a_real, a_double, a_numeric, a_money::text as a_money, a_text, a_varchar, a_char, a_citext, a_name, a_uuid, a_bytea, a_date, a_time, a_timetz::text as a_timetz, a_timestamp, a_timestamptz, an_interval::text as an_interval, a_json, a_jsonb, an_inet::text as an_inet, a_cidr::text as a_cidr, a_macaddr::text as a_macaddr, a_bit::text as a_bit, a_varbit::text as a_varbit, an_int4range::text as an_int4range, a_tstzmultirange::text as a_tstzmultirange, a_tsvector::text as a_tsvector, a_tsquery::text as a_tsquery, an_ltree::text as an_ltree, an_xml::text as an_xml, a_jsonpath::text as a_jsonpath, a_regclass::text as a_regclass, an_oid, an_hstore::text as an_hstore, a_mood, a_tier, a_slug, a_required_slug, some_marks, an_address, texts, matrix, moods, slugs::text[] as slugs, intervals::text[] as intervals, documents, doubled, maybe";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Everything {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            number: row.try_get("number")?,
            person_id: row.try_get("person_id")?,
            twin_id: row.try_get("twin_id")?,
            a_boolean: row.try_get("a_boolean")?,
            a_smallint: row.try_get("a_smallint")?,
            an_integer: row.try_get("an_integer")?,
            a_bigint: row.try_get("a_bigint")?,
            a_real: row.try_get("a_real")?,
            a_double: row.try_get("a_double")?,
            a_numeric: row.try_get("a_numeric")?,
            a_money: row.try_get("a_money")?,
            a_text: row.try_get("a_text")?,
            a_varchar: row.try_get("a_varchar")?,
            a_char: row.try_get("a_char")?,
            a_citext: row.try_get("a_citext")?,
            a_name: row.try_get("a_name")?,
            a_uuid: row.try_get("a_uuid")?,
            a_bytea: row.try_get("a_bytea")?,
            a_date: row.try_get("a_date")?,
            a_time: row.try_get("a_time")?,
            a_timetz: row.try_get("a_timetz")?,
            a_timestamp: row.try_get("a_timestamp")?,
            a_timestamptz: row.try_get("a_timestamptz")?,
            an_interval: row.try_get("an_interval")?,
            a_json: row.try_get("a_json")?,
            a_jsonb: row.try_get("a_jsonb")?,
            an_inet: row.try_get("an_inet")?,
            a_cidr: row.try_get("a_cidr")?,
            a_macaddr: row.try_get("a_macaddr")?,
            a_bit: row.try_get("a_bit")?,
            a_varbit: row.try_get("a_varbit")?,
            an_int4range: row.try_get("an_int4range")?,
            a_tstzmultirange: row.try_get("a_tstzmultirange")?,
            a_tsvector: row.try_get("a_tsvector")?,
            a_tsquery: row.try_get("a_tsquery")?,
            an_ltree: row.try_get("an_ltree")?,
            an_xml: row.try_get("an_xml")?,
            a_jsonpath: row.try_get("a_jsonpath")?,
            a_regclass: row.try_get("a_regclass")?,
            an_oid: row.try_get("an_oid")?,
            an_hstore: row.try_get("an_hstore")?,
            a_mood: row.try_get("a_mood")?,
            a_tier: row.try_get("a_tier")?,
            a_slug: row.try_get("a_slug")?,
            a_required_slug: row.try_get("a_required_slug")?,
            some_marks: row.try_get("some_marks")?,
            an_address: row.try_get("an_address")?,
            texts: row.try_get("texts")?,
            matrix: row.try_get("matrix")?,
            moods: row.try_get("moods")?,
            slugs: row.try_get("slugs")?,
            intervals: row.try_get("intervals")?,
            documents: row.try_get("documents")?,
            doubled: row.try_get("doubled")?,
            maybe: row.try_get("maybe")?,
        })
    }
}

/// A new row of `public.everything`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEverything {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<i32>,
    pub person_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub twin_id: Option<i64>,
    pub a_boolean: bool,
    pub a_smallint: i16,
    pub an_integer: i32,
    pub a_bigint: i64,
    pub a_real: f32,
    pub a_double: f64,
    pub a_numeric: rust_decimal::Decimal,
    pub a_money: String,
    pub a_text: String,
    pub a_varchar: String,
    pub a_char: String,
    pub a_citext: String,
    pub a_name: String,
    pub a_uuid: uuid::Uuid,
    pub a_bytea: Vec<u8>,
    pub a_date: chrono::NaiveDate,
    pub a_time: chrono::NaiveTime,
    pub a_timetz: String,
    pub a_timestamp: chrono::NaiveDateTime,
    pub a_timestamptz: chrono::DateTime<chrono::Utc>,
    pub an_interval: String,
    pub a_json: serde_json::Value,
    pub a_jsonb: serde_json::Value,
    pub an_inet: String,
    pub a_cidr: String,
    pub a_macaddr: String,
    pub a_bit: String,
    pub a_varbit: String,
    pub an_int4range: String,
    pub a_tstzmultirange: String,
    pub a_tsvector: String,
    pub a_tsquery: String,
    pub an_ltree: String,
    pub an_xml: String,
    pub a_jsonpath: String,
    pub a_regclass: String,
    pub an_oid: u32,
    pub an_hstore: String,
    pub a_mood: Mood,
    pub a_tier: super::billing::Tier,
    pub a_slug: Slug,
    pub a_required_slug: RequiredSlug,
    pub some_marks: Marks,
    pub an_address: Address,
    pub texts: Vec<String>,
    pub matrix: Vec<i32>,
    pub moods: Vec<Mood>,
    pub slugs: Vec<Slug>,
    pub intervals: Vec<String>,
    pub documents: Vec<serde_json::Value>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub maybe: Option<Option<i32>>,
}

/// A change of a row of `public.everything`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EverythingPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_id: Option<uuid::Uuid>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub twin_id: Option<Option<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_boolean: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_smallint: Option<i16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_integer: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_bigint: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_real: Option<f32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_double: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_numeric: Option<rust_decimal::Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_money: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_text: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_varchar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_char: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_citext: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_uuid: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_bytea: Option<Vec<u8>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_date: Option<chrono::NaiveDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_time: Option<chrono::NaiveTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_timetz: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_timestamp: Option<chrono::NaiveDateTime>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_timestamptz: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_interval: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_json: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_jsonb: Option<serde_json::Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_inet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_cidr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_macaddr: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_bit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_varbit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_int4range: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_tstzmultirange: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_tsvector: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_tsquery: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_ltree: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_xml: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_jsonpath: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_regclass: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_oid: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_hstore: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_mood: Option<Mood>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_tier: Option<super::billing::Tier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_slug: Option<Slug>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_required_slug: Option<RequiredSlug>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub some_marks: Option<Marks>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub an_address: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub matrix: Option<Vec<i32>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moods: Option<Vec<Mood>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub slugs: Option<Vec<Slug>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intervals: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documents: Option<Vec<serde_json::Value>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub maybe: Option<Option<i32>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct NewOption {
    pub id: i32,
}

impl NewOption {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.new_option";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for NewOption {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.new_option`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewNewOption {
    pub id: i32,
}

/// A change of a row of `public.new_option`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOptionPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

/// What is paid for
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
pub enum PeopleTier {
    #[serde(rename = "free")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "free"))]
    Free,
    #[serde(rename = "pro")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "pro"))]
    Pro,
    #[serde(rename = "studio")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "studio"))]
    Studio,
}

impl PeopleTier {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Free, Self::Pro, Self::Studio];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Free => "free",
            Self::Pro => "pro",
            Self::Studio => "studio",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(PeopleTier);

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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "varchar"))]
pub enum PeopleSize {
    #[serde(rename = "s")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "s"))]
    S,
    #[serde(rename = "m")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "m"))]
    M,
    #[serde(rename = "l")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "l"))]
    L,
}

impl PeopleSize {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::S, Self::M, Self::L];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::S => "s",
            Self::M => "m",
            Self::L => "l",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(PeopleSize);

/// Who is who
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct People {
    pub id: uuid::Uuid,
    pub user_id: uuid::Uuid,
    /// What is paid for
    pub tier: PeopleTier,
    pub size: Option<PeopleSize>,
    pub home: Option<Address>,
    pub homes: Option<Vec<Address>>,
    #[deprecated(note = "use `name`")]
    pub nickname: Option<String>,
    pub name: String,
    pub secret: Option<String>,
    pub reference: Option<String>,
    #[cfg_attr(feature = "sqlx", sqlx(json))]
    pub preferences: crate::Preferences,
    #[cfg_attr(feature = "sqlx", sqlx(json(nullable)))]
    pub history: Option<Vec<crate::Change>>,
    pub plan: Option<serde_json::Value>,
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
        "tier",
        "size",
        "home",
        "homes",
        "nickname",
        "name",
        "secret",
        "reference",
        "preferences",
        "history",
        "plan",
        "created_at",
        "updated_at",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, user_id, tier, size, home, homes, nickname, name, secret, reference, preferences, history, plan, created_at, updated_at";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for People {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            user_id: row.try_get("user_id")?,
            tier: row.try_get("tier")?,
            size: row.try_get("size")?,
            home: row.try_get("home")?,
            homes: row.try_get("homes")?,
            nickname: row.try_get("nickname")?,
            name: row.try_get("name")?,
            secret: row.try_get("secret")?,
            reference: row.try_get("reference")?,
            preferences: row
                .try_get("preferences")
                .map(|value: postgres::types::Json<crate::Preferences>| value.0)?,
            history: row
                .try_get("history")
                .map(|value: Option<postgres::types::Json<Vec<crate::Change>>>| {
                    value.map(|json| json.0)
                })?,
            plan: row.try_get("plan")?,
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
    pub user_id: uuid::Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<PeopleTier>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<PeopleSize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Address>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homes: Option<Vec<Address>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nickname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secret: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferences: Option<crate::Preferences>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub history: Option<Vec<crate::Change>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<serde_json::Value>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_id: Option<uuid::Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tier: Option<PeopleTier>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub size: Option<Option<PeopleSize>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub home: Option<Option<Address>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub homes: Option<Option<Vec<Address>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub nickname: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub secret: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub reference: Option<Option<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preferences: Option<crate::Preferences>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub history: Option<Option<Vec<crate::Change>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub plan: Option<Option<serde_json::Value>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_at: Option<chrono::DateTime<chrono::Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated_at: Option<chrono::DateTime<chrono::Utc>>,
}

/// */ export const x = 1; /* {{ nothing }} ${x} `y` " \
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Select {
    pub r#type: String,
    pub r#gen: String,
    #[serde(rename = "self")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "self"))]
    pub self_: String,
    #[serde(rename = "crate")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "crate"))]
    pub crate_: String,
    #[serde(rename = "1st")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1st"))]
    pub column1st: String,
    #[serde(rename = "a b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a b"))]
    pub a_b: String,
    #[serde(rename = "a_b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a_b"))]
    pub a_b2: String,
    #[serde(rename = "\"quo\"ted\\")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\"quo\"ted\\"))]
    pub quo_ted: String,
    #[serde(rename = "*/")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "*/"))]
    pub column: String,
    pub größe: String,
    #[serde(rename = "__proto__")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "__proto__"))]
    pub proto: String,
    pub constructor: String,
    /// line one
    /// line two
    /// \```
    /// fn main() {
    /// \```
    #[serde(rename = "{{ x }}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "{{ x }}"))]
    pub x: String,
}

impl Select {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"select\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "type",
        "gen",
        "self",
        "crate",
        "1st",
        "a b",
        "a_b",
        "\"quo\"ted\\",
        "*/",
        "größe",
        "__proto__",
        "constructor",
        "{{ x }}",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "type, gen, self, crate, \"1st\", \"a b\", a_b, \"\"\"quo\"\"ted\\\", \"*/\", \"größe\", __proto__, constructor, \"{{ x }}\"";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Select {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            r#type: row.try_get("type")?,
            r#gen: row.try_get("gen")?,
            self_: row.try_get("self")?,
            crate_: row.try_get("crate")?,
            column1st: row.try_get("1st")?,
            a_b: row.try_get("a b")?,
            a_b2: row.try_get("a_b")?,
            quo_ted: row.try_get("\"quo\"ted\\")?,
            column: row.try_get("*/")?,
            größe: row.try_get("größe")?,
            proto: row.try_get("__proto__")?,
            constructor: row.try_get("constructor")?,
            x: row.try_get("{{ x }}")?,
        })
    }
}

/// A new row of `public.select`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSelect {
    pub r#type: String,
    pub r#gen: String,
    #[serde(rename = "self")]
    pub self_: String,
    #[serde(rename = "crate")]
    pub crate_: String,
    #[serde(rename = "1st")]
    pub column1st: String,
    #[serde(rename = "a b")]
    pub a_b: String,
    #[serde(rename = "a_b")]
    pub a_b2: String,
    #[serde(rename = "\"quo\"ted\\")]
    pub quo_ted: String,
    #[serde(rename = "*/")]
    pub column: String,
    pub größe: String,
    #[serde(rename = "__proto__")]
    pub proto: String,
    pub constructor: String,
    #[serde(rename = "{{ x }}")]
    pub x: String,
}

/// A change of a row of `public.select`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SelectPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<String>,
    #[serde(rename = "self")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    #[serde(rename = "crate")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    #[serde(rename = "1st")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column1st: Option<String>,
    #[serde(rename = "a b")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    #[serde(rename = "a_b")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b2: Option<String>,
    #[serde(rename = "\"quo\"ted\\")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quo_ted: Option<String>,
    #[serde(rename = "*/")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub größe: Option<String>,
    #[serde(rename = "__proto__")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proto: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constructor: Option<String>,
    #[serde(rename = "{{ x }}")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub x: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Felt {
    pub everything_id: Option<i64>,
    pub person_id: Option<uuid::Uuid>,
    pub a_mood: Option<Mood>,
    /// What is paid for
    pub tier: Option<String>,
    pub called: Option<String>,
}

impl Felt {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.felt";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "everything_id",
        "person_id",
        "a_mood",
        "tier",
        "called",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "everything_id, person_id, a_mood, tier, called";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Felt {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            everything_id: row.try_get("everything_id")?,
            person_id: row.try_get("person_id")?,
            a_mood: row.try_get("a_mood")?,
            tier: row.try_get("tier")?,
            called: row.try_get("called")?,
        })
    }
}

/// How often each mood was felt
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct MoodsByPerson {
    pub person_id: uuid::Uuid,
    pub a_mood: Mood,
    pub times: Option<i64>,
}

impl MoodsByPerson {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.moods_by_person";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["person_id", "a_mood", "times"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "person_id, a_mood, times";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for MoodsByPerson {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            person_id: row.try_get("person_id")?,
            a_mood: row.try_get("a_mood")?,
            times: row.try_get("times")?,
        })
    }
}

/// Its columns are those of its query; rows may be changed through it
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Tiers {
    pub id: uuid::Uuid,
    /// What is paid for
    pub tier: String,
    pub called: String,
    pub loud: Option<String>,
}

impl Tiers {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.tiers";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id", "tier", "called", "loud"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, tier, called, loud";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Tiers {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            tier: row.try_get("tier")?,
            called: row.try_get("called")?,
            loud: row.try_get("loud")?,
        })
    }
}
