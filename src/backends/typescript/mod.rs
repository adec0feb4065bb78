//! TypeScript: `database.ts` in the shape that Supabase's generator gives it, from the model, with no database; and
//! what only the model knows: unions, types of JSON columns, comments, what callers of a role may touch.

mod collation;
mod context;
mod functions;
mod overloads;
mod own_types;
mod relations;
mod relationships;
mod roles;
mod spelling;
mod types;

use super::{Backend, Options};
use crate::catalog::{Catalog, Management, Named};
use crate::output::OutputTree;
use minijinja::syntax::SyntaxConfig;
use minijinja::value::Serde;
use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value};
use relations::Relations;
use relationships::Exposed;
use std::collections::BTreeSet;
use std::io::{self, Write};
use types::TypeMapper;

/// The TypeScript back end.
pub struct TypeScript;

impl Backend for TypeScript {
    fn name(&self) -> &'static str {
        "typescript"
    }

    fn emit_in_parts(&self, catalog: &Catalog, options: &Options, take: &mut dyn FnMut(OutputTree)) {
        let schemas = schemas(catalog);
        let types =
            TypeMapper { catalog, schemas: &schemas, strict: options.strict_types || catalog.hints.strict_types };
        let mut pieces =
            Pieces { bytes: Vec::new(), take: &mut |text| take(OutputTree::of("typescript/database.ts", text)) };
        if let Err(error) = render(file(types), options, &mut pieces) {
            let template = error.name().unwrap_or("typescript/database.ts.jinja");
            take(OutputTree::fault(template, format!("{error:#}")));
        }
    }
}

/// The schemas that clients see: the default one, and those that hold tables, views or types of the model.
fn schemas(catalog: &Catalog) -> BTreeSet<String> {
    let tables = catalog.tables.values().filter(|table| table.hints.management != Management::None);
    let views = catalog.views.values().filter(|view| view.management != Management::None);
    let names = tables
        .map(|table| &table.name)
        .chain(views.map(|view| &view.name))
        .chain(catalog.materialized_views.keys())
        .chain(catalog.enums.values().filter(|found| !found.unmanaged).map(|found| &found.name))
        .chain(catalog.composites.keys());
    let mut schemas: BTreeSet<String> = names.map(|name| name.schema.clone()).collect();
    schemas.insert(catalog.hints.default_schema.clone());
    schemas
}

fn file(types: TypeMapper) -> context::File {
    let mut schemas: Vec<String> = types.schemas.iter().cloned().collect();
    schemas.sort_by_cached_key(|schema| collation::key(schema));
    let exposed = Exposed::new(types.catalog);
    context::File {
        own_types: if types.strict { Vec::new() } else { own_types::own_types(types.catalog) },
        schemas: schemas.iter().map(|schema| self::schema(types, &exposed, schema)).collect(),
        default_schema: spelling::literal(&types.catalog.hints.default_schema),
        roles: if types.strict { Vec::new() } else { roles::roles(types.catalog, &schemas) },
    }
}

fn schema(types: TypeMapper, exposed: &Exposed, schema: &str) -> context::Schema {
    let functions = functions::callable(types.catalog, schema);
    let relations = Relations { types, functions: &functions, exposed };
    context::Schema {
        key: spelling::key(schema),
        value_key: spelling::value_key(schema),
        tables: tables(&relations, schema),
        views: views(&relations, schema),
        functions: functions::entries(&functions, &relations),
        enums: enums(types, schema),
        composites: composites(types, schema),
    }
}

fn tables(relations: &Relations, schema: &str) -> Vec<Value> {
    let tables = relations.types.catalog.tables.values().filter(|table| table.name.schema == schema);
    in_order(tables.map(|table| (table.name.name.as_str(), relations.table(table).into())))
}

fn views(relations: &Relations, schema: &str) -> Vec<Value> {
    let catalog = relations.types.catalog;
    let views = catalog.views.values().map(|view| (&view.name, &view.comment, &view.triggers));
    let none = Named::new();
    let materialized = catalog.materialized_views.values().map(|view| (&view.name, &view.comment, &none));
    let of_schema = views.chain(materialized).filter(|(name, ..)| name.schema == schema);
    in_order(of_schema.map(|(name, comment, triggers)| {
        let view = relations.view(name, comment.as_deref(), triggers);
        (name.name.as_str(), view.into())
    }))
}

fn enums(types: TypeMapper, schema: &str) -> Vec<context::Enum> {
    let enums = types.catalog.enums.values().filter(|found| found.name.schema == schema);
    in_order(enums.map(|found| {
        let labels: Vec<String> = found.labels.iter().map(|label| spelling::literal(label)).collect();
        let entry = context::Enum {
            key: spelling::key(&found.name.name),
            value_key: spelling::value_key(&found.name.name),
            doc: documentation(types, found.comment.as_deref()),
            union: types::union(&found.labels),
            labels: labels.join(", "),
        };
        (found.name.name.as_str(), entry)
    }))
}

fn composites(types: TypeMapper, schema: &str) -> Vec<context::Composite> {
    let composites = types.catalog.composites.values().filter(|found| found.name.schema == schema);
    in_order(composites.map(|found| {
        let fields = found.fields.iter().map(|(name, data_type)| {
            let data_type = types::nullable_if(true, &types.of(data_type));
            let text = format!("{}: {data_type}", spelling::key(name));
            Value::from(context::Property { doc: "".into(), text: text.into() })
        });
        let entry = context::Composite {
            key: spelling::key(&found.name.name),
            doc: documentation(types, found.comment.as_deref()),
            fields: fields.collect(),
        };
        (found.name.name.as_str(), entry)
    }))
}

fn documentation(types: TypeMapper, comment: Option<&str>) -> String {
    let lines = if types.strict { Vec::new() } else { spelling::documentation(comment, None) };
    spelling::comment(&lines, "      ")
}

fn in_order<'a, T>(entries: impl Iterator<Item = (&'a str, T)>) -> Vec<T> {
    let mut entries: Vec<_> = entries.collect();
    entries.sort_by_cached_key(|(name, _)| collation::key(name));
    entries.into_iter().map(|(_, entry)| entry).collect()
}

/// The built-in templates.
static TEMPLATES: [(&str, &str); 4] = [
    ("typescript/database.ts.jinja", include_str!("../../../templates/typescript/database.ts.jinja")),
    ("typescript/helpers.ts.jinja", include_str!("../../../templates/typescript/helpers.ts.jinja")),
    ("typescript/relationships.ts.jinja", include_str!("../../../templates/typescript/relationships.ts.jinja")),
    ("typescript/roles.ts.jinja", include_str!("../../../templates/typescript/roles.ts.jinja")),
];

/// Bytes of text that are handed over at once.
const PIECE: usize = 1 << 20;

fn render(file: context::File, options: &Options, pieces: &mut Pieces<'_>) -> Result<(), Error> {
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    for (name, text) in TEMPLATES {
        let text = options.templates.get(name).map_or(text, String::as_str);
        environment.add_template(name, text)?;
    }
    let context = Value::from(Serde(&file));
    drop(file);
    environment.get_template("typescript/database.ts.jinja")?.render_captured_to(context, &mut *pieces)?;
    pieces.flush().map_err(|error| Error::new(ErrorKind::WriteFailure, error.to_string()))
}

/// The text on its way: of 10,000 tables it has 20 MB.
struct Pieces<'t> {
    bytes: Vec<u8>,
    take: &'t mut dyn FnMut(String),
}

impl Write for Pieces<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    /// Templates write whole texts: no letter is cut in two.
    fn flush(&mut self) -> io::Result<()> {
        let text = String::from_utf8(std::mem::take(&mut self.bytes)).map_err(io::Error::other)?;
        (self.take)(text);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_renders() {
        for strict_types in [false, true] {
            let options = Options { strict_types, ..Options::default() };
            let tree = TypeScript.emit(&super::super::fixture::catalog(), &options);
            let text = tree.get("typescript/database.ts").unwrap();
            assert!(text.contains("jobs_user_id_fkey"), "{text}");
            if let Ok(folder) = std::env::var("DUMP") {
                std::fs::write(format!("{folder}/database{strict_types}.ts"), text).unwrap();
            }
        }
    }
}
