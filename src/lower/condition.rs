//! Conditions of policies, before they are text.
//!
//! Why these shapes and no others: a comparison with an uncorrelated sub-select, and `= any (array(select
//! …))`, are evaluated once a statement and can use an index on the column. `in (select …)`, `exists` and functions
//! of a row's values are evaluated over the whole table: 290 to over 40,000 ms where these take 1 to 16.

use super::context::Context;
use super::helper::Helper;
use crate::catalog::{quote_identifier, quote_literal};
use crate::expression::Expression;
use crate::model::{PrincipalId, TableId};

/// A condition on one row and the caller.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Condition {
    /// Holds.
    Always,
    /// Does not.
    Never,
    /// All of these.
    All(Vec<Condition>),
    /// Any of these.
    Any(Vec<Condition>),
    /// It is false or unknown.
    Not(Box<Condition>),
    /// A column has one of these values.
    Is(String, Ids),
    /// A column is NULL.
    Null(String),
    /// A column is not NULL.
    NotNull(String),
    /// What the author wrote about the row.
    Row(Written),
    /// The role that an expression gives is one of these.
    Role(Written, Vec<String>),
    /// SQL about the caller alone.
    Caller(String),
}

/// An author's expression, compared by its text.
#[derive(Debug, Clone)]
pub struct Written(pub Expression);

impl Written {
    /// Over a row of that name; `new` and `old` are those of a BEFORE trigger.
    pub fn sql(&self, qualifier: &str) -> String {
        let expression = if ["new", "old"].contains(&qualifier) { self.0.before_generated() } else { &self.0 };
        expression.qualified_for_rows(qualifier)
    }
}

impl PartialEq for Written {
    fn eq(&self, other: &Self) -> bool {
        self.0.sql == other.0.sql
    }
}

impl Eq for Written {}

impl PartialOrd for Written {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Written {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.sql.cmp(&other.0.sql)
    }
}

/// Values that a column may have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ids {
    /// The caller's own id.
    Caller(PrincipalId),
    /// The keys of another table's rows, read with the caller's own rights.
    Rows {
        /// The table.
        table: TableId,
        /// Its key.
        key: String,
        /// On its rows.
        condition: Box<Condition>,
    },
    /// What a helper function returns.
    Helper(Box<Helper>),
}

impl Condition {
    /// All of these; simplified.
    pub fn all(parts: impl IntoIterator<Item = Condition>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::Always => {}
                Self::Never => return Self::Never,
                Self::All(inner) => kept.extend(inner),
                other => kept.push(other),
            }
        }
        Self::joined(kept, Self::Always, Self::All)
    }

    /// Any of these; simplified.
    pub fn any(parts: impl IntoIterator<Item = Condition>) -> Self {
        let mut kept = Vec::new();
        for part in parts {
            match part {
                Self::Never => {}
                Self::Always => return Self::Always,
                Self::Any(inner) => kept.extend(inner),
                other => kept.push(other),
            }
        }
        Self::joined(kept, Self::Never, Self::Any)
    }

    fn joined(parts: Vec<Self>, none: Self, many: fn(Vec<Self>) -> Self) -> Self {
        let mut kept: Vec<Self> = Vec::with_capacity(parts.len());
        for part in parts {
            if !kept.contains(&part) {
                kept.push(part);
            }
        }
        match kept.len() {
            0 => none,
            1 => kept.swap_remove(0),
            _ => many(kept),
        }
    }

    /// What the author wrote about the row.
    pub fn row(expression: &Expression) -> Self {
        Self::Row(Written(expression.clone()))
    }

    /// It does not hold: what is NULL does not hold either.
    pub fn negated(condition: Self) -> Self {
        match condition {
            Self::Always => Self::Never,
            Self::Never => Self::Always,
            other => Self::Not(Box::new(other)),
        }
    }

    /// As SQL over a row that is called `qualifier` (SQL already).
    pub fn sql(&self, context: &Context<'_>, qualifier: &str) -> String {
        match self {
            Self::Always => "true".to_owned(),
            Self::Never => "false".to_owned(),
            Self::All(parts) => Self::list(parts, context, qualifier, " and "),
            Self::Any(parts) => Self::list(parts, context, qualifier, " or "),
            Self::Not(inner) => format!("({}) is not true", inner.sql(context, qualifier)),
            Self::Is(column, ids) => {
                format!("{qualifier}.{} = {}", quote_identifier(column), ids.sql(context))
            }
            Self::Null(column) => format!("{qualifier}.{} is null", quote_identifier(column)),
            Self::NotNull(column) => format!("{qualifier}.{} is not null", quote_identifier(column)),
            Self::Row(written) => written.sql(qualifier),
            Self::Role(role, names) => {
                format!("({})::text = any ({})", role.sql(qualifier), text_array(names))
            }
            Self::Caller(sql) => format!("(select {sql})"),
        }
    }

    fn list(parts: &[Self], context: &Context<'_>, qualifier: &str, word: &str) -> String {
        let part = |part: &Self| match part {
            Self::All(_) | Self::Any(_) | Self::Row(_) => format!("({})", part.sql(context, qualifier)),
            _ => part.sql(context, qualifier),
        };
        parts.iter().map(part).collect::<Vec<_>>().join(word)
    }

    /// Every helper function that the condition calls, those in sub-selects included.
    pub fn helpers<'c>(&'c self, found: &mut Vec<&'c Helper>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.helpers(found)),
            Self::Not(inner) => inner.helpers(found),
            Self::Is(_, Ids::Helper(helper)) => found.push(helper),
            Self::Is(_, Ids::Rows { condition, .. }) => condition.helpers(found),
            _ => {}
        }
    }
}

impl Ids {
    /// Of a helper.
    pub fn helper(helper: Helper) -> Self {
        Self::Helper(Box::new(helper))
    }

    fn sql(&self, context: &Context<'_>) -> String {
        match self {
            Self::Caller(principal) => context.caller(*principal),
            Self::Rows { table, key, condition } => {
                format!("any (array({}))", select(context, *table, key, condition))
            }
            Self::Helper(helper) => format!("any (array(select {}))", helper.call(context)),
        }
    }
}

/// `select p.id from public.p where …`, every column qualified by the table's own name.
pub fn select(context: &Context<'_>, table: TableId, key: &str, condition: &Condition) -> String {
    let name = &context.table(table).name;
    let own = quote_identifier(&name.name);
    format!("select {own}.{} from {} where {}", quote_identifier(key), name.sql(), condition.sql(context, &own))
}

/// `array['owner', 'admin']`, typed, so that it may be empty.
pub fn text_array(names: &[String]) -> String {
    let names: Vec<String> = names.iter().map(|name| quote_literal(name)).collect();
    format!("array[{}]::text[]", names.join(", "))
}
