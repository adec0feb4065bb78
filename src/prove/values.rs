//! Values by type: one that fits, others to try, and what a condition's own text suggests.

use super::session::Session;
use super::shapes::Column;
use crate::postgres::Failure;

/// The n-th value of a column's type, different for each n where the type allows it.
pub fn sample(column: &Column, number: usize) -> String {
    known(column, number).unwrap_or_else(|| format!("x{number}"))
}

/// The same; of a type that is not known here, a value that the server takes, if there is any.
pub fn fresh(session: &mut Session, column: &Column, number: usize) -> Result<String, Failure> {
    if let Some(value) = known(column, number) {
        return Ok(value);
    }
    let sample = sample(column, number);
    let candidates = std::iter::once(sample.clone()).chain(alternatives(column, &[], number));
    Ok(fitting(session, column, candidates)?.into_iter().next().unwrap_or(sample))
}

fn known(column: &Column, number: usize) -> Option<String> {
    if let Some(label) = column.labels.get(number % column.labels.len().max(1)) {
        return Some(label.clone());
    }
    let value = match column.base_type.as_str() {
        "uuid" => format!("{:08x}-0000-4000-8000-{number:012x}", 0xabc),
        "boolean" => (number % 2 == 1).to_string(),
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" | "oid" => {
            format!("{}", number + 1)
        }
        "money" => format!("{}.00", number + 1),
        "date" => format!("2026-01-{:02}", number % 28 + 1),
        "timestamp with time zone" | "timestamp without time zone" => {
            format!("2026-01-{:02} {:02}:00:00", number % 28 + 1, number / 28 % 24)
        }
        "time without time zone" | "time with time zone" => format!("{:02}:{:02}:00", number / 60 % 24, number % 60),
        "interval" => format!("{number} hours"),
        "json" | "jsonb" => "{}".to_owned(),
        "inet" | "cidr" => format!("10.0.{}.{}", number / 250 % 250, number % 250),
        "macaddr" => format!("08:00:2b:01:{:02x}:{:02x}", number / 250 % 250, number % 250),
        "bytea" => format!("\\x{number:08x}"),
        "bit" => format!("{:0>length$}", number % 2, length = length(&column.data_type)),
        "point" => format!("({number},0)"),
        "xml" => format!("<x>{number}</x>"),
        base if base.ends_with("[]") => "{}".to_owned(),
        base if base.ends_with("range") => "empty".to_owned(),
        "character" | "\"char\"" => char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)).to_string(),
        _ if is_text(column) => format!("x{number}"),
        _ => return None,
    };
    Some(value)
}

/// Other values of the type to try where the first is refused; `texts` are the expressions that refuse.
pub fn alternatives(column: &Column, texts: &[&str], number: usize) -> Vec<String> {
    let mut found: Vec<String> = column.labels.clone();
    let (strings, numbers) = literals(texts);
    let is_number = matches!(
        column.base_type.as_str(),
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision"
    );
    if is_number {
        found.extend(numbers.iter().flat_map(|n| [*n, n + 1, n - 1]).map(|n| n.to_string()));
        found.extend(["0", "1", "2", "10", "100"].map(str::to_owned));
    } else if column.base_type == "boolean" {
        found.extend(["true", "false"].map(str::to_owned));
    } else if is_text(column) {
        found.extend(strings);
        found.extend(lengths(&numbers, number));
        found.extend(SHAPES.iter().map(|shape| shape.replace('#', &number.to_string())));
    } else if found.is_empty() {
        found.extend(strings);
        found.extend(FORMS.iter().map(|form| (*form).to_owned()));
        found.extend(forms(&column.data_type));
    }
    let mut unique = Vec::new();
    found.into_iter().for_each(|value| {
        if !unique.contains(&value) {
            unique.push(value)
        }
    });
    unique
}

/// Those of the values that the column's type takes. Any other is refused before it is looked who asks, which would
/// show nothing.
pub fn fitting(
    session: &mut Session,
    column: &Column,
    values: impl IntoIterator<Item = String>,
) -> Result<Vec<String>, Failure> {
    let values: Vec<String> = values.into_iter().collect();
    // Every text is one; a cast would cut it.
    if is_text(column) { Ok(values) } else { session.fitting(&column.data_type, values) }
}

/// Shapes that checks on text often ask for; `#` is the serial number.
const SHAPES: &[&str] = &[
    "x#",
    "x#@example.com",
    "https://example.com/#",
    "/x#",
    "x-#",
    "X#",
    "EN",
    "en",
    "EUR",
    "#",
    "#00000",
    "+4915112345#",
    "#1.0.0",
];

/// Text that some type or other takes: arrays, JSON, numbers, times, ranges, geometry, search, addresses, PostGIS, hstore.
const FORMS: &[&str] = &[
    "{}",
    "[]",
    "[1,2]",
    "0",
    "1",
    "x",
    "2026-01-01",
    "{1}",
    "{x}",
    "[2026-01-01,2026-01-02)",
    "[1,2,3]",
    "(1,2)",
    "{1,2,3}",
    "((1,2),(3,4))",
    "<(1,2),3>",
    "08:00:2b:01:02:03:04:05",
    "1/A",
    "1:2:",
    "x=>1",
    "POINT(1 2)",
    "$",
];

/// `8` of `bit(8)`; 1 where nothing is said.
fn length(data_type: &str) -> usize {
    let length = |(_, rest): (&str, &str)| rest.split(')').next()?.parse().ok();
    data_type.split_once('(').and_then(length).filter(|length| *length <= 4096).unwrap_or(1)
}

/// Text that a type takes because of what it is made of: as many bits or numbers, a row with so many fields.
fn forms(data_type: &str) -> Vec<String> {
    let length = length(data_type);
    let rows = (0..16).map(|commas| format!("({})", ",".repeat(commas)));
    rows.chain(["0".repeat(length), format!("[{}]", vec!["1"; length].join(","))]).collect()
}

fn is_text(column: &Column) -> bool {
    matches!(column.base_type.as_str(), "text" | "character varying" | "character" | "name")
        || column.base_type.ends_with("citext")
}

/// Texts of the lengths that a check may count.
fn lengths(numbers: &[i64], number: usize) -> Vec<String> {
    let sane = numbers.iter().filter(|length| (1..=64).contains(*length));
    sane.map(|length| format!("{number:a>width$}", width = usize::try_from(*length).unwrap_or(1))).collect()
}

/// The string and number literals of some SQL.
pub fn literals(texts: &[&str]) -> (Vec<String>, Vec<i64>) {
    let (mut strings, mut numbers) = (Vec::new(), Vec::new());
    for text in texts {
        // Between quotes stand strings; a doubled quote is a quote.
        for (place, piece) in text.replace("''", "\u{1}").split('\'').enumerate() {
            if place % 2 == 1 {
                strings.push(piece.replace('\u{1}', "'"));
            } else {
                let words = piece.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
                numbers.extend(words.filter_map(|word| word.parse::<i64>().ok()));
            }
        }
    }
    (strings, numbers)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_literals() {
        let (strings, numbers) = literals(&["status in ('a', 'it''s') and n between 0 and 100 and x_1 > 5"]);
        assert_eq!((strings, numbers), (vec!["a".to_owned(), "it's".to_owned()], vec![0, 100, 5]));
    }
}
