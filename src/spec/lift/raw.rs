//! What the language has no word for: its own SQL, repeatable, with a note.

use super::constraint::exclusion;
use super::trigger::comment_on;
use super::{Fate, Lift, text};
use crate::catalog::{
    CompositeType, DefaultPrivilege, Grant, Publication, QualifiedName, RawPhase, RawSql, Table, Trigger,
    TriggerEnabled, ddl, quote_dollars, quote_identifier, quote_literal,
};
use crate::spec::{RawSqlSpec, Target};

/// Why `sql:` of an import is not undone.
const REASON: &str = "it was there before the model";

impl Lift<'_> {
    /// Everything of the database that is no object of a schema.
    pub(super) fn raw(&mut self) {
        for found in self.catalog.publications.values() {
            let provided = self.options.target == Target::Supabase && found.name == "supabase_realtime";
            if !provided {
                self.publication(found);
            }
        }
        let mut all: Vec<_> = self.catalog.raw.iter().collect();
        all.sort_by_key(|found| (rank(found), self.depth(found), &found.name));
        for found in all {
            if found.up.is_empty() {
                self.note(Fate::Lost, &found.name, "schemagen cannot write one: keep its own SQL");
                continue;
            }
            self.keep(&found.name, found.up.clone(), phase(found));
            self.note(Fate::Raw, &found.name, "the language has no word for it");
            // what could not be kept of it
            if let Some(reason) = &found.reason {
                self.note(Fate::Lost, &found.name, reason);
            }
        }
        for found in &self.catalog.default_privileges {
            self.default_privilege(found);
        }
    }

    /// A child's own default is set after its parent's, which would go through to it.
    fn depth(&self, found: &RawSql) -> usize {
        let Some(name) = found.name.strip_prefix("inherited default ") else { return 0 };
        let table = self.catalog.tables.values().find(|table| name.starts_with(&format!("{}.", table.name)));
        let mut next: Vec<_> = table.into_iter().collect();
        let mut depth = 0;
        while !next.is_empty() && depth < self.catalog.tables.len() {
            depth += 1;
            next = next
                .iter()
                .flat_map(|table| &table.inherits)
                .filter_map(|name| self.catalog.tables.get(name))
                .collect();
        }
        depth
    }

    /// Keeps SQL.
    pub(super) fn keep(&mut self, name: &str, up: String, phase: &str) {
        self.spec.sql.push(RawSqlSpec {
            name: text(name),
            up: text(up),
            down: Some(text("none")),
            reason: Some(text(REASON)),
            phase: (phase != "after").then(|| text(phase)),
            ..RawSqlSpec::default()
        });
    }

    fn default_privilege(&mut self, found: &DefaultPrivilege) {
        let schema = found.schema.as_ref().map(|schema| format!(" in schema {}", quote_identifier(schema)));
        let head = format!(
            "alter default privileges for role {}{}",
            quote_identifier(&found.owner),
            schema.unwrap_or_default()
        );
        let (objects, role) = (found.objects.to_ascii_lowercase(), ddl::role(&found.grant.role));
        let what = if found.grant.privilege.is_empty() {
            format!("revoke all on {objects} from {role}")
        } else {
            let option = if found.grant.grant_option { " with grant option" } else { "" };
            format!("grant {} on {objects} to {role}{option}", found.grant.privilege.to_ascii_lowercase())
        };
        let name = format!(
            "default privileges: {what} for {}{}",
            found.owner,
            found.schema.as_ref().map(|schema| format!(" in {schema}")).unwrap_or_default()
        );
        self.keep(&name, format!("{head} {what}"), "after");
        self.note(Fate::Raw, name, "the language has no word for it");
    }

    fn publication(&mut self, found: &Publication) {
        let tables: Vec<String> =
            found.tables.iter().map(|(table, rest)| format!("{} {rest}", table.sql()).trim().to_owned()).collect();
        let what = match (found.all_tables, tables.is_empty()) {
            (true, _) => " for all tables".to_owned(),
            (false, true) => String::new(),
            (false, false) => format!(" for table {}", tables.join(", ")),
        };
        let publish = found.publish.as_ref().map(|publish| format!(" with (publish = {})", quote_literal(publish)));
        let create =
            format!("create publication {}{what}{}", quote_identifier(&found.name), publish.unwrap_or_default());
        let missing = format!("not exists (select from pg_publication where pubname = {})", quote_literal(&found.name));
        let name = format!("publication {}", found.name);
        self.keep(&name, only_if(&missing, &create), "after");
        self.note(Fate::Raw, name, "the language has no word for it");
    }

    /// What of a table the language has no word for.
    pub(super) fn beyond(&mut self, table: &Table) {
        for check in table.checks.values().filter(|check| check.not_valid) {
            self.not_valid(table, &check.name, &ddl::check(check), check.comment.as_deref());
        }
        for key in table.foreign_keys.values().filter(|key| key.not_valid) {
            self.not_valid(table, &key.name, &ddl::foreign_key(key), key.comment.as_deref());
        }
        for found in table.exclusions.values().filter(|found| exclusion(found).is_none()) {
            self.constraint(table, &found.name, &ddl::exclusion(found), found.comment.as_deref());
        }
        for index in table.indexes.values().filter(|index| index.invalid) {
            let text = "it is invalid, what a failed CREATE INDEX CONCURRENTLY leaves: the model builds it";
            self.note(Fate::Suspicious, format!("index {}.{}", table.name.schema, index.name), text);
        }
    }

    fn not_valid(&mut self, table: &Table, name: &str, definition: &str, comment: Option<&str>) {
        self.constraint(table, name, &format!("{definition} not valid"), comment);
    }

    fn constraint(&mut self, table: &Table, name: &str, definition: &str, comment: Option<&str>) {
        let sql = table.name.sql();
        let missing = format!(
            "not exists (select from pg_constraint where conrelid = to_regclass({}) and conname = {})",
            quote_literal(&sql),
            quote_literal(name)
        );
        let add = only_if(&missing, &format!("alter table {sql} add {}", ddl::named(name, definition)));
        let up = add + &comment_on("constraint", name, &table.name, comment);
        let name = format!("constraint {}.{name}", table.name);
        self.keep(&name, up, "after");
        self.note(Fate::Raw, name, "the language has no word for it");
    }

    /// A trigger that has no word.
    pub(super) fn raw_trigger(&mut self, relation: &QualifiedName, found: &Trigger) {
        let (sql, quoted) = (relation.sql(), quote_identifier(&found.name));
        let state = match found.enabled {
            TriggerEnabled::Origin => String::new(),
            TriggerEnabled::Always => format!("; alter table {sql} enable always trigger {quoted}"),
            TriggerEnabled::Replica => format!("; alter table {sql} enable replica trigger {quoted}"),
            TriggerEnabled::Disabled => format!("; alter table {sql} disable trigger {quoted}"),
        };
        let create = ddl::create_trigger(found, relation);
        let comment = comment_on("trigger", &found.name, relation, found.comment.as_deref());
        let name = format!("trigger {relation}.{}", found.name);
        let missing = format!(
            "not exists (select from pg_trigger where tgrelid = to_regclass({}) and tgname = {})",
            quote_literal(&sql),
            quote_literal(&found.name)
        );
        self.keep(&name, only_if(&missing, &(create + &state)) + &comment, "after");
        self.note(Fate::Raw, name, "the language has no word for it");
    }

    /// A composite type that has no word.
    pub(super) fn raw_composite(&mut self, found: &CompositeType) {
        let missing = format!("to_regtype({}) is null", quote_literal(&found.name.sql()));
        let comment = found
            .comment
            .as_deref()
            .map(|text| format!("; comment on type {} is {}", found.name.sql(), quote_literal(text)));
        let open = Grant { role: "public".to_owned(), privilege: "USAGE".to_owned(), ..Grant::default() };
        let close = if found.grants.contains(&open) {
            String::new()
        } else {
            format!("; revoke usage on type {} from public", found.name.sql())
        };
        let grants = grant_statements("type", &found.name.sql(), &found.grants);
        let up = only_if(&missing, &ddl::create_composite(found)) + &comment.unwrap_or_default() + &close + &grants;
        let name = format!("composite {}", found.name);
        self.keep(&name, up, "before");
        self.note(Fate::Raw, name, "a field has a collation of its own");
    }
}

/// A statement that runs where a condition holds.
pub(super) fn only_if(condition: &str, statement: &str) -> String {
    format!("do {}", quote_dollars("do", &format!("begin if {condition} then {statement}; end if; end")))
}

/// `; grant …` for each privilege.
pub(super) fn grant_statements(kind: &str, object: &str, grants: &[Grant]) -> String {
    let statement = |grant: &Grant| {
        let option = if grant.grant_option { " with grant option" } else { "" };
        let privilege = grant.privilege.to_ascii_lowercase();
        format!("; grant {privilege} on {kind} {object} to {}{option}", ddl::role(&grant.role))
    };
    grants.iter().map(statement).collect()
}

/// When it runs.
fn phase(found: &RawSql) -> &'static str {
    match found.phase {
        RawPhase::Before => "before",
        RawPhase::BeforeViews => "before_views",
        RawPhase::After => "after",
        RawPhase::NoTransaction => "no_transaction",
    }
}

/// Kinds that others need, in the order in which they do.
const FIRST: &[&str] = &[
    "shell type ",
    "function ",
    "type ",
    "collation ",
    "conversion ",
    "language ",
    "transform ",
    "access method ",
    "foreign data wrapper ",
    "server ",
    "user mapping ",
    "text search parser ",
    "text search template ",
    "text search dictionary ",
    "text search configuration ",
    "operator family ",
    "operator ",
    "operator class ",
    "operator family member ",
    "aggregate ",
    "cast ",
];

fn rank(found: &RawSql) -> usize {
    let name = found.name.as_str();
    // the longest that it begins with: an operator class is no operator
    let kinds = FIRST.iter().enumerate().filter(|(_, kind)| name.starts_with(**kind));
    let place = kinds.max_by_key(|(_, kind)| kind.len()).map(|(place, _)| place);
    // what refers to keys, and a comment, come after what they are about; what fires on statements last
    let late = name.starts_with("comment ") || name.starts_with("constraint ") && found.up.contains(" FOREIGN KEY ");
    match place {
        Some(place) => place,
        None if name.starts_with("event trigger ") => usize::MAX,
        None => FIRST.len() + usize::from(late),
    }
}
