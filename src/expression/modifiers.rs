//! What stands in parentheses behind a type.

/// The longest text that a length can be given for.
const LONGEST: i64 = 10_485_760;

/// Types of PostgreSQL's own that take a number or two.
const TAKING: &[&str] = &[
    "bit",
    "bit varying",
    "character",
    "character varying",
    "double precision",
    "interval",
    "numeric",
    "time with time zone",
    "time without time zone",
    "timestamp with time zone",
    "timestamp without time zone",
];

/// Why PostgreSQL takes no such modifier of a type, and what to write.
pub(super) fn refused(phrase: &str, canonical: &str, modifier: &str) -> Option<(String, String)> {
    if !TAKING.contains(&canonical) || canonical == "double precision" && phrase != "float" {
        let help = match canonical {
            "text" => format!("write `text`, or `varchar({modifier})` where longer texts are to be refused"),
            "integer" | "bigint" | "smallint" => format!("write `{phrase}`: numbers are limited by a `check`"),
            "real" | "double precision" => format!("write `{phrase}`, or `numeric({modifier})`"),
            _ => format!("write `{phrase}`"),
        };
        return Some((format!("`{phrase}` has nothing in parentheses"), help));
    }
    let numbers: Option<Vec<i64>> = modifier.split(',').map(|item| item.parse().ok()).collect();
    let Some(numbers) = numbers else {
        return Some((
            format!("`{modifier}` is not what stands in parentheses behind `{phrase}`"),
            format!("write a number: `{phrase}(10)`"),
        ));
    };
    let (most, what) = match canonical {
        "numeric" => return of_numeric(phrase, &numbers),
        "double precision" => (53, "bits"),
        "interval" => return None,
        canonical if canonical.starts_with("time") => return None,
        "bit" | "bit varying" => (LONGEST * 8, "bits"),
        _ => (LONGEST, "letters"),
    };
    match numbers.as_slice() {
        [length] if (1..=most).contains(length) => None,
        _ => Some((format!("`{phrase}({modifier})`: it has from 1 to {most} {what}"), format!("write `{phrase}(20)`"))),
    }
}

fn of_numeric(phrase: &str, numbers: &[i64]) -> Option<(String, String)> {
    let fits = match numbers {
        [precision] => (1..=1000).contains(precision),
        [precision, scale] => (1..=1000).contains(precision) && (-1000..=1000).contains(scale),
        _ => false,
    };
    let message = || format!("a `{phrase}` has from 1 to 1000 digits, of which up to 1000 stand behind the point");
    (!fits).then(|| (message(), format!("write `{phrase}(12,2)`, or `{phrase}` for any")))
}
