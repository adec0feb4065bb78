//! From a byte of a scalar's text to its place in the file.

use crate::source::Span;

/// The place of the bytes `start..end` of a scalar's `text` that stands at `span`. Exact for plain, quoted and
/// literal block scalars; the whole scalar where YAML's unescaping or folding cannot be undone.
pub fn place(text: &str, span: Span, start: usize, end: usize) -> Span {
    let length = (span.end - span.start) as usize;
    let body = text.trim_end();
    if length == text.len() || length == body.len() {
        return span.sub(start, end);
    }
    if length == text.len() + 2 && !text.contains('\n') {
        return span.sub(start + 1, end + 1);
    }
    match indent(body, length) {
        Some(indent) => {
            let moved = |offset: usize| offset + indent * indented_lines(text.get(..offset).unwrap_or(text), true);
            span.sub(moved(start), moved(end))
        }
        None => span,
    }
}

/// How far each line of a block scalar is indented, which stands from its first letter to its last.
fn indent(body: &str, length: usize) -> Option<usize> {
    let extra = length.checked_sub(body.len())?;
    let lines = indented_lines(body, false);
    (lines > 0 && extra.is_multiple_of(lines)).then(|| extra / lines)
}

/// Lines behind the first; editors leave nothing on a line that is empty. The last one may be cut off.
fn indented_lines(text: &str, cut: bool) -> usize {
    let lines = text.split('\n').skip(1);
    let last = lines.clone().count();
    lines.enumerate().filter(|(number, line)| !line.trim().is_empty() || cut && number + 1 == last).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    #[test]
    fn finds_the_token_in_every_style() {
        let whole = |length: usize| Span::new(SourceId(0), 100, 100 + length);
        assert_eq!(place("a = b", whole(5), 4, 5), Span::new(SourceId(0), 104, 105));
        assert_eq!(place("a = b", whole(7), 4, 5), Span::new(SourceId(0), 105, 106));
        let block = "if a\n\n  then b\nend\n";
        let written = "if a\n\n      then b\n    end";
        for word in ["a", "b", "then", "end"] {
            let (at, expected) = (block.find(word).unwrap(), written.find(word).unwrap() + 100);
            let found = place(block, whole(written.len()), at, at + word.len());
            assert_eq!(found, Span::new(SourceId(0), expected, expected + word.len()), "{word}");
        }
        assert_eq!(place("its", whole(40), 1, 2), whole(40));
    }
}
