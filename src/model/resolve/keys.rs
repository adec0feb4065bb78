//! Primary keys, unique constraints, exclusion constraints; and the names that authors chose.

use super::operator_classes;
use super::scene::RowColumns;
use super::tables::{Tables, value};
use crate::catalog::{Deferral, Exclusion, Index, Key, QualifiedName, Table};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Key as SqlKey, Scope};
use crate::model::TableId;
use crate::source::Span;
use crate::spec::{ExcludeSpec, KeySpec, Text};

/// Takes the names of a table and of its constraints and indexes, as far as the author chose them.
pub(super) fn take_names(tables: &mut Tables<'_, '_>, id: TableId) {
    let draft = tables.scene.draft(id);
    take_relation(tables, &draft.name, draft.key);
    for (name, span) in super::partitions::names(draft) {
        super::names::check_identifier(&name.name, span, tables.findings);
        take_relation(tables, &name, span);
    }
    let schema = draft.name.schema.clone();
    let of_columns = draft.own_columns().iter().filter_map(|(_, column)| column.unique.as_deref());
    let keys = draft.spec.primary_key.iter().chain(&draft.spec.unique).chain(of_columns);
    let with_index = keys.filter_map(|key| key.name.as_ref());
    let exclusions = draft.spec.exclude.iter().filter_map(|exclude| exclude.name.as_ref());
    let indexes = draft.indexes.iter().filter_map(|index| index.name.as_ref());
    for name in with_index.chain(exclusions).chain(indexes) {
        super::names::check_identifier(name, name.span, tables.findings);
        take_relation(tables, &QualifiedName::new(schema.clone(), name.value.clone()), name.span);
    }
    let checks = draft.spec.checks.iter().map(|(name, _)| name);
    let of_columns = draft.own_columns().iter().filter_map(|(_, column)| column.check.as_ref()?.name.as_ref());
    let references = draft.own_columns().iter().filter_map(|(_, column)| column.references.as_ref()?.name.as_ref());
    let foreign = draft.spec.foreign_keys.iter().filter_map(|key| key.name.as_ref());
    let mut own: std::collections::BTreeMap<&str, Span> = std::collections::BTreeMap::new();
    for name in checks.chain(of_columns).chain(references).chain(foreign) {
        super::names::check_identifier(name, name.span, tables.findings);
        tables.taken.constraint(&schema, name, name.span);
        if let Some(other) = own.insert(name.as_str(), name.span) {
            tables.findings.push(super::duplicate("constraint", name, name.span, other));
        }
    }
}

fn take_relation(tables: &mut Tables<'_, '_>, name: &QualifiedName, span: Span) {
    if let Some(other) = tables.taken.relation(name, span) {
        tables.findings.push(super::duplicate("table, view or index", &name.to_string(), span, other));
    }
}

/// The primary key, of the columns that say so or of the table's own list.
pub(super) fn primary_key(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    let columns: Vec<String> = draft.primary_key().into_iter().map(str::to_owned).collect();
    let spec = draft.spec.primary_key.as_ref();
    if spec.is_none() {
        one_column_alone(tables, id);
    }
    if let Some(spec) = spec {
        contradiction(tables, id, spec);
        if tables.scene.columns_named(id, &spec.columns, tables.findings).is_none() {
            return;
        }
        operator_classes::comparable(tables.scene, id, &spec.columns, tables.findings);
    }
    // of somebody else's table only what is named is ours
    let named = |name: &String| table.columns.iter().any(|column| column.name == *name);
    if columns.is_empty() || draft.managed == crate::spec::ManagedSpec::Partly && !columns.iter().all(named) {
        return;
    }
    let name = match spec.and_then(|spec| spec.name.as_ref()) {
        Some(name) => name.value.clone(),
        None => tables.taken.new_constraint(&table.name.schema, (&table.name.name, None, "pkey"), true),
    };
    let mut key = Key { name, columns, ..Key::default() };
    if let Some(spec) = spec {
        options(tables, id, spec, &mut key);
    }
    table.primary_key = Some(key);
}

/// `primary_key: true` says that this column alone is the key.
fn one_column_alone(tables: &mut Tables<'_, '_>, id: TableId) {
    let draft = tables.scene.draft(id);
    let keys: Vec<&Text> =
        draft.own_columns().iter().filter(|(_, column)| column.primary_key).map(|(name, _)| *name).collect();
    if let [first, second, ..] = keys.as_slice() {
        let message = format!("`{}` and `{}` are each the whole primary key", first.value, second.value);
        let names: Vec<&str> = keys.iter().map(|name| name.as_str()).collect();
        let finding = Diagnostic::new(Code::Contradiction, second.span, message).related(first.span, "the other one");
        tables.findings.push(
            finding
                .help(format!("a key of several columns stands at the table: `primary_key: [{}]`", names.join(", "))),
        );
    }
}

fn contradiction(tables: &mut Tables<'_, '_>, id: TableId, spec: &KeySpec) {
    let draft = tables.scene.draft(id);
    if let Some((name, _)) = draft.own_columns().iter().find(|(_, column)| column.primary_key) {
        let finding = Diagnostic::new(Code::Contradiction, name.span, "the table has two primary keys");
        let finding = finding.related(spec.span, "the other one");
        tables.findings.push(finding.help("keep the table's `primary_key` and remove it from the column"));
    }
}

/// `unique` of columns and of the table; with `where` a partial index.
pub(super) fn uniques(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    for (name, column) in draft.own_columns() {
        if let Some(spec) = &column.unique {
            unique(tables, id, table, spec, std::slice::from_ref(*name));
        }
    }
    for spec in &draft.spec.unique {
        unique(tables, id, table, spec, &spec.columns);
    }
}

fn unique(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table, spec: &KeySpec, columns: &[Text]) {
    if let Some(predicate) = &spec.predicate {
        return partial_unique(tables, id, table, (spec, columns), predicate);
    }
    if tables.scene.columns_named(id, columns, tables.findings).is_none() {
        return;
    }
    operator_classes::comparable(tables.scene, id, columns, tables.findings);
    let columns: Vec<String> = columns.iter().map(|column| column.value.clone()).collect();
    let name = match &spec.name {
        Some(name) => name.value.clone(),
        None => {
            let joined = join(&columns);
            tables.taken.new_constraint(&table.name.schema, (&table.name.name, Some(&joined), "key"), true)
        }
    };
    let mut key = Key { name: name.clone(), columns, ..Key::default() };
    options(tables, id, spec, &mut key);
    table.uniques.insert(name, key);
}

fn partial_unique(
    tables: &mut Tables<'_, '_>,
    id: TableId,
    table: &mut Table,
    (spec, columns): (&KeySpec, &[Text]),
    predicate: &Text,
) {
    let keys = sql_keys(tables, id, columns, "unique");
    let name = super::indexes::name(tables, &table.name, spec.name.as_ref(), &keys);
    let index = Index {
        name: name.clone(),
        unique: true,
        method: "btree".to_owned(),
        keys: keys.into_iter().map(|key| key.sql).collect(),
        include: spec.include.iter().map(|column| column.value.clone()).collect(),
        nulls_not_distinct: spec.nulls_not_distinct,
        predicate: Some(tables.expression(id, predicate, "where").sql),
        comment: value(&spec.comment),
        ..Index::default()
    };
    table.indexes.insert(name, index);
}

fn options(tables: &mut Tables<'_, '_>, id: TableId, spec: &KeySpec, key: &mut Key) {
    tables.scene.columns_named(id, &spec.include, tables.findings);
    key.include = spec.include.iter().map(|column| column.value.clone()).collect();
    key.nulls_not_distinct = spec.nulls_not_distinct;
    key.deferral = deferral(spec.deferrable.as_ref(), tables.findings);
    key.comment = value(&spec.comment);
}

/// `deferrable: true`, or `deferred`.
pub(super) fn deferral(text: Option<&Text>, findings: &mut Vec<Diagnostic>) -> Deferral {
    match text.map(|text| text.as_str()) {
        None | Some("false") => Deferral::No,
        Some("true" | "immediate" | "initially immediate") => Deferral::Deferrable,
        Some("deferred" | "initially deferred") => Deferral::Deferred,
        Some(_) => {
            let words = ["true", "false", "immediate", "deferred"];
            findings.extend(text.map(|text| super::names::invalid_word("`deferrable`", text, &words)));
            Deferral::No
        }
    }
}

/// Exclusion constraints, as `pg_get_constraintdef` writes them.
pub(super) fn exclusions(tables: &mut Tables<'_, '_>, id: TableId, table: &mut Table) {
    let draft = tables.scene.draft(id);
    for spec in &draft.spec.exclude {
        let exclusion = exclusion(tables, id, &table.name, spec);
        table.exclusions.insert(exclusion.name.clone(), exclusion);
    }
}

fn exclusion(tables: &mut Tables<'_, '_>, id: TableId, table: &QualifiedName, spec: &ExcludeSpec) -> Exclusion {
    let method = spec.using.as_ref().map_or("gist", |method| method.as_str());
    let mut elements = Vec::new();
    let mut columns = Vec::new();
    for (expression, operator) in &spec.elements {
        let key = sql_keys(tables, id, std::slice::from_ref(expression), "exclude").into_iter().next();
        let key = key.unwrap_or_default();
        operator_classes::check(tables.scene, id, method, &[(expression.span, &key)], tables.findings);
        operator_symbol(operator, tables.findings);
        elements.push(format!("{} WITH {}", key.sql, operator.value.trim()));
        columns.push(key.column.unwrap_or_else(|| "expr".to_owned()));
    }
    let mut definition = format!("USING {} ({})", crate::catalog::quote_identifier(method), elements.join(", "));
    if let Some(predicate) = &spec.predicate {
        definition.push_str(&format!(" WHERE ({})", tables.expression(id, predicate, "where").sql));
    }
    let name = match &spec.name {
        Some(name) => name.value.clone(),
        None => tables.taken.new_constraint(&table.schema, (&table.name, Some(&join(&columns)), "excl"), true),
    };
    Exclusion {
        name,
        definition,
        deferral: deferral(spec.deferrable.as_ref(), tables.findings),
        comment: value(&spec.comment),
    }
}

fn operator_symbol(operator: &Text, findings: &mut Vec<Diagnostic>) {
    let symbol = operator.value.trim();
    let plain = !symbol.is_empty() && symbol.chars().all(|c| "+-*/<>=~!@#%^&|`?".contains(c));
    let qualified =
        symbol.to_ascii_lowercase().starts_with("operator(") && symbol.ends_with(')') && !symbol.contains(';');
    if !plain && !qualified {
        let finding = Diagnostic::new(Code::InvalidSql, operator.span, format!("`{symbol}` is not an operator"));
        findings.push(finding.help("write an operator such as `=` or `&&`"));
    }
}

/// Keys of an index over a table's own row.
pub(super) fn sql_keys(tables: &mut Tables<'_, '_>, id: TableId, texts: &[Text], place: &str) -> Vec<SqlKey> {
    let draft = tables.scene.draft(id);
    let qualifiers = [draft.name.name.as_str()];
    let RowColumns { names: columns, kinds, brought } = tables.scene.row_of(id);
    let names = &tables.scene.names;
    let scope = Scope { names, columns, kinds, brought, qualifiers: &qualifiers, place, subqueries: false };
    let mut keys = Vec::new();
    for text in texts {
        let (key, findings) = SqlKey::parse(text, text.span, &scope);
        tables.findings.extend(findings);
        tables.needs.expression(&draft.name, &key.expression);
        keys.push(key);
    }
    keys
}

/// Columns joined as PostgreSQL joins them for a name.
pub(super) fn join(columns: &[String]) -> String {
    let mut joined = String::new();
    for column in columns {
        if !joined.is_empty() {
            joined.push('_');
        }
        joined.push_str(column);
        if joined.len() > super::naming::LIMIT {
            break;
        }
    }
    super::naming::clip(&joined, super::naming::LIMIT).to_owned()
}
