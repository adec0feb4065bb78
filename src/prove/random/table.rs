//! One random table, with the tables that it needs beside it.

use super::dice::Dice;
use super::kinds::{Kind, Kinds};
use super::rules::{can, rules};
use std::fmt::Write;

/// A table that later ones may refer to.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// The type of its key.
    pub key: &'static str,
    /// Its rows belong to principals or members, by an unbroken chain.
    pub owned: bool,
    /// Its rows go by what may be done with other rows.
    pub attached: bool,
    /// The chain can be carried: no link of it is nullable or one of several.
    pub carries: bool,
    /// It has `members`.
    pub tenant: bool,
    /// Whose its rows are at the end of the chain: the table that it ends at.
    pub root: String,
    /// There, members have roles.
    pub roles: bool,
    /// Its rows, or those above them, may move to another owner.
    pub moves: bool,
}

/// The YAML of a table, and what it made.
pub fn table(dice: &mut Dice, place: usize, kinds: &Kinds, made: &[Made]) -> (String, Vec<Made>) {
    let owned: Vec<&Made> = made.iter().filter(|one| one.owned).collect();
    let reached: Vec<&Made> = made.iter().filter(|one| one.owned || one.attached).collect();
    match dice.below(15) {
        0..=1 => super::tenant::tenant(dice, place, kinds),
        2..=3 => mine(dice, place, kinds, &owned),
        4..=7 if !owned.is_empty() => {
            let parent = (*dice.pick(&owned)).clone();
            child(dice, place, kinds, &parent, &owned)
        }
        8 if !reached.is_empty() => {
            let parent = (*dice.pick(&reached)).clone();
            attached(dice, place, &parent)
        }
        9 => plain(dice, place, kinds),
        10 => parted(dice, place, kinds),
        11 => profile(dice, place, kinds),
        14 => keyless(dice, place, kinds),
        12 if !owned.is_empty() => {
            let parent = (*dice.pick(&owned)).clone();
            junction(dice, place, &parent, &owned)
        }
        _ => mine(dice, place, kinds, &owned),
    }
}

/// The columns of a table; gives the type of its key.
pub fn columns(dice: &mut Dice, out: &mut String, keys: &[String]) -> &'static str {
    let (key, line) = *dice.pick(KEYS);
    let _ = writeln!(out, "    columns:\n      id: {line}");
    keys.iter().for_each(|key| {
        let _ = writeln!(out, "      {key}");
    });
    out.push_str(
        "      name: text?\n      status: {type: text, one_of: [draft, published, archived], default: draft}\n",
    );
    out.push_str(
        "      is_public: {type: boolean, default: false}\n      amount: {type: integer?, check: amount >= 0}\n",
    );
    for (column, percent) in SPECIAL {
        if dice.chance(*percent) {
            let _ = writeln!(out, "      {column}");
        }
    }
    key
}

/// Kinds of keys: the type, and the column.
const KEYS: &[(&str, &str)] = &[
    ("uuid", "{type: uuid, primary_key: true, default: gen_random_uuid()}"),
    ("uuid", "{type: uuid, primary_key: true, default: gen_random_uuid()}"),
    ("uuid", "{type: uuid, primary_key: true, default: gen_random_uuid()}"),
    ("bigint", "{type: bigint, primary_key: true, identity: by_default}"),
    ("text", "{type: text, primary_key: true, default: gen_random_uuid()::text}"),
];

/// Columns that the language treats in a way of their own, each with how often it comes.
const SPECIAL: &[(&str, usize)] = &[
    ("secret: {type: text?, hidden: true}", 8),
    ("code: {type: text?, immutable: true}", 10),
    ("score: {type: integer, read_only: true, default: 0}", 8),
    ("label: {type: text, generated: \"coalesce(name, 'x')\"}", 8),
    ("number: {type: bigint, identity: always}", 8),
];

/// Rows that a principal owns, alone or with another or with whoever owns another row.
fn mine(dice: &mut Dice, place: usize, kinds: &Kinds, owned: &[&Made]) -> (String, Vec<Made>) {
    let name = format!("things_{place}");
    let kind = kinds.pick(dice);
    let nullable = dice.chance(25);
    let mark = if nullable { "?" } else { "" };
    let mut keys = vec![format!("user_id: {{references: {}{mark}, on_delete: cascade}}", kind.table)];
    let given = can(dice, &["user_id"]);
    let transfer = dice.chance(15);
    let first = link("user_id", &given, transfer);
    let two = dice.chance(25);
    let moves = transfer || two && owned.iter().any(|one| one.moves);
    let owner = if two {
        let (second, key) = second_owner(dice, kind, owned);
        keys.push(key);
        format!("[{first}, {second}]")
    } else {
        first
    };
    let mut out = format!("  {name}:\n    owner: {owner}\n");
    let (rules, more, beside) = rules(dice, &name, kinds, &["user_id"], two);
    keys.extend(more);
    out.push_str(&rules);
    if !nullable && !two && dice.chance(12) {
        keys.push(format!("after_id: {{references: {name}?, on_delete: set null, same_owner: true}}"));
    }
    let key = columns(dice, &mut out, &keys);
    out.push_str(&mixins(dice));
    out.push_str(&beside);
    let root = kind.table.to_owned();
    (out, vec![Made { name, key, owned: true, carries: !nullable && !two, root, moves, ..Made::default() }])
}

/// Another owner beside the first: its link, and its column.
fn second_owner(dice: &mut Dice, kind: Kind, owned: &[&Made]) -> (String, String) {
    let mark = if dice.chance(80) { "?" } else { "" };
    let (column, to) = match dice.chance(40) && !owned.is_empty() {
        true => ("parent_id", dice.pick(owned).name.as_str()),
        false => ("editor_id", kind.table),
    };
    let gone = if mark.is_empty() { "cascade" } else { "set null" };
    let key = format!("{column}: {{references: {to}{mark}, on_delete: {gone}}}");
    let limited = link(column, &can(dice, &["user_id", column]), false);
    (if dice.chance(50) { limited } else { column.to_owned() }, key)
}

fn link(column: &str, can: &str, transfer: bool) -> String {
    let transfer = if transfer { ", transfer: true" } else { "" };
    format!("{{column: {column}, can: {can}{transfer}}}")
}

/// Rows that belong to whoever owns another row.
fn child(dice: &mut Dice, place: usize, kinds: &Kinds, parent: &Made, owned: &[&Made]) -> (String, Vec<Made>) {
    let name = format!("parts_{place}");
    let nullable = dice.chance(15);
    let carried = parent.carries && !nullable && dice.chance(40);
    let mark = if nullable { "?" } else { "" };
    let column = "parent_id";
    let gone = dice.pick(&["cascade", "cascade", "restrict"]);
    let mut keys = vec![format!("{column}: {{references: {}{mark}, on_delete: {gone}}}", parent.name)];
    let carry = match carried {
        true if dice.chance(40) && !parent.tenant => {
            keys.push(format!("keeper_id: {{references: {}, on_delete: cascade}}", parent.root));
            ", carry: keeper_id"
        }
        true => ", carry: true",
        false => "",
    };
    let transfer = dice.chance(12);
    let moves = transfer || parent.moves;
    let transfer = if transfer { ", transfer: true" } else { "" };
    let by_role = parent.roles && dice.chance(30);
    let can = if by_role { (*dice.pick(BY_ROLE)).to_owned() } else { can(dice, &[column]) };
    let owner = format!("{{column: {column}, can: {can}{carry}{transfer}}}");
    let mut out = format!("  {name}:\n    owner: {owner}\n");
    let (rules, more, beside) = rules(dice, &name, kinds, &[column], false);
    keys.extend(more);
    let other = *dice.pick(owned);
    if !other.tenant && other.root == parent.root && dice.chance(25) && !nullable && !moves && !other.moves {
        keys.push(format!("related_id: {{references: {}?, on_delete: set null, same_owner: true}}", other.name));
    }
    out.push_str(&rules);
    let key = columns(dice, &mut out, &keys);
    out.push_str(&mixins(dice));
    out.push_str(&beside);
    let (carries, root) = (parent.carries && !nullable, parent.root.clone());
    (out, vec![Made { name, key, owned: true, carries, root, roles: parent.roles, moves, ..Made::default() }])
}

/// What each role may do with what its tenant owns, in place of what the tenant says.
const BY_ROLE: &[&str] = &[
    "{owner: all, editor: [read]}",
    "{owner: all, editor: [read, {update: [name]}], viewer: [read]}",
    "{owner: [read, delete], viewer: [read, create]}",
];

/// One row a principal, by its own key.
fn profile(dice: &mut Dice, place: usize, kinds: &Kinds) -> (String, Vec<Made>) {
    let name = format!("profiles_{place}");
    let users = kinds.pick(dice).table;
    let can = dice.pick(&["all", "[read, {update: [name, is_public]}]", "[read, create]"]);
    let mut out = format!("  {name}:\n    owner: {{column: self, can: {can}}}\n");
    if dice.chance(50) {
        out.push_str("    allow:\n      - {can: read, when: is_public}\n");
    }
    let _ = write!(
        out,
        "    columns:\n      id: {{type: uuid, primary_key: true, references: {users}, on_delete: cascade}}\n      \
         name: text?\n      is_public: {{type: boolean, default: false}}\n"
    );
    let root = users.to_owned();
    (out, vec![Made { name, key: "uuid", owned: true, carries: true, root, ..Made::default() }])
}

/// Rows without a key, which are told apart by all that they hold; some of it of types without an equality.
fn keyless(dice: &mut Dice, place: usize, kinds: &Kinds) -> (String, Vec<Made>) {
    let name = format!("records_{place}");
    let users = kinds.pick(dice).table;
    let can = dice.pick(&["all", "[read, create]", "[read, {update: [name]}]", "[read, update, delete]"]);
    let mut out = format!("  {name}:\n    owner: {{column: user_id, can: {can}}}\n");
    if dice.chance(40) {
        out.push_str("    allow:\n      - {can: read, to: anyone, when: is_public}\n");
    }
    let _ = write!(
        out,
        "    columns:\n      user_id: {{references: {users}, on_delete: cascade}}\n      \
         is_public: {{type: boolean, default: false}}\n      name: text?\n      detail: json\n      spot: polygon?\n"
    );
    (out, vec![Made { name, ..Made::default() }])
}

/// Rows in partitions.
fn parted(dice: &mut Dice, place: usize, kinds: &Kinds) -> (String, Vec<Made>) {
    let name = format!("events_{place}");
    let users = kinds.pick(dice).table;
    let can = dice.pick(&["all", "[read, create]", "[read]"]);
    let mut out = format!("  {name}:\n    owner: {{column: user_id, can: {can}}}\n");
    if dice.chance(40) {
        out.push_str("    allow:\n      - {can: read, to: anyone, when: is_public}\n");
    }
    let _ = write!(
        out,
        "    primary_key: [id, happened_on]\n    partition_by: {{range: [happened_on]}}\n    partitions:\n      \
         {name}_early: {{from: '2000-01-01', to: '2026-01-05'}}\n      {name}_rest: default\n    columns:\n      \
         id: {{type: uuid, default: gen_random_uuid()}}\n      happened_on: date\n      \
         user_id: {{references: {users}, on_delete: cascade}}\n      is_public: {{type: boolean, default: false}}\n      name: text?\n"
    );
    (out, vec![Made { name, ..Made::default() }])
}

/// Pairs of rows of one owner, by their keys.
fn junction(dice: &mut Dice, place: usize, parent: &Made, owned: &[&Made]) -> (String, Vec<Made>) {
    let name = format!("links_{place}");
    let like = |one: &&&Made| one.root == parent.root && !one.tenant && !one.moves && !parent.moves;
    let others: Vec<&&Made> = owned.iter().filter(like).collect();
    let right = if others.is_empty() { parent.name.clone() } else { dice.pick(&others).name.clone() };
    let same = if others.is_empty() { "" } else { ", same_owner: true" };
    let can = dice.pick(&["all", "[read, create, delete]"]);
    let out = format!(
        "  {name}:\n    owner: {{column: left_id, can: {can}}}\n    primary_key: [left_id, right_id]\n    columns:\n      \
         left_id: {{references: {}, on_delete: cascade}}\n      right_id: {{references: {right}, on_delete: cascade{same}}}\n      \
         position: {{type: integer, default: 0}}\n",
        parent.name
    );
    (out, vec![Made { name, ..Made::default() }])
}

/// Rows that go by what may be done with another row.
fn attached(dice: &mut Dice, place: usize, parent: &Made) -> (String, Vec<Made>) {
    let name = format!("notes_{place}");
    let verbs = dice.pick(&["read", "all", "[read, create]", "[read, create, delete]"]);
    let mut out = format!("  {name}:\n    allow:\n      - {{can: {verbs}, through: parent_id}}\n");
    let key = columns(
        dice,
        &mut out,
        &[format!("parent_id: {{references: {}, on_delete: cascade, immutable: true}}", parent.name)],
    );
    out.push_str(&mixins(dice));
    (out, vec![Made { name, key, attached: true, ..Made::default() }])
}

/// Rows that nobody owns.
fn plain(dice: &mut Dice, place: usize, kinds: &Kinds) -> (String, Vec<Made>) {
    let name = format!("lists_{place}");
    let mut out = format!("  {name}:\n");
    match dice.below(10) {
        0..=4 => {
            out.push_str("    access: shared\n");
            if dice.chance(50) {
                let to = dice.pick(&["staff", "verified"]);
                let _ = writeln!(out, "    allow:\n      - {{can: all, to: {to}}}");
            }
        }
        5..=6 => out.push_str("    access: internal\n"),
        7 => out.push_str("    access: open\n"),
        8 => out.push_str("    policies:\n      - {name: raw, for: select, to: [signed_in], using: is_public}\n"),
        _ => {
            let to = kinds.role.unwrap_or("anyone");
            let _ = writeln!(out, "    allow:\n      - {{can: read, to: {to}}}");
        }
    }
    columns(dice, &mut out, &[]);
    (out, vec![Made { name, ..Made::default() }])
}

fn mixins(dice: &mut Dice) -> String {
    let mixins = dice.pick(&[
        "",
        "",
        "    use: [timestamps]\n",
        "    use: [soft_delete]\n",
        "    use: [timestamps, soft_delete]\n",
        "    use: [audit]\n",
    ]);
    (*mixins).to_owned()
}
