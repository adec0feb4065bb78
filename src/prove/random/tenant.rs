//! A random tenant, and its memberships.

use super::dice::Dice;
use super::kinds::Kinds;
use super::table::{Made, columns};
use std::fmt::Write;

/// Tenants, and their memberships.
pub fn tenant(dice: &mut Dice, place: usize, kinds: &Kinds) -> (String, Vec<Made>) {
    let (name, members) = (format!("tenants_{place}"), format!("members_{place}"));
    let users = kinds.pick(dice).table;
    let mut out = format!("  {name}:\n    members:\n      table: {members}\n");
    let roles = dice.chance(70);
    let computed = roles && dice.chance(15);
    if roles {
        out.push_str(match computed {
            true => "      role: \"case when is_lead then 'owner' else role end\"\n",
            false => "      role: role\n",
        });
        out.push_str("      can:\n        owner: all\n");
        let middle = dice.pick(&["[read, create, update]", "all", "[read, create]"]);
        let _ = writeln!(out, "        editor: {middle}\n        viewer: [read]");
        if dice.chance(50) {
            let managers = dice.pick(&["owner, editor", "owner, editor, viewer"]);
            let _ = writeln!(out, "      manage: [{managers}]");
        }
        if dice.chance(30) {
            out.push_str(
                "      self: {owner: [read, update, delete], editor: [read, {update: [name]}], viewer: read}\n",
            );
        }
    }
    if dice.chance(50) {
        out.push_str("      when: accepted_at is not null\n");
    }
    // Whose role is an expression cannot be given one by founding.
    let create = if computed { "service" } else { dice.pick(&["signed_in", "signed_in", "staff", "service"]) };
    let _ = writeln!(out, "      create: {create}");
    let creator = dice.chance(40);
    if creator {
        out.push_str("      creator: created_by\n");
    }
    if dice.chance(25) {
        out.push_str("    require: {delete: [verified]}\n");
    }
    let created_by = format!("created_by: {{references: {users}?, on_delete: set null}}");
    let key = columns(dice, &mut out, &if creator { vec![created_by] } else { Vec::new() });
    let _ = write!(
        out,
        "  {members}:\n    primary_key: [tenant_id, user_id]\n    columns:\n      tenant_id: {{references: {name}, on_delete: cascade}}\n      \
         user_id: {{references: {users}, on_delete: cascade}}\n      \
         role: {{type: text, one_of: [owner, editor, viewer], default: viewer}}\n      accepted_at: timestamptz?\n"
    );
    if computed {
        out.push_str("      is_lead: {type: boolean, default: false}\n");
    }
    let root = name.clone();
    (out, vec![Made { root, name, key, owned: true, carries: true, tenant: true, roles, ..Made::default() }])
}
