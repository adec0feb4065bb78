//! Bounds that can be compared without a server: whole numbers and moments. How texts are ordered is the collation's to say.

use crate::expression::Kind;

/// One value of a bound.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Point {
    /// MINVALUE
    Least,
    /// A whole number.
    Number(i128),
    /// Year to second, in digits.
    Moment(String),
    /// MAXVALUE
    Most,
}

/// The value that a text stands for, where that can be told.
pub(super) fn point(text: &str, kind: &Kind) -> Option<Point> {
    match text.to_ascii_uppercase().as_str() {
        "MINVALUE" => return Some(Point::Least),
        "MAXVALUE" => return Some(Point::Most),
        _ => {}
    }
    match kind {
        Kind::Smallint | Kind::Integer | Kind::Bigint | Kind::Numeric | Kind::Real | Kind::Double => {
            text.trim().parse().ok().map(Point::Number)
        }
        Kind::Date => moment(text).filter(|_| text.len() == 10).map(Point::Moment),
        Kind::Timestamp | Kind::TimestampTz => moment(text).map(Point::Moment),
        _ => None,
    }
}

/// `2026-12-31`, `2026-12-31 18:00`, `2026-12-31T18:00:00`, with all digits that a moment has.
fn moment(text: &str) -> Option<String> {
    const WHOLE: &str = "0000-00-00 00:00:00";
    let text = text.replacen('T', " ", 1);
    let alike =
        |(letter, pattern): (char, char)| if pattern == '0' { letter.is_ascii_digit() } else { letter == pattern };
    let plain = text.chars().zip(WHOLE.chars()).all(alike);
    let rest = WHOLE.get(text.len()..)?;
    (plain && matches!(text.len(), 10 | 16 | 19)).then(|| format!("{text}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_compared_is_and_the_rest_is_not() {
        let less = [
            ("MINVALUE", "-5", Kind::Integer),
            ("9", "10", Kind::Bigint),
            ("10", "maxvalue", Kind::Integer),
            ("2026-01-01", "2026-01-02", Kind::Date),
            ("2026-01-01", "2026-01-01 00:01", Kind::Timestamp),
            ("2026-01-01T10:00:00", "2026-01-01 10:00:01", Kind::TimestampTz),
        ];
        for (one, other, kind) in less {
            assert!(point(one, &kind) < point(other, &kind), "{one} {other}");
        }
        for (text, kind) in [("9", Kind::Text), ("2026-01-01 10:00+02", Kind::TimestampTz), ("1.5", Kind::Numeric)] {
            assert_eq!(point(text, &kind), None, "{text}");
        }
    }
}
