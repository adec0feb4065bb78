//! Types of columns, and what they refer to.

use super::draft::Draft;
use super::names::{nullable, qualify, table_and_column, unknown};
use crate::catalog::QualifiedName;
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{DataType, Names, TypeError, parse_type};
use crate::model::{ColumnId, Reference, TableId};
use crate::spec::{ManagedSpec, Text};
use std::collections::HashMap;

/// What is known of a column once its type is found.
#[derive(Debug, Clone)]
pub(super) struct Typed {
    pub(super) data_type: DataType,
    pub(super) not_null: bool,
    pub(super) reference: Option<Reference>,
}

/// Types every column of every table.
pub(super) struct Typer<'a, 'b> {
    pub(super) drafts: &'b [Draft<'a>],
    pub(super) by_name: &'b HashMap<QualifiedName, TableId>,
    pub(super) names: &'b Names,
    pub(super) findings: &'b mut Vec<Diagnostic>,
    done: Vec<Vec<State>>,
    cache: HashMap<&'a str, Option<DataType>>,
    /// References followed at the moment.
    depth: usize,
}

/// Longer chains of columns without a type are refused: following them recurses.
const DEPTH: usize = 500;

#[derive(Clone)]
enum State {
    Waiting,
    Working,
    Done(Typed),
}

impl<'a, 'b> Typer<'a, 'b> {
    pub(super) fn new(
        drafts: &'b [Draft<'a>],
        by_name: &'b HashMap<QualifiedName, TableId>,
        names: &'b Names,
        findings: &'b mut Vec<Diagnostic>,
    ) -> Self {
        let done = drafts.iter().map(|draft| vec![State::Waiting; draft.columns.len()]).collect();
        Self { drafts, by_name, names, findings, done, cache: HashMap::new(), depth: 0 }
    }

    /// The columns of all tables, in their order.
    pub(super) fn run(mut self) -> Vec<Vec<Typed>> {
        for table in 0..self.drafts.len() {
            for column in 0..self.drafts[table].columns.len() {
                self.column(table, column);
            }
        }
        let typed = |state| match state {
            State::Done(typed) => typed,
            State::Waiting | State::Working => unclear(),
        };
        self.done.into_iter().map(|columns| columns.into_iter().map(typed).collect()).collect()
    }

    fn column(&mut self, table: usize, column: usize) -> Typed {
        match &self.done[table][column] {
            State::Done(typed) => return typed.clone(),
            State::Working => {
                let name = self.drafts[table].columns[column].0;
                let message = format!("the type of `{}` depends on itself", name.value);
                let finding = Diagnostic::new(Code::TypeUnclear, name.span, message);
                self.findings.push(finding.help("write a `type` for one column of the circle"));
                return unclear();
            }
            State::Waiting if self.depth > DEPTH => {
                let name = self.drafts[table].columns[column].0;
                let finding = Diagnostic::new(
                    Code::TypeUnclear,
                    name.span,
                    format!("more than {DEPTH} columns take their type from each other"),
                );
                self.findings.push(finding.help("write a `type` for one of them"));
                return unclear();
            }
            State::Waiting => {}
        }
        self.done[table][column] = State::Working;
        self.depth += 1;
        let typed = self.find(table, column);
        self.depth -= 1;
        self.done[table][column] = State::Done(typed.clone());
        typed
    }

    fn find(&mut self, table: usize, column: usize) -> Typed {
        let draft = &self.drafts[table];
        let (name, spec) = draft.columns[column];
        let (written, type_null) = spec.data_type.as_ref().map_or(("", false), |written| nullable(written));
        let reference_null = spec.references.as_ref().is_some_and(|to| nullable(&to.table).1);
        let own = spec.references.as_ref().and_then(|to| self.reference(&to.table, to.enforce));
        let reference = own.or_else(|| self.by_foreign_key(table, name));
        let data_type = match &spec.data_type {
            Some(text) => self.written(written, text),
            None => self.inferred(name, reference.as_ref(), spec.references.is_some()),
        };
        if let (Some(reference), Some(_)) = (&reference, &spec.data_type) {
            self.compare(reference, &data_type, name);
        }
        let reference = reference.filter(|found| own.is_some() || self.leads_on(table, name, found));
        let in_key = draft.primary_key().contains(&name.as_str());
        // a key of a partition's own makes its parent's column NOT NULL there
        let own = column < draft.own_columns().len();
        if own && in_key && (type_null || reference_null) {
            let message = format!("`{}` is of the primary key and cannot be NULL", name.value);
            let place = spec.data_type.as_ref().map_or(name.span, |text| text.span);
            self.findings.push(Diagnostic::new(Code::Contradiction, place, message).help("remove the `?`"));
        }
        let not_null = in_key || !(type_null || reference_null) || self.inherits_not_null(table, name);
        Typed { data_type, not_null, reference }
    }

    /// A column of a table that inherits is NOT NULL where that of a parent is.
    fn inherits_not_null(&mut self, table: usize, name: &str) -> bool {
        let parents = self.drafts[table].spec.inherits.iter().filter_map(|parent| self.lookup(parent));
        let parents: Vec<usize> = parents.map(|parent| parent.index()).collect();
        parents.into_iter().any(|parent| {
            let column = self.drafts[parent].column(name);
            column.is_some_and(|column| self.column(parent, column).not_null)
        })
    }

    fn written(&mut self, text: &'a str, place: &Text) -> DataType {
        if let Some(Some(known)) = self.cache.get(text) {
            return known.clone();
        }
        let found = data_type(text, place, self.names, self.findings);
        self.cache.insert(text, found.clone());
        found.unwrap_or_else(|| unclear().data_type)
    }

    fn inferred(&mut self, name: &Text, reference: Option<&Reference>, refers: bool) -> DataType {
        let Some(reference) = reference else {
            if !refers {
                let finding = Diagnostic::new(Code::TypeUnclear, name.span, format!("`{}` has no type", name.value));
                self.findings.push(finding.help("give it a `type`, or `references` to take the type from"));
            }
            return unclear().data_type;
        };
        let target = self.column(reference.table.index(), reference.column.index());
        DataType { serial: false, ..target.data_type }
    }

    /// Looks up `table`, `schema.table` or `schema.table(column)`.
    fn reference(&mut self, written: &Text, enforced: bool) -> Option<Reference> {
        let (text, _) = nullable(written);
        let (table, column) = match self.lookup(text) {
            Some(table) => (table, None),
            None => {
                let (name, column) = table_and_column(text);
                match self.lookup(name) {
                    Some(table) => (table, column),
                    None => return self.no_table(written, name),
                }
            }
        };
        let column = self.target_column(table, column, written)?;
        if enforced {
            self.check_unique(table, column, written);
        }
        Some(Reference { table, column: ColumnId::new(column), enforced, span: written.span })
    }

    /// What a foreign key of the table says that a column refers to; what is wrong with the key is said elsewhere.
    fn by_foreign_key(&self, table: usize, name: &Text) -> Option<Reference> {
        let keys = self.drafts[table].spec.foreign_keys.iter();
        let with_column = keys.filter(|key| key.columns.iter().any(|column| column.value == name.value));
        let key = with_column.min_by_key(|key| key.columns.len())?;
        let position = key.columns.iter().position(|column| column.value == name.value)?;
        let written = key.references.as_ref()?;
        let target = self.lookup(written)?;
        let draft = &self.drafts[target.index()];
        let column = match key.to.get(position) {
            Some(column) => draft.column(column)?,
            None => draft.column(draft.primary_key().get(position)?)?,
        };
        Some(Reference { table: target, column: ColumnId::new(column), enforced: true, span: written.span })
    }

    /// Of a key of several columns, the one that holds the other row's whole primary key leads to it.
    fn leads_on(&self, table: usize, name: &Text, reference: &Reference) -> bool {
        let target = &self.drafts[reference.table.index()];
        let column = target.columns[reference.column.index()].0;
        let keys = self.drafts[table].spec.foreign_keys.iter();
        let alone = keys.into_iter().any(|key| matches!(key.columns.as_slice(), [only] if only.value == name.value));
        alone || target.primary_key() == [column.as_str()]
    }

    fn lookup(&self, text: &str) -> Option<TableId> {
        self.by_name.get(&qualify(text, &self.names.default_schema)).copied()
    }

    fn no_table(&mut self, written: &Text, name: &str) -> Option<Reference> {
        if let (Some(table), Some((_, column))) = (name.strip_suffix('?'), written.split_once('(')) {
            let finding = Diagnostic::new(Code::UnknownTable, written.span, format!("there is no table `{name}`"));
            self.findings.push(finding.help(format!("the `?` stands at the end: `{table}({column}?`")));
            return None;
        }
        if self.names.relations.contains_key(&qualify(name, &self.names.default_schema)) {
            let message = format!("`{name}` is no table, and only to the rows of a table can others refer");
            let finding = Diagnostic::new(Code::InvalidReference, written.span, message);
            self.findings.push(finding.help("name the table whose rows are meant"));
            return None;
        }
        let asked = Text::new(name.to_owned(), written.span);
        self.findings.push(unknown_table(&asked, self.by_name.keys(), &self.names.default_schema));
        None
    }

    fn target_column(&mut self, table: TableId, column: Option<&str>, written: &Text) -> Option<usize> {
        let draft = &self.drafts[table.index()];
        if let Some(column) = column {
            let found = draft.column(column);
            if found.is_none() {
                let names = draft.columns.iter().map(|(name, _)| name.as_str());
                let asked = Text::new(column.to_owned(), written.span);
                self.findings.push(unknown(Code::UnknownColumn, "column", &asked, names));
            }
            return found;
        }
        match draft.primary_key().as_slice() {
            [key] => draft.column(key),
            [] => {
                let message = format!("`{}` has no primary key to refer to", draft.name);
                let help = format!("name a column: `{}(column)`", written.value.trim_end_matches('?'));
                self.findings.push(Diagnostic::new(Code::InvalidReference, written.span, message).help(help));
                None
            }
            keys => {
                let message = format!("the primary key of `{}` has {} columns", draft.name, keys.len());
                let help = "name one column of a unique key, or use `foreign_keys`";
                self.findings.push(Diagnostic::new(Code::InvalidReference, written.span, message).help(help));
                None
            }
        }
    }

    /// A foreign key needs a unique key over there.
    fn check_unique(&mut self, table: TableId, column: usize, written: &Text) {
        let draft = &self.drafts[table.index()];
        let (name, spec) = draft.columns[column];
        let alone = |columns: &[Text]| matches!(columns, [one] if one.value == name.value);
        let unique = draft.managed == ManagedSpec::No
            || draft.primary_key() == [name.as_str()]
            || spec.unique.as_ref().is_some_and(|key| key.predicate.is_none())
            || draft.spec.unique.iter().any(|key| alone(&key.columns) && key.predicate.is_none())
            || draft.indexes.iter().any(|index| index.unique && alone(&index.columns) && index.predicate.is_none());
        if !unique {
            let message = format!("`{}.{}` is not unique, so nothing can refer to it", draft.name, name.value);
            let finding = Diagnostic::new(Code::InvalidReference, written.span, message);
            self.findings.push(finding.related(name.span, "this column").help("make it `unique: true`"));
        }
    }

    /// The type of what a column refers to. Where it is written, nothing else is looked at: tables may refer to each
    /// other in a circle.
    fn type_of(&mut self, reference: &Reference) -> DataType {
        let (table, column) = (reference.table.index(), reference.column.index());
        let (_, spec) = self.drafts[table].columns[column];
        match &spec.data_type {
            Some(text) => self.written(nullable(text).0, text),
            None => self.column(table, column).data_type,
        }
    }

    /// A foreign key needs types that can be compared.
    fn compare(&mut self, reference: &Reference, own: &DataType, name: &Text) {
        let target = self.type_of(reference);
        if family(&own.base) != family(&target.base) && !own.base.is_empty() && !target.base.is_empty() {
            let message = format!("`{}` is {} and refers to a {}", name.value, own.sql, target.sql);
            let finding = Diagnostic::new(Code::InvalidReference, reference.span, message);
            self.findings.push(finding.help("leave `type` out: the column takes the type of what it refers to"));
        }
    }
}

/// Types that an equality of a foreign key can compare share a family.
fn family(base: &str) -> &str {
    match base {
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double precision" => "number",
        "text" | "character varying" | "character" | "name" | "bpchar" => "text",
        _ if base.contains("citext") => "text",
        _ => base,
    }
}

fn unclear() -> Typed {
    let data_type = DataType { sql: String::new(), base: String::new(), array: false, declared: None, serial: false };
    Typed { data_type, not_null: true, reference: None }
}

/// What else a CREATE TABLE says of a column has keys of its own here.
fn help_for_syntax(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let more = [" primary key", " not null", " null", " default ", " references ", " unique", " check ", " = "];
    if lower.strip_prefix("table").is_some_and(|rest| rest.trim_start().starts_with('(')) {
        return "of a function, write `returns: {table: {id: uuid}}`".to_owned();
    }
    match more.iter().filter_map(|word| lower.find(word)).min() {
        Some(end) => format!(
            "only `{}` is the type; the rest has keys: `{{type: …, primary_key: true, default: …, references: …, check: …}}`",
            text.get(..end).unwrap_or_default()
        ),
        None => "write it as in a CREATE TABLE: `numeric(10,2)`, `text[]`, `public.mood`".to_owned(),
    }
}

/// `text not null`, `text null`
fn help_for_null(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    match words.as_slice() {
        [name @ .., not, null] if is(not, "not") && is(null, "null") => {
            Some(format!("write `{}`: a column is NOT NULL unless its type ends in `?`", name.join(" ")))
        }
        [name @ .., null] if is(null, "null") => Some(format!("write `{}?`", name.join(" "))),
        _ => None,
    }
}

/// Reads a type, or says why it is none.
pub(super) fn data_type(text: &str, place: &Text, names: &Names, findings: &mut Vec<Diagnostic>) -> Option<DataType> {
    match parse_type(text, names) {
        Ok(found) => Some(found),
        Err(TypeError::Syntax) => {
            let finding =
                Diagnostic::new(Code::UnknownType, place.span, format!("`{text}` is not how SQL writes a type"));
            findings.push(finding.help(help_for_syntax(text)));
            None
        }
        Err(TypeError::Ambiguous(declared)) => {
            let (message, help) = crate::expression::ambiguous(&declared);
            findings.push(Diagnostic::new(Code::Ambiguous, place.span, message).help(help));
            None
        }
        Err(TypeError::Modifier(message, help)) => {
            findings.push(Diagnostic::new(Code::UnknownType, place.span, message).help(help));
            None
        }
        Err(TypeError::Unknown(name)) => {
            let finding = Diagnostic::new(Code::UnknownType, place.span, format!("there is no type `{name}`"));
            findings.push(finding.help(help_for_null(text).unwrap_or_else(|| names.help_for_type(&name))));
            None
        }
    }
}

/// There is no table of this name.
pub(super) fn unknown_table<'a>(
    written: &Text,
    tables: impl Iterator<Item = &'a QualifiedName>,
    default_schema: &str,
) -> Diagnostic {
    let tables: Vec<&QualifiedName> = tables.collect();
    let show = |name: &&QualifiedName| {
        if name.schema == default_schema { name.name.clone() } else { name.to_string() }
    };
    let mut shown: Vec<String> = tables.iter().map(show).collect();
    shown.sort();
    let elsewhere = shown.iter().find(|name| name.rsplit_once('.').is_some_and(|(_, name)| name == written.value));
    let of_column = written.rsplit_once('.').filter(|(table, _)| shown.iter().any(|name| name == table));
    let finding = unknown(Code::UnknownTable, "table", written, shown.iter().map(String::as_str));
    match (elsewhere, of_column) {
        (Some(name), _) => return finding.help(format!("did you mean `{name}`?")),
        (None, Some((table, column))) => {
            return finding.help(format!("a column stands in parentheses: `{table}({column})`"));
        }
        (None, None) if finding.help.starts_with("did") => return finding,
        (None, None) => {}
    }
    finding.help("add the table, or describe somebody else's with `managed: false`")
}
