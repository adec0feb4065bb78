//! Who there is in a random model.

use super::dice::Dice;

/// A kind of principal.
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// The table of its rows.
    pub table: &'static str,
}

/// The kinds of principals, and the database role that is nobody's, where there is one.
#[derive(Debug)]
pub struct Kinds {
    /// Roles and `auth` are Supabase's.
    pub supabase: bool,
    /// One or two.
    pub all: Vec<Kind>,
    /// A database role that rules speak of: Supabase's, or the model's own.
    pub role: Option<&'static str>,
}

impl Kinds {
    /// Users, and sometimes personas and a role.
    pub fn roll(dice: &mut Dice) -> Self {
        let supabase = dice.chance(60);
        let users = if supabase { "auth.users" } else { "users" };
        let mut all = vec![Kind { table: users }];
        if dice.chance(30) {
            all.push(Kind { table: "personas" });
        }
        let role = dice.chance(25).then_some(if supabase { "supabase_auth_admin" } else { "reporting" });
        Self { supabase, all, role }
    }

    /// `principals` and `roles`.
    pub fn head(&self) -> String {
        let mut principals = Vec::new();
        if !self.supabase {
            principals.push("  user: {table: users}\n");
        }
        if self.all.len() > 1 {
            principals.push(match self.supabase {
                true => "  persona: {id: \"(auth.jwt() ->> 'persona')::uuid\", table: personas}\n",
                false => "  persona: {setting: app.persona_id, table: personas}\n",
            });
        }
        let mut out = String::new();
        if !principals.is_empty() {
            out.push_str("principals:\n");
            out.extend(principals);
        }
        if let Some(role) = self.role.filter(|_| !self.supabase) {
            out.push_str(&format!("roles: {{{role}: {role}}}\n"));
        }
        out
    }

    /// The principals' own tables, where they are ours.
    pub fn tables(&self) -> String {
        let mut out = String::new();
        if !self.supabase {
            out.push_str("  users:\n    access: internal\n    columns:\n      id: {type: uuid, primary_key: true}\n");
        }
        if self.all.len() > 1 {
            out.push_str(
                "  personas:\n    owner: {column: self, can: [read, {update: [name]}]}\n    columns:\n      \
                 id: {type: uuid, primary_key: true, default: gen_random_uuid()}\n      name: text?\n",
            );
        }
        out
    }

    /// One of the kinds; mostly users.
    pub fn pick(&self, dice: &mut Dice) -> Kind {
        *dice.pick(&self.all)
    }
}
