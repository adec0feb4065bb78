//! Names that PostgreSQL gives to what has none: `makeObjectName`.

/// Bytes of an identifier.
pub const IDENTIFIER_LIMIT: usize = 63;

/// Two parts and a label joined by `_`, the longer part cut first until the whole fits.
pub fn make_object_name(first: &str, second: Option<&str>, label: Option<&str>) -> String {
    let overhead = label.map_or(0, |label| label.len() + 1) + usize::from(second.is_some());
    let room = IDENTIFIER_LIMIT.saturating_sub(overhead);
    let (mut first_length, mut second_length) = (first.len(), second.map_or(0, str::len));
    while first_length + second_length > room {
        if first_length > second_length {
            first_length -= 1;
        } else {
            second_length -= 1;
        }
    }
    let mut name = clip(first, first_length).to_owned();
    for part in [second.map(|second| clip(second, second_length)), label].into_iter().flatten() {
        name.push('_');
        name.push_str(part);
    }
    name
}

/// As many whole characters as fit into so many bytes.
pub fn clip(text: &str, bytes: usize) -> &str {
    (0..=bytes.min(text.len())).rev().find_map(|end| text.get(..end)).unwrap_or_default()
}
