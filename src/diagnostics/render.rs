//! Findings as text for people, and as JSON.

use std::collections::BTreeMap;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use serde_json::{Value, json};

use super::{Diagnostic, Label, Severity};
use crate::source::{LineIndex, Source, SourceId, Sources, Span};

/// Findings as text: `file:line:column`, the line with its label, related places, help. Colour only when asked for.
pub fn render(findings: &[Diagnostic], sources: &Sources, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let places = Places::new(findings, sources);
    findings.iter().map(|finding| renderer.render(&[group(finding, &places)]) + "\n\n").collect()
}

/// Findings as JSON: a list of `{code, severity, message, file, line, column, end_line, end_column, labels, help}`, lines
/// and columns counted from 1, a label being `{file, line, column, end_line, end_column, text}`.
pub fn to_json(findings: &[Diagnostic], sources: &Sources) -> Value {
    let places = Places::new(findings, sources);
    findings.iter().map(|finding| json_of(finding, &places)).collect()
}

fn json_of(finding: &Diagnostic, places: &Places<'_>) -> Value {
    let mut object = json!({
        "code": finding.code.as_str(),
        "severity": finding.severity.as_str(),
        "message": finding.message,
    });
    let labels: Vec<Value> = std::iter::once(&finding.primary)
        .filter(|label| !label.text.is_empty())
        .chain(&finding.related)
        .map(|label| {
            let mut place = places.json(label.span);
            if let Value::Object(place) = &mut place {
                place.insert("text".to_owned(), json!(label.text));
            }
            place
        })
        .collect();
    if let (Value::Object(object), Value::Object(place)) = (&mut object, places.json(finding.primary.span)) {
        object.extend(place);
        object.insert("labels".to_owned(), labels.into());
        object.insert("help".to_owned(), json!(finding.help));
    }
    object
}

/// The sources that findings point into, with their lines found once.
struct Places<'a> {
    files: BTreeMap<SourceId, (&'a Source, LineIndex)>,
}

impl<'a> Places<'a> {
    fn new(findings: &[Diagnostic], sources: &'a Sources) -> Self {
        let mut files = BTreeMap::new();
        for label in findings.iter().flat_map(labels) {
            if let Some(source) = sources.get(label.span.source) {
                files.entry(source.id).or_insert_with(|| (source, LineIndex::new(&source.text)));
            }
        }
        Self { files }
    }

    fn json(&self, span: Span) -> Value {
        let Some((source, lines)) = self.files.get(&span.source) else { return json!({"file": null}) };
        let start = lines.position(&source.text, span.start as usize);
        let end = lines.position(&source.text, span.end as usize);
        json!({
            "file": source.path,
            "line": start.line, "column": start.column,
            "end_line": end.line, "end_column": end.column,
        })
    }
}

fn labels(finding: &Diagnostic) -> impl Iterator<Item = &Label> {
    std::iter::once(&finding.primary).chain(&finding.related)
}

fn group<'a>(finding: &'a Diagnostic, places: &'a Places<'a>) -> Group<'a> {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let mut group = Group::with_title(level.primary_title(finding.message.as_str()).id(finding.code.as_str()));
    let mut ids: Vec<SourceId> = Vec::new();
    for label in labels(finding) {
        if !ids.contains(&label.span.source) {
            ids.push(label.span.source);
        }
    }
    for (source, lines) in ids.iter().filter_map(|id| places.files.get(id)) {
        group = match snippet(finding, source, lines) {
            Some(snippet) => group.element(snippet),
            None => group.element(Origin::path(source.path.as_str())),
        };
    }
    match finding.help.as_str() {
        "" => group,
        help => group.element(Level::HELP.message(help)),
    }
}

/// The lines of one source from the first to the last that the finding speaks of.
fn snippet<'a>(finding: &'a Diagnostic, source: &'a Source, lines: &LineIndex) -> Option<Snippet<'a, Annotation<'a>>> {
    if source.text.is_empty() {
        return None;
    }
    let here = |label: &&Label| label.span.source == source.id;
    let spans: Vec<Range<usize>> =
        labels(finding).filter(here).map(|label| first_line(label.span, source, lines)).collect();
    let first = lines.line_of(spans.iter().map(|span| span.start).min()?);
    let last = lines.line_of(spans.iter().map(|span| span.start).max()?);
    let start = lines.line_range(&source.text, first).start;
    let text = source.text.get(start..lines.line_range(&source.text, last).end)?;
    let annotations = labels(finding).filter(here).zip(spans).map(|(label, span)| {
        let kind =
            if std::ptr::eq(label, &finding.primary) { AnnotationKind::Primary } else { AnnotationKind::Context };
        let label = Some(label.text.as_str()).filter(|text| !text.is_empty());
        kind.span(span.start - start..span.end - start).label(label)
    });
    Some(Snippet::source(text).line_start(first + 1).path(source.path.as_str()).annotations(annotations))
}

/// A span as it is marked: within its first line and the text.
fn first_line(span: Span, source: &Source, lines: &LineIndex) -> Range<usize> {
    let start = floor(&source.text, span.start as usize);
    let line = lines.line_range(&source.text, lines.line_of(start));
    let start = start.min(line.end);
    start..floor(&source.text, span.end as usize).clamp(start, line.end)
}

fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Code;

    fn example() -> (Vec<Diagnostic>, Sources) {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "ä: 1\nb: 2\nb: 3\n");
        let finding = Diagnostic::new(Code::DuplicateKey, Span::new(id, 11, 12), "`b` is written twice")
            .label("again here")
            .related(Span::new(id, 6, 7), "first here")
            .help("keep one");
        (vec![finding], sources)
    }

    #[test]
    fn json_is_stable() {
        let (findings, sources) = example();
        let text = r#"[{"code":"SG002","severity":"error","message":"`b` is written twice","file":"a.yaml","line":3,"column":1,"end_line":3,"end_column":2,"labels":[{"file":"a.yaml","line":3,"column":1,"end_line":3,"end_column":2,"text":"again here"},{"file":"a.yaml","line":2,"column":1,"end_line":2,"end_column":2,"text":"first here"}],"help":"keep one"}]"#;
        assert_eq!(to_json(&findings, &sources).to_string(), text);
    }

    #[test]
    fn colour_only_when_asked_for() {
        let (findings, sources) = example();
        assert!(!render(&findings, &sources, false).contains('\u{1b}'));
        assert!(render(&findings, &sources, true).contains('\u{1b}'));
    }

    #[test]
    fn odd_places_are_marked_somewhere() {
        let mut sources = Sources::default();
        let id = sources.add("a.yaml", "ä\r\n\tb");
        for (start, end) in [(0, 0), (1, 1), (1, 9), (4, 4), (6, 6), (90, 99), (0, 6), (3, 4)] {
            let finding = Diagnostic::new(Code::YamlSyntax, Span::new(id, start, end), "\u{1b}[31m odd").label("x\ny");
            let text = render(std::slice::from_ref(&finding), &sources, false);
            assert!(text.contains("a.yaml:") && !text.contains('\u{1b}'), "{text}");
        }
    }
}
