//! One reason why somebody may do something to rows of a table.

use super::condition::Condition;
use crate::model::{ColumnId, Verb};
use std::collections::BTreeSet;

/// One reason. Whoever has one of `roles` may do `verb` to the rows of which the conditions hold.
#[derive(Debug, Clone)]
pub struct Rule {
    /// What may be done.
    pub verb: Verb,
    /// What in the model says so.
    pub origin: Origin,
    /// Database roles of the callers it speaks of.
    pub roles: BTreeSet<String>,
    /// On the row as it was; of a create, always.
    pub old: Condition,
    /// On the row as it will be; of read and delete, always.
    pub new: Condition,
    /// Only these columns may be written; `None`: all that may be written at all.
    pub columns: Option<BTreeSet<ColumnId>>,
    /// An update that it lets begin, it lets end: what it looks at cannot change. So only rules that are not
    /// settled can be mixed up (the row as it was by one rule, as it will be by another).
    pub settled: bool,
    /// The last words of its policy's name: `mine`, `by_project`, `published`.
    pub suffix: String,
}

/// What in the model a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// `owner`: the link with this index.
    Owner(usize),
    /// `owner`, on create: all links together.
    Owners,
    /// `members`: the tenant's own row.
    Tenant,
    /// `members`: whoever founds a tenant.
    Founder,
    /// The membership table: whoever manages.
    Manager,
    /// The membership table: whoever manages, where a membership does not count yet.
    Pending,
    /// The membership table: fellow members.
    Fellow,
    /// The membership table: the person's own row.
    OwnMembership,
    /// `allow`: the rule with this index.
    Allow(usize),
    /// `access: shared`
    Shared,
    /// `access: open`
    Open,
}
