//! Ids: indices into the model's lists, one type each.

macro_rules! ids {
    ($($name:ident = $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The id of the thing at this index.
            pub fn new(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            /// The index.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

ids! {
    TableId = "A table of the model.";
    ColumnId = "A column of one table.";
    PrincipalId = "A kind of principal.";
    GroupId = "A group.";
}
