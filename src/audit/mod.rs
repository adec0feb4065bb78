//! Row-security and design findings on a catalog: one file per rule, each with a page.
