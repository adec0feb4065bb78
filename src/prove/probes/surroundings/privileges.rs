//! Privileges: none that no rule gives; none past row security; none on read-only and hidden columns.

use super::super::Context;
use super::Question;
use crate::catalog::quote_literal;
use crate::model::{Access, ColumnId, OwnerCan, Subject, Table, TableId, Verb};
use crate::oracle::{Oracle, Unasked};

pub fn questions(context: &Context) -> Vec<Question> {
    let tables = context.proved();
    tables
        .into_iter()
        .flat_map(|table| {
            [
                of_table(context, table),
                of_columns(context, table),
                of_sequences(context, table),
                of_guards(context, table),
            ]
        })
        .collect()
}

fn roles(context: &Context) -> [(String, bool); 2] {
    let hints = &context.model.base.hints;
    [(hints.signed_in.clone(), false), (hints.anonymous.clone(), true)]
}

fn of_table(context: &Context, table: TableId) -> Question {
    let name = &context.shape(table).name;
    let mut unwanted = Vec::new();
    for (role, anonymous) in roles(context) {
        let mut privileges = vec!["TRUNCATE", "REFERENCES", "TRIGGER"];
        let verbs =
            [(Verb::Read, "SELECT"), (Verb::Create, "INSERT"), (Verb::Update, "UPDATE"), (Verb::Delete, "DELETE")];
        privileges.extend(
            verbs.iter().filter(|(verb, _)| !gives(context, table, *verb, anonymous, 0)).map(|(_, word)| *word),
        );
        unwanted.extend(privileges.into_iter().map(|privilege| held(&role, name, privilege)));
    }
    let query = unwanted.join(" union all ");
    Question { subject: name.clone(), action: "privileges", query, expected: "no privilege that no rule gives" }
}

fn held(role: &str, table: &str, privilege: &str) -> String {
    let (role_text, table_text) = (quote_literal(role), quote_literal(table));
    let has = match privilege {
        "TRUNCATE" | "TRIGGER" | "DELETE" => format!("has_table_privilege({role_text}, {table_text}, '{privilege}')"),
        _ => format!("has_any_column_privilege({role_text}, {table_text}, '{privilege}')"),
    };
    format!("select {} where {has}", quote_literal(&format!("{role} has {privilege}")))
}

/// A column is written only where some rule lets it be written, and read only where it is not hidden.
fn of_columns(context: &Context, table: TableId) -> Question {
    let shape = context.shape(table);
    let name = &shape.name;
    let mut unwanted = vec!["select null::text where false".to_owned()];
    for (index, column) in context.model.table(table).columns.iter().enumerate() {
        if shape.column(&column.name).is_none() {
            continue;
        }
        for (verb, privilege) in [(Verb::Read, "SELECT"), (Verb::Create, "INSERT"), (Verb::Update, "UPDATE")] {
            let column_id = ColumnId::new(index);
            let others = roles(context).into_iter().filter(|(role, _)| !touches(context, role, table, column_id, verb));
            unwanted.extend(others.map(|(role, _)| held_of_column(&role, name, &column.name, privilege)));
        }
    }
    let query = unwanted.join(" union all ");
    Question {
        subject: name.clone(),
        action: "column privileges",
        query,
        expected: "a column is written only where a rule gives it, and read only where it is not hidden",
    }
}

fn held_of_column(role: &str, table: &str, column: &str, privilege: &str) -> String {
    let what = quote_literal(&format!("{role} has {privilege} on {column}"));
    let [role, table, column] = [role, table, column].map(quote_literal);
    format!("select {what} where has_column_privilege({role}, {table}, {column}, '{privilege}')")
}

/// Some rule could let somebody of this role read or write this column. One that never changes may be named by an upsert.
fn touches(context: &Context, role: &str, table: TableId, column: ColumnId, verb: Verb) -> bool {
    let named = context.model.table(table).column(column);
    let oracle = Oracle::quiet(context.model, &context.fixture.world, &Unasked);
    let given = |verb| oracle.given_to_role(role, verb, table);
    let contains = |verb| given(verb).is_none_or(|all| all.contains(&column));
    let upserted = || named.immutable && given(Verb::Create).is_none_or(|all| !all.is_empty());
    match verb {
        Verb::Read | Verb::Delete => !named.hidden,
        Verb::Create => !named.read_only && !named.computed && contains(verb),
        Verb::Update => !named.read_only && !named.computed && (contains(verb) || upserted()),
    }
}

/// A sequence's last value tells how many rows others have.
fn of_sequences(context: &Context, table: TableId) -> Question {
    let name = &context.shape(table).name;
    let tests = roles(context).map(|(role, _)| {
        let role = quote_literal(&role);
        format!("has_sequence_privilege({role}, s.oid, 'SELECT') or has_sequence_privilege({role}, s.oid, 'UPDATE')")
    });
    let query = format!(
        "select s.oid::regclass::text || ' can be read or set' from pg_catalog.pg_depend d \
         join pg_catalog.pg_class s on s.oid = d.objid and s.relkind = 'S' \
         where d.refobjid = {}::regclass and d.deptype in ('a', 'i') and ({})",
        quote_literal(name),
        tests.join(" or ")
    );
    Question { subject: name.clone(), action: "sequences", query, expected: "no caller reads or sets a sequence" }
}

/// Composite keys tie a row to its parent's owner, and triggers fill and guard, whoever writes: the service included.
fn of_guards(context: &Context, table: TableId) -> Question {
    let name = &context.shape(table).name;
    let compiled = context.catalog.tables.get(&context.model.table(table).name);
    let keys = compiled.into_iter().flat_map(|table| table.foreign_keys.values()).filter(|key| key.columns.len() > 1);
    let mut missing = vec!["select null::text where false".to_owned()];
    missing.extend(keys.map(|key| {
        absent(
            name,
            &key.name,
            "pg_constraint c where c.conrelid = {t}::regclass and c.conname = {n} and c.convalidated",
        )
    }));
    let triggers = compiled.into_iter().flat_map(|table| table.triggers.keys());
    missing.extend(triggers.map(|trigger| {
        absent(name, trigger, "pg_trigger c where c.tgrelid = {t}::regclass and c.tgname = {n} and c.tgenabled <> 'D'")
    }));
    let query = missing.join(" union all ");
    Question {
        subject: name.clone(),
        action: "keys and triggers",
        query,
        expected: "every composite key and trigger is there",
    }
}

/// A query that says that something of a table is not there.
fn absent(table: &str, name: &str, there: &str) -> String {
    let there = there.replace("{t}", &quote_literal(table)).replace("{n}", &quote_literal(name));
    let text = quote_literal(&format!("{name} is not there"));
    format!("select {text} where not exists (select from pg_catalog.{there})")
}

/// Some rule could give this verb to a signed-in caller, or to an anonymous one.
fn gives(context: &Context, table: TableId, verb: Verb, anonymous: bool, depth: usize) -> bool {
    let meaning = context.model.table(table);
    if depth > 16 {
        return false;
    }
    let by_rule = meaning.allow.iter().filter(|rule| rule.can.contains_key(&verb)).any(|rule| {
        let through = rule.through.and_then(|column| meaning.column(column).references).is_none_or(|to| {
            let needed = if verb == Verb::Read { Verb::Read } else { Verb::Update };
            gives(context, to.table, needed, anonymous, depth + 1)
        });
        let named = rule.to.is_empty() || rule.to.iter().any(|subject| reaches(subject, anonymous));
        through && named
    });
    by_rule || !anonymous && signed_in_gets(meaning, verb)
}

fn reaches(subject: &Subject, anonymous: bool) -> bool {
    match subject {
        Subject::Anyone => true,
        Subject::Role(_) => false,
        _ => !anonymous,
    }
}

fn signed_in_gets(meaning: &Table, verb: Verb) -> bool {
    let owned = meaning.owners.iter().any(|link| match &link.can {
        OwnerCan::Inherit => true,
        OwnerCan::Verbs(can) => can.contains_key(&verb),
        OwnerCan::ByRole(roles) => roles.values().any(|can| can.contains_key(&verb)),
    });
    let shared = meaning.access == Some(Access::Shared) && verb == Verb::Read;
    owned || shared || meaning.members.is_some() || meaning.membership_of.is_some()
}
