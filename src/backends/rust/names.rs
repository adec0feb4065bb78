//! Rust identifiers for PostgreSQL's names: legal, distinct, and the same every time.

use heck::{ToSnakeCase, ToUpperCamelCase};
use std::collections::{BTreeMap, BTreeSet};
use syn::Ident;

/// Key words of all editions; those that cannot even be raw stand in [`NEVER_RAW`].
static KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn", "else", "enum",
    "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod", "move",
    "mut", "override", "priv", "pub", "ref", "return", "static", "struct", "trait", "true", "try", "type", "typeof",
    "unsafe", "unsized", "use", "virtual", "where", "while", "yield",
];

static NEVER_RAW: &[&str] = &["Self", "_", "crate", "self", "super"];

/// Names that generated code itself uses without a path.
static PRELUDE: &[&str] = &[
    "Box",
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Err",
    "Hash",
    "None",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "Result",
    "Self",
    "Some",
    "String",
    "TryFrom",
    "Vec",
];

/// Identifiers given out in one scope.
#[derive(Debug, Default)]
pub struct Scope {
    taken: BTreeSet<String>,
    /// The number that a base was given last: of a thousand that are alike each would try all those before it.
    numbers: BTreeMap<String, usize>,
}

impl Scope {
    /// A scope for types, in which what the prelude offers is not given out.
    pub fn of_types() -> Self {
        Self { taken: PRELUDE.iter().map(|name| (*name).to_owned()).collect(), ..Self::default() }
    }

    /// The first of `base`, `base2`, `base3` … whose every form is free; takes all the forms.
    pub fn claim(&mut self, base: &str, forms: &[fn(&str) -> String]) -> String {
        let mut number = self.numbers.get(base).copied().unwrap_or_default();
        loop {
            number += 1;
            let name = if number == 1 { base.to_owned() } else { format!("{base}{number}") };
            let wanted: Vec<String> = forms.iter().map(|form| form(&name)).collect();
            if wanted.iter().all(|form| !self.taken.contains(form)) {
                self.taken.extend(wanted);
                if number > 1 {
                    self.numbers.insert(base.to_owned(), number);
                }
                return name;
            }
        }
    }

    /// A name with one form.
    pub fn claim_one(&mut self, base: &str) -> String {
        self.claim(base, &[str::to_owned])
    }
}

/// A type's name: `job_status` becomes `JobStatus`.
pub fn type_name(name: &str, otherwise: &str) -> String {
    legal(&name.to_upper_camel_case(), otherwise)
}

/// A field's or module's name: lower-case words as they are, others in snake case.
pub fn field_name(name: &str, otherwise: &str) -> String {
    let plain = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
    if plain { name.to_owned() } else { legal(&name.to_snake_case(), otherwise) }
}

/// The identifier for a name that is legal but for being a key word.
pub fn identifier(name: &str) -> String {
    if KEYWORDS.binary_search(&name).is_ok() {
        format!("r#{name}")
    } else if NEVER_RAW.contains(&name) {
        format!("{name}_")
    } else {
        name.to_owned()
    }
}

/// Letters and digits of a name, with something before a leading digit; `otherwise` where none is left.
fn legal(name: &str, otherwise: &str) -> String {
    let kept: String = name.chars().filter(|letter| letter.is_alphanumeric() || *letter == '_').collect();
    let kept = if kept.starts_with(|first: char| first.is_numeric()) { format!("{otherwise}{kept}") } else { kept };
    if is_identifier(&kept) {
        return kept;
    }
    let ascii: String = kept.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '_').collect();
    if is_identifier(&ascii) { ascii } else { otherwise.to_owned() }
}

fn is_identifier(name: &str) -> bool {
    let ascii = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.bytes().all(ascii)
        || KEYWORDS.binary_search(&name).is_ok()
        || NEVER_RAW.contains(&name) && name != "_"
        || syn::parse_str::<Ident>(name).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_legal() {
        assert!(KEYWORDS.is_sorted() && NEVER_RAW.is_sorted());
        for (name, field, of_type) in [
            ("user_id", "user_id", "UserId"),
            ("createdAt", "created_at", "CreatedAt"),
            ("type", "r#type", "Type"),
            ("gen", "r#gen", "Gen"),
            ("self", "self_", "Self_"),
            ("1st", "column1st", "Type1st"),
            ("*/ \"x", "x", "X"),
            ("", "column", "Type"),
            ("größe", "größe", "Größe"),
            ("ⓐ", "column", "Type"),
            ("_", "column", "Type"),
            ("__a", "a", "A"),
        ] {
            assert_eq!(identifier(&field_name(name, "column")), field, "{name}");
            assert_eq!(identifier(&type_name(name, "Type")), of_type, "{name}");
        }
    }

    #[test]
    fn names_are_distinct() {
        let mut scope = Scope::of_types();
        assert_eq!(scope.claim_one("Option"), "Option2");
        assert_eq!(scope.claim("Jobs", &[str::to_owned, |name| format!("New{name}")]), "Jobs");
        assert_eq!(scope.claim_one("NewJobs"), "NewJobs2");
    }
}
