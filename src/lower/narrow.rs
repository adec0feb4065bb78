//! `deny` and `require`: restrictive policies, for every role that has any access but the service.
//!
//! A deny is tested by its `when` on the row as it was (USING) and by its `becomes` on the row as it will be
//! (WITH CHECK); a condition that is NULL does not hold, so what is refused is `(…) is not true`.

use super::condition::Condition;
use super::context::Context;
use super::names;
use crate::catalog::PolicyCommand;
use crate::model::{Deny, Table, Verb};

/// One restrictive policy, before it is text.
pub struct Narrowing {
    /// Last words of its name.
    pub suffix: String,
    /// For which command.
    pub command: PolicyCommand,
    /// On the row as it was.
    pub using: Option<Condition>,
    /// On the row as it will be.
    pub check: Option<Condition>,
}

/// The command of a verb.
pub fn command(verb: Verb) -> PolicyCommand {
    match verb {
        Verb::Read => PolicyCommand::Select,
        Verb::Create => PolicyCommand::Insert,
        Verb::Update => PolicyCommand::Update,
        Verb::Delete => PolicyCommand::Delete,
    }
}

/// Everything that narrows a table.
pub fn of(context: &Context<'_>, table: &Table) -> Vec<Narrowing> {
    let mut found: Vec<Narrowing> = table.deny.iter().flat_map(denies).collect();
    found.extend(requirements(context, table));
    found
}

fn denies(deny: &Deny) -> Vec<Narrowing> {
    let what = deny.when.as_ref().or(deny.becomes.as_ref()).and_then(|condition| names::of_condition(&condition.sql));
    let whole = deny.can.iter().filter(|(_, columns)| columns.is_none());
    whole.filter_map(|(verb, _)| narrowing(deny, *verb, what.as_deref().unwrap_or("rows"))).collect()
}

fn narrowing(deny: &Deny, verb: Verb, what: &str) -> Option<Narrowing> {
    let before = Condition::negated(before(deny));
    let after = Condition::negated(after(deny));
    let (using, check) = match verb {
        Verb::Create => (None, Some(Condition::all([before, after]))),
        Verb::Update => (Some(before), Some(after)),
        Verb::Read | Verb::Delete => (Some(before), None),
    };
    let narrows = [&using, &check].into_iter().flatten().any(|condition| *condition != Condition::Always);
    let suffix = format!("deny_{}_{what}", verb.word());
    narrows.then_some(Narrowing { suffix, command: command(verb), using, check })
}

/// The deny applies by the row as it was.
pub fn before(deny: &Deny) -> Condition {
    match (&deny.when, &deny.becomes) {
        (Some(when), _) => Condition::row(when),
        (None, None) => Condition::Always,
        (None, Some(_)) => Condition::Never,
    }
}

/// The deny applies by the row as it will be.
pub fn after(deny: &Deny) -> Condition {
    deny.becomes.as_ref().map_or(Condition::Never, Condition::row)
}

/// No deny takes a verb from a row that is there.
pub fn not_denied(table: &Table, verb: Verb) -> Condition {
    let whole = table.deny.iter().filter(|deny| deny.can.get(&verb).is_some_and(Option::is_none));
    Condition::all(whole.map(|deny| Condition::negated(before(deny))))
}

/// The caller is in every group that a verb requires.
pub fn required(context: &Context<'_>, table: &Table, verb: Verb) -> Condition {
    let groups = table.require.get(&verb).into_iter().flatten();
    Condition::all(groups.map(|group| Condition::Caller(context.model.group(*group).condition.sql.clone())))
}

fn requirements(context: &Context<'_>, table: &Table) -> Vec<Narrowing> {
    let name = |verb: Verb| -> String {
        let groups = table.require.get(&verb).into_iter().flatten();
        groups.map(|group| context.model.group(*group).name.as_str()).collect::<Vec<_>>().join("_")
    };
    let [first, rest @ ..] = Verb::ALL.map(|verb| required(context, table, verb));
    if rest.iter().all(|other| *other == first) {
        return requirement(PolicyCommand::All, first, format!("require_{}", name(Verb::Read))).into_iter().collect();
    }
    let each = Verb::ALL.into_iter().filter_map(|verb| {
        let suffix = format!("require_{}_to_{}", name(verb), verb.word());
        requirement(command(verb), required(context, table, verb), suffix)
    });
    each.collect()
}

fn requirement(command: PolicyCommand, condition: Condition, suffix: String) -> Option<Narrowing> {
    let using = (command != PolicyCommand::Insert).then(|| condition.clone());
    let writes = matches!(command, PolicyCommand::All | PolicyCommand::Insert | PolicyCommand::Update);
    let check = writes.then(|| condition.clone());
    (condition != Condition::Always).then_some(Narrowing { suffix, command, using, check })
}
