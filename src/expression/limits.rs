//! Fragments that nobody writes are refused before the parser, which recurses, sees them.

/// Bytes of one fragment.
const LENGTH: usize = 100_000;
/// Parentheses and brackets open at once.
const DEPTH: usize = 200;
/// Operators, each of which may nest one deeper than the one before.
const OPERATORS: usize = 2_000;

/// Why a fragment is not parsed at all.
pub(super) fn exceeded(sql: &str) -> Option<String> {
    if sql.len() > LENGTH {
        return Some(format!("is longer than {LENGTH} bytes"));
    }
    if deepest(sql) > DEPTH {
        return Some(format!("has more than {DEPTH} parentheses in each other"));
    }
    let signs = sql.bytes().filter(|byte| b"+-*/<>=~!@#%^&|?:[.".contains(byte)).count();
    let words = sql.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| is_operator(word)).count();
    (signs + words > OPERATORS).then(|| format!("has more than {OPERATORS} operators"))
}

fn deepest(sql: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in sql.bytes() {
        match byte {
            b'(' | b'[' => depth += 1,
            b')' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

fn is_operator(word: &str) -> bool {
    const WORDS: &[&str] = &[
        "and",
        "at",
        "between",
        "case",
        "collate",
        "except",
        "explain",
        "ilike",
        "in",
        "intersect",
        "is",
        "isnull",
        "join",
        "like",
        "not",
        "notnull",
        "or",
        "over",
        "overlaps",
        "prepare",
        "similar",
        "union",
    ];
    WORDS.iter().any(|operator| word.eq_ignore_ascii_case(operator))
}
