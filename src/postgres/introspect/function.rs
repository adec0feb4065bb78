//! Functions and procedures.

use super::grant::{GrantRow, grants};
use super::{Failure, Reader};
use crate::catalog::{
    Argument, ArgumentMode, Catalog, Function, FunctionName, QualifiedName, Returns, Volatility, quote_literal,
};
use serde::Deserialize;

#[derive(Deserialize)]
struct FunctionRow {
    schema: String,
    name: String,
    procedure: bool,
    owner: String,
    arguments: Option<Vec<ArgumentRow>>,
    returns: Option<String>,
    set: bool,
    language: String,
    volatility: char,
    definer: bool,
    strict: bool,
    leakproof: bool,
    parallel: char,
    cost: Option<String>,
    rows: Option<String>,
    settings: Option<Vec<String>>,
    body: Option<String>,
    sql_body: bool,
    comment: Option<String>,
    grants: Option<Vec<GrantRow>>,
}

#[derive(Deserialize)]
struct ArgumentRow {
    name: String,
    r#type: String,
    mode: char,
    default: Option<String>,
}

pub fn read(reader: &mut Reader<'_>, catalog: &mut Catalog) -> Result<(), Failure> {
    for row in reader.rows(include_str!("../queries/function.sql"))? {
        let found = function(row);
        catalog.functions.insert(found.name.clone(), found);
    }
    Ok(())
}

fn function(row: FunctionRow) -> Function {
    let returns = returns(&row);
    let (columns, rest): (Vec<_>, Vec<_>) =
        row.arguments.into_iter().flatten().partition(|argument| argument.mode == 't');
    let inputs = rest.iter().filter(|argument| argument.mode != 'o').map(|argument| argument.r#type.clone());
    let name = FunctionName { name: QualifiedName::new(row.schema, row.name), arguments: inputs.collect() };
    let returns = if columns.is_empty() {
        returns
    } else {
        Returns::Table(columns.into_iter().map(|column| (column.name, column.r#type)).collect())
    };
    let settings = row.settings.unwrap_or_default();
    Function {
        name,
        owner: row.owner,
        procedure: row.procedure,
        arguments: rest.into_iter().map(argument).collect(),
        returns,
        language: row.language,
        volatility: volatility(row.volatility),
        security_definer: row.definer,
        strict: row.strict,
        leakproof: row.leakproof,
        parallel: parallel(row.parallel).to_owned(),
        cost: row.cost,
        rows: row.rows,
        settings: settings.iter().filter_map(|setting| setting.split_once('=')).map(setting).collect(),
        body: row.body.unwrap_or_default(),
        sql_body: row.sql_body,
        comment: row.comment,
        grants: grants(row.grants, None),
        ..Function::default()
    }
}

fn returns(row: &FunctionRow) -> Returns {
    let outputs = row.arguments.iter().flatten().any(|argument| matches!(argument.mode, 'o' | 'b'));
    match &row.returns {
        Some(data_type) if row.set => Returns::SetOf(data_type.clone()),
        Some(data_type) if !outputs && !row.procedure => Returns::Type(data_type.clone()),
        _ => Returns::Nothing,
    }
}

fn argument(row: ArgumentRow) -> Argument {
    let mode = match row.mode {
        'o' => ArgumentMode::Out,
        'b' => ArgumentMode::InOut,
        'v' => ArgumentMode::Variadic,
        _ => ArgumentMode::In,
    };
    Argument { name: row.name, data_type: row.r#type, mode, default: row.default }
}

fn volatility(letter: char) -> Volatility {
    match letter {
        'i' => Volatility::Immutable,
        's' => Volatility::Stable,
        _ => Volatility::Volatile,
    }
}

fn parallel(letter: char) -> &'static str {
    match letter {
        's' => "safe",
        'r' => "restricted",
        _ => "unsafe",
    }
}

/// A setting and its value as SQL. Lists of names are stored quoted as identifiers and written as literals.
fn setting((name, value): (&str, &str)) -> (String, String) {
    let list =
        matches!(name, "search_path" | "temp_tablespaces" | "local_preload_libraries" | "session_preload_libraries");
    let literals =
        || super::expression::parts(value).iter().map(|part| quote_literal(&unquoted(part))).collect::<Vec<_>>();
    (name.to_owned(), if list { literals().join(", ") } else { quote_literal(value) })
}

fn unquoted(identifier: &str) -> String {
    let inner = identifier.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| identifier.to_owned(), |text| text.replace("\"\"", "\""))
}

#[cfg(test)]
mod tests {
    use super::setting;

    #[test]
    fn writes_settings() {
        assert_eq!(setting(("search_path", "\"\"")).1, "''");
        assert_eq!(setting(("search_path", "\"$user\", public")).1, "'$user', 'public'");
        assert_eq!(setting(("work_mem", "4MB")).1, "'4MB'");
    }
}
