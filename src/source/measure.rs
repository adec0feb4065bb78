//! How much a node is: what anchors may copy is limited by it.

use super::{Node, NodeKind, Spanned};

/// How deep a node is, and what a copy of it costs.
pub(super) fn measure(node: &Node) -> (usize, usize) {
    let own = size_of::<Node>();
    let inner = |parts: &mut dyn Iterator<Item = (usize, usize)>| {
        parts.fold((0, own), |(deepest, total), (depth, weight)| (deepest.max(depth), total + weight))
    };
    match &node.kind {
        NodeKind::Null => (0, own),
        NodeKind::Scalar { text, .. } => (0, own + text.len()),
        NodeKind::Sequence(items) => {
            let (depth, weight) = inner(&mut items.iter().map(measure));
            (depth + 1, weight)
        }
        NodeKind::Mapping(entries) => {
            let (depth, weight) = inner(&mut entries.iter().map(|(key, value)| {
                let (depth, weight) = measure(value);
                (depth, weight + key.value.len() + size_of::<Spanned<String>>())
            }));
            (depth + 1, weight)
        }
    }
}
