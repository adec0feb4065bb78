//! Random models: valid by construction, over the language of access; the same seed gives the same text.

mod dice;
mod table;

use dice::Dice;
use std::fmt::Write;
use table::Made;

/// The model of a seed, as YAML.
pub fn model(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let supabase = dice.chance(60);
    let mut out = head(supabase, seed);
    if dice.chance(10) {
        out.push_str("require: {delete: [verified]}\n");
    }
    let mut made: Vec<Made> = Vec::new();
    let _ = writeln!(out, "tables:");
    if !supabase {
        out.push_str("  users:\n    access: internal\n    columns:\n      id: {type: uuid, primary_key: true}\n");
    }
    let users = if supabase { "auth.users" } else { "users" };
    let count = 2 + dice.below(7);
    for place in 0..count {
        let (text, more) = table::table(&mut dice, place, users, &made);
        out.push_str(&text);
        made.extend(more);
    }
    if let Some(one) = made.iter().find(|one| one.owned).filter(|_| dice.chance(40)) {
        let name = &one.name;
        let _ = writeln!(
            out,
            "views:\n  seen:\n    query: select id, name from public.{name}\n    columns: {{id: uuid, name: 'text?'}}\n    read: [signed_in]"
        );
    }
    out
}

fn head(supabase: bool, seed: u64) -> String {
    let target = if supabase { "supabase" } else { "postgres" };
    let mut out = format!("schemagen: 1\nproject: random-{seed}\ntarget: {target}\npostgres: 15\n");
    if supabase {
        out.push_str(
            "groups:\n  verified: \"auth.jwt() ->> 'aal' = 'aal2'\"\n  staff: \"auth.jwt() ->> 'staff' = 'yes'\"\n",
        );
    } else {
        out.push_str("principals:\n  user: {table: users}\n");
        out.push_str("groups:\n  verified: \"current_setting('app.aal', true) = 'aal2'\"\n  staff: \"current_setting('app.staff', true) = 'yes'\"\n");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::model;

    #[test]
    fn a_seed_is_a_model() {
        assert_eq!(model(7), model(7));
        assert_ne!(model(7), model(8));
    }
}
