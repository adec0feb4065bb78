//! What would lose data, and what has to stay for it.

use super::fate::Fates;
use super::nodes::Nodes;
use crate::diff::Object;
use std::collections::BTreeSet;

/// Drops that are shown and not run.
#[derive(Debug, Default)]
pub struct Withheld {
    /// The objects that stay.
    pub objects: BTreeSet<Object>,
}

impl Withheld {
    /// What holds data and is not made again; and what that needs.
    pub fn of(fates: &Fates, old: &Nodes) -> Self {
        let lost =
            |object: &&Object| old.map.get(*object).is_some_and(|node| node.data) && !fates.new.contains(*object);
        let mut objects: BTreeSet<Object> = fates.gone.iter().filter(lost).cloned().collect();
        loop {
            let needs: BTreeSet<Object> = fates
                .gone
                .iter()
                .filter(|gone| !fates.new.contains(*gone))
                .filter(|gone| {
                    let stays = |object: &Object| objects.contains(object) || Self::stays_along(object, &objects, old);
                    old.map.iter().any(|(object, node)| stays(object) && node.needs.contains(*gone))
                })
                .cloned()
                .collect();
            let count = objects.len();
            objects.extend(needs);
            if count == objects.len() {
                return Self { objects };
            }
        }
    }

    /// It belongs to something that stays.
    pub fn keeps_with_parent(&self, object: &Object, old: &Nodes) -> bool {
        object.kind == "foreign key" && Self::stays_along(object, &self.objects, old)
    }

    fn stays_along(object: &Object, kept: &BTreeSet<Object>, old: &Nodes) -> bool {
        let parent = old.map.get(object).and_then(|node| node.parent.as_ref());
        parent.is_some_and(|parent| kept.contains(parent))
    }
}
