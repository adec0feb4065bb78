//! A plan as a file that psql runs.

use super::{Plan, Stage, Step};

/// The SQL; nothing at all when there is nothing to do and nothing to say.
pub fn sql(plan: &Plan) -> String {
    if plan.steps.is_empty() && plan.notes.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    if plan.steps.iter().any(|step| !step.withheld) {
        text.push_str(HEAD);
    }
    for note in &plan.notes {
        text.push_str(&format!("-- cannot be written: {note}\n"));
    }
    text.push_str(&stage(plan, Stage::Before));
    let inside = stage(plan, Stage::Transaction);
    if !inside.is_empty() {
        text.push_str(&format!("begin;\n{inside}commit;\n"));
    }
    text.push_str(&stage(plan, Stage::After));
    text.push_str(&withheld(plan));
    text
}

/// A lock that is not to be had at once lets everybody queue behind it.
const HEAD: &str =
    "\\set ON_ERROR_STOP on\nset lock_timeout = '2s';\nset check_function_bodies = off;\nset search_path = '';\n";

fn stage(plan: &Plan, stage: Stage) -> String {
    plan.steps.iter().filter(|step| step.stage == stage && !step.withheld).map(statement).collect()
}

fn statement(step: &Step) -> String {
    let hazard = step.hazard.map(|hazard| format!("-- {hazard}\n")).unwrap_or_default();
    format!("{hazard}{};\n", step.sql)
}

fn withheld(plan: &Plan) -> String {
    let list: String =
        plan.steps.iter().filter(|step| step.withheld).map(|step| format!("-- {};\n", step.sql)).collect();
    if list.is_empty() {
        return list;
    }
    format!("-- what would lose data is not run; --allow-drop makes it part of the SQL:\n{list}")
}
