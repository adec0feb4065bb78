//! Models by hand.

use crate::catalog;
use crate::expression::{ColumnUse, Expression};
use crate::model::*;
use crate::source::Span;
use std::collections::BTreeMap;

/// The principal `user`.
pub fn user() -> PrincipalId {
    PrincipalId::new(0)
}

/// These verbs on all columns.
pub fn verbs(verbs: &[Verb]) -> Can {
    verbs.iter().map(|verb| (*verb, None)).collect()
}

/// An expression of one column and what follows it.
pub fn on(column: &str, rest: &str) -> Expression {
    Expression {
        sql: format!("{column}{rest}"),
        span: Span::default(),
        columns: vec![ColumnUse { start: 0, end: column.len(), column: column.to_owned() }],
        ..Expression::default()
    }
}

/// A model in the making; tables by name.
pub struct Builder {
    tables: BTreeMap<String, Table>,
    groups: Vec<Group>,
    supabase: bool,
}

impl Default for Builder {
    fn default() -> Self {
        let mut builder = Self { tables: BTreeMap::new(), groups: Vec::new(), supabase: true };
        builder.table("auth.users").key();
        builder.of("auth.users").management = catalog::Management::None;
        builder
    }
}

fn name_of(name: &str) -> catalog::QualifiedName {
    let (schema, name) = name.split_once('.').unwrap_or(("public", name));
    catalog::QualifiedName::new(schema, name)
}

impl Builder {
    /// A new table.
    pub fn table(&mut self, name: &str) -> &mut Table {
        let table = Table {
            id: TableId::new(0),
            name: name_of(name),
            span: Span::default(),
            management: catalog::Management::Full,
            columns: Vec::new(),
            primary_key: Vec::new(),
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
        };
        self.tables.entry(name.to_owned()).or_insert(table)
    }

    /// A table that is there.
    pub fn of(&mut self, name: &str) -> &mut Table {
        self.tables.get_mut(name).unwrap()
    }

    /// The id that a table will have: tables are in the order of their qualified names.
    pub fn id(&self, name: &str) -> TableId {
        let mut names: Vec<_> = self.tables.values().map(|table| table.name.clone()).collect();
        names.sort();
        TableId::new(names.iter().position(|found| *found == name_of(name)).unwrap())
    }

    /// References are by name until the model is finished: all tables must be there before.
    pub fn refer(&mut self, table: &str, column: &str, to: &str) {
        let key = ColumnId::new(0);
        let reference =
            Reference { table: TableId::new(name_number(to)), column: key, enforced: true, span: Span::default() };
        let table = self.of(table);
        let column = table.column_named(column).unwrap();
        table.columns[column.index()].references = Some(reference);
    }

    /// An allow.
    pub fn allow(&mut self, table: &str, can: Can, to: impl Fn(&Table) -> Vec<Subject>) -> &mut Allow {
        let table = self.of(table);
        let to = to(table);
        table.allow.push(Allow { can, to, when: None, becomes: None, through: None, span: Span::default() });
        table.allow.last_mut().unwrap()
    }

    /// An allow with a condition.
    pub fn allow_when(&mut self, table: &str, can: Can, to: Vec<Subject>, column: &str, rest: &str) {
        let condition = on(column, rest);
        let allow = self.allow(table, can, |_| to.clone());
        allow.when = Some(condition.clone());
        allow.becomes = Some(condition);
    }

    /// The model.
    pub fn finish(mut self) -> Model {
        let numbers: BTreeMap<usize, TableId> =
            self.tables.keys().map(|name| (name_number(name), self.id(name))).collect();
        let mut tables: Vec<Table> = std::mem::take(&mut self.tables).into_values().collect();
        tables.sort_by(|a, b| a.name.cmp(&b.name));
        let mut model = Model { groups: self.groups, ..Model::default() };
        for (index, table) in tables.iter_mut().enumerate() {
            table.id = TableId::new(index);
            for column in &mut table.columns {
                if let Some(to) = &mut column.references {
                    to.table = numbers[&to.table.index()];
                }
            }
            let object = catalog::Table { name: table.name.clone(), ..catalog::Table::default() };
            model.base.tables.insert(table.name.clone(), object);
        }
        let users = tables.iter().find(|table| table.name.schema == "auth").unwrap().id;
        model.tables = tables;
        model.principals = vec![Principal {
            name: "user".to_owned(),
            id: Expression { sql: "auth.uid()".to_owned(), ..Expression::default() },
            table: users,
            data_type: "uuid".to_owned(),
            setting: None,
            span: Span::default(),
        }];
        let hints = &mut model.base.hints;
        hints.supabase = self.supabase;
        hints.default_schema = "public".to_owned();
        hints.signed_in = "authenticated".to_owned();
        hints.anonymous = "anon".to_owned();
        hints.service = "service_role".to_owned();
        model
    }
}

/// A number that stands for a name until ids are known.
fn name_number(name: &str) -> usize {
    name.bytes().fold(7, |sum, byte| (sum * 31 + usize::from(byte)) % 1_000_003)
}

/// A table in the making.
pub trait TableBuilder {
    /// A column.
    fn with(&mut self, name: &str, data_type: &str) -> &mut Self;
    /// `id: uuid`, the primary key.
    fn key(&mut self) -> &mut Self;
    /// A column of type uuid, nullable with `?`.
    fn uuid(&mut self, name: &str) -> &mut Self;
    /// A column of type text, nullable with `?`.
    fn text(&mut self, name: &str) -> &mut Self;
    /// Owned by a column.
    fn owner(&mut self, column: &str) -> &mut Self;
    /// `access:`
    fn access(&mut self, access: Access) -> &mut Self;
}

impl TableBuilder for Table {
    fn with(&mut self, name: &str, data_type: &str) -> &mut Self {
        let plain = name.trim_end_matches('?');
        self.columns.push(Column {
            name: plain.to_owned(),
            data_type: data_type.to_owned(),
            not_null: plain == name,
            references: None,
            same_owner: false,
            same_owner_declined: false,
            immutable: false,
            read_only: false,
            hidden: false,
            computed: false,
            changing_default: false,
            span: Span::default(),
        });
        self
    }

    fn key(&mut self) -> &mut Self {
        self.with("id", "uuid").primary_key = vec![ColumnId::new(0)];
        self.columns[0].immutable = true;
        self
    }

    fn uuid(&mut self, name: &str) -> &mut Self {
        self.with(name, "uuid")
    }

    fn text(&mut self, name: &str) -> &mut Self {
        self.with(name, "text")
    }

    fn owner(&mut self, column: &str) -> &mut Self {
        let column = self.column_named(column).unwrap();
        self.columns[column.index()].immutable = true;
        self.owners.push(OwnerLink {
            column,
            own_key: false,
            principal: None,
            can: OwnerCan::Inherit,
            transfer: false,
            carry: None,
            span: Span::default(),
        });
        self
    }

    fn access(&mut self, access: Access) -> &mut Self {
        self.access = Some(access);
        self
    }
}
