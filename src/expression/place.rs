//! From a byte of a scalar's text to its place in the file.

use crate::source::Span;

/// The place of the bytes `start..end` of a scalar's `text` that stands at `span`. Exact for plain, quoted and
/// literal block scalars; the whole scalar where YAML's unescaping or folding cannot be undone.
pub fn place(text: &str, span: Span, start: usize, end: usize) -> Span {
    let length = (span.end - span.start) as usize;
    let body = text.trim_end_matches('\n');
    if length == text.len() || length == body.len() {
        return span.sub(start, end);
    }
    if length == text.len() + 2 && !text.contains('\n') {
        return span.sub(start + 1, end + 1);
    }
    match indent(body, length) {
        Some((indent, first)) => {
            let moved = |offset: usize| offset + indent * (lines_before(text, offset) + first);
            span.sub(moved(start), moved(end))
        }
        None => span,
    }
}

/// How far each line of a block scalar is indented, and whether the first line's indent lies in the span.
fn indent(body: &str, length: usize) -> Option<(usize, usize)> {
    let breaks = body.matches('\n').count();
    let (shortest, longest) = (body.len(), body.len() + 1);
    [shortest, longest].into_iter().find_map(|written| {
        let extra = length.checked_sub(written)?;
        match breaks {
            0 => None,
            _ if extra % breaks == 0 => Some((extra / breaks, 0)),
            _ if extra % (breaks + 1) == 0 => Some((extra / (breaks + 1), 1)),
            _ => None,
        }
    })
}

fn lines_before(text: &str, offset: usize) -> usize {
    text.as_bytes().iter().take(offset).filter(|byte| **byte == b'\n').count()
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
        assert_eq!(place("a\nb\n", whole(8), 2, 3), Span::new(SourceId(0), 107, 108), "two spaces before a, then b");
        assert_eq!(place("its", whole(40), 1, 2), whole(40));
    }
}
