//! Definitions as SQL: the text that makes each kind of object, without a final semicolon.
//!
//! Keywords are lower case, names qualified and quoted where needed. Nothing here asks whether the object
//! is there already: that is for whoever runs the text.

mod constraint;
mod function;
mod index;
mod policy;
mod table;
mod trigger;
mod types;
mod view;

pub use constraint::*;
pub use function::*;
pub use index::*;
pub use policy::*;
pub use table::*;
pub use trigger::*;
pub use types::*;
pub use view::*;

use super::quote_identifier;
use std::collections::BTreeMap;

/// Names as a list: `a, "B"`.
pub fn names(list: &[String]) -> String {
    list.iter().map(|name| quote_identifier(name)).collect::<Vec<_>>().join(", ")
}

/// Storage parameters: ` with (fillfactor=70)`, or nothing.
pub fn storage_parameters(parameters: &BTreeMap<String, String>) -> String {
    if parameters.is_empty() {
        return String::new();
    }
    let list: Vec<String> = parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!(" with ({})", list.join(", "))
}

/// A role for TO: `public` is everybody, everything else a name.
pub fn role(name: &str) -> String {
    if name == "public" { name.to_owned() } else { quote_identifier(name) }
}
