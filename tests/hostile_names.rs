//! What hostile names and comments come to in the outputs that are read by people and by browsers: pages, drawings,
//! diagrams, Rust. SQL runs and TypeScript compiles in `tests/live` and `tests/golden`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use schemagen::backends::{Options, all, graph};
use schemagen::catalog::Catalog;
use schemagen::output::OutputTree;
use std::path::Path;

/// A name and a comment that are in the model, as a reader is to see them.
const NAME: &str = "users; drop table users; --";
const COMMENT: &str = "</script><script>alert(1)</script>";

fn catalog() -> Catalog {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models/hostile/schema.yaml");
    let (sources, found) = schemagen::source::load(&path);
    assert!(found.is_empty(), "{found:?}");
    let (compiled, found) = schemagen::compile::compile(&sources);
    compiled.unwrap_or_else(|| panic!("{found:#?}")).catalog
}

fn emitted() -> OutputTree {
    let catalog = catalog();
    let mut tree = OutputTree::new();
    all().iter().for_each(|backend| tree.extend(backend.emit(&catalog, &Options::default())));
    tree
}

/// Reads markup strictly: every tag is one of `tags` and is closed in its turn; gives the text between them.
fn text_of(markup: &str, tags: &[&str]) -> String {
    const VOID: &[&str] = &["meta", "!doctype", "?xml", "br"];
    let (mut text, mut open, mut rest) = (String::new(), Vec::new(), markup);
    while let Some((before, behind)) = rest.split_once('<') {
        assert!(!before.contains('>'), "a bare `>`: {before}");
        text.push_str(before);
        let (tag, after) = behind.split_once('>').unwrap_or_else(|| panic!("a tag that does not end: {behind:.40}"));
        assert_eq!(tag.matches('"').count() % 2, 0, "quotes in <{tag}>");
        rest = after;
        let word = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        assert!(tags.contains(&word) || VOID.contains(&word), "an unexpected tag: <{tag}>");
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(word), "closed out of turn: <{tag}>");
        } else if !VOID.contains(&word) && !tag.ends_with('/') {
            open.push(word);
        }
    }
    assert!(open.is_empty(), "not closed: {open:?}");
    text.push_str(rest);
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&#x2f;", "/"),
        ("&amp;", "&"),
    ];
    entities.iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}

#[test]
fn the_access_page_is_markup_and_shows_the_names() {
    let tree = emitted();
    let tags =
        ["html", "head", "title", "style", "body", "h1", "h2", "p", "table", "tr", "th", "td", "ul", "li", "code", "a"];
    let text = text_of(tree.get("access/matrix.html").unwrap(), &tags);
    assert!(text.contains(NAME) && text.contains(COMMENT), "{text}");
}

#[test]
fn the_drawings_are_markup_and_show_the_names() {
    let catalog = catalog();
    let drawing = ["svg", "title", "style", "g", "rect", "text", "path"];
    let text = text_of(&graph::svg(&catalog), &drawing);
    assert!(text.contains(NAME), "{text}");
    let page = graph::html(&catalog);
    let text = text_of(
        &page,
        &[&drawing[..], &["html", "head", "body", "h1", "h2", "p", "div", "ul", "li", "table", "tr", "th", "td"]]
            .concat(),
    );
    assert!(text.contains(NAME) && text.contains(COMMENT), "{text}");
    for beyond in ["<script", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(beyond) && !graph::svg(&catalog).contains(beyond), "{beyond}");
    }
}

/// Every row of a table of the Markdown page has the cells of its head, and no name opens markup of its own.
#[test]
fn the_access_page_in_markdown_keeps_its_tables() {
    let tree = emitted();
    let text = tree.get("access/matrix.md").unwrap();
    assert!(text.contains("drop table users"), "{text}");
    let mut cells = 0;
    for line in text.lines() {
        let count = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
        if !line.starts_with('|') {
            cells = 0;
        } else if cells == 0 {
            cells = count;
        }
        assert!(!line.starts_with('|') || count == cells, "{line}");
        let bare = line.replace("\\<", "").replace("&lt;", "");
        assert!(!bare.contains("<script") && !bare.contains("</script"), "{line}");
    }
}

/// Strings of the dot language end where they should, and so do its labels of markup.
#[test]
fn the_dot_graph_is_one_graph() {
    let text = graph::dot(&catalog());
    let (mut depth, mut labels, mut quoted) = (0, 0, false);
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quoted => drop(letters.next()),
            '"' if labels == 0 => quoted = !quoted,
            '<' if !quoted => labels += 1,
            '>' if !quoted && labels > 0 => labels -= 1,
            '{' if !quoted && labels == 0 => depth += 1,
            '}' if !quoted && labels == 0 => depth -= 1,
            _ => {}
        }
    }
    assert_eq!((depth, labels, quoted), (0, 0, false));
    let begins = |line: &str| {
        ["    \"", "    rankdir", "    node ", "    edge ", "digraph", "}"].iter().any(|start| line.starts_with(start))
    };
    assert!(text.lines().all(begins), "{text}");
}

/// Every line of the Mermaid diagram is an entity, a column, the end of one or a relation, with its quotes closed.
#[test]
fn the_mermaid_diagram_has_no_other_lines() {
    let text = graph::mermaid(&catalog());
    for line in text.lines().skip(1) {
        assert_eq!(line.matches('"').count() % 2, 0, "{line}");
        let bare: String = line.split('"').step_by(2).collect();
        let plain = |letter: char| letter.is_ascii_alphanumeric() || " _[]{}|o.:-,".contains(letter);
        assert!(bare.chars().all(plain), "{line}");
        assert!(line.starts_with("    "), "{line}");
    }
}

#[test]
fn the_rust_is_rust() {
    let tree = emitted();
    let files: Vec<_> = tree.iter().filter(|(path, _)| path.ends_with(".rs")).collect();
    assert!(files.len() >= 3);
    for (path, text) in files {
        syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
    }
}
