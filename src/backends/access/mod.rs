//! The access matrix: who may do what to which table and why, for a security reviewer; Markdown and HTML.

mod matrix;

use super::{Backend, Options};
use crate::catalog::Catalog;
use crate::output::OutputTree;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, Value};

/// The back end `access`.
pub struct Access;

/// Output path, template, its built-in text.
const FILES: [(&str, &str, &str); 2] = [
    ("access/matrix.md", "access/matrix.md.jinja", include_str!("../../../templates/access/matrix.md.jinja")),
    ("access/matrix.html", "access/matrix.html.jinja", include_str!("../../../templates/access/matrix.html.jinja")),
];

impl Backend for Access {
    fn name(&self) -> &'static str {
        "access"
    }

    fn emit_in_parts(&self, catalog: &Catalog, options: &Options, take: &mut dyn FnMut(OutputTree)) {
        let matrix = Value::from(Serde(&matrix::of(catalog)));
        for (path, name, built_in) in FILES {
            let template = options.templates.get(name).map_or(built_in, String::as_str);
            take(match render(name, template, &matrix) {
                Ok(text) => OutputTree::of(path, text),
                Err(error) => OutputTree::fault(name, format!("{error:#}")),
            });
        }
    }
}

/// Fills a template.
fn render(name: &str, template: &str, matrix: &Value) -> Result<String, minijinja::Error> {
    let mut environment = Environment::new();
    environment
        .set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).keep_trailing_newline(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|name| match name.contains(".html") {
        true => AutoEscape::Html,
        false => AutoEscape::None,
    });
    environment.add_filter("cell", |text: &str| markdown(text));
    environment.add_template(name, template)?;
    environment.get_template(name)?.render(matrix)
}

/// Text in a cell of a Markdown table: nothing in it is mark-up, and it stays on its line.
fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' => escaped.push(' '),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '#' => escaped.extend(['\\', letter]),
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{AccessReason, Policy, QualifiedName, Table};

    fn catalog() -> Catalog {
        let mut catalog = Catalog::default();
        catalog.hints.signed_in = "authenticated".to_owned();
        catalog.hints.anonymous = "anon".to_owned();
        catalog.hints.service = "service_role".to_owned();
        let mut table = Table { name: QualifiedName::new("public", "a|b <i>"), row_security: true, ..Table::default() };
        let reason = |verb: &str, role: &str| AccessReason {
            verb: verb.to_owned(),
            roles: vec![role.to_owned()],
            who: "the user who owns the row".to_owned(),
            why: "owner: user_id".to_owned(),
            limited: verb == "update",
            columns: if verb == "update" { vec!["na*me".to_owned()] } else { Vec::new() },
        };
        table.hints.access.reasons =
            vec![reason("read", "authenticated"), reason("update", "authenticated"), reason("read", "anon")];
        catalog.tables.insert(table.name.clone(), table);
        catalog
    }

    #[test]
    fn shows_each_cell_with_its_reason_and_escapes_names() {
        let tree = Access.emit(&catalog(), &Options::default());
        let text = tree.get("access/matrix.md").unwrap();
        assert!(text.contains("| public.a\\|b &lt;i> | read | read, update\\* | all |"), "{text}");
        assert!(text.contains("update (only na\\*me)"), "{text}");
        let html = tree.get("access/matrix.html").unwrap();
        assert!(html.contains("public.a|b &lt;i&gt;") && !html.contains("<i>"), "{html}");
    }

    #[test]
    fn policies_written_as_sql_are_shown_as_such() {
        let mut catalog = catalog();
        for table in catalog.tables.values_mut() {
            table.hints.access = Default::default();
            let policy = Policy { roles: vec!["authenticated".to_owned()], ..Policy::default() };
            table.policies.insert("p".to_owned(), policy);
        }
        let text =
            |catalog: &Catalog| Access.emit(catalog, &Options::default()).get("access/matrix.md").unwrap().to_owned();
        assert!(text(&catalog).contains("\n\nOnly the service.\n"), "{}", text(&catalog));
        catalog.tables.values_mut().for_each(|table| table.hints.access.raw = true);
        let raw = text(&catalog);
        assert!(
            raw.contains("| public.a\\|b &lt;i> | — | policies | all |") && !raw.contains("Only the service"),
            "{raw}"
        );
    }

    #[test]
    fn a_broken_template_of_the_user_is_told() {
        let mut options = Options::default();
        options.templates.insert("access/matrix.md.jinja".to_owned(), "{% if %}".to_owned());
        let tree = Access.emit(&catalog(), &options);
        assert!(tree.get("access/matrix.md").is_none());
        assert!(tree.faults()[0].contains("access/matrix.md.jinja cannot be filled"), "{:?}", tree.faults());
    }
}
