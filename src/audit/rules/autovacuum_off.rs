//! Tables with autovacuum switched off.

use crate::audit::{Context, Findings};

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for table in context.tables() {
        let off = |name: &str| {
            table.with.get(name).is_some_and(|value| matches!(value.as_str(), "false" | "off" | "0" | "no"))
        };
        if off("autovacuum_enabled") || off("toast.autovacuum_enabled") {
            let fix = format!("alter table {} reset (autovacuum_enabled, toast.autovacuum_enabled);", table.name.sql());
            found.add(
                format!("table {}", table.name),
                "autovacuum is off: dead rows pile up and plans go by old numbers",
                fix,
            );
        }
    }
}
