//! What is mostly as usual: of 100,000 columns, most have no hint and no identity, and room for one in each would be half
//! of a large model's memory.

use std::ops::{Deref, DerefMut};

/// A type that is mostly the same value.
pub trait Usual: Default + PartialEq + 'static {
    /// That value: what `default` gives.
    const USUAL: &'static Self;
}

/// A value that takes the room of a pointer while it is the usual one.
#[derive(Debug, Clone)]
pub struct Seldom<T>(Option<Box<T>>);

impl<T: Usual> From<T> for Seldom<T> {
    fn from(value: T) -> Self {
        Self((value != *T::USUAL).then(|| Box::new(value)))
    }
}

impl<T> Default for Seldom<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: Usual> Deref for Seldom<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.0.as_deref().unwrap_or(T::USUAL)
    }
}

impl<T: Usual> DerefMut for Seldom<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_or_insert_default()
    }
}

impl<T: Usual> PartialEq for Seldom<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

#[cfg(test)]
mod tests {
    use crate::catalog::{ColumnHints, Seldom};

    #[test]
    fn the_usual_takes_no_room_and_compares() {
        assert_eq!(std::mem::size_of::<Seldom<ColumnHints>>(), std::mem::size_of::<usize>());
        let mut hints = Seldom::from(ColumnHints::default());
        assert!(hints.0.is_none() && !hints.hidden && *hints == ColumnHints::default());
        hints.hidden = true;
        assert!(hints.hidden && hints != Seldom::default());
        hints.hidden = false;
        assert_eq!(hints, Seldom::default());
    }
}
