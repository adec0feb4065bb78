//! Edits of a text, and where its places are afterwards.

/// First byte, one past the last, and what comes in their place.
pub(super) type Edit = (usize, usize, String);

/// In order. At one place a bracket comes first: it is put around a whole, a schema before a name.
pub(super) fn sort(edits: &mut [Edit]) {
    edits.sort_by(|a, b| (a.0, a.1, !is_bracket(a), &a.2).cmp(&(b.0, b.1, !is_bracket(b), &b.2)));
}

fn is_bracket(edit: &Edit) -> bool {
    edit.2 == "("
}

/// The text with the edits made, which are in order.
pub(super) fn rewrite(sql: &str, edits: &[Edit]) -> String {
    let (mut text, mut position) = (String::with_capacity(sql.len() + 32), 0);
    for (start, end, replacement) in edits {
        text.push_str(sql.get(position..*start).unwrap_or_default());
        text.push_str(replacement);
        position = *end;
    }
    text.push_str(sql.get(position..).unwrap_or_default());
    text
}

/// Where places are once edits are made.
pub(super) struct Moves(Vec<Move>);

/// Where an edit begins, whether it is a bracket, and how far all that is behind it moves.
struct Move {
    start: usize,
    bracket: bool,
    distance: isize,
}

impl Moves {
    pub(super) fn of(edits: &[Edit]) -> Self {
        let longer = |(start, end, text): &Edit| text.len().cast_signed() - (end - start).cast_signed();
        let moves = edits.iter().scan(0, |distance, edit| {
            *distance += longer(edit);
            Some(Move { start: edit.0, bracket: is_bracket(edit), distance: *distance })
        });
        Self(moves.collect())
    }

    /// What is put in at the place stands behind it.
    pub(super) fn before(&self, place: usize) -> usize {
        self.moved(place, |edit| edit.start < place)
    }

    /// A bracket that is put in at the place stands before it, all else behind it.
    pub(super) fn within_brackets(&self, place: usize) -> usize {
        self.moved(place, |edit| edit.start < place || edit.start == place && edit.bracket)
    }

    /// What is put in at the place stands before it.
    pub(super) fn behind(&self, place: usize) -> usize {
        self.moved(place, |edit| edit.start <= place)
    }

    fn moved(&self, place: usize, is_before: impl Fn(&Move) -> bool) -> usize {
        let last = self.0.partition_point(is_before).checked_sub(1).and_then(|last| self.0.get(last));
        place.saturating_add_signed(last.map_or(0, |last| last.distance))
    }
}
