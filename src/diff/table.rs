//! Tables and what belongs to them.

use super::change::{
    Aspect, Aspects, Changes, Compared, Owner, Severity, What, flag, in_schema, list, parameters, part, severity_of,
};
use super::types::sequence_options;
use crate::catalog::{
    Catalog, Check, Column, Exclusion, ForeignKey, Index, Key, Named, Policy, ReplicaIdentity, Table, Trigger, ddl,
};

/// Compares tables.
pub fn compare(changes: &mut Changes, from: &Catalog, to: &Catalog) {
    changes.compare((&from.tables, &to.tables), |name, _| in_schema::<Table>(name), inside);
}

fn inside(changes: &mut Changes, old: &Table, new: &Table) {
    let name = &old.name;
    changes.belonging(name, &columns(&old.columns), &columns(&new.columns));
    order(changes, old, new);
    changes.belonging(name, &keys(old), &keys(new));
    changes.belonging(name, &old.checks, &new.checks);
    changes.belonging(name, &old.exclusions, &new.exclusions);
    changes.belonging(name, &old.foreign_keys, &new.foreign_keys);
    changes.belonging(name, &old.indexes, &new.indexes);
    changes.belonging(name, &old.triggers, &new.triggers);
    changes.belonging(name, &old.policies, &new.policies);
    changes.grants(&Owner::Relation(name.clone()), &old.grants, &new.grants);
}

/// Columns by name.
pub fn columns(columns: &[Column]) -> Named<Column> {
    columns.iter().map(|column| (column.name.clone(), column.clone())).collect()
}

/// PostgreSQL cannot move a column: another order of the same columns is worth a note, and nothing more.
fn order(changes: &mut Changes, old: &Table, new: &Table) {
    let shared = |table: &Table, other: &Table| -> Vec<String> {
        let known = |name: &String| other.columns.iter().any(|column| &column.name == name);
        table.columns.iter().map(|column| column.name.clone()).filter(known).collect()
    };
    let (from, to) = (shared(old, new), shared(new, old));
    if from != to {
        let aspect = Aspect { name: "column order", from: Some(from.join(", ")), to: Some(to.join(", ")) };
        changes.add(in_schema::<Table>(&old.name), What::Changed(vec![aspect]), Severity::Note);
    }
}

/// A primary key or unique constraint, told apart.
struct AnyKey(&'static str, Key);

fn keys(table: &Table) -> Named<AnyKey> {
    let primary = table.primary_key.iter().map(|key| (key.name.clone(), AnyKey("primary key", key.clone())));
    primary.chain(table.uniques.values().map(|key| (key.name.clone(), AnyKey("unique", key.clone())))).collect()
}

impl Compared for Table {
    const KIND: &'static str = "table";

    fn definition(&self) -> String {
        ddl::create_table(self)
    }

    fn aspects(&self) -> Aspects {
        let parents: Vec<String> = self.inherits.iter().map(|parent| parent.sql()).collect();
        let partition = self.partition_of.as_ref().map(|of| format!("{} {}", of.parent.sql(), of.bound));
        vec![
            flag("row security", self.row_security),
            flag("forced row security", self.force_row_security),
            ("partition by", self.partition_by.as_ref().map(|by| by.definition.clone())),
            ("partition of", partition),
            list("inherits", &parents),
            parameters(&self.with),
            flag("unlogged", self.unlogged),
            part("replica identity", replica_identity(&self.replica_identity)),
            ("foreign table", self.foreign.clone()),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        match aspect {
            "row security" | "forced row security" => Severity::Security,
            other => severity_of(other, Self::SEVERITY),
        }
    }
}

fn replica_identity(identity: &ReplicaIdentity) -> String {
    match identity {
        ReplicaIdentity::Default => "default".to_owned(),
        ReplicaIdentity::Full => "full".to_owned(),
        ReplicaIdentity::Nothing => "nothing".to_owned(),
        ReplicaIdentity::Index(index) => format!("index {index}"),
    }
}

impl Compared for Column {
    const KIND: &'static str = "column";

    fn definition(&self) -> String {
        ddl::column(self)
    }

    fn aspects(&self) -> Aspects {
        let identity = self.identity.as_ref().map(|identity| {
            let when = if identity.always { "always" } else { "by default" };
            format!("{when} {}", sequence_options(&identity.options)).trim().to_owned()
        });
        let generated = self
            .generated
            .as_ref()
            .map(|expression| format!("{expression} {}", if self.generated_virtual { "virtual" } else { "stored" }));
        vec![
            part("type", self.data_type.clone()),
            flag("not null", self.not_null),
            ("default", self.default.clone()),
            ("generated", generated),
            ("identity", identity),
            ("collation", self.options.collation.clone()),
            ("storage", self.options.storage.clone()),
            ("compression", self.options.compression.clone()),
            ("statistics", self.options.statistics.map(|target| target.to_string())),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for AnyKey {
    const KIND: &'static str = "key";

    fn definition(&self) -> String {
        if self.0 == "unique" { ddl::unique(&self.1) } else { ddl::primary_key(&self.1) }
    }

    fn aspects(&self) -> Aspects {
        vec![part("definition", self.definition()), ("comment", self.1.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Check {
    const KIND: &'static str = "check";

    fn definition(&self) -> String {
        ddl::check(self)
    }

    fn aspects(&self) -> Aspects {
        vec![
            part("definition", self.definition()),
            flag("not valid", self.not_valid),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Exclusion {
    const KIND: &'static str = "exclusion";

    fn definition(&self) -> String {
        ddl::exclusion(self)
    }

    fn aspects(&self) -> Aspects {
        vec![part("definition", self.definition()), ("comment", self.comment.clone())]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for ForeignKey {
    const KIND: &'static str = "foreign key";

    fn definition(&self) -> String {
        ddl::foreign_key(self)
    }

    fn aspects(&self) -> Aspects {
        vec![
            part("definition", self.definition()),
            flag("not valid", self.not_valid),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Index {
    const KIND: &'static str = "index";

    fn definition(&self) -> String {
        format!("{}index using {} ({})", if self.unique { "unique " } else { "" }, self.method, self.keys.join(", "))
    }

    fn aspects(&self) -> Aspects {
        vec![
            flag("unique", self.unique),
            part("method", self.method.clone()),
            part("keys", self.keys.join(", ")),
            list("include", &self.include),
            flag("nulls not distinct", self.nulls_not_distinct),
            parameters(&self.with),
            ("where", self.predicate.clone()),
            flag("invalid", self.invalid),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

impl Compared for Trigger {
    const KIND: &'static str = "trigger";

    fn definition(&self) -> String {
        let function = self.function.sql();
        format!("{} {} execute function {function}({})", self.timing, events(self), self.arguments.join(", "))
    }

    fn aspects(&self) -> Aspects {
        vec![
            part("definition", self.definition()),
            part("each", if self.each_row { "row" } else { "statement" }),
            ("when", self.when.clone()),
            ("constraint", self.constraint.map(|deferral| format!("constraint{}", ddl::deferral(deferral)))),
            ("from", self.from.as_ref().map(ToString::to_string)),
            ("old table", self.old_table.clone()),
            ("new table", self.new_table.clone()),
            part("enabled", format!("{:?}", self.enabled).to_lowercase()),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}

fn events(trigger: &Trigger) -> String {
    let event = |event: &crate::catalog::TriggerEvent| match event.columns.as_slice() {
        [] => event.event.clone(),
        columns => format!("{} OF {}", event.event, columns.join(", ")),
    };
    trigger.events.iter().map(event).collect::<Vec<_>>().join(" OR ")
}

impl Compared for Policy {
    const KIND: &'static str = "policy";
    const SEVERITY: Severity = Severity::Security;

    fn definition(&self) -> String {
        let parts = self.aspects().into_iter().filter_map(|(name, text)| Some(format!("{name} {}", text?)));
        parts.collect::<Vec<_>>().join(" ")
    }

    fn aspects(&self) -> Aspects {
        vec![
            part("as", if self.restrictive { "restrictive" } else { "permissive" }),
            part("for", self.command.sql()),
            part("to", self.roles.join(", ")),
            ("using", self.using.clone()),
            ("with check", self.check.clone()),
            ("comment", self.comment.clone()),
        ]
    }

    fn severity(aspect: &str) -> Severity {
        severity_of(aspect, Self::SEVERITY)
    }
}
