//! `schemagen.lock`: what was compiled, from what, by which version.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The lock file. Paths use `/`; maps are ordered, so that the same build gives the same bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// Version of schemagen that wrote it.
    pub schemagen: String,
    /// Model files, relative to the root model's folder, with the SHA-256 of their text.
    pub sources: BTreeMap<String, String>,
    /// Written files.
    pub files: BTreeMap<String, LockedFile>,
}

/// One written file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LockedFile {
    /// Which back end wrote it.
    pub by: String,
    /// SHA-256 of its text, in hexadecimal.
    pub sha256: String,
}

impl Lock {
    /// Name of the file in the output directory.
    pub const NAME: &'static str = "schemagen.lock";

    /// Reads a lock; whatever cannot be read counts as no lock.
    pub fn parse(text: &str) -> Self {
        serde_json::from_str(text).unwrap_or_default()
    }

    /// The text of the file.
    pub fn render(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// SHA-256 in hexadecimal.
pub fn sha256(text: &str) -> String {
    hexadecimal(Sha256::new().chain_update(text))
}

/// What a hash has come to, in hexadecimal.
pub(super) fn hexadecimal(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
