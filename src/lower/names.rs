//! Names of what is derived: readable, deterministic, unique where they stand, at most 63 bytes.

use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// The longest name that PostgreSQL keeps whole.
const LONGEST: usize = 63;

/// The name itself, or as much of it as fits with eight digits of its hash behind.
pub fn fit(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let digest = Sha256::digest(name.as_bytes());
    let hash: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    let end = (0..=LONGEST - 9).rev().find(|end| name.is_char_boundary(*end)).unwrap_or(0);
    format!("{}_{hash}", name.get(..end).unwrap_or(name))
}

/// The first of `name`, `name_2`, `name_3` … that is not taken; takes it.
pub fn unique(taken: &mut BTreeSet<String>, name: &str) -> String {
    let mut candidate = fit(name);
    let mut number = 1;
    while !taken.insert(candidate.clone()) {
        number += 1;
        candidate = fit(&format!("{name}_{number}"));
    }
    candidate
}

/// A column without what says that it is a key: `creator_mind_id` of principal `mind` is `creator`.
pub fn stem<'n>(column: &'n str, principal: Option<&str>) -> &'n str {
    let stem = column.strip_suffix("_id").unwrap_or(column);
    let shorter = principal.and_then(|name| stem.strip_suffix(name)?.strip_suffix('_'));
    shorter.filter(|stem| !stem.is_empty()).unwrap_or(stem)
}

/// The first quoted word of a condition, or its only column: `status = 'published'` is `published`.
pub fn of_condition(sql: &str) -> Option<String> {
    if let Some(literal) = sql.split('\'').nth(1) {
        return slug(literal);
    }
    let name = sql.trim();
    let plain = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    plain.then(|| name.strip_prefix("is_").unwrap_or(name)).and_then(slug)
}

fn slug(text: &str) -> Option<String> {
    let word = |character: char| if character.is_ascii_alphanumeric() { character.to_ascii_lowercase() } else { '_' };
    let slug: String = text.chars().take(30).map(word).collect();
    Some(slug.trim_matches('_').to_owned()).filter(|slug| !slug.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_unique_and_readable() {
        assert_eq!(stem("creator_mind_id", Some("mind")), "creator");
        assert_eq!(stem("mind_id", Some("mind")), "mind");
        assert_eq!(stem("project_id", None), "project");
        assert_eq!(of_condition("status = 'published' and x").as_deref(), Some("published"));
        assert_eq!(of_condition("is_public").as_deref(), Some("public"));
        assert_eq!(of_condition("a > b"), None);
        assert_eq!(fit(&"é".repeat(40)).len(), 63);
        let mut taken = BTreeSet::new();
        assert_eq!(unique(&mut taken, "a"), "a");
        assert_eq!(unique(&mut taken, "a"), "a_2");
    }
}
