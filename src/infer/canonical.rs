//! What the policies of a table come to, in one spelling however they were written: a parent's key `in`, `exists`,
//! `= any (array(…))` or by a function that looks it up is the same thing. Two tables of which all of it is equal let
//! the same callers at the same rows.
//!
//! A sub-select sees what the caller may see, a definer function everything: they are the same only where the policies
//! of the table that is looked at let the caller see at least the rows in question. Where that is not certain, the
//! text stands for itself and is equal to nothing else.

use super::compiled::verbs_of;
use super::condition::{Parent, Part, alternatives};
use super::helper::looked_up;
use super::text::tokens;
use super::values::{among, labels, normal, without_casts};
use crate::catalog::{Catalog, Policy, QualifiedName, Table};
use std::collections::{BTreeMap, BTreeSet};

/// Tables that look at each other end somewhere.
const DEEPEST: usize = 6;

/// One thing that must hold.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// A column is the caller's id.
    Caller {
        /// The column.
        column: String,
        /// SQL of the id.
        id: String,
    },
    /// A column is a key of rows of another table.
    Up {
        /// The column.
        column: String,
        /// The other table.
        table: QualifiedName,
        /// Its column.
        key: String,
        /// What must hold of its row.
        terms: Terms,
    },
    /// A column has one of these values.
    Among {
        /// The column.
        column: String,
        /// The values, as SQL has them.
        values: BTreeSet<String>,
    },
    /// Something about the row alone.
    Row(String),
    /// Anything else, as it stands there.
    Else(String),
}

/// All of these must hold.
pub type Terms = BTreeSet<Term>;

/// One of these must hold.
pub type Alternatives = BTreeSet<Terms>;

/// Whether the row as it was or as it will be is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// As it was.
    Old,
    /// As it will be.
    New,
}

/// Who may do what to which rows.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Access {
    /// Of each verb, side and role what one policy or another lets through.
    permitted: BTreeMap<(&'static str, Side, String), Alternatives>,
    /// What each restrictive policy asks besides.
    narrowed: BTreeSet<(&'static str, Side, Vec<String>, Alternatives)>,
}

/// Reads the policies of a table.
pub fn access(catalog: &Catalog, table: &Table) -> Access {
    let mut access = Access::default();
    for policy in table.policies.values() {
        for verb in verbs_of(policy.command) {
            for (side, sql) in sides(policy, verb) {
                access.add(policy, verb, side, |role| Reader::new(catalog, role).alternatives(sql, table));
            }
        }
    }
    access
}

impl Access {
    fn add(&mut self, policy: &Policy, verb: &'static str, side: Side, read: impl Fn(&str) -> Alternatives) {
        if policy.restrictive {
            let mut roles = policy.roles.clone();
            roles.sort();
            let all = roles.iter().flat_map(|role| read(role)).collect();
            self.narrowed.insert((verb, side, roles, all));
            return;
        }
        for role in &policy.roles {
            let known = self.permitted.entry((verb, side, role.clone())).or_default();
            known.extend(read(role));
            absorb(known);
        }
    }
}

/// What a policy asks of the row as it was and as it will be; without a CHECK both are asked the same.
fn sides<'p>(policy: &'p Policy, verb: &str) -> Vec<(Side, &'p str)> {
    let old = policy.using.as_deref().map(|sql| (Side::Old, sql));
    let new = policy.check.as_deref().or(policy.using.as_deref()).map(|sql| (Side::New, sql));
    match verb {
        "create" => new.into_iter().collect(),
        "update" => old.into_iter().chain(new).collect(),
        _ => old.into_iter().collect(),
    }
}

/// What always holds makes the others superfluous.
fn absorb(alternatives: &mut Alternatives) {
    if alternatives.contains(&Terms::new()) {
        *alternatives = Alternatives::from([Terms::new()]);
    }
}

/// One part of a condition for a caller with this role; nothing for what always holds.
pub fn term(catalog: &Catalog, table: &Table, part: &Part, role: &str) -> Option<Term> {
    Reader::new(catalog, role).term(part, table)
}

/// Reads conditions for a caller with a role.
#[derive(Clone, Copy)]
struct Reader<'a> {
    catalog: &'a Catalog,
    role: &'a str,
    depth: usize,
    /// Inside of a function that sees all rows.
    definer: bool,
}

impl<'a> Reader<'a> {
    fn new(catalog: &'a Catalog, role: &'a str) -> Self {
        Self { catalog, role, depth: DEEPEST, definer: false }
    }

    fn alternatives(&self, sql: &str, table: &Table) -> Alternatives {
        let terms = |parts: Vec<Part>| parts.iter().filter_map(|part| self.term(part, table)).collect();
        let mut found: Alternatives = alternatives(sql, table).into_iter().map(terms).collect();
        absorb(&mut found);
        found
    }

    fn term(&self, part: &Part, table: &Table) -> Option<Term> {
        Some(match part {
            Part::Always => return None,
            Part::Caller { column, id, .. } => Term::Caller { column: column.clone(), id: without_casts(id) },
            Part::Parent(parent) => self.up(parent, false),
            Part::Function { column, lookup } => match looked_up(self.catalog, column, lookup) {
                Some((parent, definer)) => self.up(&parent, definer),
                None => Term::Else(format!("{column} {} {:?} {}", lookup.function, lookup.place, lookup.others)),
            },
            Part::Row(sql) => match among(&tokens(sql), table) {
                Some((column, values)) if self.is_any(table, &column, &values) => return None,
                Some((column, values)) => Term::Among { column, values },
                None => Term::Row(normal(sql, table)),
            },
            Part::Condition(sql) | Part::Other(sql) => Term::Else(normal(sql, table)),
        })
    }

    fn up(&self, parent: &Parent, definer: bool) -> Term {
        let Parent { column, table, key, condition, .. } = parent;
        let itself = || Term::Else(format!("{column} {table} {key} {condition}"));
        let (Some(other), true) = (self.catalog.tables.get(table), self.depth > 0) else { return itself() };
        let definer = definer || self.definer;
        let inner = Self { depth: self.depth - 1, definer, ..*self };
        let found = match condition.as_str() {
            "" => Alternatives::from([Terms::new()]),
            sql => inner.alternatives(sql, &renamed(other, parent.alias.as_deref())),
        };
        let (Some(terms), 1) = (found.first(), found.len()) else { return itself() };
        let sees = if definer { !other.force_row_security } else { inner.sees(other, terms) };
        if sees {
            Term::Up { column: column.clone(), table: table.clone(), key: key.clone(), terms: terms.clone() }
        } else {
            itself()
        }
    }

    /// The caller may read the rows of a table of which all of this holds.
    fn sees(&self, table: &Table, terms: &Terms) -> bool {
        let to_him = |role: &String| role == self.role || role == "public";
        let granted = table.grants.iter().any(|grant| grant.privilege == "SELECT" && to_him(&grant.role));
        if !table.row_security {
            return granted;
        }
        let reads = |policy: &&Policy| verbs_of(policy.command).contains(&"read") && policy.roles.iter().any(to_him);
        let mut policies = table.policies.values().filter(reads);
        if policies.clone().any(|policy| policy.restrictive) || self.depth == 0 {
            return false;
        }
        let lets = |alternative: &Terms| alternative.iter().all(|asked| implied(table, terms, asked));
        let using =
            |policy: &Policy| policy.using.as_deref().is_some_and(|sql| self.alternatives(sql, table).iter().any(lets));
        granted && policies.any(using)
    }

    /// The column can have no other value.
    fn is_any(&self, table: &Table, column: &str, values: &BTreeSet<String>) -> bool {
        let not_null = table.columns.iter().any(|known| known.name == column && known.not_null);
        let labels = labels(self.catalog, table, column);
        not_null && !labels.is_empty() && labels.iter().all(|label| values.contains(label))
    }
}

/// What is asked of a row follows from what is known of it; of a row that is itself found by what is known as well.
fn implied(table: &Table, known: &Terms, asked: &Term) -> bool {
    let itself = |asked: &Term| match asked {
        Term::Up { column, table: other, key, terms } => {
            *other == table.name && column == key && all_follow(known, terms)
        }
        _ => false,
    };
    known.iter().any(|known| follows(known, asked)) || itself(asked)
}

fn all_follow(known: &Terms, asked: &Terms) -> bool {
    asked.iter().all(|asked| known.iter().any(|known| follows(known, asked)))
}

/// Where the one holds, the other does: fewer values are among more, and the row above of which more is known is one of
/// which less is asked.
fn follows(known: &Term, asked: &Term) -> bool {
    match (known, asked) {
        (Term::Among { column, values }, Term::Among { column: other, values: more }) => {
            column == other && values.is_subset(more)
        }
        (Term::Up { column, table, key, terms }, Term::Up { column: c, table: t, key: k, terms: asked }) => {
            (column, table, key) == (c, t, k) && all_follow(terms, asked)
        }
        _ => known == asked,
    }
}

/// The table under the name that a query gives it.
fn renamed(table: &Table, alias: Option<&str>) -> Table {
    let mut renamed = table.clone();
    if let Some(alias) = alias {
        alias.clone_into(&mut renamed.name.name);
    }
    renamed
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, Grant};

    fn table(name: &str, columns: &[&str]) -> Table {
        let column = |name: &&str| Column { name: (*name).to_owned(), data_type: "text".into(), ..Column::default() };
        let grant = Grant { role: "authenticated".into(), privilege: "SELECT".into(), ..Grant::default() };
        Table {
            name: QualifiedName::new("public", name),
            columns: columns.iter().map(column).collect(),
            grants: vec![grant],
            ..Table::default()
        }
    }

    fn catalog(members: Table) -> Catalog {
        let mut catalog = Catalog::default();
        catalog.tables.insert(members.name.clone(), members);
        catalog
    }

    fn with_policy(mut table: Table, restrictive: bool, using: &str) -> Table {
        let policy = Policy {
            roles: vec!["authenticated".into()],
            using: Some(using.to_owned()),
            restrictive,
            ..Policy::default()
        };
        table.row_security = true;
        table.policies.insert(format!("policy {using}"), policy);
        table
    }

    fn says(members: Table, using: &str) -> Access {
        access(&catalog(members), &with_policy(table("tasks", &["id", "team_id", "status"]), false, using))
    }

    const IN: &str = "(team_id IN ( SELECT m.team_id FROM public.members m WHERE (m.user_id = auth.uid())))";
    const EXISTS: &str = "(EXISTS ( SELECT 1 FROM public.members WHERE ((members.team_id = tasks.team_id) AND (members.user_id = auth.uid()))))";

    #[test]
    fn spellings_are_the_same_and_other_rows_are_not() {
        let members = || table("members", &["team_id", "user_id", "role"]);
        assert_eq!(says(members(), IN), says(members(), EXISTS));
        for other in [
            "(team_id IN ( SELECT m.team_id FROM public.members m))",
            "(team_id IN ( SELECT m.team_id FROM public.members m WHERE ((m.user_id = auth.uid()) AND (m.role = 'x'::text))))",
            "(team_id IN ( SELECT m.team_id FROM public.members m WHERE ((m.user_id = auth.uid()) OR (m.role = 'x'::text))))",
            "(team_id IN ( SELECT m.team_id FROM public.members m WHERE (m.user_id = other.uid())))",
            "(id IN ( SELECT m.team_id FROM public.members m WHERE (m.user_id = auth.uid())))",
        ] {
            assert_ne!(says(members(), IN), says(members(), other), "{other}");
        }
    }

    #[test]
    fn a_sub_select_counts_where_the_caller_sees_the_rows() {
        let members = || table("members", &["team_id", "user_id", "role"]);
        let own = with_policy(members(), false, "(user_id = auth.uid())");
        assert_eq!(says(members(), IN), says(own.clone(), IN));
        let hidden = Table { row_security: true, ..members() };
        assert_ne!(says(members(), IN), says(hidden, IN));
        let narrow = with_policy(members(), false, "((user_id = auth.uid()) AND (role = 'admin'::text))");
        assert_ne!(says(members(), IN), says(narrow, IN));
        assert_ne!(says(members(), IN), says(with_policy(own, true, "(role = 'admin'::text)"), IN));
        assert_ne!(says(members(), IN), says(Table { grants: Vec::new(), ..members() }, IN));
    }

    #[test]
    fn policies_add_up_and_restrictive_ones_stand_apart() {
        let tasks = || table("tasks", &["id", "team_id", "status"]);
        let read = |table: Table| access(&Catalog::default(), &table);
        let (open, own) = ("(status = 'open'::text)", "(team_id = auth.uid())");
        let both = with_policy(with_policy(tasks(), false, open), false, own);
        assert_eq!(read(both.clone()), read(with_policy(tasks(), false, &format!("({own} OR {open})"))));
        assert_ne!(read(both), read(with_policy(with_policy(tasks(), false, open), true, own)));
        assert_ne!(
            read(with_policy(tasks(), false, open)),
            read(with_policy(tasks(), false, "(status = 'shut'::text)"))
        );
    }
}
