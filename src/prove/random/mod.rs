//! Random models: valid by construction, over the language of access; the same seed gives the same text.

mod dice;
mod kinds;
mod rules;
mod table;
mod tenant;

use dice::Dice;
use kinds::Kinds;
use std::fmt::Write;
use table::Made;

/// The model of a seed, as YAML.
pub fn model(seed: u64) -> String {
    let mut dice = Dice::new(seed);
    let kinds = Kinds::roll(&mut dice);
    let mut out = head(&kinds, seed);
    if dice.chance(10) {
        let verb = dice.pick(&["delete", "write", "read"]);
        let _ = writeln!(out, "require: {{{verb}: [verified]}}");
    }
    if dice.chance(10) {
        out.push_str("tenancy: {carry: true}\n");
    }
    let mut made: Vec<Made> = Vec::new();
    let mut tables = String::from("tables:\n") + &kinds.tables();
    let count = 2 + dice.below(7);
    for place in 0..count {
        let (text, more) = table::table(&mut dice, place, &kinds, &made);
        tables.push_str(&text);
        made.extend(more);
    }
    if let Some(one) = made.iter().find(|one| one.owned).filter(|_| dice.chance(40)) {
        let (name, key) = (&one.name, one.key);
        let _ = writeln!(
            out,
            "views:\n  seen:\n    query: select id, name from public.{name}\n    columns: {{id: {key}, name: 'text?'}}\n    read: [signed_in]"
        );
    }
    // The tables are the end of the text: who turns their order takes the rest of it.
    out.push_str(&tables);
    out
}

fn head(kinds: &Kinds, seed: u64) -> String {
    let target = if kinds.supabase { "supabase" } else { "postgres" };
    let mut out = format!("schemagen: 1\nproject: random-{seed}\ntarget: {target}\npostgres: 15\n");
    out.push_str(&kinds.head());
    out.push_str(match kinds.supabase {
        true => "groups:\n  verified: \"auth.jwt() ->> 'aal' = 'aal2'\"\n  staff: \"auth.jwt() ->> 'staff' = 'yes'\"\n",
        false => {
            "groups:\n  verified: \"current_setting('app.aal', true) = 'aal2'\"\n  staff: \"current_setting('app.staff', true) = 'yes'\"\n"
        }
    });
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

    /// What the generator can say of access, so that no word of it is left out by chance.
    #[test]
    fn seeds_use_the_whole_language_of_access() {
        let all: String = (1..=300).map(model).collect();
        for word in [
            "persona: {",
            "tenancy:",
            "carry: true",
            "carry: keeper_id",
            "transfer: true",
            "owner: [",
            "owner: {column: self",
            "same_owner: true",
            "members:",
            "role: role",
            "role: \"case",
            "when: accepted_at",
            "self: {",
            "manage:",
            "creator:",
            "create: staff",
            "create: service",
            "to: reporting",
            "to: anyone",
            "to: [helper_id, staff]",
            "_shares.",
            "through:",
            "becomes:",
            "deny:",
            "can: read, when",
            "require:",
            "require: none",
            "access: shared",
            "access: internal",
            "access: open",
            "policies:",
            "soft_delete",
            "audit",
            "hidden: true",
            "immutable: true",
            "read_only: true",
            "enforce: false",
            "partition_by:",
            "  records_",
            "views:",
            "{create: [",
            "{update: [",
        ] {
            assert!(all.contains(word), "{word}");
        }
    }
}
