//! Texts that a type certainly does not read. What PostgreSQL may read is passed on to it.

use super::{DataType, Kind, Names, TypeKind, suggestion};
use crate::catalog::QualifiedName;

/// A literal that the kind has no value for.
pub fn misfits(kind: &Kind, text: &str, names: &Names) -> bool {
    let trimmed = text.trim_matches(|letter: char| letter.is_ascii_whitespace() || letter == '\u{b}');
    match kind {
        Kind::Boolean => !is_truth(&trimmed.to_ascii_lowercase()),
        Kind::Smallint => is_no_integer(trimmed, i64::from(i16::MIN)..=i64::from(i16::MAX)),
        Kind::Integer => is_no_integer(trimmed, i64::from(i32::MIN)..=i64::from(i32::MAX)),
        Kind::Bigint => is_no_integer(trimmed, i64::MIN..=i64::MAX),
        Kind::Numeric | Kind::Real | Kind::Double => is_no_number(trimmed),
        Kind::Uuid => !is_uuid(text),
        Kind::Date | Kind::Timestamp | Kind::TimestampTz => super::moment::is_no_date(trimmed),
        Kind::Time | Kind::TimeTz => super::moment::is_no_time(trimmed),
        Kind::Interval => super::moment::is_no_interval(trimmed),
        Kind::Json | Kind::Jsonb => is_no_json(text),
        Kind::Enum(name) => match names.types.get(name.as_ref()) {
            Some(TypeKind::Enum(labels)) => !labels.iter().any(|label| label == text),
            _ => false,
        },
        Kind::Array => !trimmed.starts_with(['{', '[']),
        Kind::Text | Kind::Bytea | Kind::Other => false,
    }
}

/// A number or text that has no room in the type: `numeric(4,2)`, `varchar(3)`.
pub fn overflows(data_type: &DataType, text: &str) -> bool {
    if data_type.array {
        return false;
    }
    let modifier = || data_type.sql.split_once('(')?.1.strip_suffix(')');
    let numbers: Vec<usize> =
        modifier().into_iter().flat_map(|inside| inside.split(',')).filter_map(|item| item.parse().ok()).collect();
    match (data_type.base.as_str(), numbers.as_slice()) {
        ("character varying" | "character", [length]) => text.trim_end_matches(' ').chars().count() > *length,
        ("numeric", [precision, scale]) if scale <= precision => has_more_digits(text, precision - scale, *scale),
        _ => false,
    }
}

/// What to write in place of a literal that misfits.
pub fn instead(kind: &Kind, text: &str, names: &Names) -> String {
    let labels = |name: &QualifiedName| match names.types.get(name) {
        Some(TypeKind::Enum(labels)) => labels.as_slice(),
        _ => &[],
    };
    match kind {
        Kind::Boolean => "write `true` or `false`".to_owned(),
        Kind::Uuid => "write all 32 digits: `'6f1c0f38-1b7a-4c55-9d0e-2a4b6c8d0e1f'`".to_owned(),
        Kind::Date => "write it as `'2026-12-31'`".to_owned(),
        Kind::Timestamp | Kind::TimestampTz => "write it as `'2026-12-31 18:00'`".to_owned(),
        Kind::Time | Kind::TimeTz => "write it as `'18:00'`".to_owned(),
        Kind::Interval => "write it as `'90 days'`".to_owned(),
        Kind::Json | Kind::Jsonb => "write JSON: `'{\"key\": \"value\"}'`, and a text as `'\"text\"'`".to_owned(),
        Kind::Array => format!("write a list: `'{{{text}}}'`"),
        Kind::Enum(name) => match suggestion(text, labels(name).iter().map(String::as_str)) {
            Some(close) => format!("did you mean `{close}`?"),
            None => format!("it is one of {}", labels(name).join(", ")),
        },
        kind if kind.rank() < Kind::Numeric.rank() => format!("write a whole number that {} has room for", kind.word()),
        _ => "write a number".to_owned(),
    }
}

/// `is_truth("off")`: PostgreSQL takes what begins like one word only.
fn is_truth(text: &str) -> bool {
    let begins = |word: &str| !text.is_empty() && word.starts_with(text);
    ["true", "false", "yes", "no"].into_iter().any(begins) || ["on", "off", "of", "1", "0"].contains(&text)
}

/// Later versions read `0x1f` and `1_000` as well.
fn is_no_integer(text: &str, range: std::ops::RangeInclusive<i64>) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return !text.parse::<i64>().is_ok_and(|number| range.contains(&number));
    }
    !may_be_of_later_versions(digits)
}

fn is_no_number(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    text.parse::<f64>().is_err() && !may_be_of_later_versions(digits)
}

fn may_be_of_later_versions(digits: &str) -> bool {
    digits.starts_with(|letter: char| letter.is_ascii_digit())
        && digits.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'+' | b'-'))
        && (digits.contains('_') || digits.starts_with('0') && digits.contains(['x', 'X', 'o', 'O', 'b', 'B']))
}

/// 32 hexadecimal digits, with a `-` between any two groups of four, all in braces or not.
fn is_uuid(text: &str) -> bool {
    let inner = text.strip_prefix('{').map_or(Some(text), |rest| rest.strip_suffix('}'));
    let mut digits = 0;
    let mut before = '-';
    for letter in inner.unwrap_or_default().chars() {
        match letter {
            '-' if digits > 0 && digits < 32 && digits % 4 == 0 && before != '-' => {}
            _ if letter.is_ascii_hexdigit() => digits += 1,
            _ => return false,
        }
        before = letter;
    }
    digits == 32 && before != '-'
}

/// What a strict reader refuses; escapes and depths that it and PostgreSQL see differently are left to the latter.
fn is_no_json(text: &str) -> bool {
    let plain = !text.contains('\\') && text.bytes().filter(|byte| matches!(byte, b'[' | b'{')).count() < 100;
    plain && serde_json::from_str::<serde::de::IgnoredAny>(text).is_err()
}

/// More digits before the point than there is room for, once it is rounded to the scale.
fn has_more_digits(text: &str, room: usize, scale: usize) -> bool {
    let digits = text.trim().trim_start_matches(['+', '-']);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if !(whole.bytes().chain(fraction.bytes())).all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let whole = whole.trim_start_matches('0');
    let rounds_up = fraction.as_bytes().get(scale).is_some_and(|digit| *digit >= b'5');
    let nines = whole.bytes().chain(fraction.bytes().take(scale)).all(|digit| digit == b'9');
    // 99.95 is 100.0 in `numeric(3,1)`
    let carried = rounds_up && nines && fraction.len() > scale;
    whole.len() + usize::from(carried) > room
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_postgresql_reads() {
        let names = Names::default();
        for (kind, right, wrong) in [
            (Kind::Boolean, &["t", "TRUE", " yes ", "of", "0", "n"][..], &["maybe", "", "o", "2", "truee"][..]),
            (Kind::Smallint, &["1", "-32768", " +7 ", "0x1f", "1_000"], &["32768", "abc", "", "1.5", "1e3", "-"]),
            (Kind::Integer, &["2147483647"], &["2147483648", "--1"]),
            (Kind::Bigint, &["9223372036854775807"], &["9223372036854775808"]),
            (Kind::Numeric, &["1.5", ".5", "5.", "1e400", "NaN", "-inf", "0xff"], &["abc", "", "1,5", "1.2.3", "12a"]),
            (
                Kind::Uuid,
                &[
                    "6f1c0f38-0000-4000-8000-00000000000a",
                    "{6f1c0f380000400080000000000000AA}",
                    "6f1c-0f3800004000-80000000-0000000a",
                ],
                &[
                    "x",
                    "",
                    "6f1c0f38-0000-4000-8000-00000000000",
                    "6f1c0f38--0000-4000-8000-00000000000a",
                    "6-f1c0f380000400080000000000000AA",
                ],
            ),
            (Kind::Jsonb, &["{}", "[1, \"a\"]", " null ", "1e5"], &["", "{", "{a: 1}", "'x'", "nil"]),
            (Kind::Array, &["{}", " {a,b}", "[1:2]={1,2}"], &["a,b", "", "(1)"]),
        ] {
            right.iter().for_each(|text| assert!(!misfits(&kind, text, &names), "{kind:?} {text}"));
            wrong.iter().for_each(|text| assert!(misfits(&kind, text, &names), "{kind:?} {text}"));
        }
    }

    #[test]
    fn room_is_measured_after_rounding() {
        let of = |text: &str| super::super::parse_type(text, &Names::default()).unwrap();
        for (data_type, right, wrong) in [
            ("numeric(4,2)", &["99.99", "-12.3", "0012.34", "99.994", "NaN"][..], &["100", "99.995", "-123.4"][..]),
            ("numeric(3)", &["999", "999.4"], &["1000", "999.5"]),
            ("numeric", &["1000000000000"], &[]),
            ("varchar(3)", &["abc", "abc  ", "äöü"], &["abcd"]),
            ("char(2)", &["ab"], &["abc"]),
            ("varchar(3)[]", &["{abcd}"], &[]),
        ] {
            right.iter().for_each(|text| assert!(!overflows(&of(data_type), text), "{data_type} {text}"));
            wrong.iter().for_each(|text| assert!(overflows(&of(data_type), text), "{data_type} {text}"));
        }
    }
}
