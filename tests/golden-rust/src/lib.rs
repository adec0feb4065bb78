//! The golden Rust of the type back end, compiled as a user would compile it.

#[rustfmt::skip]
#[path = "../../golden/types/rust/mod.rs"]
pub mod types;

#[rustfmt::skip]
#[path = "../../golden/kitchen-sink/rust/mod.rs"]
pub mod kitchen_sink;

#[rustfmt::skip]
#[path = "../../golden/collisions/rust/mod.rs"]
pub mod collisions;

/// What the model before it calls `crate::JobParameters`.
pub type JobParameters = std::collections::BTreeMap<String, serde_json::Value>;

/// What the model calls `crate::Preferences`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Preferences {
    /// Shown in the dark.
    pub dark: bool,
}

/// What the model calls `crate::Change`.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Change {
    /// What changed.
    pub field: String,
}
