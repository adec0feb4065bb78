//! Random rules: what an owner may do, `allow`, `deny` and `require`.

use super::dice::Dice;
use super::kinds::Kinds;
use std::fmt::Write;

/// What an owner may do; who writes may read.
pub fn can(dice: &mut Dice, keys: &[&str]) -> String {
    let named = keys.join(", ");
    let choices = [
        "all".to_owned(),
        "all".to_owned(),
        "[read]".to_owned(),
        "[read, create]".to_owned(),
        "[read, create, update]".to_owned(),
        "[read, delete]".to_owned(),
        "[read, {update: [name, status]}]".to_owned(),
        format!("[read, {{create: [id, {named}, name, amount]}}, update]"),
    ];
    dice.pick(&choices).clone()
}

/// `allow`, `deny` and `require`, the columns that they need and a table of shares.
pub fn rules(
    dice: &mut Dice,
    name: &str,
    kinds: &Kinds,
    needed_keys: &[&str],
    edited: bool,
) -> (String, Vec<String>, String) {
    let (mut out, mut keys, mut beside) = (String::new(), Vec::new(), String::new());
    let mut allows = Vec::new();
    let users = kinds.pick(dice).table;
    if dice.chance(40) {
        let to = dice.pick(&["signed_in", "anyone", "staff", "[staff, verified]"]);
        let when = dice.pick(&[
            "status = 'published'",
            "is_public",
            "amount > 10",
            "status in ('published', 'archived') and is_public",
        ]);
        allows.push(format!("{{can: read, to: {to}, when: \"{when}\"}}"));
    }
    if dice.chance(35) && !edited {
        keys.push(match dice.chance(25) {
            true => format!("helper_id: {{type: uuid?, references: {{table: {users}, enforce: false}}}}"),
            false => format!("helper_id: {{references: {users}?, on_delete: set null}}"),
        });
        let verbs = dice.pick(&["read", "[read, update]", "[read, {update: [name, amount]}]", "[read, delete]"]);
        let to = if dice.chance(15) { "[helper_id, staff]" } else { "helper_id" };
        allows.push(format!("{{can: {verbs}, to: {to}}}"));
        if dice.chance(50) {
            allows.push("{can: update, to: helper_id, when: \"status = 'draft'\", becomes: \"status in ('draft', 'published')\"}".to_owned());
            allows.push("{can: read, to: helper_id}".to_owned());
        }
    }
    if dice.chance(12) && !edited {
        allows.push("{can: [read, create], when: \"status = 'draft' and is_public\"}".to_owned());
    }
    if dice.chance(8) && !edited {
        let needed = needed_keys.join(", ");
        allows.push(format!("{{can: [read, {{create: [id, {needed}, name]}}], to: staff}}"));
    }
    if let Some(role) = kinds.role.filter(|_| dice.chance(25)) {
        let verbs = dice.pick(&["read", "[read, update]", "all", "[read, {update: [name]}]"]);
        let when = dice.pick(&["", ", when: is_public"]);
        allows.push(format!("{{can: {verbs}, to: {role}{when}}}"));
    }
    if dice.chance(20) {
        let share = format!("{name}_shares");
        allows.push(format!("{{can: read, to: {share}.user_id}}"));
        let _ = write!(
            beside,
            "  {share}:\n    owner: {{column: thing_id, can: all}}\n    columns:\n      id: {{type: uuid, primary_key: true, default: gen_random_uuid()}}\n      \
             thing_id: {{references: {name}, on_delete: cascade}}\n      user_id: {{references: {users}, on_delete: cascade}}\n"
        );
    }
    if !allows.is_empty() {
        let _ = writeln!(out, "    allow:\n      - {}", allows.join("\n      - "));
    }
    if dice.chance(25) {
        let verbs = dice.pick(&[
            "delete",
            "update",
            "[update, delete]",
            "write",
            "create",
            "read",
            "all",
            "{update: [amount]}",
        ]);
        let when = dice.pick(&["status = 'archived'", "is_public", "amount > 10"]);
        let verbs = if verbs.starts_with('{') { format!("[{verbs}]") } else { (*verbs).to_owned() };
        let becomes = if verbs == "update" && dice.chance(50) { ", becomes: \"status = 'archived'\"" } else { "" };
        let _ = writeln!(out, "    deny:\n      - {{can: {verbs}, when: \"{when}\"{becomes}}}");
        if dice.chance(20) {
            out.push_str("      - {can: delete}\n");
        }
    }
    if dice.chance(10) {
        out.push_str("    require: none\n");
    } else if dice.chance(15) {
        let verb = dice.pick(&["write", "delete", "create", "read", "all"]);
        let _ = writeln!(out, "    require: {{{verb}: [verified]}}");
    }
    (out, keys, beside)
}
