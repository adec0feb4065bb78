use super::*;
use crate::spec::*;

const COMPLETE: &str = include_str!("complete.yaml");

fn read(text: &str) -> (Spec, Vec<Diagnostic>) {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text);
    parse(&sources)
}

fn complete() -> Spec {
    let (spec, findings) = read(COMPLETE);
    assert_eq!(findings, Vec::new());
    spec
}

fn named<'a, T>(entries: &'a Entries<T>, name: &str) -> &'a T {
    &entries.iter().find(|(key, _)| key.value == name).unwrap().1
}

fn texts(texts: &[Text]) -> Vec<&str> {
    texts.iter().map(|text| text.value.as_str()).collect()
}

#[test]
fn every_key_of_the_language_is_read() {
    complete();
    let schema = json_schema();
    for (name, definition) in schema["definitions"].as_object().unwrap() {
        let object = definition["anyOf"].as_array().map_or(definition, |forms| forms.last().unwrap());
        for key in object["properties"].as_object().unwrap().keys() {
            let written = COMPLETE.contains(&format!(" {key}: ")) || COMPLETE.contains(&format!("{{{key}: "));
            assert!(
                written || COMPLETE.contains(&format!("{key}:\n")) || COMPLETE.contains(&format!("\n{key}: ")),
                "`{key}` of {name} is not in complete.yaml"
            );
        }
    }
}

#[test]
fn owners_in_every_form() {
    let spec = complete();
    let owner = |table: &str| named(&spec.tables, table).owner.clone().unwrap().links;
    assert_eq!(owner("profiles")[0].column.value, "self");
    let notes = owner("notes");
    assert_eq!(notes[1].carry.as_ref().unwrap().value, CarrySpec::Column("organization_id".to_owned()));
    assert!(notes[1].transfer.as_ref().unwrap().value);
    assert!(matches!(&notes[1].can, Some(OwnerCanSpec::Verbs(verbs)) if verbs.value.len() == 2));
    assert!(matches!(&owner("invoices")[0].can, Some(OwnerCanSpec::ByRole(roles)) if roles.len() == 2));
}

#[test]
fn access_in_every_form() {
    let spec = complete();
    let jobs = named(&spec.tables, "jobs");
    assert_eq!(texts(&jobs.allow[1].to), ["signed_in", "staff"]);
    let update = &jobs.allow[3].can.value[1];
    assert_eq!(
        (update.verb.value.as_str(), texts(update.columns.as_ref().unwrap())),
        ("update", vec!["name", "avatar_url"])
    );
    assert!(matches!(jobs.require, Some(RequireSpec::None(_))));
    let Some(RequireSpec::Verbs(verbs)) = &spec.require else { panic!("verbs") };
    assert_eq!(texts(&verbs[1].1), ["staff"]);
    assert_eq!(named(&spec.tables, "events").access.as_ref().unwrap().value, AccessSpec::Shared);
    assert_eq!(spec.expect[2].caller[0].0.value, "anonymous");
    assert_eq!(spec.expect[1].may.len(), 4);
}

#[test]
fn columns_keep_what_was_written() {
    let spec = complete();
    let jobs = named(&spec.tables, "jobs");
    assert_eq!(jobs.managed.as_ref().unwrap().value, ManagedSpec::Partly);
    assert_eq!(named(&jobs.columns, "error_message").data_type.as_ref().unwrap().value, "text?");
    assert!(!named(&jobs.columns, "seen_by").references.as_ref().unwrap().enforce);
    assert_eq!(named(&jobs.columns, "code").deprecated.as_ref().unwrap().value, "");
    assert!(matches!(named(&jobs.columns, "email").index, Some(ColumnIndexSpec::Flag(Spanned { value: false, .. }))));
    assert_eq!(named(&jobs.columns, "old").identity.as_ref().unwrap().options.len(), 6);
    let tier: Vec<_> = named(&spec.enums, "tier").values.iter().map(|value| value.label.value.as_str()).collect();
    assert_eq!(tier, ["NO", "on", "1.10"]);
}

#[test]
fn a_signature_is_taken_from_the_key() {
    let spec = complete();
    let (name, function) = &spec.functions[0];
    assert_eq!(name.value, "match");
    let signature = function.signature.as_ref().unwrap();
    assert_eq!(texts(signature), ["real[]", "numeric(10,2)"]);
    assert_eq!(&COMPLETE[signature[1].span.start as usize..signature[1].span.end as usize], "numeric(10,2)");
    assert_eq!(&COMPLETE[name.span.start as usize..name.span.end as usize], "match");
}

#[test]
fn triggers_and_partitions() {
    let spec = complete();
    let guard = named(&spec.triggers, "guard");
    assert_eq!(guard.timing.as_ref().unwrap().value, "before");
    let events: Vec<_> = guard.events.iter().map(|event| (event.event.value.as_str(), event.columns.len())).collect();
    assert_eq!(events, [("insert", 0), ("update", 1), ("delete", 0)]);
    assert_eq!(named(&named(&spec.tables, "events").partitions, "rest"), &PartitionSpec::Default);
    assert!(matches!(named(&named(&spec.tables, "by_hash").partitions, "h0"), PartitionSpec::Hash { .. }));
}

#[test]
fn files_are_merged_and_clashes_show_both_places() {
    let mut sources = Sources::default();
    sources.add("schema.yaml", "schemagen: 1\nproject: a\ntables:\n  t: {access: shared}\n");
    sources.add("more.yaml", "project: b\ntables:\n  u: {access: shared}\n  t: {access: open}\n");
    let (spec, findings) = parse(&sources);
    assert_eq!(spec.tables.len(), 2);
    let said: Vec<_> = findings.iter().map(|found| (found.code, found.message.as_str(), found.related.len())).collect();
    let twice = Code::DefinedTwice;
    assert_eq!(said, [(twice, "`project` is defined twice", 1), (twice, "`table t` is defined twice", 1)]);
}

#[test]
fn all_errors_at_once_each_at_its_token() {
    let text = "schemagen: 2\ntabels: {}\ntables:\n  t:\n    acess: open\n    columns:\n      a: {type: text, default: null}\n      b: {type: text, hidden: yes}\n    allow: [{can: raed}]\n    unique: [a]\n";
    let (_, findings) = read(text);
    let said: Vec<_> = findings
        .iter()
        .map(|found| (found.code, &text[found.primary.span.start as usize..found.primary.span.end as usize]))
        .collect();
    let expected = [
        (Code::UnsupportedVersion, "2"),
        (Code::UnknownKey, "tabels"),
        (Code::UnknownKey, "acess"),
        (Code::NullDefault, "null"),
        (Code::UnknownWord, "yes"),
        (Code::UnknownWord, "raed"),
        (Code::WrongShape, "a"),
    ];
    assert_eq!(said, expected);
    assert_eq!(findings[1].help, "did you mean `tables`?");
}

/// A specification without its places.
fn bare(spec: &Spec) -> String {
    let text = format!("{spec:?}");
    let mut bare = String::new();
    let mut rest = text.as_str();
    while let Some((before, behind)) = rest.split_once("Span { source: ") {
        bare += before;
        rest = behind.split_once(" }").unwrap().1;
    }
    bare + rest
}

#[test]
fn hostile_text_is_written_so_that_it_reads_the_same() {
    let hostile = [
        "",
        " ",
        " a",
        "a ",
        "a: b",
        "a:",
        ": a",
        "a #b",
        "#a",
        "- a",
        "-",
        "-1",
        "--",
        "? a",
        "a?",
        "null",
        "~",
        "true",
        "NO",
        "<<",
        "*a",
        "&a",
        "!a",
        "|",
        ">",
        "%a",
        "@a",
        "`a`",
        "'",
        "\"",
        "it's",
        "'a'",
        "\"a\"",
        "a\"b'c",
        "\\",
        "a\\n",
        "{}",
        "[]",
        "a, b",
        "f(a, b)",
        "f(a",
        "a)",
        "numeric(10,2)?",
        "text[]?",
        "a\nb",
        "a\n",
        "\na",
        "a\n\n\nb\n\n",
        "  a\n b",
        "a\n  b\n",
        "\ta",
        "a\tb\n",
        "a\r\nb",
        "\u{0}",
        "\u{7}",
        "\u{85}",
        "\u{2028}",
        "\u{feff}",
        "\u{202e}",
        "é表🦀",
        "---",
        "...",
        "--- a",
        "a ::b",
        "x :",
        "=",
        "1e3",
        "0x1F",
        "a\n---\nb",
        "a\n# b\n",
        "a\n ",
        "(a",
        "'(a",
        "a # b\nc",
    ];
    for text in hostile {
        let mut spec = complete();
        let spanned = |text: &str| Spanned::new(text.to_owned(), Span::default());
        spec.project = Some(spanned(text));
        spec.tables[1].1.comment = Some(spanned(text));
        spec.tables[1].1.columns[0].1.comment = Some(spanned(text));
        spec.tables[1].1.mixins = vec![spanned(text), spanned("a")];
        spec.enums[0].1.values[0].label = spanned(text);
        if !text.is_empty() {
            spec.tables[0].0 = spanned(text);
            spec.tables[1].1.columns[1].0 = spanned(text);
        }
        let written = format(&spec);
        let (again, findings) = read(&written);
        assert_eq!(findings, Vec::new(), "{text:?}\n{written}");
        assert_eq!(bare(&spec), bare(&again), "{text:?}\n{written}");
    }
}
