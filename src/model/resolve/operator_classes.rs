//! Which types an index of a method takes as they are.

use super::names::invalid_word;
use super::scene::Scene;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Key, Kind};
use crate::model::{ColumnId, TableId};
use crate::source::Span;
use crate::spec::Text;

/// PostgreSQL's own methods.
const METHODS: &[&str] = &["btree", "hash", "gist", "gin", "spgist", "brin"];

/// Those of pgvector.
const OF_VECTOR: &[&str] = &["hnsw", "ivfflat"];

/// The method that an index names.
pub(super) fn method(scene: &Scene<'_>, using: &Text, findings: &mut Vec<Diagnostic>) {
    let word = using.to_ascii_lowercase();
    let vector = OF_VECTOR.contains(&word.as_str());
    let elsewhere = scene.names.unknown_extensions
        || scene.spec.sql.iter().any(|raw| raw.up.to_ascii_lowercase().contains("access method"));
    if METHODS.contains(&word.as_str()) || elsewhere || vector && scene.names.extensions.contains_key("vector") {
        return;
    }
    let finding = invalid_word("`using`", using, METHODS);
    findings.push(if vector { finding.help("add `vector` to `extensions`") } else { finding });
}

/// Says which keys an index cannot have without an operator class.
pub(super) fn check(
    scene: &Scene<'_>,
    table: TableId,
    method: &str,
    keys: &[(Span, &Key)],
    findings: &mut Vec<Diagnostic>,
) {
    for (place, key) in keys {
        // with an operator class, a collation or a direction, the key is more than the column
        let column = key.column.as_ref().filter(|name| crate::catalog::quote_identifier(name) == key.sql);
        let kind = column.and_then(|name| kind(scene, table, name));
        if let (Some(column), Some(kind)) = (column, kind)
            && let Some(help) = missing(scene, method, column, kind)
        {
            let message = format!("`{column}` is {}, which {method} does not index as it is", kind.word());
            findings.push(Diagnostic::new(Code::NotAllowedHere, *place, message).help(help));
        }
    }
}

/// Columns of a key or unique constraint, which a btree finds.
pub(super) fn comparable(scene: &Scene<'_>, table: TableId, columns: &[Text], findings: &mut Vec<Diagnostic>) {
    for column in columns.iter().filter(|name| kind(scene, table, name) == Some(&Kind::Json)) {
        let message = format!("`{}` is json, which PostgreSQL does not compare", column.value);
        findings.push(Diagnostic::new(Code::NotAllowedHere, column.span, message).help("make the column jsonb"));
    }
}

/// The kind of a column. Of an array of an extension's type nothing is known: the extension may bring a class for that as well.
fn kind<'a>(scene: &'a Scene<'_>, table: TableId, column: &str) -> Option<&'a Kind> {
    let place = scene.draft(table).column(column)?;
    let data_type = &scene.typed(table, ColumnId::new(place)).data_type;
    let base = scene.names.beneath(data_type).last()?;
    scene.kind_of(table, column).filter(|_| scene.names.of_extension(base).is_none())
}

/// What to do where a method has no operator class for a kind that is taken without asking.
fn missing(scene: &Scene<'_>, method: &str, column: &str, kind: &Kind) -> Option<String> {
    let has = |extension: &str| scene.names.extensions.contains_key(extension);
    let scalar = !matches!(kind, Kind::Array | Kind::Json | Kind::Jsonb | Kind::Other);
    match method {
        _ if scene.names.unknown_extensions => None,
        "btree" | "hash" | "gist" | "spgist" | "brin" | "gin" if *kind == Kind::Json => {
            Some("make the column jsonb".to_owned())
        }
        "gin" if *kind == Kind::Text && !has("btree_gin") => Some(format!(
            "index its words, `to_tsvector('english', {column})`; or add `pg_trgm` to `extensions`, and write `{column} gin_trgm_ops`"
        )),
        "gin" if scalar && !has("btree_gin") => {
            Some("leave `using` out, or add `btree_gin` to `extensions`".to_owned())
        }
        "gist" if scalar && !has("btree_gist") => Some("add `btree_gist` to `extensions`".to_owned()),
        "gist" if matches!(kind, Kind::Array | Kind::Jsonb) => Some("write `using: gin`".to_owned()),
        "spgist" if (scalar && *kind != Kind::Text) || matches!(kind, Kind::Array | Kind::Jsonb) => {
            Some("leave `using` out".to_owned())
        }
        "brin" if matches!(kind, Kind::Boolean | Kind::Enum(_) | Kind::Array | Kind::Jsonb) => {
            Some("leave `using` out".to_owned())
        }
        _ => None,
    }
}
