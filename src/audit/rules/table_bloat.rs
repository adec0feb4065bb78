//! Tables that take far more room than their rows need.

use crate::audit::context::is_platform;
use crate::audit::{Context, Findings};

const MEGABYTE: i64 = 1024 * 1024;

pub fn check(context: &Context<'_>, found: &mut Findings) {
    for room in context.statistics.bloated.iter().filter(|room| !is_platform(&room.table.schema)) {
        let why = format!(
            "it takes {} MB, and its rows need about {} MB: every scan reads the rest as well",
            room.bytes / MEGABYTE,
            room.needed / MEGABYTE
        );
        found.add(format!("table {}", room.table), why, "");
    }
}
