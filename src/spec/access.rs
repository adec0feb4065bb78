//! Who is asking, and what he may do: principals, roles, owners, members, allow, deny, require.

use super::{Entries, Text};
use crate::source::{Span, Spanned};

/// One of `principals:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PrincipalSpec {
    /// Place of the entry.
    pub span: Span,
    /// SQL that gives the caller's id, NULL for nobody.
    pub id: Option<Text>,
    /// The table whose rows are the principals.
    pub table: Option<Text>,
    /// Under `target: postgres`: the session setting that holds the id.
    pub setting: Option<Text>,
}

/// `roles:`, all optional
#[derive(Debug, Clone, Default, PartialEq)]
pub struct RolesSpec {
    /// Database role of signed-in callers.
    pub signed_in: Option<Text>,
    /// Database role of anonymous callers.
    pub anonymous: Option<Text>,
    /// Database role that bypasses row security.
    pub service: Option<Text>,
    /// Any other role the author named, by its name in the model.
    pub others: Entries<Text>,
}

/// `read`, `create`, `update`, `delete`, `write`, `all`, or `{update: [columns]}`
#[derive(Debug, Clone, PartialEq)]
pub struct VerbSpec {
    /// The word as written.
    pub verb: Text,
    /// Columns, where limited.
    pub columns: Option<Vec<Text>>,
}

/// A list of verbs; `can: read` is a list of one.
pub type CanSpec = Spanned<Vec<VerbSpec>>;

/// `can` of an owner: one list, or one per membership role.
#[derive(Debug, Clone, PartialEq)]
pub enum OwnerCanSpec {
    /// For whoever owns the row.
    Verbs(CanSpec),
    /// By role of the member; `all` and the other words of verbs.
    ByRole(Entries<CanSpec>),
}

/// `owner:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnerSpec {
    /// Place of the whole value.
    pub span: Span,
    /// `self` (one entry) or the columns, each with its options.
    pub links: Vec<OwnerLinkSpec>,
}

/// One owner column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OwnerLinkSpec {
    /// The column, or `self`.
    pub column: Text,
    /// `can:`
    pub can: Option<OwnerCanSpec>,
    /// `transfer: true`
    pub transfer: Option<Spanned<bool>>,
    /// `carry: true` or the name of a column.
    pub carry: Option<Spanned<CarrySpec>>,
}

/// `carry:`
#[derive(Debug, Clone, PartialEq)]
pub enum CarrySpec {
    /// `true` or `false`
    Flag(bool),
    /// An existing column.
    Column(String),
}

/// `members:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct MembersSpec {
    /// Place of the whole value.
    pub span: Span,
    /// The membership table.
    pub table: Option<Text>,
    /// Column or expression that gives the role.
    pub role: Option<Text>,
    /// A membership counts only then.
    pub when: Option<Text>,
    /// What each role may do with owned rows, highest role first.
    pub can: Entries<CanSpec>,
    /// What each role may do with the organization's own row.
    pub self_can: Option<Entries<CanSpec>>,
    /// Who manages members.
    pub manage: Option<Spanned<Vec<Text>>>,
    /// Who may create an organization.
    pub create: Option<Text>,
    /// The column filled with the creator.
    pub creator: Option<Text>,
}

/// One of `allow:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AllowSpec {
    /// Place of the entry.
    pub span: Span,
    /// `can:`
    pub can: CanSpec,
    /// `to:`, a list of one or more; empty: signed_in.
    pub to: Vec<Text>,
    /// `when:`
    pub when: Option<Text>,
    /// `becomes:`
    pub becomes: Option<Text>,
    /// `through:`
    pub through: Option<Text>,
}

/// One of `deny:`
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DenySpec {
    /// Place of the entry.
    pub span: Span,
    /// `can:`
    pub can: CanSpec,
    /// `when:`
    pub when: Option<Text>,
    /// `becomes:`
    pub becomes: Option<Text>,
}

/// `require:`
#[derive(Debug, Clone, PartialEq)]
pub enum RequireSpec {
    /// `none`: lifts the model's own.
    None(Span),
    /// Verb to groups; `require: [verified]` means every verb.
    Verbs(Vec<(Text, Vec<Text>)>),
}

impl RequireSpec {
    /// Where it is written.
    pub fn span(&self) -> Span {
        match self {
            Self::None(span) => *span,
            Self::Verbs(verbs) => verbs.first().map(|(verb, _)| verb.span).unwrap_or_default(),
        }
    }
}

/// `access:`
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessSpec {
    /// Everyone signed in may read, only the service writes.
    Shared,
    /// Only the service.
    Internal,
    /// No row security at all.
    Open,
    /// Exactly what `policies`, `row_security` and `grants` say, as an imported database has it: nothing is derived.
    Written,
}

/// One of `policies:`, verbatim.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PolicySpec {
    /// Place of the entry.
    pub span: Span,
    /// `name:`
    pub name: Text,
    /// `for:` — all, select, insert, update, delete.
    pub command: Option<Text>,
    /// `to:`
    pub to: Vec<Text>,
    /// `using:`
    pub using: Option<Text>,
    /// `check:`
    pub check: Option<Text>,
    /// `restrictive: true`
    pub restrictive: bool,
    /// `comment:`
    pub comment: Option<Text>,
}

/// One of `expect:` — who may do what to which named fixture row.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ExpectSpec {
    /// Place of the entry.
    pub span: Span,
    /// `given:` — the fixture: table to row names to columns and values; `None` is NULL.
    pub given: Entries<Entries<Entries<Option<Text>>>>,
    /// `as:` — principal kind to the fixture's name, or a single word such as `anonymous`.
    pub caller: Entries<Text>,
    /// Verb (`reads`, `creates`, `updates`, `deletes`) to table to row names.
    pub may: Entries<Entries<Vec<Text>>>,
    /// The same under `not:`.
    pub may_not: Entries<Entries<Vec<Text>>>,
}
