//! Catalog against catalog: ordered changes, one file per kind of object.
