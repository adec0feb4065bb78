//! The model, resolved: names are looked up, mixins applied, short forms written out; ids, not strings.
//!
//! `base` holds every object as the author meant it, in the leaf IR, with nothing derived: no policies
//! but raw ones, no privileges but those written, no helper functions, no carried columns. `tables` holds
//! what ownership and access mean, by id. `lower` puts the two together.

mod access;
mod id;
mod resolve;

pub use access::*;
pub use id::*;
pub use resolve::resolve;

use crate::catalog::{Catalog, ObjectName, QualifiedName};
use crate::expression::Expression;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// A resolved model.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// All objects as written; `base.hints` has target, version, roles, creation order and seeds.
    pub base: Catalog,
    /// Where each object was written.
    pub spans: BTreeMap<ObjectName, Span>,
    /// Kinds of principals; [`PrincipalId`] is the index.
    pub principals: Vec<Principal>,
    /// Groups; [`GroupId`] is the index.
    pub groups: Vec<Group>,
    /// Tables by qualified name, managed or not; [`TableId`] is the index.
    pub tables: Vec<Table>,
    /// `expect:`
    pub expect: Vec<Expectation>,
    /// The rows that `expect:` is about; the rows of a table stand where their names were first met.
    pub given: Vec<GivenRow>,
    /// What each view and materialized view reads.
    pub reads: BTreeMap<QualifiedName, Vec<QualifiedName>>,
    /// The tables whose defaults draw on a sequence, by sequence.
    pub draws: BTreeMap<QualifiedName, BTreeSet<QualifiedName>>,
}

impl Model {
    /// The table with this id.
    pub fn table(&self, id: TableId) -> &Table {
        &self.tables[id.index()]
    }

    /// The table of this name.
    pub fn table_named(&self, name: &QualifiedName) -> Option<&Table> {
        self.tables.binary_search_by(|table| table.name.cmp(name)).ok().map(|index| &self.tables[index])
    }

    /// The principal with this id.
    pub fn principal(&self, id: PrincipalId) -> &Principal {
        &self.principals[id.index()]
    }

    /// The group with this id.
    pub fn group(&self, id: GroupId) -> &Group {
        &self.groups[id.index()]
    }
}

/// A kind of caller.
#[derive(Debug, Clone)]
pub struct Principal {
    /// Its name in the model: `user`, `mind`.
    pub name: String,
    /// SQL of the caller's id, NULL for nobody.
    pub id: Expression,
    /// The table whose rows are the principals.
    pub table: TableId,
    /// Type of the id, as SQL (`uuid`).
    pub data_type: String,
    /// Under `target: postgres`: the session setting that carries the id, when `id` reads one.
    pub setting: Option<String>,
    /// Where it was written; nowhere for the built-in one.
    pub span: Span,
}

/// A condition about the caller alone.
#[derive(Debug, Clone)]
pub struct Group {
    /// Its name.
    pub name: String,
    /// SQL condition.
    pub condition: Expression,
    /// Where it was written.
    pub span: Span,
}

/// A table: who owns its rows and who may touch them.
#[derive(Debug, Clone)]
pub struct Table {
    /// Its id.
    pub id: TableId,
    /// Its name; the structure is `model.base.tables[name]` (not there for an unmanaged view or function).
    pub name: QualifiedName,
    /// Where its key was written.
    pub span: Span,
    /// How much of it is ours.
    pub management: crate::catalog::Management,
    /// Columns in order; [`ColumnId`] is the index.
    pub columns: Vec<Column>,
    /// Columns of the primary key.
    pub primary_key: Vec<ColumnId>,
    /// Owner links, all of which count (any of them owns).
    pub owners: Vec<OwnerLink>,
    /// `members:`
    pub members: Option<Members>,
    /// The table whose `members:` names this one.
    pub membership_of: Option<TableId>,
    /// Rules that widen, mixins' included.
    pub allow: Vec<Allow>,
    /// Rules that narrow.
    pub deny: Vec<Deny>,
    /// Groups needed for a verb, the model's own included unless lifted.
    pub require: BTreeMap<Verb, Vec<GroupId>>,
    /// `access:`
    pub access: Option<Access>,
    /// Something of what it says about access did not resolve, which was said: what is left is not the whole.
    pub unresolved: bool,
    /// It has raw policies (they stand in `base`).
    pub raw_policies: bool,
    /// The `deleted_at` of the `soft_delete` mixin: every allow (not the owner) needs it to be null.
    pub soft_delete: Option<ColumnId>,
    /// The `audit` mixin.
    pub audit: bool,
}

impl Table {
    /// The column with this id.
    pub fn column(&self, id: ColumnId) -> &Column {
        &self.columns[id.index()]
    }

    /// The column of this name.
    pub fn column_named(&self, name: &str) -> Option<ColumnId> {
        self.columns.iter().position(|column| column.name == name).map(ColumnId::new)
    }

    /// Columns of the author's whose value is never the caller's to choose: keys tie those that are carried to the row above,
    /// and a tenant's creator is the caller himself. A trigger fills them when they are left out.
    pub fn filled(&self) -> impl Iterator<Item = ColumnId> + '_ {
        let carried = self.owners.iter().filter_map(|link| match link.carry {
            Some(Carry::Column(column)) => Some(column),
            _ => None,
        });
        carried.chain(self.members.as_ref().and_then(|members| members.creator))
    }
}

/// A column, as far as access is concerned.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Its type as SQL.
    pub data_type: String,
    /// `NOT NULL`
    pub not_null: bool,
    /// What it refers to (its own `references`, or a foreign key of this one column).
    pub references: Option<Reference>,
    /// `same_owner: true`
    pub same_owner: bool,
    /// `same_owner: false`, written: another owner's row is meant.
    pub same_owner_declined: bool,
    /// As written, or because it is a primary key or an owner without `transfer`.
    pub immutable: bool,
    /// `read_only: true`
    pub read_only: bool,
    /// `hidden: true`
    pub hidden: bool,
    /// Generated or identity always: nobody writes it.
    pub computed: bool,
    /// Its default is another one each time: a trigger cannot tell whether a value was given.
    pub changing_default: bool,
    /// Where its key was written.
    pub span: Span,
}

/// What a column refers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reference {
    /// The table.
    pub table: TableId,
    /// The column there.
    pub column: ColumnId,
    /// There is a foreign key (`enforce: false`: there is none).
    pub enforced: bool,
    /// Where it was written.
    pub span: Span,
}
