//! Texts that are certainly no date, time or interval. PostgreSQL reads a great many forms; only what has plainly none is told.

/// Words that PostgreSQL reads in place of a moment.
const WORDS: &[&str] = &["allballs", "epoch", "infinity", "now", "today", "tomorrow", "yesterday"];

/// Nothing, a word that is none of PostgreSQL's, or a year with a month or day that it does not have.
pub(super) fn is_no_date(text: &str) -> bool {
    is_other_word(text) || iso(text).is_some_and(|(year, month, day)| day == 0 || day > days(year, month))
}

/// Nothing, a word, or an hour that no day has.
pub(super) fn is_no_time(text: &str) -> bool {
    let parts: Vec<&str> = text.split(':').collect();
    let numbers: Vec<u32> = parts.iter().filter(|part| part.len() == 2).filter_map(|part| part.parse().ok()).collect();
    let beyond = match numbers.as_slice() {
        [hour, minute] | [hour, minute, _] if numbers.len() == parts.len() => {
            *hour > 24 || *minute > 59 || numbers.get(2).is_some_and(|second| *second > 60)
        }
        _ => false,
    };
    is_other_word(text) || beyond
}

/// Nothing, or a word that no unit of time begins like.
pub(super) fn is_no_interval(text: &str) -> bool {
    const UNITS: &[&str] = &["c", "d", "h", "infinity", "m", "q", "s", "u", "w", "y"];
    let lower = text.to_ascii_lowercase();
    is_other_word(text) && !UNITS.iter().any(|unit| lower.starts_with(unit))
}

fn is_other_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphabetic()) && !WORDS.contains(&text.to_ascii_lowercase().as_str())
}

/// Year, month and day of `2026-12-31`, whatever stands behind it.
fn iso(text: &str) -> Option<(u32, u32, u32)> {
    let (date, rest) = text.split_at_checked(10)?;
    let digits = |from: usize, to: usize| {
        let part = date.get(from..to)?;
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse().ok())?
    };
    let dashes = date.get(4..5) == Some("-") && date.get(7..8) == Some("-");
    let ends = rest.is_empty() || rest.starts_with([' ', 'T']);
    (dashes && ends).then(|| Some((digits(0, 4)?, digits(5, 7)?, digits(8, 10)?)))?
}

/// How many days a month has; none where there is no such month.
fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_plainly_wrong_is_told() {
        for text in [
            "2026-02-28",
            "2024-02-29",
            "Today",
            "infinity",
            "-infinity",
            "Jan 8, 1999",
            "19990108",
            "J2451187",
            "2026-12-31T25",
        ] {
            assert!(!is_no_date(text), "{text}");
        }
        for text in
            ["", "yesterdayy", "never", "2026-13-01", "2026-02-29", "2026-00-10", "2026-04-31 10:00", "1900-02-29"]
        {
            assert!(is_no_date(text), "{text}");
        }
        for text in ["23:59", "24:00", "now", "04:05:06.789", "040506", "4:05 pm", "10:00+02"] {
            assert!(!is_no_time(text), "{text}");
        }
        for text in ["", "noon", "25:00", "10:60", "10:00:61"] {
            assert!(is_no_time(text), "{text}");
        }
        for text in ["1 day", "P1D", "infinity", "01:00", "1-2", "year", "@ 1 hour ago"] {
            assert!(!is_no_interval(text), "{text}");
        }
        for text in ["", "abc", "never"] {
            assert!(is_no_interval(text), "{text}");
        }
    }
}
