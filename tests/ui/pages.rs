//! The page of every code, and the examples in it.

use schemagen::diagnostics::Code;

use super::{findings, needs_more_than_a_model};

/// SG006 is about files that cannot be read: no text in a page can be one.
fn has_no_yaml(code: Code) -> bool {
    needs_more_than_a_model(code) || code.as_str() == "SG006"
}

/// The text under a heading of a page.
fn section<'a>(page: &'a str, heading: &str) -> &'a str {
    let Some((_, rest)) = page.split_once(&format!("\n## {heading}\n")) else { return "" };
    rest.split_once("\n## ").map_or(rest, |(section, _)| section)
}

/// The fenced blocks of YAML: the model, and a file `part.yaml` that it may include.
fn yaml(section: &str) -> Vec<&str> {
    section.split("```yaml\n").skip(1).filter_map(|block| block.split("```").next()).collect()
}

fn codes_of(files: &[&str]) -> Vec<Code> {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in ["model.yaml", "part.yaml"].iter().zip(files) {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    findings(&folder.path().join("model.yaml")).1.iter().map(|finding| finding.code).collect()
}

#[test]
fn every_page_says_what_why_and_what_instead() {
    let mut wrong = Vec::new();
    for code in Code::ALL {
        let title = format!("# {}: {}\n", code.as_str(), code.title());
        if !code.page().starts_with(&title) {
            wrong.push(format!("{} does not begin with `{}`", code.as_str(), title.trim()));
        }
        for heading in ["What", "Why", "Example", "Instead"] {
            if section(code.page(), heading).trim().is_empty() {
                wrong.push(format!("{} has nothing under `## {heading}`", code.as_str()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_gives_its_code_and_the_other_does_not() {
    let mut wrong = Vec::new();
    for code in Code::ALL.iter().copied().filter(|code| !has_no_yaml(*code)) {
        let example = codes_of(&yaml(section(code.page(), "Example")));
        if !example.contains(&code) {
            wrong.push(format!("the example of {} gives {example:?}", code.as_str()));
        }
        let instead = yaml(section(code.page(), "Instead"));
        if !instead.is_empty() && codes_of(&instead).contains(&code) {
            wrong.push(format!("what {} says to write instead gives it again", code.as_str()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
