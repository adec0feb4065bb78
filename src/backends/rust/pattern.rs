//! Syntax that occurs thousands of times with other names in it. syn reads it and prettyplease prints it once; then it
//! is filled in as text: to read and print every item took three times as long.

use proc_macro2::Literal;
use syn::{Attribute, File, Item, Type, parse_quote};

/// Printed syntax, cut at its places.
pub struct Pattern<const PLACES: usize> {
    /// What stands before a place, and which one it is.
    parts: Vec<(String, usize)>,
    end: String,
}

impl<const PLACES: usize> Pattern<PLACES> {
    /// An item. `places` are texts in it as it is printed; all occurrences are places.
    pub fn of(item: Item, places: [&str; PLACES]) -> Self {
        Self::cut(&printed(vec![item]), places)
    }

    /// What stands in an item that opens this many braces, each in a line of its own.
    pub fn inside(braces: usize, item: Item, places: [&str; PLACES]) -> Self {
        let text = printed(vec![item]);
        let lines: Vec<&str> = text.split_inclusive('\n').collect();
        let inside = lines.get(braces..lines.len().saturating_sub(braces)).map(<[_]>::concat);
        Self::cut(&inside.unwrap_or_default(), places)
    }

    /// An attribute of a field, in lines of its own.
    pub fn attribute(attribute: Attribute, places: [&str; PLACES]) -> Self {
        let text = printed(vec![parse_quote!(struct X { #attribute x: () })]);
        Self::cut(stripped(&text, "struct X {\n", "    x: (),\n}\n"), places)
    }

    fn cut(mut text: &str, places: [&str; PLACES]) -> Self {
        let mut parts = Vec::new();
        loop {
            let found = places.iter().enumerate().filter_map(|(place, name)| Some((place, text.split_once(name)?)));
            let Some((place, (before, behind))) = found.min_by_key(|(_, (before, _))| before.len()) else { break };
            parts.push((before.to_owned(), place));
            text = behind;
        }
        Self { parts, end: text.to_owned() }
    }

    /// Writes it with these texts in its places.
    pub fn fill(&self, text: &mut String, values: [&str; PLACES]) {
        for (before, place) in &self.parts {
            text.push_str(before);
            text.push_str(values.get(*place).copied().unwrap_or_default());
        }
        text.push_str(&self.end);
    }
}

fn printed(items: Vec<Item>) -> String {
    prettyplease::unparse(&File { shebang: None, frontmatter: None, attrs: Vec::new(), items })
}

fn stripped<'a>(text: &'a str, head: &str, tail: &str) -> &'a str {
    text.strip_prefix(head).and_then(|text| text.strip_suffix(tail)).unwrap_or(text)
}

/// A type as prettyplease spells it, as it stands in a field; `None` when the text is not a type.
pub fn data_type(spelled: &str) -> Option<String> {
    let read: Type = syn::parse_str(spelled).ok()?;
    let text = printed(vec![parse_quote!(type X = #read;)]);
    Some(indented(stripped(&text, "type X = ", ";\n"), 4))
}

/// A string literal. Most names are plain, and need nobody to look at each letter.
pub fn literal(value: &str) -> String {
    if value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" _,.".contains(&byte)) {
        return ["\"", value, "\""].concat();
    }
    Literal::string(value).to_string()
}

/// `[…]` behind `before` columns: in one line where it fits, or else each element in a line of its own, as prettyplease
/// has it.
pub fn list(before: usize, elements: &[String], indentation: usize) -> String {
    let line = format!("[{}]", elements.join(", "));
    if before + line.len() < MARGIN {
        return line;
    }
    let margin = " ".repeat(indentation);
    elements.iter().fold("[\n".to_owned(), |text, element| text + &margin + "    " + element + ",\n") + &margin + "]"
}

/// prettyplease's; the semicolon behind the brackets counts.
const MARGIN: usize = 89;

/// `text` with the lines behind its first one moved to the right.
pub fn indented(text: &str, indentation: usize) -> String {
    text.replace('\n', &format!("\n{}", " ".repeat(indentation)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use syn::Expr;

    #[test]
    fn places_are_filled() {
        let item = parse_quote!(
            impl place_name {
                const A: &'static str = place_text;
            }
        );
        let pattern = Pattern::of(item, ["place_name", "place_text"]);
        let mut text = String::new();
        pattern.fill(&mut text, ["place_text", &literal("a \"place_name\"\n")]);
        assert_eq!(text, "impl place_text {\n    const A: &'static str = \"a \\\"place_name\\\"\\n\";\n}\n");
    }

    proptest! {
        /// Lists break where prettyplease breaks them.
        #[test]
        fn lists_are_printed_like_prettyplease(names in prop::collection::vec("[a-z]{1,12}", 1..12)) {
            let elements: Vec<Expr> = names.iter().map(|name| parse_quote!(#name)).collect();
            let whole = printed(vec![parse_quote!(const X: &'static [&'static str] = &[#(#elements),*];)]);
            let start = "const X: &'static [&'static str] = &";
            let elements: Vec<String> = names.iter().map(|name| literal(name)).collect();
            prop_assert_eq!(whole, format!("{start}{};\n", list(start.len(), &elements, 0)));
        }
    }
}
