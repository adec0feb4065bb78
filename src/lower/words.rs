//! Rules in plain words, for `explain` and the access matrix.

use super::context::Context;
use super::owner::{self, Who};
use super::rule::{Origin, Rule};
use crate::catalog::{AccessReason, TableAccess};
use crate::model::{Access, Allow, ColumnId, Deny, Subject, Table, Verb};
use crate::ownership::{End, Path};

/// Who may do what to a table's rows and why, and what narrows it.
pub fn of(context: &Context<'_>, table: &Table, rules: &[Rule]) -> TableAccess {
    let mut reasons: Vec<AccessReason> = Vec::new();
    for rule in rules {
        let reason = reason(context, table, rule);
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    reasons.sort();
    let owners = columns(table, table.owners.iter().map(|link| &link.column));
    TableAccess {
        owners,
        paths: paths(context, table),
        reasons,
        narrowed: narrowed(context, table),
        raw: table.raw_policies || table.access == Some(Access::Written),
    }
}

fn reason(context: &Context<'_>, table: &Table, rule: &Rule) -> AccessReason {
    let (who, why) = match rule.origin {
        Origin::Owner(index) => (owner(context, table, index, rule.verb), owner_words(table, &[index])),
        Origin::Owners => {
            let all: Vec<usize> = (0..table.owners.len()).collect();
            ("whoever every owner column that is not NULL leads to".to_owned(), owner_words(table, &all))
        }
        Origin::Tenant => (tenant_roles(table, rule.verb), "members: the organization's own row".to_owned()),
        Origin::Founder => ("whoever may found one".to_owned(), "members: create".to_owned()),
        Origin::Manager => {
            ("members who manage, for roles not above their own".to_owned(), "members: manage".to_owned())
        }
        Origin::Pending => ("members who manage, while it is pending".to_owned(), "members: manage".to_owned()),
        Origin::Fellow => ("fellow members".to_owned(), "members".to_owned()),
        Origin::OwnMembership => ("the member himself".to_owned(), "members: one's own row".to_owned()),
        Origin::Allow(index) => {
            (subjects(context, table, &table.allow[index]), allow_words(table, &table.allow[index]))
        }
        Origin::Shared => ("everyone signed in".to_owned(), "access: shared".to_owned()),
        Origin::Open => ("everyone".to_owned(), "access: open".to_owned()),
    };
    AccessReason {
        verb: rule.verb.word().to_owned(),
        roles: rule.roles.iter().cloned().collect(),
        who,
        why,
        columns: columns(table, rule.columns.iter().flatten()),
        limited: rule.columns.is_some(),
    }
}

fn columns<'c>(table: &Table, columns: impl Iterator<Item = &'c ColumnId>) -> Vec<String> {
    columns.map(|column| table.column(*column).name.clone()).collect()
}

/// Each path of a table from its row up: `project_id → content_projects.creator_mind_id = the caller's mind id`.
fn paths(context: &Context<'_>, table: &Table) -> Vec<String> {
    context.ownership.paths.get(&table.id).into_iter().flatten().map(|path| path_words(context, path)).collect()
}

fn path_words(context: &Context<'_>, path: &Path) -> String {
    let mut words = String::new();
    for (index, hop) in path.hops.iter().enumerate() {
        let column = context.column(hop.table, hop.column);
        if index > 0 {
            words.push_str(&context.table(hop.table).name.name);
            words.push('.');
        }
        words.push_str(column);
        words.push_str(" → ");
    }
    if !path.hops.is_empty() {
        words.push_str(&context.table(path.end_table).name.name);
        words.push('.');
    }
    words.push_str(context.column(path.end_table, path.end_column));
    match path.end {
        End::Principal(principal) => format!("{words} = the caller's {} id", context.model.principal(principal).name),
        End::Members(tenant) => format!("{words} = {} the caller is a member of", context.table(tenant).name.name),
    }
}

/// Who an owner link speaks of: the principal, or members with these roles.
fn owner(context: &Context<'_>, table: &Table, index: usize, verb: Verb) -> String {
    let ends = context.ownership.paths.get(&table.id).into_iter().flatten().filter(|path| path.link == index);
    let mut found: Vec<String> = Vec::new();
    for path in ends {
        for (who, _) in owner::given(context, &table.owners[index].can, path.end, verb) {
            let words = match (path.end, who) {
                (End::Principal(principal), _) => {
                    format!("the {} who owns the row", context.model.principal(principal).name)
                }
                (End::Members(tenant), Who::Everyone) => format!("members of its {}", context.table(tenant).name.name),
                (End::Members(tenant), Who::Roles(roles)) => {
                    format!("members of its {} with the role {}", context.table(tenant).name.name, roles.join(" or "))
                }
            };
            if !found.contains(&words) {
                found.push(words);
            }
        }
    }
    found.join("; ")
}

fn owner_words(table: &Table, links: &[usize]) -> String {
    let name = |index: &usize| {
        let link = &table.owners[*index];
        if link.own_key { "self" } else { table.column(link.column).name.as_str() }
    };
    format!("owner: {}", links.iter().map(name).collect::<Vec<_>>().join(", "))
}

fn tenant_roles(table: &Table, verb: Verb) -> String {
    let roles = table.members.iter().flat_map(|members| &members.roles);
    let names: Vec<_> = roles.filter(|role| role.self_can.contains_key(&verb)).map(|role| role.name.as_str()).collect();
    if names.is_empty() {
        "its members".to_owned()
    } else {
        format!("its members with the role {}", names.join(" or "))
    }
}

fn subjects(context: &Context<'_>, table: &Table, allow: &Allow) -> String {
    if let Some(column) = allow.through {
        return format!(
            "whoever may do it (to create or delete: may update) to the row in {}",
            table.column(column).name
        );
    }
    let each = allow.to.iter().map(|subject| match subject {
        Subject::Column(column, principal) => {
            format!("the {} in {}", context.model.principal(*principal).name, table.column(*column).name)
        }
        Subject::Share { table: share, column, .. } => {
            format!("whoever {}.{} names", context.table(*share).name.name, context.column(*share, *column))
        }
        Subject::Group(group) => format!("the group {}", context.model.group(*group).name),
        Subject::SignedIn => "everyone signed in".to_owned(),
        Subject::Anyone => "everyone, signed in or not".to_owned(),
        Subject::Role(role) => format!("the database role {role}"),
    });
    each.collect::<Vec<_>>().join(", ")
}

fn allow_words(table: &Table, allow: &Allow) -> String {
    let mut words = "allow".to_owned();
    if let Some(when) = &allow.when {
        words.push_str(&format!(", when {}", one_line(&when.sql)));
    }
    let becomes =
        allow.becomes.as_ref().filter(|becomes| Some(&becomes.sql) != allow.when.as_ref().map(|when| &when.sql));
    if let Some(becomes) = becomes {
        words.push_str(&format!(", if it becomes {}", one_line(&becomes.sql)));
    }
    if let Some(column) = table.soft_delete {
        words.push_str(&format!(", while {} is null", table.column(column).name));
    }
    words
}

fn narrowed(context: &Context<'_>, table: &Table) -> Vec<String> {
    let denied = table.deny.iter().map(|deny| deny_words(table, deny));
    let required = table.require.iter().flat_map(|(verb, groups)| {
        groups.iter().map(|group| format!("{} only for the group {}", verb.word(), context.model.group(*group).name))
    });
    denied.chain(required).collect()
}

fn deny_words(table: &Table, deny: &Deny) -> String {
    let verbs = deny.can.iter().map(|(verb, limit)| match limit {
        Some(limit) => format!("{} of {}", verb.word(), columns(table, limit.iter()).join(", ")),
        None => verb.word().to_owned(),
    });
    let mut words = format!("nobody: {}", verbs.collect::<Vec<_>>().join(", "));
    if let Some(when) = &deny.when {
        words.push_str(&format!(", when {}", one_line(&when.sql)));
    }
    if let Some(becomes) = &deny.becomes {
        words.push_str(&format!(", if it becomes {}", one_line(&becomes.sql)));
    }
    words
}

fn one_line(sql: &str) -> String {
    sql.split_whitespace().collect::<Vec<_>>().join(" ")
}
