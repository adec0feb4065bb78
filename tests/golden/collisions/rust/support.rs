// Written by schemagen. Do not edit: the next build overwrites it.
//! What the other modules share.

/// For `#[serde(deserialize_with)]`: a field that is there is `Some`, also when it is null.
pub fn present<'de, T, D>(deserializer: D) -> Result<Option<T>, D::Error>
where
    T: serde::Deserialize<'de>,
    D: serde::Deserializer<'de>,
{
    T::deserialize(deserializer).map(Some)
}

/// A text column held a value that the model does not list.
#[cfg(feature = "postgres")]
pub fn unknown_value(text: &str) -> Box<dyn std::error::Error + Sync + Send> {
    format!("unknown value `{}`", text.escape_debug()).into()
}

/// An enum of a text column's values, for the postgres driver: read and written as text.
#[cfg(feature = "postgres")]
#[allow(unused_macros)]
macro_rules! text_value {
    ($name:ident) => {
        impl<'a> postgres::types::FromSql<'a> for $name {
            fn from_sql(
                sql_type: &postgres::types::Type,
                raw: &'a [u8],
            ) -> Result<Self, Box<dyn std::error::Error + Sync + Send>> {
                let text = <&str as postgres::types::FromSql>::from_sql(sql_type, raw)?;
                let found = Self::ALL.iter().copied().find(|value| value.as_str() == text);
                found.ok_or_else(|| super::support::unknown_value(text))
            }

            fn accepts(sql_type: &postgres::types::Type) -> bool {
                <&str as postgres::types::FromSql>::accepts(sql_type)
            }
        }

        impl postgres::types::ToSql for $name {
            fn to_sql(
                &self,
                sql_type: &postgres::types::Type,
                out: &mut postgres::types::private::BytesMut,
            ) -> Result<postgres::types::IsNull, Box<dyn std::error::Error + Sync + Send>> {
                postgres::types::ToSql::to_sql(&self.as_str(), sql_type, out)
            }

            fn accepts(sql_type: &postgres::types::Type) -> bool {
                <&str as postgres::types::ToSql>::accepts(sql_type)
            }

            postgres::types::to_sql_checked!();
        }
    };
}
#[cfg(feature = "postgres")]
#[allow(unused_imports)]
pub(crate) use text_value;
