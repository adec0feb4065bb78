//! Edits of a text, and where its places are afterwards.

/// First byte, one past the last, and what comes in their place.
pub(super) type Edit = (usize, usize, String);

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

/// Where places are once edits are made: the first byte of each edit, and how far all that is behind it moves.
pub(super) struct Moves(Vec<(usize, isize)>);

impl Moves {
    pub(super) fn of(edits: &[Edit]) -> Self {
        let longer = |(start, end, text): &Edit| text.len().cast_signed() - (end - start).cast_signed();
        let moves = edits.iter().scan(0, |moved, edit| {
            *moved += longer(edit);
            Some((edit.0, *moved))
        });
        Self(moves.collect())
    }

    /// What is put in at the place stands behind it.
    pub(super) fn before(&self, place: usize) -> usize {
        self.moved(place, self.0.partition_point(|(start, _)| *start < place))
    }

    /// What is put in at the place stands before it.
    pub(super) fn behind(&self, place: usize) -> usize {
        self.moved(place, self.0.partition_point(|(start, _)| *start <= place))
    }

    fn moved(&self, place: usize, edits: usize) -> usize {
        let last = edits.checked_sub(1).and_then(|last| self.0.get(last));
        place.saturating_add_signed(last.map_or(0, |(_, moved)| *moved))
    }
}
