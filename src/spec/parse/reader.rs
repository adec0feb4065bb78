//! What every form needs while it reads: the findings, and the words for what was found instead.

use crate::diagnostics::{Code, Diagnostic, closest, habits};
use crate::source::{Node, NodeKind, ScalarStyle, Sources, Span, Spanned, quoted_scalar};
use crate::spec::Text;

/// Words of the language that have no meaning yet.
const RESERVED: [&str; 4] = ["buckets", "fellow", "ids", "distribute"];

/// Collects findings; knows the text around a place.
pub(super) struct Reader<'a> {
    pub sources: &'a Sources,
    pub findings: Vec<Diagnostic>,
}

impl<'a> Reader<'a> {
    pub fn new(sources: &'a Sources) -> Self {
        Self { sources, findings: Vec::new() }
    }

    pub fn report(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    /// The text of a scalar; anything else is a finding.
    pub fn text(&mut self, node: &Node, wanted: &str) -> Option<Text> {
        match &node.kind {
            NodeKind::Scalar { text, .. } => Some(Spanned::new(text.clone(), node.span)),
            _ => self.not_text(node, wanted),
        }
    }

    /// Says what was found instead of what was wanted.
    pub fn wrong_shape<T>(&mut self, node: &Node, wanted: &str) -> Option<T> {
        let help = match &node.kind {
            NodeKind::Null => format!("write {wanted}, or leave the key out"),
            _ => format!("write {wanted}"),
        };
        self.wrong_shape_with(node, wanted, &help)
    }

    /// The same with its own help.
    pub fn wrong_shape_with<T>(&mut self, node: &Node, wanted: &str, help: &str) -> Option<T> {
        let found = match &node.kind {
            NodeKind::Null => "nothing",
            NodeKind::Scalar { .. } => "text",
            NodeKind::Sequence(_) => "a list",
            NodeKind::Mapping(_) => "a map",
        };
        let finding = Diagnostic::new(Code::WrongShape, node.span, format!("expected {wanted}, found {found}"));
        self.report(finding.help(help));
        None
    }

    /// YAML made something else of what was meant as text.
    fn not_text<T>(&mut self, node: &Node, wanted: &str) -> Option<T> {
        let written = self.sources.slice(node.span);
        if written.is_empty() || written.contains('\n') {
            return self.wrong_shape(node, wanted);
        }
        let help = format!("where text is meant, quote it: `{}`", quoted_scalar(written));
        self.wrong_shape_with(node, wanted, &help)
    }

    /// A key that the object does not have. Nothing is said where YAML itself was complained of already.
    pub fn unknown_key(&mut self, key: &Text, object: &str, keys: &[&'static str]) {
        if self.findings.iter().any(|finding| covers(finding.primary.span, key.span)) {
            return;
        }
        if RESERVED.contains(&key.value.as_str()) {
            let message = format!("`{}` is reserved for a later version of the language", key.value);
            return self.report(Diagnostic::new(Code::ReservedWord, key.span, message).help("leave it out for now"));
        }
        let finding = Diagnostic::new(Code::UnknownKey, key.span, format!("{object} has no key `{}`", key.value));
        let meant = habits::of_word(&key.value, keys).or_else(|| closest(&key.value, keys.iter().copied()));
        let help = match (habits::of_key(object, &key.value), meant) {
            (Some(help), _) => help.to_owned(),
            (None, Some(meant)) => format!("did you mean `{meant}`?"),
            (None, None) => format!("the keys of {object}: {}", keys.join(", ")),
        };
        self.report(finding.help(help));
    }

    /// `{query: select a, b from t}`: YAML sees a key behind the comma. What it cuts off is no key, and has no value.
    pub fn refuse_cut_by_comma(&mut self, entries: &[(Text, Node)], known: impl Fn(&str) -> bool) {
        let is_cut_off = |(key, value): &&(Text, Node)| {
            matches!(value.kind, NodeKind::Null) && value.span.start == value.span.end && !known(&key.value)
        };
        for (place, (_, value)) in entries.iter().enumerate() {
            let NodeKind::Scalar { text, style: ScalarStyle::Plain } = &value.kind else { continue };
            let rest: Vec<_> = entries.iter().skip(place + 1).take_while(is_cut_off).collect();
            // what `<<` merges stands elsewhere
            let behind = |key: &Text| key.span.source == value.span.source && key.span.start >= value.span.end;
            let Some((last, _)) = rest.last().filter(|(key, _)| behind(key)) else { continue };
            let span = Span { end: last.span.end, ..value.span };
            let written = self.sources.slice(span);
            let words = text.contains(' ') || rest.iter().any(|(key, _)| key.contains(' '));
            if !words || written.contains('\n') {
                continue;
            }
            let finding = Diagnostic::new(Code::SqlTakenApart, span, format!("YAML takes `{written}` apart"));
            self.report(finding.help(format!("quote it: `{}`", quoted_scalar(written))));
        }
    }

    /// A word that is not one of those that may stand here.
    pub fn unknown_word(&mut self, word: &Text, kind: &str, words: &[&str]) {
        let finding = Diagnostic::new(Code::UnknownWord, word.span, format!("`{}` is not {kind}", word.value));
        let all = words.join(", ");
        let meant = habits::of_word(&word.value, words).or_else(|| closest(&word.value, words.iter().copied()));
        let help = match meant {
            Some(meant) => format!("did you mean `{meant}`? ({all})"),
            None => format!("one of: {all}"),
        };
        self.report(finding.help(help));
    }

    /// ` #` right behind plain SQL begins a comment, which is hardly what was meant.
    pub fn refuse_comment_behind(&mut self, node: &Node) {
        if !matches!(node.kind, NodeKind::Scalar { style: ScalarStyle::Plain, .. }) {
            return;
        }
        let Some(source) = self.sources.get(node.span.source) else { return };
        let rest = source.text.get(node.span.end as usize..).unwrap_or("");
        if !rest.starts_with(" #") {
            return;
        }
        let line = rest.lines().next().unwrap_or("");
        let span = Span::new(node.span.source, node.span.end as usize + 1, node.span.end as usize + line.len());
        let whole = format!("{}{line}", self.sources.slice(node.span));
        let finding = Diagnostic::new(Code::SqlTakenApart, span, "YAML reads this as a comment")
            .help(format!("quote it: `{}`; put two spaces before a comment", quoted_scalar(&whole)));
        self.report(finding);
    }
}

fn covers(outer: Span, inner: Span) -> bool {
    outer.source == inner.source && outer.start <= inner.start && inner.end <= outer.end
}
