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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "Row"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "Row", allow_mismatch))]
pub enum Row {
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    #[cfg_attr(feature = "postgres", postgres(name = "a"))]
    A,
}

impl Row {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "database"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "database", allow_mismatch))]
pub enum Database2 {
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    #[cfg_attr(feature = "postgres", postgres(name = "a"))]
    A,
}

impl Database2 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
        }
    }
}

/// */
///
/// " \
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "json"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "json", allow_mismatch))]
pub enum Json2 {
    #[serde(rename = "b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "b"))]
    #[cfg_attr(feature = "postgres", postgres(name = "b"))]
    B,
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    #[cfg_attr(feature = "postgres", postgres(name = "a"))]
    A,
}

impl Json2 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::B, Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::B => "b",
            Self::A => "a",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "option"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "option", allow_mismatch))]
pub enum Option3 {
    #[serde(rename = "none")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "none"))]
    #[cfg_attr(feature = "postgres", postgres(name = "none"))]
    None,
    #[serde(rename = "some")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "some"))]
    #[cfg_attr(feature = "postgres", postgres(name = "some"))]
    Some,
}

impl Option3 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::None, Self::Some];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Some => "some",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "result"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "result", allow_mismatch))]
pub enum Result3 {
    #[serde(rename = "ok")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "ok"))]
    #[cfg_attr(feature = "postgres", postgres(name = "ok"))]
    Ok,
    #[serde(rename = "err")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "err"))]
    #[cfg_attr(feature = "postgres", postgres(name = "err"))]
    Err,
}

impl Result3 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::Ok, Self::Err];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Err => "err",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "row"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "row", allow_mismatch))]
pub enum Row2 {
    #[serde(rename = "Insert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Insert"))]
    #[cfg_attr(feature = "postgres", postgres(name = "Insert"))]
    Insert,
    #[serde(rename = "insert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "insert"))]
    #[cfg_attr(feature = "postgres", postgres(name = "insert"))]
    Insert2,
    #[serde(rename = "INSERT")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "INSERT"))]
    #[cfg_attr(feature = "postgres", postgres(name = "INSERT"))]
    Insert3,
    #[serde(rename = "in_sert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "in_sert"))]
    #[cfg_attr(feature = "postgres", postgres(name = "in_sert"))]
    InSert,
    #[serde(rename = "in sert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "in sert"))]
    #[cfg_attr(feature = "postgres", postgres(name = "in sert"))]
    InSert2,
    #[serde(rename = "in-sert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "in-sert"))]
    #[cfg_attr(feature = "postgres", postgres(name = "in-sert"))]
    InSert3,
    #[serde(rename = "")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = ""))]
    #[cfg_attr(feature = "postgres", postgres(name = ""))]
    Value,
    #[serde(rename = " ")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = " "))]
    #[cfg_attr(feature = "postgres", postgres(name = " "))]
    Value2,
    #[serde(rename = "1")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1"))]
    #[cfg_attr(feature = "postgres", postgres(name = "1"))]
    Value1,
    #[serde(rename = "-1")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "-1"))]
    #[cfg_attr(feature = "postgres", postgres(name = "-1"))]
    Value12,
    #[serde(rename = "1e3")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1e3"))]
    #[cfg_attr(feature = "postgres", postgres(name = "1e3"))]
    Value1e3,
    #[serde(rename = "self")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "self"))]
    #[cfg_attr(feature = "postgres", postgres(name = "self"))]
    Self_,
    #[serde(rename = "Self")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Self"))]
    #[cfg_attr(feature = "postgres", postgres(name = "Self"))]
    Self2,
    #[serde(rename = "super")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "super"))]
    #[cfg_attr(feature = "postgres", postgres(name = "super"))]
    Super,
    #[serde(rename = "crate")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "crate"))]
    #[cfg_attr(feature = "postgres", postgres(name = "crate"))]
    Crate,
    #[serde(rename = "_")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "_"))]
    #[cfg_attr(feature = "postgres", postgres(name = "_"))]
    Value3,
    #[serde(rename = "__")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "__"))]
    #[cfg_attr(feature = "postgres", postgres(name = "__"))]
    Value4,
    #[serde(rename = "*/")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "*/"))]
    #[cfg_attr(feature = "postgres", postgres(name = "*/"))]
    Value5,
    #[serde(rename = "'")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "'"))]
    #[cfg_attr(feature = "postgres", postgres(name = "'"))]
    Value6,
    #[serde(rename = "\"")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\""))]
    #[cfg_attr(feature = "postgres", postgres(name = "\""))]
    Value7,
    #[serde(rename = "\\")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\\"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\\"))]
    Value8,
    #[serde(rename = "\n")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\n"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\n"))]
    Value9,
    #[serde(rename = "\r")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\r"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\r"))]
    Value10,
    #[serde(rename = "\t")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\t"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\t"))]
    Value11,
    #[serde(rename = "\u{2028}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\u{2028}"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\u{2028}"))]
    Value13,
    #[serde(rename = "\u{202e}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\u{202e}"))]
    #[cfg_attr(feature = "postgres", postgres(name = "\u{202e}"))]
    Value14,
    #[serde(rename = "é")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "é"))]
    #[cfg_attr(feature = "postgres", postgres(name = "é"))]
    É,
    #[serde(rename = "e\u{301}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "e\u{301}"))]
    #[cfg_attr(feature = "postgres", postgres(name = "e\u{301}"))]
    E,
    #[serde(rename = "表")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "表"))]
    #[cfg_attr(feature = "postgres", postgres(name = "表"))]
    表,
    #[serde(rename = "🦀")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "🦀"))]
    #[cfg_attr(feature = "postgres", postgres(name = "🦀"))]
    Value15,
    #[serde(rename = "constructor")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "constructor"))]
    #[cfg_attr(feature = "postgres", postgres(name = "constructor"))]
    Constructor,
    #[serde(rename = "__proto__")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "__proto__"))]
    #[cfg_attr(feature = "postgres", postgres(name = "__proto__"))]
    Proto,
    #[serde(rename = "null")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "null"))]
    #[cfg_attr(feature = "postgres", postgres(name = "null"))]
    Null,
    #[serde(rename = "true")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "true"))]
    #[cfg_attr(feature = "postgres", postgres(name = "true"))]
    True,
    #[serde(rename = "None")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "None"))]
    #[cfg_attr(feature = "postgres", postgres(name = "None"))]
    None,
    #[serde(rename = "Some")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Some"))]
    #[cfg_attr(feature = "postgres", postgres(name = "Some"))]
    Some,
    #[serde(rename = "ALL")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "ALL"))]
    #[cfg_attr(feature = "postgres", postgres(name = "ALL"))]
    All,
    #[serde(rename = "as_str")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "as_str"))]
    #[cfg_attr(feature = "postgres", postgres(name = "as_str"))]
    AsStr,
}

impl Row2 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Insert,
        Self::Insert2,
        Self::Insert3,
        Self::InSert,
        Self::InSert2,
        Self::InSert3,
        Self::Value,
        Self::Value2,
        Self::Value1,
        Self::Value12,
        Self::Value1e3,
        Self::Self_,
        Self::Self2,
        Self::Super,
        Self::Crate,
        Self::Value3,
        Self::Value4,
        Self::Value5,
        Self::Value6,
        Self::Value7,
        Self::Value8,
        Self::Value9,
        Self::Value10,
        Self::Value11,
        Self::Value13,
        Self::Value14,
        Self::É,
        Self::E,
        Self::表,
        Self::Value15,
        Self::Constructor,
        Self::Proto,
        Self::Null,
        Self::True,
        Self::None,
        Self::Some,
        Self::All,
        Self::AsStr,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Insert => "Insert",
            Self::Insert2 => "insert",
            Self::Insert3 => "INSERT",
            Self::InSert => "in_sert",
            Self::InSert2 => "in sert",
            Self::InSert3 => "in-sert",
            Self::Value => "",
            Self::Value2 => " ",
            Self::Value1 => "1",
            Self::Value12 => "-1",
            Self::Value1e3 => "1e3",
            Self::Self_ => "self",
            Self::Self2 => "Self",
            Self::Super => "super",
            Self::Crate => "crate",
            Self::Value3 => "_",
            Self::Value4 => "__",
            Self::Value5 => "*/",
            Self::Value6 => "'",
            Self::Value7 => "\"",
            Self::Value8 => "\\",
            Self::Value9 => "\n",
            Self::Value10 => "\r",
            Self::Value11 => "\t",
            Self::Value13 => "\u{2028}",
            Self::Value14 => "\u{202e}",
            Self::É => "é",
            Self::E => "e\u{301}",
            Self::表 => "表",
            Self::Value15 => "🦀",
            Self::Constructor => "constructor",
            Self::Proto => "__proto__",
            Self::Null => "null",
            Self::True => "true",
            Self::None => "None",
            Self::Some => "Some",
            Self::All => "ALL",
            Self::AsStr => "as_str",
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
#[cfg_attr(feature = "sqlx", sqlx(type_name = "string"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "string", allow_mismatch))]
pub enum String3 {
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    #[cfg_attr(feature = "postgres", postgres(name = "a"))]
    A,
}

impl String3 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
        }
    }
}

pub type String22 = String;

pub type Homes = Vec<Home>;

pub type JsonObject = serde_json::Value;

pub type JsonText = JsonObject;

pub type ManyTexts = Vec<MoreTexts>;

pub type MoreTexts = Texts;

pub type NewRow = i32;

pub type OneHome = Home;

/// over an array of an enum */
pub type TextRows = Vec<Row2>;

pub type Texts = Vec<String>;

pub type Vec3 = Vec<i32>;

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "home"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "home"))]
pub struct Home {
    pub street: Option<String>,
    #[serde(rename = "Street")]
    #[cfg_attr(feature = "postgres", postgres(name = "Street"))]
    pub street2: Option<String>,
    pub street_: Option<String>,
    pub rooms: Option<Vec<Room>>,
    pub tags: Option<Texts>,
    pub kind: Option<Row2>,
    pub other: Option<JsonObject>,
    #[serde(rename = "self")]
    #[cfg_attr(feature = "postgres", postgres(name = "self"))]
    pub self_: Option<String>,
    pub r#type: Option<String>,
    #[serde(rename = "1st")]
    #[cfg_attr(feature = "postgres", postgres(name = "1st"))]
    pub field1st: Option<String>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "room"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "room"))]
pub struct Room {
    pub name: Option<String>,
    pub size: Option<rust_decimal::Decimal>,
    pub furniture: Option<Vec<String>>,
    #[serde(rename = "a b")]
    #[cfg_attr(feature = "postgres", postgres(name = "a b"))]
    pub a_b: Option<i32>,
    #[serde(rename = "a_b")]
    #[cfg_attr(feature = "postgres", postgres(name = "a_b"))]
    pub a_b2: Option<i32>,
    #[serde(rename = "aB")]
    #[cfg_attr(feature = "postgres", postgres(name = "aB"))]
    pub a_b3: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::Type))]
#[cfg_attr(feature = "sqlx", sqlx(type_name = "tables"))]
#[cfg_attr(feature = "postgres", derive(postgres_types::FromSql, postgres_types::ToSql))]
#[cfg_attr(feature = "postgres", postgres(name = "tables"))]
pub struct Tables2 {
    pub row: Option<Row2>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table {
    pub id: i32,
}

impl Table {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"\"\"#\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TablePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table2 {
    pub id: i32,
}

impl Table2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"#\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable2 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table3 {
    pub id: i32,
}

impl Table3 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"$\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table3 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable3 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table3Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct X {
    pub id: i32,
}

impl X {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"${x}\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for X {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.x`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewX {
    pub id: i32,
}

/// A change of a row of `public.x`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct XPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table4 {
    pub id: i32,
}

impl Table4 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"*/\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table4 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable4 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table4Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table5 {
    pub id: i32,
}

impl Table5 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"//!\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table5 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable5 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table5Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table6 {
    pub id: i32,
}

impl Table6 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"///\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table6 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable6 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table6Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table1st {
    pub id: i32,
}

impl Table1st {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"1st\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table1st {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.1st`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable1st {
    pub id: i32,
}

/// A change of a row of `public.1st`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table1stPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Ab {
    pub id: i32,
}

impl Ab {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"AB\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Ab {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.AB`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAb {
    pub id: i32,
}

/// A change of a row of `public.AB`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AbPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB {
    pub id: i32,
}

impl AB {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"A_b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.A_b`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB {
    pub id: i32,
}

/// A change of a row of `public.A_b`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ABPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Box2 {
    pub id: i32,
}

impl Box2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Box\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Box2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Box`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewBox2 {
    pub id: i32,
}

/// A change of a row of `public.Box`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Box2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Constants {
    pub id: i32,
}

impl Constants {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Constants\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Constants {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Constants`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewConstants {
    pub id: i32,
}

/// A change of a row of `public.Constants`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ConstantsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Database {
    pub id: i32,
}

impl Database {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Database\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Database {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Database`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewDatabase {
    pub id: i32,
}

/// A change of a row of `public.Database`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct DatabasePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct DefaultSchema {
    pub id: i32,
}

impl DefaultSchema {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"DefaultSchema\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for DefaultSchema {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.DefaultSchema`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewDefaultSchema {
    pub id: i32,
}

/// A change of a row of `public.DefaultSchema`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct DefaultSchemaPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Enums {
    pub id: i32,
}

impl Enums {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Enums\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Enums {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Enums`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewEnums {
    pub id: i32,
}

/// A change of a row of `public.Enums`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EnumsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct From {
    pub id: i32,
}

impl From {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"From\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for From {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.From`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewFrom {
    pub id: i32,
}

/// A change of a row of `public.From`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FromPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Insert {
    pub id: i32,
}

impl Insert {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Insert\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Insert {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Insert`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewInsert {
    pub id: i32,
}

/// A change of a row of `public.Insert`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct InsertPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Json {
    pub id: i32,
}

impl Json {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Json\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Json {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Json`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewJson {
    pub id: i32,
}

/// A change of a row of `public.Json`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct JsonPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Limited {
    pub id: i32,
}

impl Limited {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Limited\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Limited {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Limited`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewLimited {
    pub id: i32,
}

/// A change of a row of `public.Limited`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct LimitedPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct New {
    pub id: i32,
}

impl New {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"New\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for New {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.New`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewNew {
    pub id: i32,
}

/// A change of a row of `public.New`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Option2 {
    pub id: i32,
}

impl Option2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Option\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Option2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Option`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOption2 {
    pub id: i32,
}

/// A change of a row of `public.Option`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Option2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Own {
    pub id: i32,
}

impl Own {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Own\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Own {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Own`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOwn {
    pub id: i32,
}

/// A change of a row of `public.Own`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct OwnPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Result2 {
    pub id: i32,
}

impl Result2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Result\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Result2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Result`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewResult2 {
    pub id: i32,
}

/// A change of a row of `public.Result`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Result2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Schemas {
    pub id: i32,
}

impl Schemas {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Schemas\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Schemas {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Schemas`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSchemas {
    pub id: i32,
}

/// A change of a row of `public.Schemas`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SchemasPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Self2 {
    pub id: i32,
}

impl Self2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Self\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Self2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Self`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSelf2 {
    pub id: i32,
}

/// A change of a row of `public.Self`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Self2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct SignedIn {
    pub id: i32,
}

impl SignedIn {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"SignedIn\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for SignedIn {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.SignedIn`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSignedIn {
    pub id: i32,
}

/// A change of a row of `public.SignedIn`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SignedInPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct String2 {
    pub id: i32,
}

impl String2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"String\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for String2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.String`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewString2 {
    pub id: i32,
}

/// A change of a row of `public.String`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct String2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Tables {
    pub id: i32,
}

impl Tables {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Tables\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Tables {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Tables`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTables {
    pub id: i32,
}

/// A change of a row of `public.Tables`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TablesPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Update {
    pub id: i32,
}

impl Update {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Update\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Update {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Update`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUpdate {
    pub id: i32,
}

/// A change of a row of `public.Update`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct UpdatePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Vec2 {
    pub id: i32,
}

impl Vec2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Vec\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Vec2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.Vec`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewVec2 {
    pub id: i32,
}

/// A change of a row of `public.Vec`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Vec2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table7 {
    pub id: i32,
}

impl Table7 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public._";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table7 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public._`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable7 {
    pub id: i32,
}

/// A change of a row of `public._`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table7Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Proto {
    pub id: i32,
}

impl Proto {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.__proto__";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Proto {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.__proto__`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewProto {
    pub id: i32,
}

/// A change of a row of `public.__proto__`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ProtoPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct X2 {
    pub id: i32,
}

impl X2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"`x`\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for X2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.x`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewX2 {
    pub id: i32,
}

/// A change of a row of `public.x`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct X2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB2 {
    pub id: i32,
}

impl AB2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"a b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.a b`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB2 {
    pub id: i32,
}

/// A change of a row of `public.a b`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB3 {
    pub id: i32,
}

impl AB3 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"a\"\"b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB3 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.ab`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB3 {
    pub id: i32,
}

/// A change of a row of `public.ab`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB3Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB4 {
    pub id: i32,
}

impl AB4 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"a'b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB4 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.ab`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB4 {
    pub id: i32,
}

/// A change of a row of `public.ab`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB4Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB5 {
    pub id: i32,
}

impl AB5 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"a-b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB5 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.ab`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB5 {
    pub id: i32,
}

/// A change of a row of `public.ab`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB5Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB6 {
    pub id: i32,
}

impl AB6 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"aB\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB6 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.aB`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB6 {
    pub id: i32,
}

/// A change of a row of `public.aB`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB6Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB7 {
    pub id: i32,
}

impl AB7 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"a\\b\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB7 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.ab`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB7 {
    pub id: i32,
}

/// A change of a row of `public.ab`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB7Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct AB8 {
    pub id: i32,
}

impl AB8 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.a_b";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for AB8 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.a_b`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB8 {
    pub id: i32,
}

/// A change of a row of `public.a_b`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct AB8Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ABPatch2 {
    pub id: i32,
}

impl ABPatch2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.a_b_patch";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ABPatch2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.a_b_patch`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewABPatch2 {
    pub id: i32,
}

/// A change of a row of `public.a_b_patch`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ABPatch2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Bool {
    pub id: i32,
}

impl Bool {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.bool";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Bool {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.bool`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewBool {
    pub id: i32,
}

/// A change of a row of `public.bool`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct BoolPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Char {
    pub id: i32,
}

impl Char {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"char\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Char {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.char`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewChar {
    pub id: i32,
}

/// A change of a row of `public.char`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CharPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Chrono {
    pub id: i32,
}

impl Chrono {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.chrono";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Chrono {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.chrono`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewChrono {
    pub id: i32,
}

/// A change of a row of `public.chrono`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ChronoPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Class {
    pub id: i32,
}

impl Class {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.class";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Class {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.class`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewClass {
    pub id: i32,
}

/// A change of a row of `public.class`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ClassPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
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
pub enum ColumnsKind {
    #[serde(rename = "kind")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "kind"))]
    Kind,
    #[serde(rename = "Kind")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Kind"))]
    Kind2,
    #[serde(rename = "KIND")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "KIND"))]
    Kind3,
    #[serde(rename = "")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = ""))]
    Value,
    #[serde(rename = "*/")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "*/"))]
    Value2,
    #[serde(rename = "é")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "é"))]
    É,
    #[serde(rename = "e\u{301}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "e\u{301}"))]
    E,
    #[serde(rename = "1")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1"))]
    Value1,
}

impl ColumnsKind {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[
        Self::Kind,
        Self::Kind2,
        Self::Kind3,
        Self::Value,
        Self::Value2,
        Self::É,
        Self::E,
        Self::Value1,
    ];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Kind2 => "Kind",
            Self::Kind3 => "KIND",
            Self::Value => "",
            Self::Value2 => "*/",
            Self::É => "é",
            Self::E => "e\u{301}",
            Self::Value1 => "1",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(ColumnsKind);

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
pub enum ColumnsKind2 {
    #[serde(rename = "a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a"))]
    A,
}

impl ColumnsKind2 {
    /// All values, in the database's order.
    pub const ALL: &'static [Self] = &[Self::A];
    /// The value as the database spells it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::A => "a",
        }
    }
}

#[cfg(feature = "postgres")]
super::support::text_value!(ColumnsKind2);

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Columns {
    pub id: i32,
    #[serde(rename = "aB")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "aB"))]
    pub a_b: Option<String>,
    #[serde(rename = "a_b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a_b"))]
    pub a_b2: Option<String>,
    pub ab: Option<String>,
    #[serde(rename = "a b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a b"))]
    pub a_b3: Option<String>,
    #[serde(rename = "a-b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a-b"))]
    pub a_b4: Option<String>,
    #[serde(rename = "A_B")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "A_B"))]
    pub a_b5: Option<String>,
    #[serde(rename = "_")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "_"))]
    pub column: Option<String>,
    #[serde(rename = "__")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "__"))]
    pub column2: Option<String>,
    #[serde(rename = "1")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1"))]
    pub column1: Option<String>,
    #[serde(rename = "1a")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "1a"))]
    pub column1a: Option<String>,
    #[serde(rename = " ")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = " "))]
    pub column3: Option<String>,
    pub é: Option<String>,
    #[serde(rename = "e\u{301}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "e\u{301}"))]
    pub e: Option<String>,
    pub 表: Option<String>,
    #[serde(rename = "🦀")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "🦀"))]
    pub column4: Option<String>,
    #[serde(rename = "\u{202e}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\u{202e}"))]
    pub column5: Option<String>,
    #[serde(rename = "\u{2028}")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\u{2028}"))]
    pub column6: Option<String>,
    #[serde(rename = "\r")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\r"))]
    pub column7: Option<String>,
    #[serde(rename = "\r\n")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "\r\n"))]
    pub column8: Option<String>,
    #[serde(rename = "/**")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "/**"))]
    pub column9: Option<String>,
    #[serde(rename = "TABLE")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "TABLE"))]
    pub table: Option<String>,
    #[serde(rename = "COLUMNS")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "COLUMNS"))]
    pub columns: Option<String>,
    #[serde(rename = "SELECT")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "SELECT"))]
    pub select: Option<String>,
    pub row: Option<Row2>,
    pub kind: Option<ColumnsKind>,
    #[serde(rename = "Kind")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Kind"))]
    pub kind2: Option<ColumnsKind2>,
    pub home: Option<Home>,
    pub homes: Option<Homes>,
    pub one_home: Option<OneHome>,
    pub home_list: Option<Vec<Home>>,
    pub one_home_list: Option<Vec<OneHome>>,
    pub texts: Option<Texts>,
    pub text_rows: Option<TextRows>,
    pub more_texts: Option<MoreTexts>,
    pub many_texts: Option<ManyTexts>,
    pub json_text: Option<JsonText>,
    pub json_texts: Option<Vec<JsonText>>,
    pub vec: Option<Vec3>,
    pub of_mod: Option<String>,
    pub of_support: Option<super::support2::Row>,
}

impl Columns {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.columns";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "aB",
        "a_b",
        "ab",
        "a b",
        "a-b",
        "A_B",
        "_",
        "__",
        "1",
        "1a",
        " ",
        "é",
        "e\u{301}",
        "表",
        "🦀",
        "\u{202e}",
        "\u{2028}",
        "\r",
        "\r\n",
        "/**",
        "TABLE",
        "COLUMNS",
        "SELECT",
        "row",
        "kind",
        "Kind",
        "home",
        "homes",
        "one_home",
        "home_list",
        "one_home_list",
        "texts",
        "text_rows",
        "more_texts",
        "many_texts",
        "json_text",
        "json_texts",
        "vec",
        "of_mod",
        "of_support",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, \"aB\", a_b, ab, \"a b\", \"a-b\", \"A_B\", _, __, \"1\", \"1a\", \" \", \"é\", \"e\u{301}\", \"表\", \"🦀\", \"\u{202e}\", \"\u{2028}\", \"\r\", \"\r\n\", \"/**\", \"TABLE\", \"COLUMNS\", \"SELECT\", \"row\", kind, \"Kind\", home, homes, one_home, home_list, one_home_list::public.home[] as one_home_list, texts, text_rows, more_texts, many_texts::text[][] as many_texts, json_text, json_texts::jsonb[] as json_texts, vec, of_mod::text as of_mod, of_support";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Columns {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            a_b: row.try_get("aB")?,
            a_b2: row.try_get("a_b")?,
            ab: row.try_get("ab")?,
            a_b3: row.try_get("a b")?,
            a_b4: row.try_get("a-b")?,
            a_b5: row.try_get("A_B")?,
            column: row.try_get("_")?,
            column2: row.try_get("__")?,
            column1: row.try_get("1")?,
            column1a: row.try_get("1a")?,
            column3: row.try_get(" ")?,
            é: row.try_get("é")?,
            e: row.try_get("e\u{301}")?,
            表: row.try_get("表")?,
            column4: row.try_get("🦀")?,
            column5: row.try_get("\u{202e}")?,
            column6: row.try_get("\u{2028}")?,
            column7: row.try_get("\r")?,
            column8: row.try_get("\r\n")?,
            column9: row.try_get("/**")?,
            table: row.try_get("TABLE")?,
            columns: row.try_get("COLUMNS")?,
            select: row.try_get("SELECT")?,
            row: row.try_get("row")?,
            kind: row.try_get("kind")?,
            kind2: row.try_get("Kind")?,
            home: row.try_get("home")?,
            homes: row.try_get("homes")?,
            one_home: row.try_get("one_home")?,
            home_list: row.try_get("home_list")?,
            one_home_list: row.try_get("one_home_list")?,
            texts: row.try_get("texts")?,
            text_rows: row.try_get("text_rows")?,
            more_texts: row.try_get("more_texts")?,
            many_texts: row.try_get("many_texts")?,
            json_text: row.try_get("json_text")?,
            json_texts: row.try_get("json_texts")?,
            vec: row.try_get("vec")?,
            of_mod: row.try_get("of_mod")?,
            of_support: row.try_get("of_support")?,
        })
    }
}

/// A new row of `public.columns`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewColumns {
    pub id: i32,
    #[serde(rename = "aB")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b: Option<String>,
    #[serde(rename = "a_b")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ab: Option<String>,
    #[serde(rename = "a b")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b3: Option<String>,
    #[serde(rename = "a-b")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b4: Option<String>,
    #[serde(rename = "A_B")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_b5: Option<String>,
    #[serde(rename = "_")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    #[serde(rename = "__")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column2: Option<String>,
    #[serde(rename = "1")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column1: Option<String>,
    #[serde(rename = "1a")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column1a: Option<String>,
    #[serde(rename = " ")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub é: Option<String>,
    #[serde(rename = "e\u{301}")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub e: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub 表: Option<String>,
    #[serde(rename = "🦀")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column4: Option<String>,
    #[serde(rename = "\u{202e}")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column5: Option<String>,
    #[serde(rename = "\u{2028}")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column6: Option<String>,
    #[serde(rename = "\r")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column7: Option<String>,
    #[serde(rename = "\r\n")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column8: Option<String>,
    #[serde(rename = "/**")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column9: Option<String>,
    #[serde(rename = "TABLE")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    #[serde(rename = "COLUMNS")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub columns: Option<String>,
    #[serde(rename = "SELECT")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<Row2>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<ColumnsKind>,
    #[serde(rename = "Kind")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind2: Option<ColumnsKind2>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Home>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homes: Option<Homes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_home: Option<OneHome>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home_list: Option<Vec<Home>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub one_home_list: Option<Vec<OneHome>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub texts: Option<Texts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text_rows: Option<TextRows>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub more_texts: Option<MoreTexts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub many_texts: Option<ManyTexts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub json_text: Option<JsonText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub json_texts: Option<Vec<JsonText>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vec: Option<Vec3>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_mod: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of_support: Option<super::support2::Row>,
}

/// A change of a row of `public.columns`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ColumnsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
    #[serde(rename = "aB")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a_b: Option<Option<String>>,
    #[serde(rename = "a_b")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a_b2: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub ab: Option<Option<String>>,
    #[serde(rename = "a b")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a_b3: Option<Option<String>>,
    #[serde(rename = "a-b")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a_b4: Option<Option<String>>,
    #[serde(rename = "A_B")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub a_b5: Option<Option<String>>,
    #[serde(rename = "_")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column: Option<Option<String>>,
    #[serde(rename = "__")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column2: Option<Option<String>>,
    #[serde(rename = "1")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column1: Option<Option<String>>,
    #[serde(rename = "1a")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column1a: Option<Option<String>>,
    #[serde(rename = " ")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column3: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub é: Option<Option<String>>,
    #[serde(rename = "e\u{301}")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub e: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub 表: Option<Option<String>>,
    #[serde(rename = "🦀")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column4: Option<Option<String>>,
    #[serde(rename = "\u{202e}")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column5: Option<Option<String>>,
    #[serde(rename = "\u{2028}")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column6: Option<Option<String>>,
    #[serde(rename = "\r")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column7: Option<Option<String>>,
    #[serde(rename = "\r\n")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column8: Option<Option<String>>,
    #[serde(rename = "/**")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column9: Option<Option<String>>,
    #[serde(rename = "TABLE")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub table: Option<Option<String>>,
    #[serde(rename = "COLUMNS")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub columns: Option<Option<String>>,
    #[serde(rename = "SELECT")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub select: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub row: Option<Option<Row2>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind: Option<Option<ColumnsKind>>,
    #[serde(rename = "Kind")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub kind2: Option<Option<ColumnsKind2>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub home: Option<Option<Home>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub homes: Option<Option<Homes>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub one_home: Option<Option<OneHome>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub home_list: Option<Option<Vec<Home>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub one_home_list: Option<Option<Vec<OneHome>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub texts: Option<Option<Texts>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub text_rows: Option<Option<TextRows>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub more_texts: Option<Option<MoreTexts>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub many_texts: Option<Option<ManyTexts>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub json_text: Option<Option<JsonText>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub json_texts: Option<Option<Vec<JsonText>>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub vec: Option<Option<Vec3>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub of_mod: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub of_support: Option<Option<super::support2::Row>>,
}

/// */
///
/// /// x
/// //! y
/// "#
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Comments {
    pub id: i32,
    /// */ export const x = 1 /*
    pub c0: Option<String>,
    /// /* nested /* comment
    pub c1: Option<String>,
    /// /// doc
    pub c2: Option<String>,
    /// //! inner
    pub c3: Option<String>,
    /// "#
    pub c4: Option<String>,
    /// "## r#"x"#
    pub c5: Option<String>,
    /// a
    /// b
    /// */
    /// c
    pub c6: Option<String>,
    /// a
    /// b
    pub c7: Option<String>,
    /// a
    ///
    /// b
    pub c8: Option<String>,
    /// a
    /// export const y = 1
    pub c9: Option<String>,
    /// a
    /// b
    pub c10: Option<String>,
    /// reversed  isolated
    pub c11: Option<String>,
    pub c12: Option<String>,
    /// bell [31m
    pub c13: Option<String>,
    /// ${x} `y` {{ z }} {% w %}
    pub c14: Option<String>,
    /// @deprecated not really
    pub c15: Option<String>,
    /// @ts-ignore
    pub c16: Option<String>,
    /// </script>
    pub c17: Option<String>,
    /// \
    pub c18: Option<String>,
    /// ends in a backslash \
    pub c19: Option<String>,
    /// """
    pub c20: Option<String>,
    /// '
    pub c21: Option<String>,
    #[deprecated(note = "*/ \u{2028} because")]
    pub d1: Option<String>,
    #[deprecated(note = "a\nb\"#")]
    pub d2: Option<String>,
}

impl Comments {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.comments";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "c0",
        "c1",
        "c2",
        "c3",
        "c4",
        "c5",
        "c6",
        "c7",
        "c8",
        "c9",
        "c10",
        "c11",
        "c12",
        "c13",
        "c14",
        "c15",
        "c16",
        "c17",
        "c18",
        "c19",
        "c20",
        "c21",
        "d1",
        "d2",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11, c12, c13, c14, c15, c16, c17, c18, c19, c20, c21, d1, d2";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Comments {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            c0: row.try_get("c0")?,
            c1: row.try_get("c1")?,
            c2: row.try_get("c2")?,
            c3: row.try_get("c3")?,
            c4: row.try_get("c4")?,
            c5: row.try_get("c5")?,
            c6: row.try_get("c6")?,
            c7: row.try_get("c7")?,
            c8: row.try_get("c8")?,
            c9: row.try_get("c9")?,
            c10: row.try_get("c10")?,
            c11: row.try_get("c11")?,
            c12: row.try_get("c12")?,
            c13: row.try_get("c13")?,
            c14: row.try_get("c14")?,
            c15: row.try_get("c15")?,
            c16: row.try_get("c16")?,
            c17: row.try_get("c17")?,
            c18: row.try_get("c18")?,
            c19: row.try_get("c19")?,
            c20: row.try_get("c20")?,
            c21: row.try_get("c21")?,
            d1: row.try_get("d1")?,
            d2: row.try_get("d2")?,
        })
    }
}

/// A new row of `public.comments`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewComments {
    pub id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c0: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c3: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c4: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c5: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c6: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c7: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c8: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c9: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c10: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c11: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c12: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c13: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c14: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c15: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c16: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c17: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c18: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c19: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c20: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub c21: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub d1: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub d2: Option<String>,
}

/// A change of a row of `public.comments`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CommentsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c0: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c1: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c2: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c3: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c4: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c5: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c6: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c7: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c8: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c9: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c10: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c11: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c12: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c13: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c14: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c15: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c16: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c17: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c18: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c19: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c20: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub c21: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub d1: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub d2: Option<Option<String>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Constants2 {
    pub id: i32,
}

impl Constants2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.constants";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Constants2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.constants`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewConstants2 {
    pub id: i32,
}

/// A change of a row of `public.constants`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Constants2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Constructor {
    pub id: i32,
}

impl Constructor {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.constructor";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Constructor {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.constructor`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewConstructor {
    pub id: i32,
}

/// A change of a row of `public.constructor`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ConstructorPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Core {
    pub id: i32,
}

impl Core {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.core";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Core {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.core`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewCore {
    pub id: i32,
}

/// A change of a row of `public.core`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct CorePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct E {
    pub id: i32,
}

impl E {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"e\u{301}\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for E {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.e`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewE {
    pub id: i32,
}

/// A change of a row of `public.e`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct EPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Fn {
    pub id: i32,
}

impl Fn {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.fn";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Fn {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.fn`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewFn {
    pub id: i32,
}

/// A change of a row of `public.fn`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct FnPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct I32 {
    pub id: i32,
}

impl I32 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.i32";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for I32 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.i32`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewI32 {
    pub id: i32,
}

/// A change of a row of `public.i32`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct I32Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Interface {
    pub id: i32,
}

impl Interface {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.interface";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Interface {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.interface`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewInterface {
    pub id: i32,
}

/// A change of a row of `public.interface`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct InterfacePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Mod {
    pub id: i32,
}

impl Mod {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.mod";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Mod {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.mod`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewMod {
    pub id: i32,
}

/// A change of a row of `public.mod`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ModPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct New2 {
    pub id: i32,
}

impl New2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.new";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for New2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.new`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewNew2 {
    pub id: i32,
}

/// A change of a row of `public.new`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct New2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct NewAB9 {
    pub id: i32,
}

impl NewAB9 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.new_a_b";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for NewAB9 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.new_a_b`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewNewAB9 {
    pub id: i32,
}

/// A change of a row of `public.new_a_b`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewAB9Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Order {
    pub id: i32,
}

impl Order {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"order\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Order {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.order`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewOrder {
    pub id: i32,
}

/// A change of a row of `public.order`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct OrderPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Patch2 {
    pub id: i32,
}

impl Patch2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.patch";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Patch2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.patch`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPatch2 {
    pub id: i32,
}

/// A change of a row of `public.patch`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Patch2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Postgres {
    pub id: i32,
}

impl Postgres {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.postgres";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Postgres {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.postgres`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewPostgres {
    pub id: i32,
}

/// A change of a row of `public.postgres`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct PostgresPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct R {
    pub id: i32,
}

impl R {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"r#\"\"\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for R {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.r`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewR {
    pub id: i32,
}

/// A change of a row of `public.r`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct RPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Select {
    pub id: i32,
}

impl Select {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"select\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Select {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.select`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSelect {
    pub id: i32,
}

/// A change of a row of `public.select`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SelectPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Self3 {
    pub id: i32,
}

impl Self3 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.self";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Self3 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.self`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSelf3 {
    pub id: i32,
}

/// A change of a row of `public.self`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Self3Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Serde {
    pub id: i32,
}

impl Serde {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.serde";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Serde {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.serde`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSerde {
    pub id: i32,
}

/// A change of a row of `public.serde`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SerdePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Sqlx {
    pub id: i32,
}

impl Sqlx {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.sqlx";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Sqlx {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.sqlx`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSqlx {
    pub id: i32,
}

/// A change of a row of `public.sqlx`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SqlxPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Std {
    pub id: i32,
}

impl Std {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.std";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Std {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.std`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewStd {
    pub id: i32,
}

/// A change of a row of `public.std`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct StdPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Str {
    pub id: i32,
}

impl Str {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.str";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Str {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.str`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewStr {
    pub id: i32,
}

/// A change of a row of `public.str`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct StrPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Support {
    pub id: i32,
}

impl Support {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.support";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Support {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.support`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewSupport {
    pub id: i32,
}

/// A change of a row of `public.support`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct SupportPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table8 {
    pub id: i32,
}

impl Table8 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"table\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table8 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.table`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable8 {
    pub id: i32,
}

/// A change of a row of `public.table`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table8Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct ToString {
    pub id: i32,
}

impl ToString {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"toString\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for ToString {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.toString`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewToString {
    pub id: i32,
}

/// A change of a row of `public.toString`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ToStringPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct TryFrom2 {
    pub id: i32,
}

impl TryFrom2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.try_from";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for TryFrom2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.try_from`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTryFrom2 {
    pub id: i32,
}

/// A change of a row of `public.try_from`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TryFrom2Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Type {
    pub id: i32,
}

impl Type {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.type";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Type {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.type`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewType {
    pub id: i32,
}

/// A change of a row of `public.type`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct TypePatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct U8 {
    pub id: i32,
}

impl U8 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.u8";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for U8 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.u8`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewU8 {
    pub id: i32,
}

/// A change of a row of `public.u8`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct U8Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct User {
    pub id: i32,
}

impl User {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"user\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for User {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.user`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUser {
    pub id: i32,
}

/// A change of a row of `public.user`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct UserPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Uuid {
    pub id: i32,
}

impl Uuid {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.uuid";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Uuid {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.uuid`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewUuid {
    pub id: i32,
}

/// A change of a row of `public.uuid`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct UuidPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

/// Every word of Rust, TypeScript and SQL as a column
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Words {
    pub id: i32,
    pub r#as: Option<String>,
    pub r#break: Option<String>,
    pub r#const: Option<String>,
    pub r#continue: Option<String>,
    #[serde(rename = "crate")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "crate"))]
    pub crate_: Option<String>,
    pub r#else: Option<String>,
    pub r#enum: Option<String>,
    pub r#extern: Option<String>,
    pub r#false: Option<String>,
    pub r#fn: Option<String>,
    pub r#for: Option<String>,
    pub r#if: Option<String>,
    pub r#impl: Option<String>,
    pub r#in: Option<String>,
    pub r#let: Option<String>,
    pub r#loop: Option<String>,
    pub r#match: Option<String>,
    pub r#mod: Option<String>,
    pub r#move: Option<String>,
    pub r#mut: Option<String>,
    pub r#pub: Option<String>,
    pub r#ref: Option<String>,
    pub r#return: Option<String>,
    #[serde(rename = "self")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "self"))]
    pub self_: Option<String>,
    pub r#static: Option<String>,
    pub r#struct: Option<String>,
    #[serde(rename = "super")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "super"))]
    pub super_: Option<String>,
    pub r#trait: Option<String>,
    pub r#true: Option<String>,
    pub r#type: Option<String>,
    pub r#unsafe: Option<String>,
    pub r#use: Option<String>,
    pub r#where: Option<String>,
    pub r#while: Option<String>,
    pub r#async: Option<String>,
    pub r#await: Option<String>,
    pub r#dyn: Option<String>,
    pub r#abstract: Option<String>,
    pub r#become: Option<String>,
    pub r#box: Option<String>,
    pub r#do: Option<String>,
    pub r#final: Option<String>,
    pub r#macro: Option<String>,
    pub r#override: Option<String>,
    pub r#priv: Option<String>,
    pub r#typeof: Option<String>,
    pub r#unsized: Option<String>,
    pub r#virtual: Option<String>,
    pub r#yield: Option<String>,
    pub r#try: Option<String>,
    pub r#gen: Option<String>,
    pub union: Option<String>,
    pub default: Option<String>,
    pub raw: Option<String>,
    pub auto: Option<String>,
    pub safe: Option<String>,
    pub any: Option<String>,
    pub boolean: Option<String>,
    pub class: Option<String>,
    pub constructor: Option<String>,
    pub debugger: Option<String>,
    pub declare: Option<String>,
    pub delete: Option<String>,
    pub export: Option<String>,
    pub extends: Option<String>,
    pub finally: Option<String>,
    pub function: Option<String>,
    pub get: Option<String>,
    pub implements: Option<String>,
    pub import: Option<String>,
    pub instanceof: Option<String>,
    pub interface: Option<String>,
    pub is: Option<String>,
    pub keyof: Option<String>,
    pub module: Option<String>,
    pub namespace: Option<String>,
    pub never: Option<String>,
    pub new: Option<String>,
    pub null: Option<String>,
    pub number: Option<String>,
    pub object: Option<String>,
    pub of: Option<String>,
    pub package: Option<String>,
    pub private: Option<String>,
    pub protected: Option<String>,
    pub public: Option<String>,
    pub readonly: Option<String>,
    pub require: Option<String>,
    pub set: Option<String>,
    pub string: Option<String>,
    pub symbol: Option<String>,
    pub switch: Option<String>,
    pub this: Option<String>,
    pub throw: Option<String>,
    pub undefined: Option<String>,
    pub unique: Option<String>,
    pub unknown: Option<String>,
    pub var: Option<String>,
    pub void: Option<String>,
    pub with: Option<String>,
    #[serde(rename = "Json")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Json"))]
    pub json: Option<String>,
    #[serde(rename = "Database")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Database"))]
    pub database: Option<String>,
    #[serde(rename = "Tables")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Tables"))]
    pub tables: Option<String>,
    #[serde(rename = "Enums")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Enums"))]
    pub enums: Option<String>,
    #[serde(rename = "Row")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Row"))]
    pub row: Option<String>,
    #[serde(rename = "Insert")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Insert"))]
    pub insert: Option<String>,
    #[serde(rename = "Update")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Update"))]
    pub update: Option<String>,
    #[serde(rename = "Relationships")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Relationships"))]
    pub relationships: Option<String>,
    #[serde(rename = "__proto__")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "__proto__"))]
    pub proto: Option<String>,
    pub prototype: Option<String>,
    #[serde(rename = "toString")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "toString"))]
    pub to_string: Option<String>,
    #[serde(rename = "hasOwnProperty")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "hasOwnProperty"))]
    pub has_own_property: Option<String>,
    #[serde(rename = "valueOf")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "valueOf"))]
    pub value_of: Option<String>,
    pub arguments: Option<String>,
    pub eval: Option<String>,
    #[serde(rename = "NaN")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "NaN"))]
    pub na_n: Option<String>,
    #[serde(rename = "Infinity")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "Infinity"))]
    pub infinity: Option<String>,
    pub all: Option<String>,
    pub analyse: Option<String>,
    pub analyze: Option<String>,
    pub and: Option<String>,
    pub array: Option<String>,
    pub asc: Option<String>,
    pub asymmetric: Option<String>,
    pub authorization: Option<String>,
    pub between: Option<String>,
    pub binary: Option<String>,
    pub both: Option<String>,
    pub case: Option<String>,
    pub cast: Option<String>,
    pub check: Option<String>,
    pub collate: Option<String>,
    pub collation: Option<String>,
    pub column: Option<String>,
    pub concurrently: Option<String>,
    pub constraint: Option<String>,
    pub create: Option<String>,
    pub cross: Option<String>,
    pub current_catalog: Option<String>,
    pub current_date: Option<String>,
    pub current_role: Option<String>,
    pub current_schema: Option<String>,
    pub current_time: Option<String>,
    pub current_timestamp: Option<String>,
    pub current_user: Option<String>,
    pub deferrable: Option<String>,
    pub desc: Option<String>,
    pub distinct: Option<String>,
    pub end: Option<String>,
    pub except: Option<String>,
    pub exists: Option<String>,
    pub fetch: Option<String>,
    pub foreign: Option<String>,
    pub freeze: Option<String>,
    pub from: Option<String>,
    pub full: Option<String>,
    pub grant: Option<String>,
    pub group: Option<String>,
    pub having: Option<String>,
    pub ilike: Option<String>,
    pub initially: Option<String>,
    pub inner: Option<String>,
    pub intersect: Option<String>,
    pub into: Option<String>,
    pub isnull: Option<String>,
    pub join: Option<String>,
    pub lateral: Option<String>,
    pub leading: Option<String>,
    pub left: Option<String>,
    pub like: Option<String>,
    pub limit: Option<String>,
    pub localtime: Option<String>,
    pub localtimestamp: Option<String>,
    pub natural: Option<String>,
    pub not: Option<String>,
    pub notnull: Option<String>,
    pub offset: Option<String>,
    pub on: Option<String>,
    pub only: Option<String>,
    pub or: Option<String>,
    pub order: Option<String>,
    pub outer: Option<String>,
    pub overlaps: Option<String>,
    pub placing: Option<String>,
    pub primary: Option<String>,
    pub references: Option<String>,
    pub returning: Option<String>,
    pub right: Option<String>,
    #[serde(rename = "row")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "row"))]
    pub row2: Option<String>,
    pub select: Option<String>,
    pub session_user: Option<String>,
    pub similar: Option<String>,
    pub some: Option<String>,
    pub symmetric: Option<String>,
    pub system_user: Option<String>,
    pub table: Option<String>,
    pub tablesample: Option<String>,
    pub then: Option<String>,
    pub to: Option<String>,
    pub trailing: Option<String>,
    pub user: Option<String>,
    pub using: Option<String>,
    pub variadic: Option<String>,
    pub verbose: Option<String>,
    pub when: Option<String>,
    pub window: Option<String>,
}

impl Words {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.words";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &[
        "id",
        "as",
        "break",
        "const",
        "continue",
        "crate",
        "else",
        "enum",
        "extern",
        "false",
        "fn",
        "for",
        "if",
        "impl",
        "in",
        "let",
        "loop",
        "match",
        "mod",
        "move",
        "mut",
        "pub",
        "ref",
        "return",
        "self",
        "static",
        "struct",
        "super",
        "trait",
        "true",
        "type",
        "unsafe",
        "use",
        "where",
        "while",
        "async",
        "await",
        "dyn",
        "abstract",
        "become",
        "box",
        "do",
        "final",
        "macro",
        "override",
        "priv",
        "typeof",
        "unsized",
        "virtual",
        "yield",
        "try",
        "gen",
        "union",
        "default",
        "raw",
        "auto",
        "safe",
        "any",
        "boolean",
        "class",
        "constructor",
        "debugger",
        "declare",
        "delete",
        "export",
        "extends",
        "finally",
        "function",
        "get",
        "implements",
        "import",
        "instanceof",
        "interface",
        "is",
        "keyof",
        "module",
        "namespace",
        "never",
        "new",
        "null",
        "number",
        "object",
        "of",
        "package",
        "private",
        "protected",
        "public",
        "readonly",
        "require",
        "set",
        "string",
        "symbol",
        "switch",
        "this",
        "throw",
        "undefined",
        "unique",
        "unknown",
        "var",
        "void",
        "with",
        "Json",
        "Database",
        "Tables",
        "Enums",
        "Row",
        "Insert",
        "Update",
        "Relationships",
        "__proto__",
        "prototype",
        "toString",
        "hasOwnProperty",
        "valueOf",
        "arguments",
        "eval",
        "NaN",
        "Infinity",
        "all",
        "analyse",
        "analyze",
        "and",
        "array",
        "asc",
        "asymmetric",
        "authorization",
        "between",
        "binary",
        "both",
        "case",
        "cast",
        "check",
        "collate",
        "collation",
        "column",
        "concurrently",
        "constraint",
        "create",
        "cross",
        "current_catalog",
        "current_date",
        "current_role",
        "current_schema",
        "current_time",
        "current_timestamp",
        "current_user",
        "deferrable",
        "desc",
        "distinct",
        "end",
        "except",
        "exists",
        "fetch",
        "foreign",
        "freeze",
        "from",
        "full",
        "grant",
        "group",
        "having",
        "ilike",
        "initially",
        "inner",
        "intersect",
        "into",
        "isnull",
        "join",
        "lateral",
        "leading",
        "left",
        "like",
        "limit",
        "localtime",
        "localtimestamp",
        "natural",
        "not",
        "notnull",
        "offset",
        "on",
        "only",
        "or",
        "order",
        "outer",
        "overlaps",
        "placing",
        "primary",
        "references",
        "returning",
        "right",
        "row",
        "select",
        "session_user",
        "similar",
        "some",
        "symmetric",
        "system_user",
        "table",
        "tablesample",
        "then",
        "to",
        "trailing",
        "user",
        "using",
        "variadic",
        "verbose",
        "when",
        "window",
    ];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id, \"as\", break, const, continue, crate, \"else\", enum, extern, \"false\", fn, \"for\", if, impl, \"in\", let, loop, match, mod, move, mut, pub, ref, return, self, static, struct, super, trait, \"true\", type, unsafe, use, \"where\", while, async, await, dyn, abstract, become, box, \"do\", final, macro, override, priv, typeof, unsized, virtual, yield, try, gen, \"union\", \"default\", raw, auto, safe, \"any\", \"boolean\", class, constructor, debugger, declare, delete, export, extends, finally, function, get, implements, import, instanceof, interface, \"is\", keyof, module, namespace, never, new, \"null\", number, object, of, package, private, protected, public, readonly, require, set, string, symbol, switch, this, throw, undefined, \"unique\", unknown, var, void, \"with\", \"Json\", \"Database\", \"Tables\", \"Enums\", \"Row\", \"Insert\", \"Update\", \"Relationships\", __proto__, prototype, \"toString\", \"hasOwnProperty\", \"valueOf\", arguments, eval, \"NaN\", \"Infinity\", \"all\", \"analyse\", \"analyze\", \"and\", \"array\", \"asc\", \"asymmetric\", \"authorization\", \"between\", \"binary\", \"both\", \"case\", \"cast\", \"check\", \"collate\", \"collation\", \"column\", \"concurrently\", \"constraint\", \"create\", \"cross\", \"current_catalog\", \"current_date\", \"current_role\", \"current_schema\", \"current_time\", \"current_timestamp\", \"current_user\", \"deferrable\", \"desc\", \"distinct\", \"end\", \"except\", \"exists\", \"fetch\", \"foreign\", \"freeze\", \"from\", \"full\", \"grant\", \"group\", \"having\", \"ilike\", \"initially\", \"inner\", \"intersect\", \"into\", \"isnull\", \"join\", \"lateral\", \"leading\", \"left\", \"like\", \"limit\", \"localtime\", \"localtimestamp\", \"natural\", \"not\", \"notnull\", \"offset\", \"on\", \"only\", \"or\", \"order\", \"outer\", \"overlaps\", \"placing\", \"primary\", \"references\", \"returning\", \"right\", \"row\", \"select\", \"session_user\", \"similar\", \"some\", \"symmetric\", \"system_user\", \"table\", \"tablesample\", \"then\", \"to\", \"trailing\", \"user\", \"using\", \"variadic\", \"verbose\", \"when\", \"window\"";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Words {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
            r#as: row.try_get("as")?,
            r#break: row.try_get("break")?,
            r#const: row.try_get("const")?,
            r#continue: row.try_get("continue")?,
            crate_: row.try_get("crate")?,
            r#else: row.try_get("else")?,
            r#enum: row.try_get("enum")?,
            r#extern: row.try_get("extern")?,
            r#false: row.try_get("false")?,
            r#fn: row.try_get("fn")?,
            r#for: row.try_get("for")?,
            r#if: row.try_get("if")?,
            r#impl: row.try_get("impl")?,
            r#in: row.try_get("in")?,
            r#let: row.try_get("let")?,
            r#loop: row.try_get("loop")?,
            r#match: row.try_get("match")?,
            r#mod: row.try_get("mod")?,
            r#move: row.try_get("move")?,
            r#mut: row.try_get("mut")?,
            r#pub: row.try_get("pub")?,
            r#ref: row.try_get("ref")?,
            r#return: row.try_get("return")?,
            self_: row.try_get("self")?,
            r#static: row.try_get("static")?,
            r#struct: row.try_get("struct")?,
            super_: row.try_get("super")?,
            r#trait: row.try_get("trait")?,
            r#true: row.try_get("true")?,
            r#type: row.try_get("type")?,
            r#unsafe: row.try_get("unsafe")?,
            r#use: row.try_get("use")?,
            r#where: row.try_get("where")?,
            r#while: row.try_get("while")?,
            r#async: row.try_get("async")?,
            r#await: row.try_get("await")?,
            r#dyn: row.try_get("dyn")?,
            r#abstract: row.try_get("abstract")?,
            r#become: row.try_get("become")?,
            r#box: row.try_get("box")?,
            r#do: row.try_get("do")?,
            r#final: row.try_get("final")?,
            r#macro: row.try_get("macro")?,
            r#override: row.try_get("override")?,
            r#priv: row.try_get("priv")?,
            r#typeof: row.try_get("typeof")?,
            r#unsized: row.try_get("unsized")?,
            r#virtual: row.try_get("virtual")?,
            r#yield: row.try_get("yield")?,
            r#try: row.try_get("try")?,
            r#gen: row.try_get("gen")?,
            union: row.try_get("union")?,
            default: row.try_get("default")?,
            raw: row.try_get("raw")?,
            auto: row.try_get("auto")?,
            safe: row.try_get("safe")?,
            any: row.try_get("any")?,
            boolean: row.try_get("boolean")?,
            class: row.try_get("class")?,
            constructor: row.try_get("constructor")?,
            debugger: row.try_get("debugger")?,
            declare: row.try_get("declare")?,
            delete: row.try_get("delete")?,
            export: row.try_get("export")?,
            extends: row.try_get("extends")?,
            finally: row.try_get("finally")?,
            function: row.try_get("function")?,
            get: row.try_get("get")?,
            implements: row.try_get("implements")?,
            import: row.try_get("import")?,
            instanceof: row.try_get("instanceof")?,
            interface: row.try_get("interface")?,
            is: row.try_get("is")?,
            keyof: row.try_get("keyof")?,
            module: row.try_get("module")?,
            namespace: row.try_get("namespace")?,
            never: row.try_get("never")?,
            new: row.try_get("new")?,
            null: row.try_get("null")?,
            number: row.try_get("number")?,
            object: row.try_get("object")?,
            of: row.try_get("of")?,
            package: row.try_get("package")?,
            private: row.try_get("private")?,
            protected: row.try_get("protected")?,
            public: row.try_get("public")?,
            readonly: row.try_get("readonly")?,
            require: row.try_get("require")?,
            set: row.try_get("set")?,
            string: row.try_get("string")?,
            symbol: row.try_get("symbol")?,
            switch: row.try_get("switch")?,
            this: row.try_get("this")?,
            throw: row.try_get("throw")?,
            undefined: row.try_get("undefined")?,
            unique: row.try_get("unique")?,
            unknown: row.try_get("unknown")?,
            var: row.try_get("var")?,
            void: row.try_get("void")?,
            with: row.try_get("with")?,
            json: row.try_get("Json")?,
            database: row.try_get("Database")?,
            tables: row.try_get("Tables")?,
            enums: row.try_get("Enums")?,
            row: row.try_get("Row")?,
            insert: row.try_get("Insert")?,
            update: row.try_get("Update")?,
            relationships: row.try_get("Relationships")?,
            proto: row.try_get("__proto__")?,
            prototype: row.try_get("prototype")?,
            to_string: row.try_get("toString")?,
            has_own_property: row.try_get("hasOwnProperty")?,
            value_of: row.try_get("valueOf")?,
            arguments: row.try_get("arguments")?,
            eval: row.try_get("eval")?,
            na_n: row.try_get("NaN")?,
            infinity: row.try_get("Infinity")?,
            all: row.try_get("all")?,
            analyse: row.try_get("analyse")?,
            analyze: row.try_get("analyze")?,
            and: row.try_get("and")?,
            array: row.try_get("array")?,
            asc: row.try_get("asc")?,
            asymmetric: row.try_get("asymmetric")?,
            authorization: row.try_get("authorization")?,
            between: row.try_get("between")?,
            binary: row.try_get("binary")?,
            both: row.try_get("both")?,
            case: row.try_get("case")?,
            cast: row.try_get("cast")?,
            check: row.try_get("check")?,
            collate: row.try_get("collate")?,
            collation: row.try_get("collation")?,
            column: row.try_get("column")?,
            concurrently: row.try_get("concurrently")?,
            constraint: row.try_get("constraint")?,
            create: row.try_get("create")?,
            cross: row.try_get("cross")?,
            current_catalog: row.try_get("current_catalog")?,
            current_date: row.try_get("current_date")?,
            current_role: row.try_get("current_role")?,
            current_schema: row.try_get("current_schema")?,
            current_time: row.try_get("current_time")?,
            current_timestamp: row.try_get("current_timestamp")?,
            current_user: row.try_get("current_user")?,
            deferrable: row.try_get("deferrable")?,
            desc: row.try_get("desc")?,
            distinct: row.try_get("distinct")?,
            end: row.try_get("end")?,
            except: row.try_get("except")?,
            exists: row.try_get("exists")?,
            fetch: row.try_get("fetch")?,
            foreign: row.try_get("foreign")?,
            freeze: row.try_get("freeze")?,
            from: row.try_get("from")?,
            full: row.try_get("full")?,
            grant: row.try_get("grant")?,
            group: row.try_get("group")?,
            having: row.try_get("having")?,
            ilike: row.try_get("ilike")?,
            initially: row.try_get("initially")?,
            inner: row.try_get("inner")?,
            intersect: row.try_get("intersect")?,
            into: row.try_get("into")?,
            isnull: row.try_get("isnull")?,
            join: row.try_get("join")?,
            lateral: row.try_get("lateral")?,
            leading: row.try_get("leading")?,
            left: row.try_get("left")?,
            like: row.try_get("like")?,
            limit: row.try_get("limit")?,
            localtime: row.try_get("localtime")?,
            localtimestamp: row.try_get("localtimestamp")?,
            natural: row.try_get("natural")?,
            not: row.try_get("not")?,
            notnull: row.try_get("notnull")?,
            offset: row.try_get("offset")?,
            on: row.try_get("on")?,
            only: row.try_get("only")?,
            or: row.try_get("or")?,
            order: row.try_get("order")?,
            outer: row.try_get("outer")?,
            overlaps: row.try_get("overlaps")?,
            placing: row.try_get("placing")?,
            primary: row.try_get("primary")?,
            references: row.try_get("references")?,
            returning: row.try_get("returning")?,
            right: row.try_get("right")?,
            row2: row.try_get("row")?,
            select: row.try_get("select")?,
            session_user: row.try_get("session_user")?,
            similar: row.try_get("similar")?,
            some: row.try_get("some")?,
            symmetric: row.try_get("symmetric")?,
            system_user: row.try_get("system_user")?,
            table: row.try_get("table")?,
            tablesample: row.try_get("tablesample")?,
            then: row.try_get("then")?,
            to: row.try_get("to")?,
            trailing: row.try_get("trailing")?,
            user: row.try_get("user")?,
            using: row.try_get("using")?,
            variadic: row.try_get("variadic")?,
            verbose: row.try_get("verbose")?,
            when: row.try_get("when")?,
            window: row.try_get("window")?,
        })
    }
}

/// A new row of `public.words`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewWords {
    pub id: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#as: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#break: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#const: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#continue: Option<String>,
    #[serde(rename = "crate")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub crate_: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#else: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#enum: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#extern: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#false: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#fn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#for: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#if: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#impl: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#in: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#let: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#loop: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#match: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#mod: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#move: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#mut: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#pub: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#ref: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#return: Option<String>,
    #[serde(rename = "self")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub self_: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#static: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#struct: Option<String>,
    #[serde(rename = "super")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub super_: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#trait: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#true: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#unsafe: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#use: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#where: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#while: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#async: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#await: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#dyn: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#abstract: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#become: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#box: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#do: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#final: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#macro: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#override: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#priv: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#typeof: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#unsized: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#virtual: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#yield: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#try: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#gen: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub union: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub raw: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub safe: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub any: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub boolean: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constructor: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debugger: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declare: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delete: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extends: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finally: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub get: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub implements: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instanceof: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interface: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keyof: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub never: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub null: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub package: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub private: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub protected: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub public: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub readonly: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub require: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub set: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub string: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub this: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub throw: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undefined: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unique: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unknown: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub var: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub void: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    #[serde(rename = "Json")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub json: Option<String>,
    #[serde(rename = "Database")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub database: Option<String>,
    #[serde(rename = "Tables")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tables: Option<String>,
    #[serde(rename = "Enums")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub enums: Option<String>,
    #[serde(rename = "Row")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row: Option<String>,
    #[serde(rename = "Insert")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub insert: Option<String>,
    #[serde(rename = "Update")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub update: Option<String>,
    #[serde(rename = "Relationships")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub relationships: Option<String>,
    #[serde(rename = "__proto__")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proto: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prototype: Option<String>,
    #[serde(rename = "toString")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_string: Option<String>,
    #[serde(rename = "hasOwnProperty")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_own_property: Option<String>,
    #[serde(rename = "valueOf")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arguments: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub eval: Option<String>,
    #[serde(rename = "NaN")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub na_n: Option<String>,
    #[serde(rename = "Infinity")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub infinity: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analyse: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub analyze: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub and: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub array: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub asymmetric: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub authorization: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub between: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub binary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub both: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cast: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub check: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collate: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concurrently: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub constraint: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub create: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cross: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_catalog: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_role: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_schema: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_timestamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current_user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deferrable: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub desc: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distinct: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub except: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exists: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fetch: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub foreign: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freeze: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grant: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub having: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ilike: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub initially: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub inner: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intersect: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub into: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub isnull: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub join: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lateral: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub leading: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub like: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub localtime: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub localtimestamp: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub natural: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notnull: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offset: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub only: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub or: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlaps: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub placing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub references: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub returning: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub right: Option<String>,
    #[serde(rename = "row")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub row2: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub similar: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub some: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub symmetric: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system_user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tablesample: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trailing: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub using: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub variadic: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub verbose: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub window: Option<String>,
}

/// A change of a row of `public.words`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct WordsPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#as: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#break: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#const: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#continue: Option<Option<String>>,
    #[serde(rename = "crate")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub crate_: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#else: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#enum: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#extern: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#false: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#fn: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#for: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#if: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#impl: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#in: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#let: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#loop: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#match: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#mod: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#move: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#mut: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#pub: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#ref: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#return: Option<Option<String>>,
    #[serde(rename = "self")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub self_: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#static: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#struct: Option<Option<String>>,
    #[serde(rename = "super")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub super_: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#trait: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#true: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#type: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#unsafe: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#use: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#where: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#while: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#async: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#await: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#dyn: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#abstract: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#become: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#box: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#do: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#final: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#macro: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#override: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#priv: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#typeof: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#unsized: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#virtual: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#yield: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#try: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub r#gen: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub union: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub default: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub raw: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub auto: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub safe: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub any: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub boolean: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub class: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub constructor: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub debugger: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub declare: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub delete: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub export: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub extends: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub finally: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub function: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub get: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub implements: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub import: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub instanceof: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub interface: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub is: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub keyof: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub module: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub namespace: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub never: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub new: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub null: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub number: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub object: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub of: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub package: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub private: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub protected: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub public: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub readonly: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub require: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub set: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub string: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub symbol: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub switch: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub this: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub throw: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub undefined: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub unique: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub unknown: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub var: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub void: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub with: Option<Option<String>>,
    #[serde(rename = "Json")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub json: Option<Option<String>>,
    #[serde(rename = "Database")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub database: Option<Option<String>>,
    #[serde(rename = "Tables")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tables: Option<Option<String>>,
    #[serde(rename = "Enums")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub enums: Option<Option<String>>,
    #[serde(rename = "Row")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub row: Option<Option<String>>,
    #[serde(rename = "Insert")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub insert: Option<Option<String>>,
    #[serde(rename = "Update")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub update: Option<Option<String>>,
    #[serde(rename = "Relationships")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub relationships: Option<Option<String>>,
    #[serde(rename = "__proto__")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub proto: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub prototype: Option<Option<String>>,
    #[serde(rename = "toString")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub to_string: Option<Option<String>>,
    #[serde(rename = "hasOwnProperty")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub has_own_property: Option<Option<String>>,
    #[serde(rename = "valueOf")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub value_of: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub arguments: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub eval: Option<Option<String>>,
    #[serde(rename = "NaN")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub na_n: Option<Option<String>>,
    #[serde(rename = "Infinity")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub infinity: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub all: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub analyse: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub analyze: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub and: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub array: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub asc: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub asymmetric: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub authorization: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub between: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub binary: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub both: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub case: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub cast: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub check: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub collate: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub collation: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub column: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub concurrently: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub constraint: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub create: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub cross: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_catalog: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_date: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_role: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_schema: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_time: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_timestamp: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub current_user: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub deferrable: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub desc: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub distinct: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub end: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub except: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub exists: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub fetch: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub foreign: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub freeze: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub from: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub full: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub grant: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub group: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub having: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub ilike: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub initially: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub inner: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub intersect: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub into: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub isnull: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub join: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub lateral: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub leading: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub left: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub like: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub limit: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub localtime: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub localtimestamp: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub natural: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub not: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub notnull: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub offset: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub on: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub only: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub or: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub order: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub outer: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub overlaps: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub placing: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub primary: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub references: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub returning: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub right: Option<Option<String>>,
    #[serde(rename = "row")]
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub row2: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub select: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub session_user: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub similar: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub some: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub symmetric: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub system_user: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub table: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub tablesample: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub then: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub to: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub trailing: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub user: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub using: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub variadic: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub verbose: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub when: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "super::support::present",
        skip_serializing_if = "Option::is_none"
    )]
    pub window: Option<Option<String>>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct X3 {
    pub id: i32,
}

impl X3 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"{% x %}\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for X3 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public. x `: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewX3 {
    pub id: i32,
}

/// A change of a row of `public. x `: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct X3Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct X4 {
    pub id: i32,
}

impl X4 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"{{ x }}\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for X4 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public. x `: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewX4 {
    pub id: i32,
}

/// A change of a row of `public. x `: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct X4Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct É {
    pub id: i32,
}

impl É {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"é\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for É {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.é`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewÉ {
    pub id: i32,
}

/// A change of a row of `public.é`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct ÉPatch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct 表 {
    pub id: i32,
}

impl 表 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"表\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for 表 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.表`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct New表 {
    pub id: i32,
}

/// A change of a row of `public.表`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct 表Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Table9 {
    pub id: i32,
}

impl Table9 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"🦀\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Table9 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

/// A new row of `public.`: what is `None` is left to the database.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct NewTable9 {
    pub id: i32,
}

/// A change of a row of `public.`: what is `None` stays as it is.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Table9Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<i32>,
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Words2 {
    pub id: i32,
}

impl Words2 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.\"Words\"";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Words2 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct NewWords3 {
    #[serde(rename = "aB")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "aB"))]
    pub a_b: i32,
    #[serde(rename = "a_b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a_b"))]
    pub a_b2: i32,
    #[serde(rename = "a b")]
    #[cfg_attr(feature = "sqlx", sqlx(rename = "a b"))]
    pub a_b3: i32,
}

impl NewWords3 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.new_words";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["aB", "a_b", "a b"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "\"aB\", a_b, \"a b\"";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for NewWords3 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            a_b: row.try_get("aB")?,
            a_b2: row.try_get("a_b")?,
            a_b3: row.try_get("a b")?,
        })
    }
}

#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sqlx", derive(sqlx::FromRow))]
pub struct Words4 {
    pub id: i32,
}

impl Words4 {
    /// The table, as SQL.
    pub const TABLE: &'static str = "public.words_";
    /// Its columns, in order.
    pub const COLUMNS: &'static [&'static str] = &["id"];
    /// What to select to read a row: the columns as SQL, as text where drivers have no type.
    pub const SELECT: &'static str = "id";
}

#[cfg(feature = "postgres")]
impl TryFrom<&postgres::Row> for Words4 {
    type Error = postgres::Error;
    fn try_from(row: &postgres::Row) -> Result<Self, postgres::Error> {
        Ok(Self {
            id: row.try_get("id")?,
        })
    }
}
