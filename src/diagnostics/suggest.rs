//! Did you mean?

/// The candidate that a mistyped word most likely stands for.
pub fn closest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    let most = 1 + word.chars().count() / 4;
    let distance = |candidate: &str| match candidate.strip_prefix(lower.as_str()) {
        Some(_) if lower.len() >= 4 => 1,
        _ => strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()),
    };
    candidates
        .into_iter()
        .map(|candidate| (distance(candidate), candidate))
        .filter(|(distance, candidate)| *distance <= most && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::closest;

    #[test]
    fn a_slip_is_found_and_another_word_is_not() {
        let words = ["columns", "comment", "checks", "check"];
        assert_eq!(closest("colums", words), Some("columns"));
        assert_eq!(closest("Check", words), Some("check"));
        assert_eq!(closest("commnet", words), Some("comment"));
        assert_eq!(closest("comm", words), Some("comment"));
        assert_eq!(closest("triggers", words), None);
        assert_eq!(closest("ab", ["x"]), None);
    }
}
