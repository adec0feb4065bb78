//! Models of any size, the same for the same size: five columns and two references a table, chains of up to
//! six hops.

use std::fmt::Write as _;

const DEPTH: usize = 6;

/// A model of `count` tables, as YAML.
pub fn model(count: usize) -> String {
    let mut text = String::with_capacity(count * 480);
    text.push_str("schemagen: 1\nproject: bench\ntarget: supabase\ntables:\n");
    for number in 0..count {
        table(&mut text, number);
    }
    text
}

/// Every sixth table belongs to a user; the others to the table before them.
fn table(text: &mut String, number: usize) {
    let root = number.is_multiple_of(DEPTH);
    let parent = number.saturating_sub(1);
    let owner = if root { "user_id".to_owned() } else { "parent_id".to_owned() };
    let target = if root { "auth.users".to_owned() } else { format!("table_{parent:05}") };
    let other = random(number);
    let _ = write!(
        text,
        "  table_{number:05}:
    comment: Generated table {number}
    owner: {owner}
    columns:
      id: {{type: uuid, primary_key: true, default: gen_random_uuid()}}
      {owner}: {{references: {target}, on_delete: cascade}}
      other_id: {{references: table_{other:05}?, on_delete: set null}}
      status: {{type: text, one_of: [draft, ready, published], default: draft}}
      amount: {{type: \"numeric(12,2)?\", check: amount >= 0}}
      title: text
      details: {{type: jsonb, default: {{}}}}
    use: [timestamps]
    indexes:
      - [status, created_at]
"
    );
}

/// An earlier table (or the table itself), chosen by a multiplicative hash.
fn random(number: usize) -> usize {
    let hash = (number as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    usize::try_from(hash).unwrap_or(0) % (number + 1)
}
