//! `owner`: a row belongs to whom its paths lead to.
//!
//! | path | condition on the row |
//! |---|---|
//! | direct, self | `t.user_id = (select auth.uid())` |
//! | carried | the same, on the carried column |
//! | members | `t.organization_id = any (array(select private.organizations_of_caller(array['owner'])))` |
//! | chain | `t.project_id = any (array(select projects.id from public.projects where <the condition there>))` |
//!
//! A chain is written out where the caller may read the rows on the way anyway; else a definer helper
//! returns the same keys (measured alike: 14 and 16 ms at three levels over a million rows).

use super::condition::{Condition, Ids};
use super::context::Context;
use super::helper::Helper;
use super::names;
use super::rule::{Origin, Rule};
use crate::catalog::Management;
use crate::model::{Can, ColumnId, OwnerCan, OwnerLink, Table, Verb};
use crate::ownership::{End, Hop, Path};
use std::collections::{BTreeMap, BTreeSet};

/// Columns that a rule is limited to.
type Columns = Option<BTreeSet<ColumnId>>;

/// Which of the people at a path's end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// The principal, or every member whatever his role.
    Everyone,
    /// Members with one of these roles.
    Roles(Vec<String>),
}

/// The rules that ownership gives for a table.
pub fn rules(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let mut rules = creating(context, table);
    for (index, link) in table.owners.iter().enumerate() {
        for verb in [Verb::Read, Verb::Update, Verb::Delete] {
            for (columns, condition) in link_conditions(context, table, index, verb) {
                let new = if verb == Verb::Update { condition.clone() } else { Condition::Always };
                rules.push(Rule {
                    verb,
                    origin: Origin::Owner(index),
                    roles: BTreeSet::from([context.signed_in().to_owned()]),
                    old: condition,
                    new,
                    columns,
                    settled: !link.transfer,
                    suffix: suffix(context, table, link, index),
                });
            }
        }
    }
    rules
}

/// On create every owner that is not NULL must lead to the caller, by a path that lets him create: a rule for each
/// limit on columns.
fn creating(context: &Context<'_>, table: &Table) -> Vec<Rule> {
    let given = |index| link_conditions(context, table, index, Verb::Create);
    let (origin, suffix, conditions) = match table.owners.as_slice() {
        [] => return Vec::new(),
        [link] => (Origin::Owner(0), suffix(context, table, link, 0), given(0)),
        links => {
            let each = links.iter().enumerate().map(|(index, link)| with_nobody(table, link, given(index)));
            (Origin::Owners, "mine".to_owned(), every_owner(table, each))
        }
    };
    let rule = |(columns, new)| Rule {
        verb: Verb::Create,
        origin,
        roles: BTreeSet::from([context.signed_in().to_owned()]),
        old: Condition::Always,
        new,
        columns,
        settled: true,
        suffix: suffix.clone(),
    };
    conditions.into_iter().map(rule).collect()
}

/// Every owner of the row is NULL, the caller himself, or a tenant below which he may create it.
pub fn nobody_elses(context: &Context<'_>, table: &Table) -> Condition {
    Condition::all(table.owners.iter().enumerate().map(|(index, link)| {
        let paths = context.ownership.paths.get(&table.id).into_iter().flatten().filter(|path| path.link == index);
        let reached = paths.flat_map(|path| {
            let whoever = match path.end {
                End::Principal(_) => vec![(Who::Everyone, None)],
                End::Members(_) => given(context, &link.can, path.end, Verb::Create),
            };
            whoever.into_iter().map(|(who, _)| reach(context, path, &who))
        });
        let column = table.column(link.column);
        let nobody = (!column.not_null).then(|| Condition::Null(column.name.clone()));
        Condition::any(nobody.into_iter().chain(reached))
    }))
}

/// What one of several owners lets create. An owner that is NULL says nothing, and limits no columns.
fn with_nobody(table: &Table, link: &OwnerLink, mut given: Vec<(Columns, Condition)>) -> Vec<(Columns, Condition)> {
    let column = table.column(link.column);
    if !column.not_null {
        let nobody = Condition::Null(column.name.clone());
        match given.iter_mut().find(|(columns, _)| columns.is_none()) {
            Some((_, reached)) => *reached = Condition::any([nobody, reached.clone()]),
            None => given.push((None, nobody)),
        }
    }
    given
}

/// All owners together, by the columns that each of them allows; one of them is somebody.
fn every_owner(table: &Table, each: impl Iterator<Item = Vec<(Columns, Condition)>>) -> Vec<(Columns, Condition)> {
    let somebody = table.owners.iter().map(|link| table.column(link.column));
    let certain = somebody.clone().any(|column| column.not_null);
    let somebody = Condition::any(somebody.map(|column| Condition::NotNull(column.name.clone())));
    let somebody = if certain { Condition::Always } else { somebody };
    let mut rules = each.fold(vec![(None, Condition::Always)], |together, given| {
        let pairs = together.iter().flat_map(|one| given.iter().map(move |other| (one, other)));
        let mut found: Vec<(Columns, Condition)> = Vec::new();
        for ((left, one), (right, other)) in pairs {
            let (columns, both) = (common(left, right), Condition::all([one.clone(), other.clone()]));
            match found.iter_mut().find(|(known, _)| *known == columns) {
                Some((_, condition)) => *condition = Condition::any([condition.clone(), both]),
                None => found.push((columns, both)),
            }
        }
        found
    });
    rules.retain(|(_, condition)| !nobody_at_all(table, condition));
    rules.into_iter().map(|(columns, condition)| (columns, Condition::all([condition, somebody.clone()]))).collect()
}

/// Every owner is NULL.
fn nobody_at_all(table: &Table, condition: &Condition) -> bool {
    let null = |link: &OwnerLink| Condition::Null(table.column(link.column).name.clone());
    matches!(condition, Condition::All(parts) if table.owners.iter().all(|link| parts.contains(&null(link))))
}

/// The columns that both allow.
fn common(left: &Columns, right: &Columns) -> Columns {
    match (left, right) {
        (Some(left), Some(right)) => Some(left & right),
        (limit, None) | (None, limit) => limit.clone(),
    }
}

/// What a link lets the caller at for a verb: a condition for each limit on columns.
pub fn link_conditions(context: &Context<'_>, table: &Table, index: usize, verb: Verb) -> Vec<(Columns, Condition)> {
    let mut found: Vec<(Columns, Vec<Condition>)> = Vec::new();
    let paths = context.ownership.paths.get(&table.id).into_iter().flatten();
    for path in paths.filter(|path| path.link == index) {
        for (who, columns) in given(context, &table.owners[index].can, path.end, verb) {
            let condition = reach(context, path, &who);
            match found.iter_mut().find(|(known, _)| *known == columns) {
                Some((_, conditions)) => conditions.push(condition),
                None => found.push((columns, vec![condition])),
            }
        }
    }
    found.into_iter().map(|(columns, conditions)| (columns, Condition::any(conditions))).collect()
}

/// Who at a path's end has a verb, by the columns he is limited to.
pub fn given(context: &Context<'_>, can: &OwnerCan, end: End, verb: Verb) -> Vec<(Who, Columns)> {
    match (can, end) {
        (OwnerCan::Verbs(can), _) => {
            can.get(&verb).map(|columns| (Who::Everyone, columns.clone())).into_iter().collect()
        }
        (OwnerCan::Inherit, End::Principal(_)) => vec![(Who::Everyone, None)],
        (OwnerCan::ByRole(_), End::Principal(_)) => Vec::new(),
        (OwnerCan::Inherit, End::Members(tenant)) => match &context.table(tenant).members {
            Some(members) if members.roles.is_empty() => vec![(Who::Everyone, None)],
            Some(members) => by_role(members.roles.iter().map(|role| (&role.name, &role.can)), verb),
            None => Vec::new(),
        },
        (OwnerCan::ByRole(roles), End::Members(tenant)) => {
            let order = context.table(tenant).members.iter().flat_map(|members| &members.roles);
            by_role(order.filter_map(|role| roles.get_key_value(&role.name)), verb)
        }
    }
}

/// Roles that have a verb, together where their columns are the same.
pub fn by_role<'r>(roles: impl Iterator<Item = (&'r String, &'r Can)>, verb: Verb) -> Vec<(Who, Columns)> {
    let mut found: BTreeMap<Columns, Vec<String>> = BTreeMap::new();
    for (name, can) in roles {
        if let Some(columns) = can.get(&verb) {
            found.entry(columns.clone()).or_default().push(name.clone());
        }
    }
    found.into_iter().map(|(columns, roles)| (Who::Roles(roles), columns)).collect()
}

/// The condition that a path leads from the row to the caller.
pub fn reach(context: &Context<'_>, path: &Path, who: &Who) -> Condition {
    climb(context, path, &path.hops, who)
}

fn climb(context: &Context<'_>, path: &Path, hops: &[Hop], who: &Who) -> Condition {
    let Some((hop, rest)) = hops.split_first() else {
        let column = context.column(path.end_table, path.end_column).to_owned();
        return at_end(context, path, column, who);
    };
    if let Some(carried) = context.carried.column(hop.table, hop.column) {
        return Condition::Is(carried.to_owned(), holders(path.end, who));
    }
    let condition = climb(context, path, rest, who);
    let key = context.column(hop.parent, hop.parent_column).to_owned();
    let column = context.column(hop.table, hop.column).to_owned();
    let link_column = rest.first().map_or(path.end_column, |next| next.column);
    // Read with the caller's own rights, each table adds its own policy: from the second hop on, the same rows are
    // looked up twice at every level (18 ms where the helper takes a few, three hops up).
    let stacked = rest.first().is_some_and(|next| context.carried.column(next.table, next.column).is_none());
    let ids = if !stacked && readable(context, hop, link_column, path.end, who) {
        Ids::Rows { table: hop.parent, key, condition: Box::new(condition) }
    } else {
        Ids::helper(Helper::Rows { table: hop.parent, key, condition: Box::new(condition) })
    };
    Condition::Is(column, ids)
}

fn at_end(context: &Context<'_>, path: &Path, column: String, who: &Who) -> Condition {
    let holders = holders(path.end, who);
    let End::Members(tenant) = path.end else { return Condition::Is(column, holders) };
    let referred = context.table(path.end_table).column(path.end_column).references.map(|to| to.column);
    let key = super::tenant::key(context, tenant);
    match referred {
        // The column refers to another key of the tenant than its memberships do.
        Some(referred) if Some(referred) != key => {
            let own = key.map(|key| context.column(tenant, key).to_owned()).unwrap_or_default();
            let condition = Box::new(Condition::Is(own, holders));
            let key = context.column(tenant, referred).to_owned();
            Condition::Is(column, Ids::helper(Helper::Rows { table: tenant, key, condition }))
        }
        _ => Condition::Is(column, holders),
    }
}

fn holders(end: End, who: &Who) -> Ids {
    match (end, who) {
        (End::Principal(principal), _) => Ids::Caller(principal),
        (End::Members(tenant), Who::Everyone) => Ids::helper(Helper::Tenants { tenant, roles: None }),
        (End::Members(tenant), Who::Roles(roles)) => {
            Ids::helper(Helper::Tenants { tenant, roles: Some(roles.clone()) })
        }
    }
}

/// The caller may read every row of the parent that the path leads through, with the columns it needs.
fn readable(context: &Context<'_>, hop: &Hop, link_column: ColumnId, end: End, who: &Who) -> bool {
    let parent = context.table(hop.parent);
    let narrowed = parent.deny.iter().any(|deny| deny.can.contains_key(&Verb::Read))
        || parent.require.get(&Verb::Read).is_some_and(|groups| !groups.is_empty())
        || parent.raw_policies
        || parent.access == Some(crate::model::Access::Written)
        || parent.access.is_some()
        || parent.management != Management::Full;
    let hidden = parent.column(hop.parent_column).hidden || parent.column(link_column).hidden;
    let link = parent.owners.iter().find(|link| link.column == link_column);
    let reads = link.is_some_and(|link| {
        let given = given(context, &link.can, end, Verb::Read);
        given.iter().any(|(readers, _)| covers(readers, who))
    });
    !narrowed && !hidden && reads
}

fn covers(readers: &Who, who: &Who) -> bool {
    match (readers, who) {
        (Who::Everyone, _) => true,
        (Who::Roles(_), Who::Everyone) => false,
        (Who::Roles(readers), Who::Roles(wanted)) => wanted.iter().all(|role| readers.contains(role)),
    }
}

/// `mine` for the only direct owner, `by_project` for a parent or a tenant.
fn suffix(context: &Context<'_>, table: &Table, link: &OwnerLink, index: usize) -> String {
    let paths = context.ownership.paths.get(&table.id).map_or(&[][..], Vec::as_slice);
    let direct = |index: usize| {
        let mut paths = paths.iter().filter(|path| path.link == index).peekable();
        paths.peek().is_some() && paths.all(|path| path.hops.is_empty() && matches!(path.end, End::Principal(_)))
    };
    let name = &table.column(link.column).name;
    if !direct(index) {
        format!("by_{}", names::stem(name, None))
    } else if (0..table.owners.len()).filter(|index| direct(*index)).count() == 1 {
        "mine".to_owned()
    } else {
        format!("as_{}", names::stem(name, None))
    }
}
