//! Column privileges: which of the rules they limit, and which columns nobody writes or reads.

use super::compiled::Surroundings;
use super::{Guess, columns, text, yes};
use crate::catalog::Table;
use crate::source::{Span, Spanned};
use crate::spec::{CanSpec, OwnerCanSpec, VerbSpec};
use std::collections::BTreeSet;

/// What signed-in callers may name; `None`: every column.
pub struct Limits {
    select: Option<BTreeSet<String>>,
    insert: Option<BTreeSet<String>>,
    update: Option<BTreeSet<String>>,
}

impl Limits {
    /// Reads the privileges and finds the mixins of a table.
    pub fn of(around: &Surroundings<'_>, table: &Table, guess: &mut Guess) -> Self {
        columns::find(around.catalog, table, guess);
        let limit = |privilege: &str| {
            let mut held = table.grants.iter().filter(|grant| {
                grant.privilege == privilege && (grant.role == around.signed_in || grant.role == around.anonymous)
            });
            held.try_fold(BTreeSet::new(), |mut all, grant| {
                all.extend(grant.columns.iter().cloned());
                if grant.columns.is_empty() { None } else { Some(all) }
            })
        };
        Self { select: limit("SELECT"), insert: limit("INSERT"), update: limit("UPDATE") }
    }

    /// Puts limits on the rules, and flags on columns.
    pub fn limit(&self, table: &Table, guess: &mut Guess) {
        if let Some(select) = self.select.as_ref().filter(|select| !select.is_empty()) {
            let hidden = table.columns.iter().filter(|column| !select.contains(&column.name));
            hidden.for_each(|column| guess.column(&column.name).hidden = yes());
        }
        let writable = self.writable(table, guess);
        let named: BTreeSet<String> = [&self.insert, &self.update].into_iter().flatten().flatten().cloned().collect();
        let whole = self.insert.is_none() || self.update.is_none() || named.is_empty();
        let both = self.insert.as_ref().is_some_and(|columns| !columns.is_empty())
            && self.update.as_ref().is_some_and(|columns| !columns.is_empty());
        let read_only: BTreeSet<String> =
            if both && !whole { writable.difference(&named).cloned().collect() } else { BTreeSet::new() };
        read_only.iter().for_each(|name| guess.column(name).read_only = yes());
        let rest: BTreeSet<String> = writable.difference(&read_only).cloned().collect();
        self.limit_verb("create", self.insert.as_ref(), &rest, table, guess);
        self.limit_verb("update", self.update.as_ref(), &rest, table, guess);
        drop_fixed(table, guess);
    }

    /// Columns that somebody might write: not generated, not of a mixin.
    fn writable(&self, table: &Table, guess: &Guess) -> BTreeSet<String> {
        let stamped = |name: &str| matches!(name, "created_at" | "updated_at") && guess.mixed_columns.contains(name);
        let computed = |column: &&crate::catalog::Column| {
            column.generated.is_none() && !column.identity.as_ref().is_some_and(|identity| identity.always)
        };
        let own = table.columns.iter().filter(computed).map(|column| column.name.clone());
        own.filter(|name| !stamped(name)).collect()
    }

    fn limit_verb(
        &self,
        verb: &str,
        limit: Option<&BTreeSet<String>>,
        all: &BTreeSet<String>,
        table: &Table,
        guess: &mut Guess,
    ) {
        let Some(limit) = limit.filter(|limit| !limit.is_empty() && *limit != all) else { return };
        // an upsert names what cannot change: whoever may insert may name it
        let fixed = fixed(table, guess);
        let free = verb == "create" || !may(guess, "create");
        let columns = table.columns.iter().map(|column| &column.name).filter(|name| limit.contains(*name));
        let columns: Vec<String> = columns
            .filter(|name| !guess.mixed_columns.contains(*name) || !name.ends_with("_id"))
            .filter(|name| free || !fixed.contains(*name))
            .cloned()
            .collect();
        if columns.len() + fixed.len() < all.len() || free {
            set(guess, verb, &columns);
        }
    }
}

/// Columns that never change, whatever is said of them.
fn fixed(table: &Table, guess: &Guess) -> BTreeSet<String> {
    let key = table.primary_key.iter().flat_map(|key| key.columns.iter().cloned());
    let owners = guess.spec.owner.iter().flat_map(|owner| owner.links.iter().map(|link| link.column.value.clone()));
    let said = guess.columns.iter().filter(|(_, spec)| spec.immutable.is_some()).map(|(name, _)| name.clone());
    key.chain(owners).chain(said).chain(guess.mixed_columns.iter().cloned()).collect()
}

/// `immutable` is not said of what is so anyway.
fn drop_fixed(table: &Table, guess: &mut Guess) {
    let owners: BTreeSet<String> =
        guess.spec.owner.iter().flat_map(|owner| owner.links.iter().map(|link| link.column.value.clone())).collect();
    let carried: BTreeSet<String> = guess
        .spec
        .owner
        .iter()
        .flat_map(|owner| owner.links.iter().filter_map(|link| link.carry.as_ref()))
        .filter_map(|carry| match &carry.value {
            crate::spec::CarrySpec::Column(name) => Some(name.clone()),
            crate::spec::CarrySpec::Flag(_) => None,
        })
        .collect();
    let key: BTreeSet<String> = table.primary_key.iter().flat_map(|key| key.columns.iter().cloned()).collect();
    for (name, spec) in &mut guess.columns {
        if owners.contains(name) || carried.contains(name) || key.contains(name) {
            spec.immutable = None;
        }
    }
}

/// Some rule gives the verb.
fn may(guess: &Guess, verb: &str) -> bool {
    rules(guess).iter().any(|rule| rule.iter().any(|word| word == verb))
}

/// The verbs of each rule.
fn rules(guess: &Guess) -> Vec<Vec<String>> {
    let words = |can: &CanSpec| can.value.iter().map(|verb| verb.verb.value.clone()).collect();
    let all = || super::compiled::VERBS.map(str::to_owned).to_vec();
    let links = guess.spec.owner.iter().flat_map(|owner| &owner.links).map(|link| match &link.can {
        Some(OwnerCanSpec::Verbs(can)) => words(can),
        _ => all(),
    });
    links.chain(guess.spec.allow.iter().map(|allow| words(&allow.can))).collect()
}

/// Limits a verb of the first rule that gives it; several rules that do are told apart by a trigger, not here.
fn set(guess: &mut Guess, verb: &str, columns: &[String]) {
    let Some(first) = rules(guess).iter().position(|rule| rule.iter().any(|word| word == verb)) else { return };
    let links = guess.spec.owner.as_mut().map(|owner| owner.links.as_mut_slice()).unwrap_or_default();
    let count = links.len();
    let can = match links.get_mut(first) {
        Some(link) => {
            match link.can.get_or_insert_with(|| OwnerCanSpec::Verbs(super::compiled::verbs(super::compiled::VERBS))) {
                OwnerCanSpec::Verbs(can) => can,
                OwnerCanSpec::ByRole(_) => return,
            }
        }
        None => match guess.spec.allow.get_mut(first - count) {
            Some(allow) => &mut allow.can,
            None => return,
        },
    };
    let limited = |spec: &VerbSpec| match spec.verb.value == verb {
        true => VerbSpec { verb: spec.verb.clone(), columns: Some(columns.iter().map(text).collect()) },
        false => spec.clone(),
    };
    *can = Spanned::new(can.value.iter().map(limited).collect(), Span::default());
}
