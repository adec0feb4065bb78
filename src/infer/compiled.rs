//! Tables whose policies have the names that the compiler gives: the keys that would bring them back.
//!
//! A name says which word of the model a policy comes from (`jobs_rw_mine`, `contents_read_published`), its condition
//! says the rest.

use super::condition::{Part, alternatives};
use super::limits::Limits;
use super::pretty::pretty;
use super::recognise::refers;
use super::select::said;
use super::tenant::Tenant;
use super::{Guess, compiled_members, text};
use crate::catalog::{Catalog, Grant, Policy, PolicyCommand, QualifiedName, Table, quote_identifier};
use crate::source::{Span, Spanned};
use crate::spec::{
    AccessSpec, AllowSpec, CanSpec, CarrySpec, DenySpec, Entries, OwnerCanSpec, OwnerLinkSpec, OwnerSpec, RequireSpec,
    Text, VerbSpec,
};
use std::collections::{BTreeMap, BTreeSet};

/// The verbs of the language, in its order.
pub const VERBS: [&str; 4] = ["read", "create", "update", "delete"];

/// What all tables of a database have in common.
pub struct Surroundings<'a> {
    /// The database.
    pub catalog: &'a Catalog,
    /// Role of signed-in callers.
    pub signed_in: String,
    /// Role of anonymous callers.
    pub anonymous: String,
    /// Conditions about the caller alone, by the name that policies give them.
    pub groups: BTreeMap<String, String>,
    /// Tables with members.
    pub tenants: BTreeMap<QualifiedName, Tenant>,
}

/// Policies of one table that have the same last words, by verb.
struct Group<'a> {
    suffix: String,
    restrictive: bool,
    verbs: BTreeMap<&'static str, &'a Policy>,
}

/// The keys that bring back the policies of a table, where all of them have names of ours.
pub fn guess(around: &mut Surroundings<'_>, table: &Table) -> Option<Guess> {
    if !table.row_security || table.force_row_security {
        return None;
    }
    let groups = groups(table)?;
    let mut guess = Guess::default();
    let limits = Limits::of(around, table, &mut guess);
    let ours = of_members(around, table, &mut guess)?;
    for group in groups.iter().filter(|group| group.restrictive || !ours.contains(&group.suffix.as_str())) {
        read(around, table, group, &mut guess)?;
    }
    limits.limit(table, &mut guess);
    if guess.says_nothing() && table.policies.is_empty() {
        guess.spec.access = Some(Spanned::new(AccessSpec::Internal, Span::default()));
    }
    guess.policies = table.policies.keys().cloned().collect();
    Some(guess)
}

/// The last words of policies that follow from `members:`, here or in the table of the organization.
fn of_members(around: &mut Surroundings<'_>, table: &Table, guess: &mut Guess) -> Option<&'static [&'static str]> {
    if around.tenants.contains_key(&table.name) {
        compiled_members::members(around, table, guess)?;
        return Some(&compiled_members::OF_TENANTS);
    }
    let holds = around.tenants.values().any(|tenant| tenant.membership.table == table.name);
    Some(if holds { &compiled_members::OF_MEMBERSHIPS } else { &[] })
}

fn groups(table: &Table) -> Option<Vec<Group<'_>>> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for policy in table.policies.values() {
        let rest = policy.name.strip_prefix(&table.name.name)?.strip_prefix('_')?;
        let (verbs, suffix) = split(rest, policy)?;
        let suffix = unnumbered(table, policy, suffix);
        // of an owner each verb may ask for other roles; other rules of the same words ask something else of the row
        let of_owner = suffix.strip_prefix("by_").is_some_and(|stem| owner_column(table, stem).is_some());
        let same = |group: &&mut Group<'_>| {
            let free = verbs.iter().all(|verb| !group.verbs.contains_key(verb));
            let asks = |other: &Policy| other.using.as_ref().zip(policy.using.as_ref()).is_none_or(|(a, b)| a == b);
            let alike = group.verbs.values().all(|other| other.roles == policy.roles && (of_owner || asks(other)));
            group.suffix == suffix && group.restrictive == policy.restrictive && free && alike
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.verbs.extend(verbs.into_iter().map(|verb| (verb, policy))),
            None => groups.push(Group {
                suffix,
                restrictive: policy.restrictive,
                verbs: verbs.into_iter().map(|verb| (verb, policy)).collect(),
            }),
        }
    }
    Some(groups)
}

/// The verbs that a policy's name begins with, and the words behind them.
fn split<'p>(rest: &'p str, policy: &Policy) -> Option<(Vec<&'static str>, &'p str)> {
    if policy.restrictive {
        return Some((verbs_of(policy.command), rest));
    }
    if let Some(suffix) = rest.strip_prefix("rw_") {
        return (policy.command == PolicyCommand::All).then(|| (VERBS.to_vec(), suffix));
    }
    let verb = VERBS.into_iter().find(|verb| verbs_of(policy.command) == [*verb])?;
    Some((vec![verb], rest.strip_prefix(verb)?.strip_prefix('_')?))
}

/// The verbs of a command.
pub fn verbs_of(command: PolicyCommand) -> Vec<&'static str> {
    match command {
        PolicyCommand::All => VERBS.to_vec(),
        PolicyCommand::Select => vec!["read"],
        PolicyCommand::Insert => vec!["create"],
        PolicyCommand::Update => vec!["update"],
        PolicyCommand::Delete => vec!["delete"],
    }
}

/// `published_2` is the second `published`, where there is a first.
fn unnumbered(table: &Table, policy: &Policy, suffix: &str) -> String {
    let number = |word: &str| word.parse::<u32>().is_ok_and(|number| number > 1);
    let first = suffix.rsplit_once('_').filter(|(_, last)| number(last)).map(|(first, _)| first);
    let whole = policy.name.rsplit_once('_').map(|(first, _)| first.to_owned());
    match (first, whole) {
        (Some(first), Some(whole)) if table.policies.contains_key(&whole) => first.to_owned(),
        _ => suffix.to_owned(),
    }
}

fn read(around: &mut Surroundings<'_>, table: &Table, group: &Group<'_>, guess: &mut Guess) -> Option<()> {
    let suffix = group.suffix.as_str();
    if group.restrictive {
        return narrowing(around, table, group, guess);
    }
    match suffix {
        "shared" => {
            guess.spec.access = Some(Spanned::new(AccessSpec::Shared, Span::default()));
            Some(())
        }
        "service" => Some(()),
        "mine" => owner(around, table, group, None, guess),
        _ => match (suffix.strip_prefix("through_"), suffix.strip_prefix("by_")) {
            (Some(stem), _) => through(table, group, stem, guess),
            (_, Some(stem)) if owner_column(table, stem).is_some() => {
                owner(around, table, group, owner_column(table, stem), guess)
            }
            _ => allow(around, table, group, guess),
        },
    }
}

/// A column without what says that it is a key.
fn stem(column: &str) -> &str {
    column.strip_suffix("_id").unwrap_or(column)
}

fn owner_column(table: &Table, wanted: &str) -> Option<String> {
    let named = table.columns.iter().filter(|column| stem(&column.name) == wanted);
    let refers = |name: &String| table.foreign_keys.values().any(|key| key.columns.first() == Some(name));
    named.map(|column| column.name.clone()).find(refers)
}

/// The condition of a group: on the row as it is, else as it will be.
fn condition<'g>(group: &Group<'g>) -> Option<&'g str> {
    let policies = || group.verbs.values();
    policies().find_map(|policy| policy.using.as_deref()).or_else(|| policies().find_map(|p| p.check.as_deref()))
}

fn owner(
    around: &Surroundings<'_>,
    table: &Table,
    group: &Group<'_>,
    link: Option<String>,
    guess: &mut Guess,
) -> Option<()> {
    if let Some(link) = &link
        && let Some(seated) = compiled_members::seated(around, table, &group.verbs)
    {
        let carry = (seated.column != *link).then(|| Spanned::new(carried(guess, seated.column), Span::default()));
        let transfer = transfer(around, table, link);
        let link = OwnerLinkSpec { column: text(link), can: seated.can, transfer, carry };
        guess.spec.owner.get_or_insert_with(OwnerSpec::default).links.push(link);
        return Some(());
    }
    let parts = alternatives(condition(group)?, table);
    let [first, ..] = parts.first()?.as_slice() else { return None };
    let (column, carry) = match (first, link) {
        (Part::Caller { column, id, .. }, None) => {
            guess.callers.insert((column.clone(), id.clone()));
            (column.clone(), None)
        }
        (Part::Caller { column, .. }, Some(link)) if *column != link => (link, Some(column.clone())),
        (_, Some(link)) => (link, None),
        _ => return None,
    };
    let key = table.primary_key.as_ref().is_some_and(|key| key.columns == [column.clone()]);
    let refers = table.foreign_keys.values().any(|key| key.columns.first() == Some(&column));
    let own = key && !refers;
    let can = (group.verbs.len() < 4).then(|| OwnerCanSpec::Verbs(verbs(group.verbs.keys().copied())));
    let link = OwnerLinkSpec {
        column: text(if own { "self" } else { &column }),
        can,
        transfer: transfer(around, table, &column).filter(|_| !own),
        carry: carry.map(|column| Spanned::new(carried(guess, column), Span::default())),
    };
    guess.spec.owner.get_or_insert_with(OwnerSpec::default).links.push(link);
    Some(())
}

/// `transfer: true` where callers may change the owner column: no trigger keeps it.
fn transfer(around: &Surroundings<'_>, table: &Table, column: &String) -> Option<Spanned<bool>> {
    let kept = table.triggers.get("_immutable").is_some_and(|trigger| trigger.arguments.contains(column));
    let changes = |grant: &Grant| {
        grant.role == around.signed_in
            && grant.privilege == "UPDATE"
            && (grant.columns.is_empty() || grant.columns.contains(column))
    };
    (!kept && table.grants.iter().any(changes)).then(|| Spanned::new(true, Span::default()))
}

/// `carry: true` where the compiler added the column.
fn carried(guess: &Guess, column: String) -> CarrySpec {
    if guess.mixed_columns.contains(&column) { CarrySpec::Flag(true) } else { CarrySpec::Column(column) }
}

/// Verbs without limits.
pub fn verbs<'v>(words: impl IntoIterator<Item = &'v str>) -> CanSpec {
    let words: BTreeSet<&str> = words.into_iter().collect();
    let ordered = VERBS.into_iter().filter(|verb| words.contains(verb));
    let verbs = ordered.map(|verb| VerbSpec { verb: text(verb), columns: None }).collect();
    Spanned::new(verbs, Span::default())
}

fn through(table: &Table, group: &Group<'_>, wanted: &str, guess: &mut Guess) -> Option<()> {
    let column = owner_column(table, wanted)?;
    // one policy for each role, all from one rule
    let known = guess.spec.allow.iter().any(|allow| allow.through.as_ref().is_some_and(|name| name.value == column));
    if !known {
        let can = verbs(group.verbs.keys().copied());
        guess.spec.allow.push(AllowSpec { can, through: Some(text(&column)), ..AllowSpec::default() });
    }
    Some(())
}

fn allow(around: &mut Surroundings<'_>, table: &Table, group: &Group<'_>, guess: &mut Guess) -> Option<()> {
    let roles = &group.verbs.values().next()?.roles;
    let old = group.verbs.values().find_map(|policy| policy.using.as_deref());
    let new = group.verbs.values().find_map(|policy| policy.check.as_deref());
    let mut named = subject(around, table, group, roles, guess, old.or(new)?)?;
    let when = named.rest(table, guess, old.or(new)?);
    let becomes = new.map(|new| named.rest(table, guess, new)).filter(|becomes| Some(becomes) != Some(&when));
    guess.spec.allow.push(AllowSpec {
        can: verbs(group.verbs.keys().copied()),
        to: std::mem::take(&mut named.to),
        when: when.map(|when| text(&when)),
        becomes: becomes.flatten().map(|becomes| text(&becomes)),
        ..AllowSpec::default()
    });
    Some(())
}

/// Whom a rule names, and the parts of its condition that say so.
struct Named {
    to: Vec<Text>,
    taken: Vec<Part>,
}

impl Named {
    /// What the condition says besides.
    fn rest(&self, table: &Table, guess: &Guess, sql: &str) -> Option<String> {
        let deleted = |part: &Part| guess.soft_delete && matches!(part, Part::Row(sql) if sql == "deleted_at IS NULL");
        let alternatives = alternatives(sql, table);
        let [parts] = alternatives.as_slice() else { return Some(said(sql)) };
        let rest: Vec<String> =
            parts.iter().filter(|part| !self.taken.contains(part) && !deleted(part)).filter_map(words).collect();
        match rest.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            _ => Some(rest.join(" and ")),
        }
    }
}

fn words(part: &Part) -> Option<String> {
    match part {
        Part::Row(sql) | Part::Other(sql) | Part::Condition(sql) => Some(pretty(sql)),
        Part::Caller { column, id, .. } => Some(format!("{} = {}", quote_identifier(column), pretty(id))),
        _ => None,
    }
}

fn subject(
    around: &mut Surroundings<'_>,
    table: &Table,
    group: &Group<'_>,
    roles: &[String],
    guess: &mut Guess,
    sql: &str,
) -> Option<Named> {
    let both = BTreeSet::from([&around.anonymous, &around.signed_in]);
    if roles.iter().collect::<BTreeSet<_>>() == both {
        return Some(Named { to: vec![text("anyone")], taken: Vec::new() });
    }
    let [role] = roles else { return None };
    if *role != around.signed_in {
        return Some(Named { to: vec![text(role)], taken: Vec::new() });
    }
    let mut named = Named { to: Vec::new(), taken: Vec::new() };
    for part in alternatives(sql, table).into_iter().flatten() {
        let who = match &part {
            Part::Caller { column, id, .. } if refers(table, column) => {
                guess.callers.insert((column.clone(), id.clone()));
                Some(column.clone())
            }
            Part::Function { lookup, .. } => shared_by(around.catalog, table, &lookup.function),
            Part::Condition(sql) => group_named(around, group, sql),
            _ => None,
        };
        if let Some(who) = who {
            named.to.push(text(&who));
            named.taken.push(part);
        }
    }
    if named.to.is_empty() {
        named.to.push(text("signed_in"));
    }
    Some(named)
}

/// `private.projects_shared_by_project_shares_user_id` is `project_shares.user_id`.
fn shared_by(catalog: &Catalog, table: &Table, function: &QualifiedName) -> Option<String> {
    let rest = function.name.split_once("_shared_by_")?.1;
    let share = catalog.tables.values().find(|share| {
        let refers = share.foreign_keys.values().any(|key| key.table == table.name);
        let column = rest.strip_prefix(&share.name.name).and_then(|rest| rest.strip_prefix('_'));
        refers && column.is_some_and(|column| share.columns.iter().any(|known| known.name == column))
    })?;
    let column = rest.strip_prefix(&share.name.name)?.strip_prefix('_')?;
    Some(format!("{}.{column}", share.name.name))
}

/// The group that a condition about the caller alone is; its name stands in the policy's.
fn group_named(around: &mut Surroundings<'_>, group: &Group<'_>, sql: &str) -> Option<String> {
    let name = group.suffix.strip_prefix("as_")?;
    around.groups.insert(name.to_owned(), sql.to_owned());
    Some(name.to_owned())
}

/// `deny` and `require`.
fn narrowing(around: &mut Surroundings<'_>, table: &Table, group: &Group<'_>, guess: &mut Guess) -> Option<()> {
    if let Some(rest) = group.suffix.strip_prefix("require_") {
        return require(around, table, group, rest, guess);
    }
    let rest = group.suffix.strip_prefix("deny_")?;
    let verb = VERBS.into_iter().find(|verb| rest.starts_with(&format!("{verb}_")))?;
    let policy = group.verbs.values().next()?;
    let denied = |sql: &str| sql.strip_suffix(" IS NOT TRUE").map(said);
    let [when, becomes] = [&policy.using, &policy.check].map(|sql| sql.as_deref().and_then(denied));
    guess.spec.deny.push(DenySpec {
        can: verbs([verb]),
        when: when.map(|sql| text(&sql)),
        becomes: becomes.map(|sql| text(&sql)),
        ..DenySpec::default()
    });
    Some(())
}

fn require(
    around: &mut Surroundings<'_>,
    table: &Table,
    group: &Group<'_>,
    rest: &str,
    guess: &mut Guess,
) -> Option<()> {
    let policy = group.verbs.values().next()?;
    let sql = policy.using.as_deref().or(policy.check.as_deref())?;
    let found = alternatives(sql, table);
    let [parts] = found.as_slice() else { return None };
    let [Part::Condition(condition)] = parts.as_slice() else { return None };
    let all = policy.command == PolicyCommand::All;
    let name = if all { rest } else { VERBS.iter().find_map(|verb| rest.strip_suffix(&format!("_to_{verb}")))? };
    around.groups.insert(name.to_owned(), condition.clone());
    let verbs = match (all, group.verbs.keys().next()) {
        (false, Some(verb)) => vec![*verb],
        _ => vec!["all"],
    };
    let entries: Entries<Vec<Text>> = verbs.into_iter().map(|verb| (text(verb), vec![text(name)])).collect();
    match &mut guess.spec.require {
        Some(RequireSpec::Verbs(known)) => known.extend(entries),
        slot => *slot = Some(RequireSpec::Verbs(entries)),
    }
    Some(())
}
