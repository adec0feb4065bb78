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
