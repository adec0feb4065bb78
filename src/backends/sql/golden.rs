//! What the files say of a small catalog, without the run-time in front.

use super::Sql;
use crate::backends::{Backend, Options, fixture};

#[test]
fn the_model_as_calls() {
    let tree = Sql.emit(&fixture::catalog(), &Options::default());
    let text: String = tree
        .iter()
        .map(|(path, text)| format!("==== {path}\n{}\n", text.split("-- The model\n\n").nth(1).unwrap_or_default()))
        .collect();
    insta::assert_snapshot!(text);
}

#[test]
fn the_same_bytes_each_time() {
    let catalog = fixture::catalog();
    assert_eq!(Sql.emit(&catalog, &Options::default()), Sql.emit(&catalog, &Options::default()));
}
