//! One random table, with the tables that it needs beside it.

use super::dice::Dice;
use std::fmt::Write;

/// A table that later ones may refer to.
#[derive(Debug, Clone)]
pub struct Made {
    /// Its name.
    pub name: String,
    /// Its rows belong to principals or members, by an unbroken chain.
    pub owned: bool,
    /// The chain can be carried: no link of it is nullable or one of several.
    pub carries: bool,
    /// It has `members`.
    pub tenant: bool,
    /// Whose its rows are at the end of the chain.
    pub root: String,
    /// There, members have roles.
    pub roles: bool,
}

/// The YAML of a table, and what it made.
pub fn table(dice: &mut Dice, place: usize, users: &str, made: &[Made]) -> (String, Vec<Made>) {
    let owned: Vec<&Made> = made.iter().filter(|one| one.owned).collect();
    match dice.below(13) {
        0..=1 => tenant(dice, place, users),
        2..=3 => mine(dice, place, users),
        4..=7 if !owned.is_empty() => {
            let parent = (*dice.pick(&owned)).clone();
            child(dice, place, users, &parent, &owned)
        }
        8 if !owned.is_empty() => {
            let parent = (*dice.pick(&owned)).clone();
            attached(dice, place, &parent)
        }
        9 => plain(dice, place),
        10 => parted(dice, place, users),
        11 => profile(dice, place, users),
        12 if !owned.is_empty() => {
            let parent = (*dice.pick(&owned)).clone();
            junction(dice, place, &parent, &owned)
        }
        _ => mine(dice, place, users),
    }
}

fn columns(dice: &mut Dice, out: &mut String, keys: &[String]) {
    out.push_str("    columns:\n      id: {type: uuid, primary_key: true, default: gen_random_uuid()}\n");
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
}

/// Columns that the language treats in a way of their own, each with how often it comes.
const SPECIAL: &[(&str, usize)] = &[
    ("secret: {type: text?, hidden: true}", 8),
    ("code: {type: text?, immutable: true}", 10),
    ("score: {type: integer, read_only: true, default: 0}", 8),
    ("label: {type: text, generated: \"coalesce(name, 'x')\"}", 8),
    ("number: {type: bigint, identity: always}", 8),
];

/// Rows that a principal owns.
fn mine(dice: &mut Dice, place: usize, users: &str) -> (String, Vec<Made>) {
    let name = format!("things_{place}");
    let nullable = dice.chance(25);
    let mark = if nullable { "?" } else { "" };
    let mut keys = vec![format!("user_id: {{references: {users}{mark}, on_delete: cascade}}")];
    let can = can(dice, &["user_id"]);
    let transfer = dice.chance(15);
    let two = dice.chance(20);
    let first = link("user_id", &can, transfer);
    let owner = if two {
        keys.push(format!("editor_id: {{references: {users}?, on_delete: set null}}"));
        format!("[{first}, editor_id]")
    } else {
        first
    };
    let mut out = format!("  {name}:\n    owner: {owner}\n");
    let (rules, more, beside) = rules(dice, &name, users, two);
    keys.extend(more);
    out.push_str(&rules);
    if !nullable && !two && dice.chance(12) {
        keys.push(format!("after_id: {{references: {name}?, on_delete: set null, same_owner: true}}"));
    }
    columns(dice, &mut out, &keys);
    out.push_str(&mixins(dice));
    out.push_str(&beside);
    (
        out,
        vec![Made {
            name,
            owned: true,
            carries: !nullable && !two,
            tenant: false,
            root: "user".to_owned(),
            roles: false,
        }],
    )
}

fn link(column: &str, can: &str, transfer: bool) -> String {
    let transfer = if transfer { ", transfer: true" } else { "" };
    format!("{{column: {column}, can: {can}{transfer}}}")
}

/// Rows that belong to whoever owns another row.
fn child(dice: &mut Dice, place: usize, users: &str, parent: &Made, owned: &[&Made]) -> (String, Vec<Made>) {
    let name = format!("parts_{place}");
    let nullable = dice.chance(15);
    let carried = parent.carries && !nullable && dice.chance(40);
    let mark = if nullable { "?" } else { "" };
    let column = "parent_id";
    let gone = dice.pick(&["cascade", "cascade", "restrict"]);
    let mut keys = vec![format!("{column}: {{references: {}{mark}, on_delete: {gone}}}", parent.name)];
    let carry = if carried { ", carry: true" } else { "" };
    let transfer = if dice.chance(12) { ", transfer: true" } else { "" };
    let by_role = parent.roles && dice.chance(30);
    let can = if by_role { (*dice.pick(BY_ROLE)).to_owned() } else { can(dice, &[column]) };
    let owner = format!("{{column: {column}, can: {can}{carry}{transfer}}}");
    let mut out = format!("  {name}:\n    owner: {owner}\n");
    let (rules, more, beside) = rules(dice, &name, users, false);
    keys.extend(more);
    let other = *dice.pick(owned);
    if !other.tenant && other.root == parent.root && dice.chance(25) && !nullable {
        keys.push(format!("related_id: {{references: {}?, on_delete: set null, same_owner: true}}", other.name));
    }
    out.push_str(&rules);
    columns(dice, &mut out, &keys);
    out.push_str(&mixins(dice));
    out.push_str(&beside);
    (
        out,
        vec![Made {
            name,
            owned: true,
            carries: parent.carries && !nullable,
            tenant: false,
            root: parent.root.clone(),
            roles: parent.roles,
        }],
    )
}

/// What each role may do with what its tenant owns, in place of what the tenant says.
const BY_ROLE: &[&str] = &[
    "{owner: all, editor: [read]}",
    "{owner: all, editor: [read, {update: [name]}], viewer: [read]}",
    "{owner: [read, delete], viewer: [read, create]}",
];

/// One row a principal, by its own key.
fn profile(dice: &mut Dice, place: usize, users: &str) -> (String, Vec<Made>) {
    let name = format!("profiles_{place}");
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
    (out, vec![Made { name, owned: true, carries: true, tenant: false, root: "user".to_owned(), roles: false }])
}

/// Rows in partitions.
fn parted(dice: &mut Dice, place: usize, users: &str) -> (String, Vec<Made>) {
    let name = format!("events_{place}");
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
    (out, vec![Made { name, owned: false, carries: false, tenant: false, root: String::new(), roles: false }])
}

/// Pairs of rows of one owner, by their keys.
fn junction(dice: &mut Dice, place: usize, parent: &Made, owned: &[&Made]) -> (String, Vec<Made>) {
    let name = format!("links_{place}");
    let like = |one: &&&Made| one.root == parent.root && !one.tenant;
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
    (out, vec![Made { name, owned: false, carries: false, tenant: false, root: String::new(), roles: false }])
}

/// Rows that go by what may be done with another row.
fn attached(dice: &mut Dice, place: usize, parent: &Made) -> (String, Vec<Made>) {
    let name = format!("notes_{place}");
    let verbs = dice.pick(&["read", "all", "[read, create]", "[read, create, delete]"]);
    let mut out = format!("  {name}:\n    allow:\n      - {{can: {verbs}, through: parent_id}}\n");
    columns(
        dice,
        &mut out,
        &[format!("parent_id: {{references: {}, on_delete: cascade, immutable: true}}", parent.name)],
    );
    out.push_str(&mixins(dice));
    (out, vec![Made { name, owned: false, carries: false, tenant: false, root: String::new(), roles: false }])
}

/// Rows that nobody owns.
fn plain(dice: &mut Dice, place: usize) -> (String, Vec<Made>) {
    let name = format!("lists_{place}");
    let access = dice.pick(&["shared", "internal"]);
    let mut out = format!("  {name}:\n    access: {access}\n");
    if *access == "shared" && dice.chance(50) {
        let to = dice.pick(&["staff", "verified"]);
        let _ = writeln!(out, "    allow:\n      - {{can: all, to: {to}}}");
    }
    columns(dice, &mut out, &[]);
    (out, vec![Made { name, owned: false, carries: false, tenant: false, root: String::new(), roles: false }])
}

/// Tenants, and their memberships.
fn tenant(dice: &mut Dice, place: usize, users: &str) -> (String, Vec<Made>) {
    let (name, members) = (format!("tenants_{place}"), format!("members_{place}"));
    let mut out = format!("  {name}:\n    members:\n      table: {members}\n");
    let roles = dice.chance(70);
    if roles {
        out.push_str("      role: role\n      can:\n        owner: all\n");
        let middle = dice.pick(&["[read, create, update]", "all", "[read, create]"]);
        let _ = writeln!(out, "        editor: {middle}\n        viewer: [read]");
        if dice.chance(50) {
            out.push_str("      manage: [owner, editor]\n");
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
    let _ = writeln!(out, "      create: {}", dice.pick(&["signed_in", "signed_in", "staff", "service"]));
    let creator = dice.chance(40);
    if creator {
        out.push_str("      creator: created_by\n");
    }
    if dice.chance(25) {
        out.push_str("    require: {delete: [verified]}\n");
    }
    let created_by = format!("created_by: {{references: {users}?, on_delete: set null}}");
    columns(dice, &mut out, &if creator { vec![created_by] } else { Vec::new() });
    let _ = write!(
        out,
        "  {members}:\n    primary_key: [tenant_id, user_id]\n    columns:\n      tenant_id: {{references: {name}, on_delete: cascade}}\n      \
         user_id: {{references: {users}, on_delete: cascade}}\n      \
         role: {{type: text, one_of: [owner, editor, viewer], default: viewer}}\n      accepted_at: timestamptz?\n"
    );
    (out, vec![Made { root: name.clone(), name, owned: true, carries: true, tenant: true, roles }])
}

/// What an owner may do; who writes may read.
fn can(dice: &mut Dice, keys: &[&str]) -> String {
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

/// `allow`, `deny` and `require`, the columns that they need and a table of shares.
fn rules(dice: &mut Dice, name: &str, users: &str, edited: bool) -> (String, Vec<String>, String) {
    let (mut out, mut keys, mut beside) = (String::new(), Vec::new(), String::new());
    let mut allows = Vec::new();
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
        allows.push(format!("{{can: {verbs}, to: helper_id}}"));
        if dice.chance(50) {
            allows.push("{can: update, to: helper_id, when: \"status = 'draft'\", becomes: \"status in ('draft', 'published')\"}".to_owned());
            allows.push("{can: read, to: helper_id}".to_owned());
        }
    }
    if dice.chance(12) && !edited {
        allows.push("{can: [read, create], when: \"status = 'draft' and is_public\"}".to_owned());
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
        let verbs = dice.pick(&["delete", "update", "[update, delete]", "write", "{update: [amount]}"]);
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
        let verb = dice.pick(&["write", "delete", "create"]);
        let _ = writeln!(out, "    require: {{{verb}: [verified]}}");
    }
    (out, keys, beside)
}
