//! Who owns, who else may, who may not: resolved.

use super::{ColumnId, GroupId, PrincipalId, TableId};
use crate::expression::Expression;
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What may be done to a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// SELECT
    Read,
    /// INSERT
    Create,
    /// UPDATE
    Update,
    /// DELETE
    Delete,
}

impl Verb {
    /// All four.
    pub const ALL: [Verb; 4] = [Verb::Read, Verb::Create, Verb::Update, Verb::Delete];

    /// The word of the language.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Create => "create",
            Self::Update => "update",
            Self::Delete => "delete",
        }
    }
}

/// Verbs, each with the columns it is limited to (`None`: all that may be written at all).
pub type Can = BTreeMap<Verb, Option<BTreeSet<ColumnId>>>;

/// What an owner may do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnerCan {
    /// Whatever the path's end gives: `all` for a principal, the role's `can` for members.
    Inherit,
    /// These verbs, for whoever owns the row (of members: each member, whatever the role).
    Verbs(Can),
    /// These verbs by role, in place of the `can` of `members`. Roles not named may do nothing.
    ByRole(BTreeMap<String, Can>),
}

impl OwnerCan {
    /// Somebody whom it is given to has what the test asks for; what the path's end gives may be all.
    pub fn gives(&self, test: impl Fn(&Can) -> bool) -> bool {
        match self {
            Self::Inherit => true,
            Self::Verbs(can) => test(can),
            Self::ByRole(roles) => roles.values().any(test),
        }
    }
}

/// One owner of a table's rows.
#[derive(Debug, Clone)]
pub struct OwnerLink {
    /// The column; for `owner: self` the primary key, and `own_key` is set.
    pub column: ColumnId,
    /// `owner: self`: the primary key is the caller's id.
    pub own_key: bool,
    /// For `own_key`: whose id it is (the principal that the key's type and table name; the first principal else).
    pub principal: Option<PrincipalId>,
    /// What the owner may do.
    pub can: OwnerCan,
    /// Rows may move.
    pub transfer: bool,
    /// The path's end is stored on the row.
    pub carry: Option<Carry>,
    /// Where the column was named.
    pub span: Span,
}

/// `carry:`
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Carry {
    /// A column that the compiler adds.
    New,
    /// A column of the table.
    Column(ColumnId),
    /// `tenancy: {carry: true}` asks it of every chain that can: no link of it is nullable and there is one way up.
    Tenancy,
}

/// Who counts as a member and what each role may do.
#[derive(Debug, Clone)]
pub struct Members {
    /// The membership table.
    pub table: TableId,
    /// Its foreign key to the tenant.
    pub tenant_column: ColumnId,
    /// Its foreign key to a principal.
    pub principal_column: ColumnId,
    /// Which principal.
    pub principal: PrincipalId,
    /// Column or expression over the membership's row that gives the role.
    pub role: Option<Expression>,
    /// The plain column, where `role` is one.
    pub role_column: Option<ColumnId>,
    /// A membership counts only then.
    pub when: Option<Expression>,
    /// Roles, highest first; empty without `role`.
    pub roles: Vec<MemberRole>,
    /// Who may create a tenant.
    pub create: TenantCreator,
    /// The column of the tenant that the database fills with the caller.
    pub creator: Option<ColumnId>,
    /// Where it was written.
    pub span: Span,
}

/// One role of members.
#[derive(Debug, Clone)]
pub struct MemberRole {
    /// Its name, as the role column holds it.
    pub name: String,
    /// What it may do with what the tenant owns.
    pub can: Can,
    /// What it may do with the tenant's own row.
    pub self_can: Can,
    /// It may add, change and remove members.
    pub manages: bool,
    /// Where it was named.
    pub span: Span,
}

/// Who may create a tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TenantCreator {
    /// Every signed-in caller with an id.
    SignedIn,
    /// A group.
    Group(GroupId),
    /// Only the service.
    Service,
}

/// Whom a rule names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// The principal in this column of the row.
    Column(ColumnId, PrincipalId),
    /// Whoever stands in `column` of a row of `table` that refers to this row by `link`.
    Share {
        /// The table that refers to this one.
        table: TableId,
        /// Its foreign key to this table.
        link: ColumnId,
        /// Its column with the principal.
        column: ColumnId,
        /// Which principal.
        principal: PrincipalId,
    },
    /// Callers that meet a condition.
    Group(GroupId),
    /// Everyone signed in.
    SignedIn,
    /// Anonymous callers as well.
    Anyone,
    /// A database role.
    Role(String),
}

/// A rule that widens.
#[derive(Debug, Clone)]
pub struct Allow {
    /// Verbs and columns.
    pub can: Can,
    /// Any of these; empty where `through` stands.
    pub to: Vec<Subject>,
    /// Tested on the row as it was (for create: as it will be). The condition of `soft_delete` is not in it.
    pub when: Option<Expression>,
    /// Tested on the row as it will be; already defaulted to `when`.
    pub becomes: Option<Expression>,
    /// Whoever may do it to the row that this column refers to.
    pub through: Option<ColumnId>,
    /// Where it was written.
    pub span: Span,
}

/// A rule that narrows.
#[derive(Debug, Clone)]
pub struct Deny {
    /// Verbs; columns where limited.
    pub can: Can,
    /// Tested on the row as it was (for create: as it will be); `None`: always.
    pub when: Option<Expression>,
    /// Tested on the row as it will be.
    pub becomes: Option<Expression>,
    /// Where it was written.
    pub span: Span,
}

/// `access:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Everyone signed in reads, the service writes.
    Shared,
    /// Only the service.
    Internal,
    /// No row security.
    Open,
    /// What raw policies and grants say, and nothing derived.
    Written,
}

/// One of `expect:`
#[derive(Debug, Clone)]
pub struct Expectation {
    /// Principal and the fixture's name for it; a name that is empty: the principal is a word such as `anonymous`.
    pub caller: Vec<(String, String)>,
    /// What he may and may not do.
    pub expected: Vec<Expected>,
    /// Where it was written.
    pub span: Span,
}

/// One verb and one row of an expectation.
#[derive(Debug, Clone)]
pub struct Expected {
    /// He may, else he may not.
    pub may: bool,
    /// Do what.
    pub verb: Verb,
    /// The row's table.
    pub table: TableId,
    /// The row's name under `given`.
    pub row: String,
    /// Where the row was named.
    pub span: Span,
}

/// A row of the fixture that expectations are about.
#[derive(Debug, Clone)]
pub struct GivenRow {
    /// Its table.
    pub table: TableId,
    /// Its name.
    pub name: String,
    /// The columns that were written.
    pub values: BTreeMap<ColumnId, GivenValue>,
    /// Where it was written.
    pub span: Span,
}

/// A value of a fixture row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GivenValue {
    /// NULL
    Null,
    /// A value.
    Text(String),
    /// What the row of this name (by its place in the model's list) has in this column.
    Row(usize, ColumnId),
}
