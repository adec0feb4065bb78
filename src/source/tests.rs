use super::*;
use crate::diagnostics::{Code, Diagnostic};

fn read(text: &str) -> (Option<Node>, Vec<Diagnostic>) {
    yaml::parse(&Source { id: SourceId(0), path: "schema.yaml".to_owned(), text: text.to_owned() })
}

/// The text that a finding marks.
fn marked<'a>(text: &'a str, finding: &Diagnostic) -> &'a str {
    &text[finding.primary.span.start as usize..finding.primary.span.end as usize]
}

/// A node in a notation of its own: `'plain`, `"quoted`, `|block`, `null`.
fn shown(node: &Node) -> String {
    let list = |items: Vec<String>| items.join(", ");
    match &node.kind {
        NodeKind::Null => "null".to_owned(),
        NodeKind::Scalar { text, style: ScalarStyle::Plain } => format!("'{text}"),
        NodeKind::Scalar { text, style: ScalarStyle::Quoted } => format!("\"{text}"),
        NodeKind::Scalar { text, style: ScalarStyle::Block } => format!("|{text}"),
        NodeKind::Sequence(items) => format!("[{}]", list(items.iter().map(shown).collect())),
        NodeKind::Mapping(entries) => {
            format!(
                "{{{}}}",
                list(entries.iter().map(|(key, value)| format!("{}: {}", key.value, shown(value))).collect())
            )
        }
    }
}

#[test]
fn scalars_stay_as_written() {
    let (node, findings) = read("[NO, on, 1.10, 0x1F, 1e3, ~, null, 'null', \"a\\tb\", '', 012, .inf]");
    assert!(findings.is_empty());
    assert_eq!(shown(&node.unwrap()), "['NO, 'on, '1.10, '0x1F, '1e3, null, null, \"null, \"a\tb, \", '012, '.inf]");
    let (node, _) = read("yes: |\n  one\n  two\nnull:\n1.0: x");
    assert_eq!(shown(&node.unwrap()), "{yes: |one\ntwo\n, null: null, 1.0: 'x}");
}

#[test]
fn anchors_and_merge_keys() {
    let (node, findings) = read("base: &b {x: 1, y: 2}\na: {<<: *b, y: 3}\nc: {<<: [{x: 0}, *b]}\nd: *b");
    assert!(findings.is_empty());
    assert_eq!(
        shown(&node.unwrap()),
        "{base: {x: '1, y: '2}, a: {y: '3, x: '1}, c: {x: '0, y: '2}, d: {x: '1, y: '2}}"
    );
}

#[test]
fn places_are_bytes_of_the_token() {
    let text = "ä: {b: 'c', d: [e]}\nf:\n  g: h\n";
    let NodeKind::Mapping(entries) = read(text).0.unwrap().kind else { panic!("a map") };
    let slice = |span: Span| &text[span.start as usize..span.end as usize];
    assert_eq!(slice(entries[0].1.span), "{b: 'c', d: [e]}");
    assert_eq!(slice(entries[0].0.span), "ä");
    assert_eq!(slice(entries[1].1.span), "g: h");
}

#[test]
fn both_places_of_a_duplicate() {
    let text = "a: 1\nb: 2\na: 3";
    let (node, findings) = read(text);
    assert_eq!(shown(&node.unwrap()), "{a: '1, b: '2}");
    assert_eq!((findings[0].code, findings[0].primary.span.start), (Code::DuplicateKey, 10));
    assert_eq!(findings[0].related[0].span.start, 0);
}

#[test]
fn sql_that_yaml_takes_apart() {
    for (text, sql) in [
        ("a: {type: numeric(10,2)?, default: 0}", "numeric(10,2)?"),
        ("a: {type: text[]?}", "text[]?"),
        ("a: [text[]?, b]", "text[]?"),
        ("a: [to_tsvector('english', title)]", "to_tsvector('english', title)"),
        ("a: [b, coalesce(a, 'x')]", "coalesce(a, 'x')"),
        ("a: {when: status in ('a', 'b')}", "status in ('a', 'b')"),
        ("a: '{}'::jsonb", "'{}'::jsonb"),
        ("a: {default: '{}'::jsonb, b: 1}", "'{}'::jsonb"),
        ("a: 'x' || 'y'", "'x' || 'y'"),
        ("comment: Note: x", "Note: x"),
        ("a: {comment: Note: x}", "Note: x"),
        ("a: > 0", "> 0"),
        ("- @b", "@b"),
    ] {
        let (_, findings) = read(text);
        let finding = findings.first().unwrap_or_else(|| panic!("nothing found in {text}"));
        assert_eq!((finding.code, marked(text, finding)), (Code::SqlTakenApart, sql), "{text}");
        assert_eq!(finding.help, format!("quote it: `{}`", quoted_scalar(sql)));
        let mended = text.replace(sql, &quoted_scalar(sql));
        assert!(read(&mended).1.is_empty(), "the help of {text} does not help: {mended}");
    }
}

#[test]
fn what_is_fine_is_left_alone() {
    for text in ["a: x in (1, 2)", "a: coalesce(a, 'x')", "a: {b: f(x), c: 'it''s'}", "a: b # c", "{a: f('(')}"] {
        assert_eq!(read(text).1, Vec::new(), "{text}");
    }
}

#[test]
fn what_is_not_yaml() {
    for (text, code, message) in [
        ("a:\n\tb: 1", Code::YamlSyntax, "a tab in the indentation"),
        ("a: 'abc\nb: 1", Code::YamlSyntax, "a quote is not closed"),
        ("a: \"abc", Code::YamlSyntax, "a quote is not closed"),
        ("a: [1, 2", Code::YamlSyntax, "`[` is not closed"),
        ("a: {b: 1]", Code::YamlSyntax, "`{` is closed by `]`"),
        ("a: *x", Code::YamlSyntax, "an alias of nothing"),
        ("a: &x [*x]", Code::YamlSyntax, "an anchor cannot be used within its own value"),
        ("--- a\n--- b", Code::YamlSyntax, "a second document in one file"),
        ("%YAML 1.2\n--- a", Code::YamlSyntax, "a YAML directive"),
        ("a:\n  b: 1\n c: 2", Code::YamlSyntax, "this line does not fit the indentation around it"),
        ("? [a]\n: b", Code::YamlSyntax, "a key must be text"),
        ("a: !!int 3", Code::YamlTag, "`!!int` is a YAML tag"),
    ] {
        let finding = read(text).1.remove(0);
        assert_eq!((finding.code, finding.message.as_str()), (code, message), "{text}");
        assert!(!finding.help.is_empty());
    }
}

#[test]
fn includes_are_read_in_order_and_once() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    std::fs::create_dir(folder.path().join("parts")).unwrap();
    write("schema.yaml", "schemagen: 1\ninclude: [parts/*.yaml, none/*.yaml]\n");
    write("parts/b.yaml", "include: ../schema.yaml\n");
    write("parts/a.yaml", "tables: {}\n");
    let (sources, findings) = load(&folder.path().join("schema.yaml"));
    let names: Vec<_> = sources.iter().filter_map(|source| source.path.rsplit('/').next()).collect();
    assert_eq!(names, ["schema.yaml", "a.yaml", "b.yaml"]);
    assert_eq!(findings.len(), 1);
    assert_eq!((findings[0].code, sources.slice(findings[0].primary.span)), (Code::IncludeFindsNothing, "none/*.yaml"));
}

#[test]
fn files_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("schema.yaml");
    let code = |path: &std::path::Path| load(path).1[0].code;
    assert_eq!(code(&path), Code::FileUnreadable);
    assert_eq!(code(folder.path()), Code::FileUnreadable);
    std::fs::write(&path, b"a: \xff\xfe").unwrap();
    assert_eq!(code(&path), Code::FileUnreadable);
    std::fs::File::create(&path).unwrap().set_len(65 << 20).unwrap();
    assert_eq!(code(&path), Code::TooLarge);
}

/// A text that is read ahead, by a thread of its own.
#[test]
fn a_large_text_is_read_like_a_small_one() {
    let entries = |numbers: std::ops::Range<usize>| numbers.map(|i| format!("key_{i}: [{i}, 'a b', {{c: d}}]\n"));
    let large: String = entries(0..4000).collect();
    let (node, findings) = read(&large);
    assert!(findings.is_empty() && large.len() > 1 << 16);
    let small: Vec<String> = entries(0..4000).map(|entry| shown(&read(&entry).0.unwrap())).collect();
    let small: Vec<&str> = small.iter().map(|shown| &shown[1..shown.len() - 1]).collect();
    assert_eq!(shown(&node.unwrap()), format!("{{{}}}", small.join(", ")));

    for (broken, at) in [("key: ]\n", "]"), ("\"key: 1\n", "\"")] {
        let text = format!("{large}{broken}{large}");
        let (node, findings) = read(&text);
        assert!(node.is_none());
        assert_eq!((findings.len(), findings[0].code), (1, Code::YamlSyntax));
        let place = findings[0].primary.span.start as usize;
        assert!(place >= large.len() && text[large.len()..].starts_with(broken), "{at} {place}");
    }
}

#[test]
fn a_block_stands_from_its_first_letter_to_its_last() {
    let text = "a: |\n  one\n\n    two\nb:\n  c: >-\n      x\n      y\n\n  d: |+2\n     lead\n\n  e: |\n  f: 1\n";
    let node = read(text).0.unwrap();
    let mut blocks = Vec::new();
    let mut waiting = vec![&node];
    while let Some(node) = waiting.pop() {
        match &node.kind {
            NodeKind::Scalar { style: ScalarStyle::Block, .. } => {
                blocks.push(&text[node.span.start as usize..node.span.end as usize]);
            }
            NodeKind::Mapping(entries) => waiting.extend(entries.iter().map(|(_, value)| value)),
            _ => {}
        }
    }
    blocks.reverse();
    assert_eq!(blocks, ["one\n\n    two", "x\n      y", " lead", ""]);
}
