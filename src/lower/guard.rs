//! What row security cannot say, because it tests the row as it was and the row as it will be each by itself: a
//! trigger that sees both.
//!
//! - Rules that are not settled must not be mixed: the row as it was by one, as it will be by another.
//! - Columns that differ from rule to rule: the rule that lets the caller at the row decides.
//! - A deny of columns that has a condition.
//! - A row that moves to another owner goes only where the caller may create it.
//! - Nobody raises his own role.
//!
//! The functions run with the caller's rights, so that roles and groups are his. They call helpers by name:
//! then, and only then, his role gets USAGE on schema `private`.

use super::condition::{Condition, text_array};
use super::context::{Context, PRIVATE};
use super::helper::Helpers;
use super::immutable::changed;
use super::narrow;
use super::platform::{self, Asked};
use super::rule::{Origin, Rule};
use super::trigger::{self, Rights, refuse};
use crate::catalog::{Catalog, Grant, quote_identifier};
use crate::model::{Column, ColumnId, Deny, Table, Verb};
use std::collections::BTreeSet;

/// Adds the guards that a table needs.
pub fn add(context: &Context<'_>, table: &Table, rules: &[Rule], catalog: &mut Catalog, helpers: &mut Helpers) {
    for verb in [Verb::Update, Verb::Create] {
        let structure = catalog.tables.get(&table.name);
        let mut guard = Guard { context, table, structure, rules, verb, text: Text::default() };
        guard.write();
        let text = guard.text;
        if !text.body.is_empty() {
            text.put(context, table, verb, catalog, helpers);
        }
    }
}

struct Guard<'g, 'm> {
    context: &'g Context<'m>,
    table: &'g Table,
    structure: Option<&'g crate::catalog::Table>,
    rules: &'g [Rule],
    verb: Verb,
    text: Text,
}

/// What a guard's function says.
#[derive(Default)]
struct Text {
    /// Conditions written and who asks them, for the helpers that they call.
    needed: Vec<(Condition, BTreeSet<String>)>,
    /// What they ask of the platform through us.
    platform: Asked,
    declared: Vec<String>,
    body: Vec<String>,
}

impl<'g> Guard<'g, '_> {
    fn write(&mut self) {
        let pairs = self.verb == Verb::Update && mixable(&self.of(Verb::Update));
        let columns = self.limited_columns();
        if pairs || !columns.is_empty() {
            self.declare_rules();
        }
        if pairs {
            let any = self.any_rule(|_| true);
            let name = &self.table.name;
            let message = format!("no rule of {name} lets this caller change the row in this way");
            self.text.body.push(format!("if not ({any}) then {}; end if;", refuse(&message)));
        }
        for column in columns {
            let any = self.any_rule(|rule| rule.columns.as_ref().is_none_or(|columns| columns.contains(&column)));
            self.refuse_column(column, &format!("not ({any})"));
        }
        self.denies();
        self.moves();
    }

    fn of(&self, verb: Verb) -> Vec<&'g Rule> {
        self.rules.iter().filter(|rule| rule.verb == verb).collect()
    }

    /// Columns that some rules let be written and others do not.
    fn limited_columns(&self) -> Vec<ColumnId> {
        let rules = self.of(self.verb);
        let all: BTreeSet<ColumnId> = rules.iter().filter_map(|rule| rule.columns.clone()).flatten().collect();
        let differ = rules.array_windows().any(|[one, next]| one.columns != next.columns);
        if !differ {
            return Vec::new();
        }
        let unlimited = rules.iter().any(|rule| rule.columns.is_none());
        let writable = |column: &Column| !column.read_only && !column.computed;
        let columns = self.table.columns.iter().enumerate().filter(|(_, column)| writable(column));
        let columns = columns.map(|(index, _)| ColumnId::new(index)).filter(|id| unlimited || all.contains(id));
        let filled: Vec<ColumnId> = self.table.filled().collect();
        let fixed =
            |id: &ColumnId| filled.contains(id) || self.verb == Verb::Update && self.table.column(*id).immutable;
        let everywhere =
            |id: &ColumnId| rules.iter().all(|rule| rule.columns.as_ref().is_none_or(|columns| columns.contains(id)));
        columns.filter(|id| !fixed(id) && !everywhere(id)).collect()
    }

    fn declare_rules(&mut self) {
        for (number, rule) in self.of(self.verb).into_iter().enumerate() {
            let (name, sql) = (format!("rule_{}", number + 1), self.pair(rule));
            match self.role_test(rule) {
                None => self.text.declared.push(format!("{name} constant boolean := coalesce({sql}, false);")),
                Some(role) => {
                    let asked = self.ask_as(&role, &name, &sql);
                    self.text.body.push(asked);
                }
            }
        }
    }

    /// Asks only who has the role, in a statement of its own: what it reads may be nobody else's to read.
    fn ask_as(&mut self, role: &str, name: &str, sql: &str) -> String {
        self.text.declared.push(format!("{name} boolean := false;"));
        format!("if {role} then {name} := coalesce({sql}, false); end if;")
    }

    /// The rule holds of the row as it was and as it will be.
    fn pair(&mut self, rule: &Rule) -> String {
        let mut parts = Vec::new();
        for (condition, row) in [(&rule.old, "old"), (&rule.new, "new")] {
            if *condition != Condition::Always {
                let sql = self.asked(condition.clone(), row, rule.roles.clone());
                parts.push(format!("({sql})"));
            }
        }
        parts.extend(self.does_not_rise(rule));
        if parts.is_empty() { "true".to_owned() } else { parts.join(" and ") }
    }

    /// The condition on a row as these roles can ask it.
    fn asked(&mut self, condition: Condition, row: &str, roles: BTreeSet<String>) -> String {
        let sql = condition.sql(self.context, row);
        let sql = platform::reachable(self.context, sql, &roles, &mut self.text.platform);
        self.text.needed.push((condition, roles));
        sql
    }

    /// Every caller who gets as far as this guard.
    fn callers(&self) -> BTreeSet<String> {
        self.of(self.verb).into_iter().flat_map(|rule| rule.roles.clone()).collect()
    }

    /// The caller has one of the rule's roles; nothing where all rules are for the same.
    fn role_test(&self, rule: &Rule) -> Option<String> {
        if self.rules.iter().all(|other| other.roles == rule.roles) {
            return None;
        }
        let tests: Vec<String> = rule.roles.iter().map(|role| trigger::has_role(role)).collect();
        Some(format!("({})", tests.join(" or ")))
    }

    fn does_not_rise(&self, rule: &Rule) -> Option<String> {
        let (_, members) = super::membership::of(self.context, self.table)?;
        let role = members.role.as_ref().filter(|_| rule.origin == Origin::OwnMembership)?;
        let names: Vec<String> = members.roles.iter().map(|role| role.name.clone()).collect();
        let rank = |row: &str| {
            let role = role.before_generated().qualified(row);
            format!("coalesce(array_position({}, ({role})::text), {})", text_array(&names), names.len() + 1)
        };
        Some(format!("{} >= {}", rank("new"), rank("old")))
    }

    fn any_rule(&self, filter: impl Fn(&Rule) -> bool) -> String {
        let rules = self.of(self.verb).into_iter().enumerate().filter(|(_, rule)| filter(rule));
        let names: Vec<String> = rules.map(|(number, _)| format!("rule_{}", number + 1)).collect();
        if names.is_empty() { "false".to_owned() } else { names.join(" or ") }
    }

    fn refuse_column(&mut self, id: ColumnId, condition: &str) {
        let column = self.table.column(id);
        let Some(written) = self.written(column) else { return };
        let message = format!("this caller may not set column {} of {}", column.name, self.table.name);
        self.text.body.push(format!("if ({written}) and {condition} then {}; end if;", refuse(&message)));
    }

    /// The caller gave the column a value: another than it had, or than its default.
    fn written(&self, column: &Column) -> Option<String> {
        if self.verb == Verb::Update {
            return Some(changed(&column.name, &column.data_type));
        }
        let default = self.structure?.columns.iter().find(|stored| stored.name == column.name)?.default.clone();
        let name = quote_identifier(&column.name);
        match default {
            _ if column.changing_default => None,
            None => Some(format!("new.{name} is not null")),
            // As the column stores it: the default 0 of a numeric(10,2) is 0.00.
            Some(default) => {
                Some(format!("new.{name}::text is distinct from (({default})::{})::text", column.data_type))
            }
        }
    }

    /// Denies of columns that have a condition.
    fn denies(&mut self) {
        for deny in &self.table.deny {
            let limited = deny.can.get(&self.verb).cloned().flatten();
            if let (Some(columns), true) = (limited, deny.when.is_some() || deny.becomes.is_some()) {
                let condition = self.denied(deny);
                for column in columns {
                    self.refuse_column(column, &condition);
                }
            }
        }
    }

    fn denied(&mut self, deny: &Deny) -> String {
        let before = narrow::before(deny);
        let after = narrow::after(deny);
        let old = if self.verb == Verb::Update { "old" } else { "new" };
        let callers = self.callers();
        let sql = [(before, old), (after, "new")].map(|(condition, row)| {
            let sql = self.asked(condition, row, callers.clone());
            format!("coalesce({sql}, false)")
        });
        format!("({})", sql.join(" or "))
    }

    /// A row that moves goes only where the caller may create it.
    fn moves(&mut self) {
        let moving = self.table.owners.iter().filter(|link| link.transfer).map(|link| self.table.column(link.column));
        let moved: Vec<String> = moving.map(|column| changed(&column.name, &column.data_type)).collect();
        if self.verb != Verb::Update || moved.is_empty() || self.of(Verb::Update).is_empty() {
            return;
        }
        let (asked, rules) = self.may_create();
        let mut parts = vec![format!("({rules})")];
        let whole = self.table.deny.iter().filter(|deny| deny.can.get(&Verb::Create).is_some_and(Option::is_none));
        let denied: Vec<Condition> = whole
            .flat_map(|deny| [Condition::negated(narrow::before(deny)), Condition::negated(narrow::after(deny))])
            .chain([narrow::required(self.context, self.table, Verb::Create)])
            .filter(|condition| *condition != Condition::Always)
            .collect();
        for condition in denied {
            let sql = self.asked(condition, "new", self.callers());
            parts.push(format!("({sql})"));
        }
        let message = format!("a row of {} moves only to where the caller may create it", self.table.name);
        let (moved, refuse) = (moved.join(" or "), refuse(&message));
        let lost = format!("not coalesce({}, false)", parts.join(" and "));
        self.text.body.push(match asked.is_empty() {
            true => format!("if ({moved}) and {lost} then {refuse}; end if;"),
            false => format!("if {moved} then\n    {asked}\n    if {lost} then {refuse}; end if;\n  end if;"),
        });
    }

    /// Some rule lets the caller create the row: what is asked first, and the condition.
    fn may_create(&mut self) -> (String, String) {
        let (mut asked, mut any) = (Vec::new(), Vec::new());
        for (number, rule) in self.of(Verb::Create).into_iter().enumerate() {
            let (name, sql) = (format!("may_create_{}", number + 1), self.pair(rule));
            match self.role_test(rule) {
                None => any.push(sql),
                Some(role) => {
                    asked.push(self.ask_as(&role, &name, &sql));
                    any.push(name);
                }
            }
        }
        (asked.join("\n    "), if any.is_empty() { "false".to_owned() } else { any.join(" or ") })
    }
}

impl Text {
    /// The function, its trigger, and what both need.
    fn put(self, context: &Context<'_>, table: &Table, verb: Verb, catalog: &mut Catalog, helpers: &mut Helpers) {
        for (condition, roles) in &self.needed {
            helpers.need(context, condition, roles);
            if calls_helper(condition) {
                let_in(catalog, roles);
            }
        }
        self.platform.values().for_each(|roles| let_in(catalog, roles));
        let (event, word) = if verb == Verb::Update { ("UPDATE", "update") } else { ("INSERT", "create") };
        let name = format!("{}_{word}_guard", trigger::plain_name(context, table));
        let comment = format!("What row security cannot say of {word} on {}", table.name);
        let function = trigger::function(catalog, &name, Rights::Invoker, &comment, &self.sql());
        helpers.need_platform(self.platform);
        let when = Some(trigger::under_row_security(context, table));
        // Triggers run in the order of their names: after `_creator` and `_owner_…`, which fill in what rules read.
        let trigger = trigger::row(&format!("_refuse_{word}"), "BEFORE", &[event], when, function);
        trigger::put(catalog, table, trigger);
    }

    fn sql(&self) -> String {
        let declared = if self.declared.is_empty() {
            String::new()
        } else {
            format!("declare\n  {}\n", self.declared.join("\n  "))
        };
        format!("{declared}begin\n  {}\n  return new;\nend", self.body.join("\n  "))
    }
}

/// They call functions in schema `private` by name.
fn let_in(catalog: &mut Catalog, roles: &BTreeSet<String>) {
    let schema = catalog.schemas.entry(PRIVATE.to_owned()).or_default();
    schema.name = PRIVATE.to_owned();
    let grant = |role: &String| Grant { role: role.clone(), privilege: "USAGE".to_owned(), ..Grant::default() };
    schema.grants.extend(roles.iter().map(grant));
    schema.grants.sort();
    schema.grants.dedup();
}

fn calls_helper(condition: &Condition) -> bool {
    let mut found = Vec::new();
    condition.helpers(&mut found);
    !found.is_empty()
}

/// Two rules could be mixed up, or one looks at how the row changes.
fn mixable(rules: &[&Rule]) -> bool {
    let open: Vec<&&Rule> = rules.iter().filter(|rule| !rule.settled).collect();
    let differ = |part: fn(&Rule) -> &Condition| open.array_windows().any(|[one, next]| part(one) != part(next));
    let steps = rules.iter().any(|rule| rule.origin == Origin::OwnMembership);
    steps || (differ(|rule| &rule.old) && differ(|rule| &rule.new))
}
