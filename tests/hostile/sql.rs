//! What a database says is text as well: SQL that no server would print goes through import's inference and the audit.
//!
//! `HOSTILE_SQL=20000 cargo test --release --test hostile sql -- --nocapture` feeds as many as you like.

use super::mutate::Random;
use schemagen::catalog::Catalog;
use schemagen::spec::lift::Options;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// In tests; a command feeds more.
const FEW: u64 = 150;

/// What breaks programs that read SQL.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "((",
    "))",
    "()",
    "'",
    "''",
    "'a",
    "\"",
    "\"\"",
    "\"a",
    "$$",
    "$a$",
    "$1",
    "e'\\'",
    "U&'\\",
    "::",
    "::text",
    "::\"x",
    "::numeric(4,",
    "::text[]",
    ",",
    ";",
    ".",
    "..",
    "a.",
    "*",
    "--",
    "/*",
    "*/",
    "\n",
    "\u{0}",
    "\u{202e}",
    "表",
    "🦀",
    "é",
    "=",
    "<>",
    "= any (",
    "any(array[",
    "array[",
    "exists (",
    "(select",
    "select 1",
    " from ",
    " where ",
    " in (",
    " not ",
    " and ",
    " or ",
    " is null",
    " is not ",
    "case when",
    " end",
    "between",
    " as ",
    " over (",
    "cast(",
    "row(",
    "null",
    "true",
    "1e999",
    "auth.uid()",
    "( SELECT auth.uid() AS uid)",
    "current_setting('a'",
    "->>",
    "->> '",
    " collate ",
    " at time zone ",
    "interval '",
];

/// Another test of this program moves to another folder.
fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn catalogs() -> Vec<Catalog> {
    let places = ["examples", "tests/models"].map(|place| root().join(place));
    let models = places.iter().flat_map(|place| walkdir::WalkDir::new(place).sort_by_file_name());
    let models = models.flatten().filter(|entry| entry.file_name() == "schema.yaml");
    models.filter_map(|entry| compiled(entry.path())).collect()
}

fn compiled(path: &Path) -> Option<Catalog> {
    Some(schemagen::compile::compile(&schemagen::source::load(path).0).0?.catalog)
}

/// Every text of SQL in a catalog.
fn texts(catalog: &mut Catalog) -> Vec<&mut String> {
    let mut found: Vec<&mut String> = Vec::new();
    for table in catalog.tables.values_mut() {
        found
            .extend(table.policies.iter_mut().flat_map(|(_, policy)| [&mut policy.using, &mut policy.check]).flatten());
        found.extend(table.checks.iter_mut().map(|(_, check)| &mut check.expression));
        found.extend(table.triggers.iter_mut().filter_map(|(_, trigger)| trigger.when.as_mut()));
        found.extend(table.indexes.iter_mut().flat_map(|(_, index)| &mut index.keys));
        found.extend(table.columns.iter_mut().filter_map(|column| column.default.as_mut()));
    }
    found.extend(catalog.functions.values_mut().map(|function| &mut function.body));
    found.extend(catalog.views.values_mut().map(|view| &mut view.query));
    found
}

fn spoil(text: &mut String, random: &mut Random) {
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
    let (mut from, mut to) = (places[random.below(places.len())], places[random.below(places.len())]);
    if from > to {
        std::mem::swap(&mut from, &mut to);
    }
    match random.below(6) {
        0 => text.truncate(from),
        1 => drop(text.drain(from..to)),
        2 => {
            let again = text[from..to].to_owned();
            text.insert_str(to, &again);
        }
        3 => *text = (0..=random.below(12)).map(|_| random.pick(PIECES)).collect(),
        _ => text.insert_str(from, random.pick(PIECES)),
    }
}

fn feed(catalogs: &[Catalog], number: u64) {
    let mut random = Random::seeded(number);
    let mut catalog = catalogs[random.below(catalogs.len())].clone();
    let mut texts = texts(&mut catalog);
    for _ in 0..=random.below(8) {
        let place = random.below(texts.len());
        spoil(texts[place], &mut random);
    }
    judge(&catalog);
}

fn judge(catalog: &Catalog) {
    schemagen::audit::audit(catalog);
    let inferred = schemagen::infer::settle(catalog, &Options::default(), &BTreeMap::new());
    schemagen::spec::format(&inferred.lifted.spec);
}

#[test]
fn hostile_sql_is_imported_and_audited() {
    let catalogs = catalogs();
    assert!(catalogs.len() > 10, "few models were found");
    let mut slowest = (Duration::ZERO, 0);
    let count = super::number("HOSTILE_SQL", FEW);
    let panics: Vec<u64> = (0..count)
        .filter(|number| {
            let started = Instant::now();
            let panicked = catch_unwind(AssertUnwindSafe(|| feed(&catalogs, *number))).is_err();
            slowest = slowest.max((started.elapsed(), *number));
            panicked
        })
        .collect();
    println!("{count} inputs, slowest {:?} (input {})", slowest.0, slowest.1);
    assert!(panics.is_empty(), "these inputs panic: {panics:?}");
}

/// A server reads several thousand levels, with its usual 2 MB of stack; here 5,000 take no more, but a minute.
#[test]
fn deep_sql_is_imported_and_audited() {
    let mut catalog = compiled(&root().join("examples/saas-foundation/schema.yaml")).unwrap();
    for (open, close) in [
        ("(", ")"),
        ("not (", ")"),
        ("abs(", ")"),
        ("a = (select ", ")"),
        ("case when a then ", " end"),
        ("(a or (b and ", "))"),
        ("a::text = any (array[", "])"),
    ] {
        let deep = format!("{}true{}", open.repeat(500), close.repeat(500));
        for text in texts(&mut catalog).into_iter().take(3) {
            text.clone_from(&deep);
        }
        let started = Instant::now();
        judge(&catalog);
        println!("{open}: {:?}", started.elapsed());
    }
}
