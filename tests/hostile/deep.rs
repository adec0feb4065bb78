//! What is nested or chained deeper than anybody writes: each ends in an error with a code, or compiles, and soon.

use schemagen::backends::{self, Options};
use schemagen::source::Sources;
use std::time::{Duration, Instant};

/// Even in a debug build on a busy machine.
const LONGEST: Duration = Duration::from_secs(60);

/// Compiles a model and feeds every back end; the code of the first finding that is an error.
fn outcome(name: &str, text: String) -> &'static str {
    let started = Instant::now();
    let mut sources = Sources::default();
    sources.add("schema.yaml", text);
    let (compiled, findings) = schemagen::compile::compile(&sources);
    schemagen::diagnostics::render(&findings, &sources, false);
    for backend in backends::all() {
        if let Some(compiled) = &compiled {
            backend.emit(&compiled.catalog, &Options::default());
        }
    }
    println!("{name}: {:?}", started.elapsed());
    assert!(started.elapsed() < LONGEST, "{name} takes {:?}", started.elapsed());
    let error = findings.iter().find(|finding| finding.severity == schemagen::diagnostics::Severity::Error);
    assert!(compiled.is_some() != error.is_some(), "{name}: refused without a word, or compiled in spite of one");
    error.map_or("compiles", |finding| finding.code.as_str())
}

const HEAD: &str = "schemagen: 1\ntarget: supabase\n";
const TABLE: &str = "tables:\n  t:\n    owner: user_id\n    columns:\n      id: {type: uuid, primary_key: true}\n      user_id: {references: auth.users}\n      n: integer\n";

/// One place for SQL, with `{}` where it goes.
const PLACES: &[(&str, &str)] = &[
    ("check", "    checks: {c: \"{}\"}\n"),
    ("when", "    allow: [{can: read, to: signed_in, when: \"{}\"}]\n"),
    ("becomes", "    allow: [{can: update, to: signed_in, when: n = 1, becomes: \"{}\"}]\n"),
    ("deny", "    deny: [{can: delete, when: \"{}\"}]\n"),
    ("policy", "    policies: [{name: p, for: select, to: [signed_in], using: \"{}\"}]\n"),
    ("index", "    indexes: [{columns: [id], where: \"{}\"}]\n"),
    ("index key", "    indexes: [{columns: [\"{}\"]}]\n"),
    ("exclude", "    exclude: [{using: gist, elements: {id: \"=\"}, where: \"{}\"}]\n"),
    (
        "trigger",
        "    triggers: {x: {before: update, when: \"{}\", call: f}}\nfunctions: {f: {returns: trigger, body: begin end}}\n",
    ),
    ("column check", "      m: {type: integer, check: \"{}\"}\n"),
    ("default", "      m: {type: boolean, default: \"{}\"}\n"),
    ("generated", "      m: {type: boolean, generated: \"{}\"}\n"),
    ("backfill", "      m: {type: boolean, backfill: \"{}\"}\n"),
    ("domain", "domains: {d: {type: integer, check: \"{}\"}}\n"),
    ("group", "groups: {g: \"{}\"}\n"),
    ("principal", "principals: {p: {id: \"{}\", table: t}}\n"),
    ("view", "views: {v: {query: \"select {}\", read: [signed_in]}}\n"),
    ("materialized view", "materialized_views: {v: {query: \"select {}\"}}\n"),
];

/// Texts that are nested or long. None is SQL that a person would write.
fn fragments() -> Vec<(&'static str, String)> {
    let times = |text: &str, count: usize| text.repeat(count);
    vec![
        ("parentheses", times("(", 100_000) + "true" + &times(")", 100_000)),
        ("open parentheses", times("(", 100_000)),
        ("short parentheses", times("(", 40_000) + "true" + &times(")", 40_000)),
        ("calls", times("abs(", 20_000) + "1" + &times(")", 20_000)),
        ("arrays", times("array[", 15_000)),
        ("or", "true".to_owned() + &times(" or true", 100_000)),
        ("fewer or", "true".to_owned() + &times(" or true", 10_000)),
        ("not", times("not ", 20_000) + "true"),
        ("minus", times("- ", 40_000) + "1"),
        ("case", times("case when true then ", 4_000) + "1" + &times(" end", 4_000)),
        ("casts", "1".to_owned() + &times("::integer", 9_000)),
        ("postfix", "true".to_owned() + &times(" isnull", 12_000)),
        ("collate", "'a'".to_owned() + &times(" collate \"C\"", 7_000)),
        ("dots", "a".to_owned() + &times(".a", 45_000)),
        ("selects", times("(select ", 12_000) + "1" + &times(")", 12_000)),
        ("joins", "1 from t".to_owned() + &times(" cross join t", 7_000)),
        ("nested joins", "1 from t".to_owned() + &times(" join t", 12_000)),
        ("unions", "1".to_owned() + &times(" union select 1", 6_000)),
        ("aliases", "1".to_owned() + &times(" as a", 5_000)),
        ("strings", times("'a' ", 20_000)),
        ("dollars", times("$a$", 30_000)),
        ("comments", times("/* ", 30_000)),
        ("at time zone", "now()".to_owned() + &times(" at time zone 'x'", 5_000)),
        ("over", times("sum(1) over (", 7_000)),
        ("in", times("1 in (", 15_000)),
        ("exists", times("exists (", 12_000)),
        ("between", times("1 between ", 9_000) + "1"),
        ("row", times("row ", 20_000)),
        ("operators", times("operator(pg_catalog.+) ", 4_000)),
        ("explain", times("explain ", 9_000) + "select 1"),
        ("prepare", times("prepare a as ", 7_000) + "select 1"),
        ("results", "1".to_owned() + &times(", 1", 30_000)),
    ]
}

/// Texts that are almost too deep: the command, which has a stack of its own for them, compiles them or says why not.
#[test]
fn sql_that_is_almost_too_deep_is_read() {
    let times = |text: &str, count: usize| text.repeat(count);
    let nearly = 1_990;
    let fragments = [
        ("not", times("not ", nearly) + "true"),
        ("minus", times("- ", nearly) + "1 < 0"),
        ("prefix", times("@ ", nearly) + "1 > 0"),
        ("case", times("case when true then ", nearly) + "true" + &times(" end", nearly)),
        ("conditions of case", times("case when ", nearly) + "true" + &times(" then true end", nearly)),
        ("sum", "1".to_owned() + &times(" + 1", nearly) + " > 0"),
        ("or", "true".to_owned() + &times(" or true", nearly)),
        ("casts", "1".to_owned() + &times("::integer", nearly / 2) + " > 0"),
        ("between", "true".to_owned() + &times(" between true and true", nearly / 2)),
        ("subscripts", "(array[true])".to_owned() + &times("[1]", nearly - 10)),
        ("parentheses", times("(", 199) + "true" + &times(")", 199)),
        ("unions", "true".to_owned() + &times(" union select true", nearly)),
        ("joins", "true from t".to_owned() + &times(" cross join t", nearly)),
        ("selects", times("(select ", 190) + "true" + &times(")", 190)),
    ];
    let folder = tempfile::tempdir().unwrap();
    let model = folder.path().join("schema.yaml");
    for (name, sql) in fragments {
        for (place, text) in PLACES.iter().filter(|(place, _)| ["check", "view", "policy"].contains(place)) {
            std::fs::write(&model, format!("{HEAD}{TABLE}{}", text.replace("{}", &sql))).unwrap();
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_schemagen"));
            let run =
                command.arg("build").arg("-m").arg(&model).arg("-o").arg(folder.path().join("out")).output().unwrap();
            let messages = String::from_utf8_lossy(&run.stderr);
            assert!(matches!(run.status.code(), Some(0 | 2)), "{name} in {place}: {:?} {messages}", run.status);
        }
    }
}

#[test]
fn sql_of_any_depth_is_refused() {
    let every = std::env::var_os("HOSTILE_INPUTS").is_some();
    for (number, (name, sql)) in fragments().into_iter().enumerate() {
        let sql = sql.replace('"', "\\\"");
        // few places each, where nobody asked for many inputs
        let chosen = |place: usize| every || place == number % PLACES.len() || place == (number + 7) % PLACES.len();
        for (place, text) in PLACES.iter().enumerate().filter(|(place, _)| chosen(*place)).map(|(_, place)| place) {
            let text = format!("{HEAD}{TABLE}{}", text.replace("{}", &sql));
            let code = outcome(&format!("{name} in {place}"), text);
            assert_ne!(code, "compiles", "{name} in {place}");
        }
    }
}

/// Bodies are the server's to read: they are passed on.
#[test]
fn bodies_of_any_depth_are_passed_on() {
    for (name, sql) in fragments() {
        for language in ["sql", "plpgsql"] {
            let body = sql.replace('"', "\\\"");
            let function = format!("functions: {{f: {{returns: integer, language: {language}, body: \"{body}\"}}}}\n");
            assert_eq!(outcome(&format!("{name} in a body"), format!("{HEAD}{TABLE}{function}")), "compiles");
        }
    }
}

/// A chain of `count` things, each line made of the number and the next one's.
fn chain(count: usize, head: &str, link: impl Fn(usize) -> String) -> String {
    let links: String = (0..count).map(link).collect();
    format!("{HEAD}{head}{links}")
}

const MANY: usize = 10_000;

#[test]
fn long_chains_end() {
    let cases: Vec<(&str, String, &str)> = vec![
        (
            "mixins",
            chain(
                MANY,
                "tables: {t: {access: internal, use: [m0], columns: {id: {type: integer, primary_key: true}}}}\nmixins:\n",
                |n| {
                    let inner = if n + 1 < MANY { format!(", use: [m{}]", n + 1) } else { String::new() };
                    format!("  m{n}: {{columns: {{c{n}: text?}}{inner}}}\n")
                },
            ),
            "SG005",
        ),
        (
            "domains",
            chain(
                MANY,
                "tables: {t: {access: internal, columns: {id: {type: integer, primary_key: true}, d: d0}}}\ndomains:\n",
                |n| format!("  d{n}: {}\n", if n + 1 < MANY { format!("d{}", n + 1) } else { "text".to_owned() }),
            ),
            "SG005",
        ),
        (
            "domains over arrays",
            chain(
                200,
                "tables: {t: {access: internal, columns: {id: {type: integer, primary_key: true}, d: d0}}}\ndomains:\n",
                |n| format!("  d{n}: {}\n", if n + 1 < 200 { format!("d{}[]", n + 1) } else { "text".to_owned() }),
            ),
            "SG005",
        ),
        (
            "composites",
            chain(
                1_000,
                "tables: {t: {access: internal, columns: {id: {type: integer, primary_key: true}, c: c0}}}\ncomposites:\n",
                |n| {
                    format!(
                        "  c{n}: {{f: {}}}\n",
                        if n + 1 < 1_000 { format!("\"c{}[]\"", n + 1) } else { "text".to_owned() }
                    )
                },
            ),
            "compiles",
        ),
        (
            "views",
            chain(
                500,
                "tables: {t: {access: shared, columns: {id: {type: integer, primary_key: true}}}}\nviews:\n",
                |n| {
                    let from = if n == 0 { "t".to_owned() } else { format!("v{}", n - 1) };
                    format!("  v{n}: {{query: select x.id from public.{from} as x, read: [signed_in]}}\n")
                },
            ),
            "compiles",
        ),
        (
            "owners",
            chain(2_000, "tables:\n", |n| {
                let owner = if n == 0 { "auth.users".to_owned() } else { format!("t{}", n - 1) };
                format!(
                    "  t{n}: {{owner: o, columns: {{id: {{type: uuid, primary_key: true}}, o: {{references: {owner}}}}}}}\n"
                )
            }),
            "SG005",
        ),
        (
            "carried owners",
            chain(2_000, "tables:\n", |n| {
                let owner = if n == 0 { "auth.users".to_owned() } else { format!("t{}", n - 1) };
                format!(
                    "  t{n}: {{owner: {{column: o, carry: true}}, columns: {{id: {{type: uuid, primary_key: true}}, o: {{references: {owner}}}}}}}\n"
                )
            }),
            "SG005",
        ),
        (
            "through",
            chain(2_000, "tables:\n", |n| {
                let (rule, to) = if n == 0 {
                    ("to: signed_in".to_owned(), String::new())
                } else {
                    ("through: o".to_owned(), format!(", o: {{references: t{}}}", n - 1))
                };
                format!(
                    "  t{n}: {{allow: [{{can: read, {rule}}}], columns: {{id: {{type: uuid, primary_key: true}}{to}}}}}\n"
                )
            }),
            "SG005",
        ),
        (
            "types of references",
            chain(MANY, "tables:\n", |n| {
                let next = if n + 1 < MANY {
                    format!("{{references: t{}, primary_key: true}}", n + 1)
                } else {
                    "{type: uuid, primary_key: true}".to_owned()
                };
                format!("  t{n}: {{access: internal, columns: {{id: {next}}}}}\n")
            }),
            "SG112",
        ),
        (
            "heirs",
            chain(2_000, "tables:\n", |n| {
                let from = if n == 0 { "columns: {id: integer}".to_owned() } else { format!("inherits: [t{}]", n - 1) };
                format!("  t{n}: {{access: internal, {from}}}\n")
            }),
            "compiles",
        ),
        (
            "functions",
            chain(MANY, "functions:\n", |n| {
                let next = (n + 1) % MANY;
                format!("  f{n}: {{returns: integer, language: sql, body: select public.f{next}()}}\n")
            }) + TABLE,
            "compiles",
        ),
        (
            "enum values",
            format!(
                "{HEAD}{TABLE}enums: {{e: [{}]}}\n",
                (0..5_000).map(|n| format!("v{n}")).collect::<Vec<_>>().join(", ")
            ),
            "compiles",
        ),
        (
            "columns",
            format!(
                "{HEAD}tables: {{t: {{access: internal, columns: {{{}}}}}}}\n",
                (0..1_601).map(|n| format!("c{n}: text")).collect::<Vec<_>>().join(", ")
            ),
            "SG005",
        ),
        ("dimensions", format!("{HEAD}{TABLE}      m: integer{}\n", "[]".repeat(50_000)), "compiles"),
        ("a long type", format!("{HEAD}{TABLE}      m: {}\n", "a".repeat(1_000_000)), "SG103"),
        ("a long name", format!("{HEAD}{TABLE}      {}: text\n", "a".repeat(1_000_000)), "SG001"),
        ("a long key", format!("{HEAD}{TABLE}    {}: text\n", "a".repeat(1_000_000)), "SG001"),
        (
            "verbs",
            format!("{HEAD}{TABLE}    allow: [{{can: [{}], to: signed_in}}]\n", vec!["read"; 20_000].join(", ")),
            "compiles",
        ),
        (
            "rules",
            format!(
                "{HEAD}{TABLE}    allow:\n{}",
                (0..500).map(|n| format!("      - {{can: read, to: signed_in, when: n = {n}}}\n")).collect::<String>()
            ),
            "compiles",
        ),
        (
            "raw SQL",
            format!(
                "{HEAD}{TABLE}sql:\n{}",
                (0..5_000)
                    .map(|n| format!("  - {{name: s{n}, up: select {n}, down: select {n}}}\n"))
                    .collect::<String>()
            ),
            "compiles",
        ),
    ];
    let wrong: Vec<String> = cases
        .into_iter()
        .filter_map(|(name, text, expected)| {
            let found = outcome(name, text);
            (found != expected).then(|| format!("{name}: {found}, and not {expected}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Two that need each other, of every kind that can, with everything that follows such chains.
#[test]
fn circles_end() {
    let circles = [
        "domains: {a: b, b: a}\nextensions: {citext: {}}\ntables: {t: {access: internal, columns: {c: {type: a, default: x}, d: \"a[]\"}}}",
        "domains: {a: \"b[]\", b: \"a[]\"}\ntables: {t: {access: internal, columns: {c: {type: a, default: x}}}}",
        "composites: {a: {f: b}, b: {f: a}}\ntables: {t: {access: internal, columns: {c: {type: a, default: x}}}}",
        "ranges: {a: {subtype: b}, b: {subtype: a}}\ntables: {t: {access: internal, columns: {c: a}}}",
        "mixins: {a: {use: [b]}, b: {use: [a]}}\ntables: {t: {access: internal, use: [a], columns: {c: text}}}",
        "views: {a: {query: select x from public.b}, b: {query: select x from public.a}}",
        "tables: {a: {access: internal, inherits: [b], columns: {c: text}}, b: {access: internal, inherits: [a]}}",
        "tables: {a: {owner: o, columns: {id: {references: b, primary_key: true}, o: {references: b}}}, b: {owner: o, columns: {id: {references: a, primary_key: true}, o: {references: a}}}}",
        "tables: {a: {allow: [{can: read, through: o}], columns: {id: {type: uuid, primary_key: true}, o: {references: b}}}, b: {allow: [{can: read, through: o}], columns: {id: {type: uuid, primary_key: true}, o: {references: a}}}}",
    ];
    for (number, circle) in circles.iter().enumerate() {
        let found = outcome(&format!("circle {number}"), format!("{HEAD}{circle}\n"));
        assert_ne!(found, "compiles", "{circle}");
    }
}

/// Each file includes the next, and all of them their own folder.
#[test]
fn includes_in_each_other_are_read_once() {
    let folder = tempfile::tempdir().unwrap();
    let count = 2_000;
    for n in 0..count {
        let next = (n + 1) % count;
        let head = if n == 0 { "schemagen: 1\n" } else { "" };
        std::fs::write(
            folder.path().join(format!("f{n}.yaml")),
            format!("{head}include: [f{next}.yaml]\nenums: {{e{n}: [a]}}\n"),
        )
        .unwrap();
    }
    let started = Instant::now();
    let (sources, findings) = schemagen::source::load(&folder.path().join("f0.yaml"));
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(sources.iter().count(), count);
    let (compiled, findings) = schemagen::compile::compile(&sources);
    assert_eq!(compiled.unwrap_or_else(|| panic!("{findings:?}")).catalog.enums.len(), count);
    assert!(started.elapsed() < LONGEST, "{:?}", started.elapsed());
}
