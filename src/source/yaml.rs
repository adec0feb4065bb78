//! YAML to spanned nodes. The only module that knows the YAML crate.
//!
//! It is read at the level of events (granit-parser, the parser under serde-saphyr) and not through serde: events
//! keep the text of every scalar as written, give the byte place of everything, and cost a third of the time.

use std::collections::BTreeMap;

use granit_parser::{Event, ScanError, StructureStyle};

use super::events::Events;
use super::measure::measure;
use super::sql_in_yaml;
use super::{Node, NodeKind, ScalarStyle, Source, Span, Spanned};
use crate::diagnostics::{Code, Diagnostic};

/// Collections within collections, as written and after aliases are followed.
const DEEPEST: usize = 64;
/// What anchors and aliases may copy, in bytes or so: a bomb is larger, a model is not.
const MOST_COPIED: usize = 64 << 20;

/// Reads one file. Without a syntax error there is always a node (nothing written is [`NodeKind::Null`]).
pub fn parse(source: &Source) -> (Option<Node>, Vec<Diagnostic>) {
    let mut options = granit_parser::Options::default();
    options.set_emit_comments(false);
    options.disallow_directives = true;
    options.flow_nesting_limit = DEEPEST;
    options.block_nesting_limit = DEEPEST;
    std::thread::scope(|scope| {
        let events = Events::of(source, &options, scope);
        let mut builder = Builder { events, source, anchors: BTreeMap::new(), copied: 0, end: 0, findings: Vec::new() };
        match builder.document() {
            Ok(node) => (Some(node), builder.findings),
            Err(stop) => {
                builder.findings.push(*stop);
                (None, builder.findings)
            }
        }
    })
}

/// A syntax error ends the file: the parser cannot go on behind it.
type Parsed<T> = Result<T, Box<Diagnostic>>;

struct Builder<'text> {
    events: Events<'text>,
    source: &'text Source,
    anchors: BTreeMap<usize, Anchored>,
    copied: usize,
    /// Where the last value ended; a block collection ends with its last value.
    end: usize,
    findings: Vec<Diagnostic>,
}

struct Anchored {
    node: Node,
    depth: usize,
    weight: usize,
}

impl<'text> Builder<'text> {
    fn document(&mut self) -> Parsed<Node> {
        let mut root = None;
        loop {
            let (event, span) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                _ if root.is_some() => return Err(Box::new(self.second_document(span))),
                event => root = Some(self.node(event, span, 0)?),
            }
        }
        Ok(root.unwrap_or(Node { span: self.span(0, 0), kind: NodeKind::Null }))
    }

    fn next(&mut self) -> Parsed<(Event<'text>, granit_parser::Span)> {
        match self.events.next() {
            Some(Ok(next)) => Ok(next),
            Some(Err(error)) => Err(Box::new(self.syntax_error(&error))),
            None => Ok((Event::StreamEnd, granit_parser::Span::default())),
        }
    }

    fn node(&mut self, event: Event<'text>, place: granit_parser::Span, depth: usize) -> Parsed<Node> {
        self.refuse_tag(&event, place);
        let anchor = event.anchor_id();
        let span = self.place(place);
        let node = match event {
            Event::Scalar(text, style, ..) => self.scalar(text.into_owned(), style, span),
            Event::SequenceStart(style, ..) => self.sequence(style, span, depth)?,
            Event::MappingStart(style, ..) => self.mapping(style, span, depth)?,
            Event::Alias(id) => return self.alias(id, span, depth),
            _ => return Err(Box::new(Diagnostic::new(Code::YamlSyntax, span, "a value was expected here"))),
        };
        if let Some(id) = anchor.filter(|id| *id != 0) {
            self.remember(id, &node)?;
        }
        Ok(node)
    }

    fn scalar(&mut self, text: String, style: granit_parser::ScalarStyle, mut span: Span) -> Node {
        let style = match style {
            granit_parser::ScalarStyle::Plain => ScalarStyle::Plain,
            granit_parser::ScalarStyle::Literal | granit_parser::ScalarStyle::Folded => ScalarStyle::Block,
            _ => ScalarStyle::Quoted,
        };
        if style == ScalarStyle::Plain && text.is_empty() {
            // Nothing was written: its place is right behind what came before, not where the next token stands.
            span = self.span(self.end, self.end);
        }
        if style == ScalarStyle::Block {
            // the parser counts the indent of what follows
            let (start, end) = (span.start as usize, span.end as usize);
            let written = self.source.text.get(start..end).unwrap_or_default().trim_end();
            span = self.span(start, start + written.len());
        }
        self.end = span.end as usize;
        let null = style == ScalarStyle::Plain && matches!(text.as_str(), "" | "~" | "null" | "Null" | "NULL");
        Node { span, kind: if null { NodeKind::Null } else { NodeKind::Scalar { text, style } } }
    }

    fn sequence(&mut self, style: StructureStyle, start: Span, depth: usize) -> Parsed<Node> {
        let mut items = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if event == Event::SequenceEnd {
                let span = self.close(style, start, place);
                if style == StructureStyle::Flow {
                    let scalars = items.iter();
                    self.findings.extend(sql_in_yaml::taken_apart(self.source, scalars));
                }
                return Ok(Node { span, kind: NodeKind::Sequence(items) });
            }
            items.push(self.node(event, place, depth + 1)?);
        }
    }

    fn mapping(&mut self, style: StructureStyle, start: Span, depth: usize) -> Parsed<Node> {
        let mut pairs = Vec::new();
        loop {
            let (event, place) = self.next()?;
            if event == Event::MappingEnd {
                let span = self.close(style, start, place);
                if style == StructureStyle::Flow {
                    let scalars = pairs.iter().flat_map(|(key, value)| [key, value]);
                    self.findings.extend(sql_in_yaml::taken_apart(self.source, scalars));
                }
                return Ok(Node { span, kind: NodeKind::Mapping(self.entries(pairs)) });
            }
            let key = self.node(event, place, depth + 1)?;
            let (event, place) = self.next()?;
            pairs.push((key, self.node(event, place, depth + 1)?));
        }
    }

    /// Keys become text; merge keys are applied; a key written twice keeps its first value.
    fn entries(&mut self, pairs: Vec<(Node, Node)>) -> Vec<(Spanned<String>, Node)> {
        let mut merged = Vec::new();
        let mut entries = Vec::with_capacity(pairs.len());
        for (key, value) in pairs {
            match key.kind {
                NodeKind::Scalar { text, style: ScalarStyle::Plain } if text == "<<" => merged.push(value),
                NodeKind::Scalar { text, .. } => entries.push((Spanned::new(text, key.span), value)),
                NodeKind::Null => {
                    let text = self.source.text.get(key.span.start as usize..key.span.end as usize).unwrap_or("");
                    if text.is_empty() {
                        self.report(Code::YamlSyntax, key.span, "a key is missing before `:`");
                    } else {
                        entries.push((Spanned::new(text.to_owned(), key.span), value));
                    }
                }
                _ => self.report(Code::YamlSyntax, key.span, "a key must be text"),
            }
        }
        self.refuse_duplicates(&mut entries);
        merged.into_iter().for_each(|value| self.merge(value, &mut entries));
        entries
    }

    fn refuse_duplicates(&mut self, entries: &mut Vec<(Spanned<String>, Node)>) {
        let keys = entries.iter().enumerate().map(|(index, (key, _))| (&key.value, index, key.span));
        let mut keys: Vec<_> = keys.collect();
        keys.sort_unstable_by_key(|(key, index, _)| (*key, *index));
        let mut later: Vec<usize> = Vec::new();
        for [(first, _, before), (second, index, span)] in keys.array_windows() {
            if first == second {
                self.findings.push(
                    Diagnostic::new(Code::DuplicateKey, *span, format!("`{second}` is written twice"))
                        .label("again here")
                        .related(*before, "first written here")
                        .help("keep one of them"),
                );
                later.push(*index);
            }
        }
        later.sort_unstable();
        for index in later.into_iter().rev() {
            entries.remove(index);
        }
    }

    /// `<<: *base` and `<<: [*a, *b]`: what is there already wins.
    fn merge(&mut self, value: Node, entries: &mut Vec<(Spanned<String>, Node)>) {
        match value.kind {
            NodeKind::Mapping(base) => {
                for (key, value) in base {
                    if !entries.iter().any(|(present, _)| present.value == key.value) {
                        entries.push((key, value));
                    }
                }
            }
            NodeKind::Sequence(bases) => bases.into_iter().for_each(|base| self.merge(base, entries)),
            _ => self.report(Code::YamlSyntax, value.span, "`<<` merges a map, or a list of maps"),
        }
    }

    fn remember(&mut self, id: usize, node: &Node) -> Parsed<()> {
        let (depth, weight) = measure(node);
        self.count_copy(weight, node.span)?;
        self.anchors.insert(id, Anchored { node: node.clone(), depth, weight });
        Ok(())
    }

    fn alias(&mut self, id: usize, span: Span, depth: usize) -> Parsed<Node> {
        self.end = span.end as usize;
        let Some(anchored) = self.anchors.get(&id) else {
            let found = Diagnostic::new(Code::YamlSyntax, span, "an anchor cannot be used within its own value");
            return Err(Box::new(found.help("write the value out")));
        };
        let (deep, weight) = (anchored.depth + depth, anchored.weight);
        if deep > DEEPEST {
            return Err(Box::new(super::yaml_errors::too_deep(span)));
        }
        let node = anchored.node.clone();
        self.count_copy(weight, span)?;
        Ok(node)
    }

    fn count_copy(&mut self, weight: usize, span: Span) -> Parsed<()> {
        self.copied = self.copied.saturating_add(weight);
        if self.copied <= MOST_COPIED {
            return Ok(());
        }
        let found = Diagnostic::new(Code::TooLarge, span, "anchors and aliases copy more than 64 MiB");
        Err(Box::new(found.help("write fewer aliases of large values; a mixin says the same once")))
    }

    fn refuse_tag(&mut self, event: &Event<'text>, place: granit_parser::Span) {
        if event.tag().is_none() {
            return;
        }
        let tag = place.tag_span().map_or_else(|| self.place(place), |tag| self.place(tag));
        let text = self.source.text.get(tag.start as usize..tag.end as usize).unwrap_or("!").to_owned();
        self.findings.push(
            Diagnostic::new(Code::YamlTag, tag, format!("`{text}` is a YAML tag"))
                .help("the language has no tags: leave it out, or quote the text that begins with `!`"),
        );
    }

    fn close(&mut self, style: StructureStyle, start: Span, end: granit_parser::Span) -> Span {
        if style == StructureStyle::Flow {
            self.end = byte(end.end);
        }
        self.span(start.start as usize, self.end.max(start.start as usize))
    }

    fn report(&mut self, code: Code, span: Span, message: &str) {
        self.findings.push(Diagnostic::new(code, span, message).help("write `name: value`"));
    }

    fn second_document(&self, place: granit_parser::Span) -> Diagnostic {
        Diagnostic::new(Code::YamlSyntax, self.place(place), "a second document in one file")
            .help("remove the `---` between them, or put it in a file of its own and `include` it")
    }

    fn place(&self, place: granit_parser::Span) -> Span {
        self.span(byte(place.start), byte(place.end))
    }

    fn span(&self, start: usize, end: usize) -> Span {
        Span::new(self.source.id, start, end)
    }

    fn syntax_error(&self, error: &ScanError) -> Diagnostic {
        let at = byte(*error.marker()).min(self.source.text.len());
        super::yaml_errors::explain(self.source, error.kind(), at)
    }
}

fn byte(marker: granit_parser::Marker) -> usize {
    marker.byte_offset().unwrap_or_else(|| marker.index())
}
