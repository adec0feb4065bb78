//! Models and worlds built by hand, smaller than any YAML could say them.

mod members;
mod owners;
mod rules;

use super::{Caller, Conditions, Oracle, Row, World};
use crate::catalog::{Management, QualifiedName};
use crate::expression::Expression;
use crate::model::*;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Understands `column = 'text'`, `column is null`, `column is not null`.
struct Simple<'a>(&'a Model);

impl Conditions for Simple<'_> {
    fn value(&self, expression: &Expression, table: TableId, row: &Row, _: &Caller) -> Option<String> {
        let (column, test) = expression.sql.split_once(' ')?;
        let value = row.get(self.0.table(table).column_named(column)?);
        match test {
            "is null" => Some(value.is_none().to_string()),
            "is not null" => Some(value.is_some().to_string()),
            _ => value.map(|value| (format!("= '{value}'") == test).to_string()),
        }
    }
}

fn sql(text: &str) -> Option<Expression> {
    Some(Expression { sql: text.to_owned(), ..Expression::default() })
}

/// `name`, `name>table` (refers to its first column), with `!` immutable, `#` read-only.
fn table(model: &mut Model, name: &str, columns: &str) -> TableId {
    let id = TableId::new(model.tables.len());
    let parsed = columns.split_whitespace().map(|text| column(model, text)).collect();
    model.tables.push(Table {
        id,
        name: QualifiedName::new("public", name),
        span: Span::default(),
        management: Management::Full,
        columns: parsed,
        primary_key: vec![ColumnId::new(0)],
        owners: Vec::new(),
        members: None,
        membership_of: None,
        allow: Vec::new(),
        deny: Vec::new(),
        require: BTreeMap::new(),
        access: None,
        unresolved: false,
        raw_policies: false,
        soft_delete: None,
        audit: false,
    });
    id
}

fn column(model: &Model, text: &str) -> Column {
    let name: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let to = text.split_once('>').map(|(_, to)| to.trim_end_matches(['!', '#', '=']));
    let to = to.and_then(|to| model.tables.iter().find(|table| table.name.name == to));
    Column {
        name,
        data_type: "text".to_owned(),
        not_null: false,
        references: to.map(|to| Reference {
            table: to.id,
            column: ColumnId::new(0),
            enforced: true,
            span: Span::default(),
        }),
        same_owner: text.contains('='),
        same_owner_declined: false,
        immutable: text.contains('!'),
        read_only: text.contains('#'),
        hidden: false,
        computed: false,
        changing_default: false,
        span: Span::default(),
    }
}

fn base() -> Model {
    let mut model = Model::default();
    model.base.hints.signed_in = "authenticated".to_owned();
    model.base.hints.anonymous = "anon".to_owned();
    model.base.hints.service = "service_role".to_owned();
    table(&mut model, "users", "id");
    model.principals.push(Principal {
        name: "user".to_owned(),
        id: Expression::default(),
        table: TableId::new(0),
        data_type: "uuid".to_owned(),
        setting: None,
        span: Span::default(),
    });
    model
}

fn owner(column: usize) -> OwnerLink {
    OwnerLink {
        column: ColumnId::new(column),
        own_key: false,
        principal: None,
        can: OwnerCan::Inherit,
        transfer: false,
        carry: None,
        span: Span::default(),
    }
}

fn allow(verbs: &[Verb], to: Vec<Subject>) -> Allow {
    let can = can(verbs);
    Allow { can, to, when: None, becomes: None, through: None, span: Span::default() }
}

fn deny(verbs: &[Verb], when: &str) -> Deny {
    Deny { can: can(verbs), when: sql(when), becomes: None, span: Span::default() }
}

fn can(verbs: &[Verb]) -> Can {
    verbs.iter().map(|verb| (*verb, None)).collect()
}

fn row(values: &str) -> Row {
    Row(values.split_whitespace().map(|value| (value != "-").then(|| value.to_owned())).collect())
}

fn world(tables: &[(TableId, &[&str])]) -> World {
    World { rows: tables.iter().map(|(table, rows)| (*table, rows.iter().map(|text| row(text)).collect())).collect() }
}

fn user(id: &str) -> Caller {
    let ids = (id != "-").then(|| (PrincipalId::new(0), id.to_owned())).into_iter().collect();
    Caller { name: format!("user {id}"), role: "authenticated".to_owned(), ids, groups: BTreeSet::new() }
}

fn role(name: &str) -> Caller {
    Caller { name: name.to_owned(), role: name.to_owned(), ..Caller::default() }
}

/// The verbs that a caller has on a row, as letters: `rcud`.
fn verbs(model: &Model, world: &World, caller: &Caller, table: TableId, values: &str) -> String {
    let conditions = Simple(model);
    let oracle = Oracle::new(model, world, &conditions);
    let row = row(values);
    let has = |verb: &Verb| match verb {
        Verb::Create => oracle.may_insert(caller, table, &row, &[]).holds,
        Verb::Delete => oracle.may_delete(caller, table, &row).holds,
        Verb::Update => oracle.may_update(caller, table, &row, &row, &[]).holds,
        Verb::Read => oracle.may(caller, Verb::Read, table, &row).holds,
    };
    Verb::ALL.iter().filter(|verb| has(verb)).map(|verb| &verb.word()[..1]).collect()
}

fn may_change(model: &Model, world: &World, caller: &Caller, table: TableId, old: &str, new: &str) -> bool {
    let conditions = Simple(model);
    let (old, new) = (row(old), row(new));
    let named: Vec<ColumnId> =
        (0..old.0.len()).map(ColumnId::new).filter(|column| old.get(*column) != new.get(*column)).collect();
    Oracle::new(model, world, &conditions).may_update(caller, table, &old, &new, &named).holds
}
