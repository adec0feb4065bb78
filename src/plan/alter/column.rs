//! Columns.

use super::types::sequence_options;
use super::{Alteration, Sides, Way, has};
use crate::catalog::{Column, QualifiedName, Table, ddl, quote_identifier};
use crate::diff::Aspect;
use crate::plan::nodes::comment;

pub fn way(sides: &Sides<'_>, table: &QualifiedName, name: &str, aspects: &[Aspect]) -> Option<Way> {
    let (old_table, new_table) = (sides.from.tables.get(table)?, sides.to.tables.get(table)?);
    let find = |table: &Table| table.columns.iter().find(|column| column.name == name).cloned();
    let (from, to) = (find(old_table)?, find(new_table)?);
    if has(aspects, "generated") {
        match (&from.generated, &to.generated) {
            (None, Some(_)) => {
                return Some(Way::Cannot("a column that holds data cannot become generated: drop it first".to_owned()));
            }
            (Some(_), None) if !from.generated_virtual => {}
            _ => return Some(Way::Replace),
        }
    }
    let change = Change { sides, table: new_table, from: &from, to: &to, aspects };
    Some(Way::Alter(change.alteration()))
}

/// What becomes of a column.
struct Change<'a> {
    sides: &'a Sides<'a>,
    table: &'a Table,
    from: &'a Column,
    to: &'a Column,
    aspects: &'a [Aspect],
}

impl Change<'_> {
    fn alteration(&self) -> Alteration {
        let mut alteration = Alteration::default();
        let mut now = Vec::new();
        if has(self.aspects, "generated") {
            now.push("drop expression".to_owned());
        }
        let retyped = has(self.aspects, "type") || has(self.aspects, "collation");
        // the parent's statement reaches the partition
        if retyped && self.table.partition_of.is_none() {
            now.extend(self.retype());
            alteration.hazard = Some("may rewrite the whole table, under an exclusive lock");
        } else if has(self.aspects, "default") {
            now.push(self.default());
        }
        alteration.disturbs = retyped;
        now.extend(self.not_null(&mut alteration));
        now.extend(self.identity());
        now.extend(self.settings());
        let name = quote_identifier(&self.to.name);
        let alter = format!("alter table {} alter column {name}", self.table.name.sql());
        alteration.now = now.into_iter().map(|what| format!("{alter} {what}")).collect();
        if has(self.aspects, "comment") {
            let object = format!("{}.{name}", self.table.name.sql());
            alteration.now.push(comment("column", &object, self.to.comment.as_ref()));
        }
        alteration
    }

    fn default(&self) -> String {
        self.to.default.as_ref().map_or_else(|| "drop default".to_owned(), |value| format!("set default {value}"))
    }

    /// The default of the old type may not fit the new one.
    fn retype(&self) -> Vec<String> {
        let mut list: Vec<String> = self.from.default.iter().map(|_| "drop default".to_owned()).collect();
        let collation = match (&self.to.options.collation, has(self.aspects, "collation")) {
            (Some(collation), _) => format!(" collate {collation}"),
            (None, true) if !has(self.aspects, "type") => " collate pg_catalog.\"default\"".to_owned(),
            (None, _) => String::new(),
        };
        let (name, data_type) = (quote_identifier(&self.to.name), &self.to.data_type);
        list.push(format!("type {data_type}{collation} using {name}::{data_type}"));
        list.extend(self.to.default.iter().map(|_| self.default()));
        list
    }

    /// A check that is validated first spares the scan under the exclusive lock.
    fn not_null(&self, alteration: &mut Alteration) -> Vec<String> {
        if !has(self.aspects, "not null") {
            return Vec::new();
        }
        if !self.to.not_null {
            return vec!["drop not null".to_owned()];
        }
        let in_key = self.table.primary_key.as_ref().is_some_and(|key| key.columns.contains(&self.to.name));
        let partitioned = self.table.partition_by.is_some() || self.table.partition_of.is_some();
        if in_key || partitioned || self.to.identity.is_some() || !self.sides.from.tables.contains_key(&self.table.name)
        {
            return vec!["set not null".to_owned()];
        }
        let (table, name) = (self.table.name.sql(), quote_identifier(&self.to.name));
        let check = quote_identifier(&format!("{}_not_null_yet", self.to.name));
        alteration.after = vec![
            format!("alter table {table} add constraint {check} check ({name} is not null) not valid"),
            format!("alter table {table} validate constraint {check}"),
            format!("alter table {table} alter column {name} set not null"),
            format!("alter table {table} drop constraint {check}"),
        ];
        Vec::new()
    }

    fn identity(&self) -> Vec<String> {
        if !has(self.aspects, "identity") {
            return Vec::new();
        }
        match (&self.from.identity, &self.to.identity) {
            (_, None) => vec!["drop identity".to_owned()],
            (None, Some(identity)) => vec![format!("add {}", ddl::identity(identity))],
            (Some(_), Some(identity)) => {
                let when = if identity.always { "always" } else { "by default" };
                let options: String =
                    sequence_options(&identity.options).iter().map(|option| format!(" set {option}")).collect();
                vec![format!("set generated {when}{options}")]
            }
        }
    }

    fn settings(&self) -> Vec<String> {
        let mut list = Vec::new();
        if has(self.aspects, "storage") {
            // SET STORAGE DEFAULT is newer than 15
            let usual = if self.to.data_type.starts_with("numeric") { "main" } else { "extended" };
            list.push(format!("set storage {}", self.to.options.storage.as_deref().unwrap_or(usual)));
        }
        if has(self.aspects, "compression") {
            list.push(format!("set compression {}", self.to.options.compression.as_deref().unwrap_or("default")));
        }
        if has(self.aspects, "statistics") {
            list.push(format!("set statistics {}", self.to.options.statistics.unwrap_or(-1)));
        }
        list
    }
}
