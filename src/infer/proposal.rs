//! The keys that would give a table the access that its policies give, where every policy of it has its words.
//! [`super::beside`] and [`super::proposed`] compile them.

use super::compiled::verbs_of;
use super::condition::{Parent, Part, alternatives};
use super::membership::Seat;
use super::pretty::pretty;
use super::recognise::{Recognition, is_up, owned_above, recognise, refers};
use super::tenant::{ByVerb, Tenant, add, can, seat_of};
use super::text::plain;
use super::{shown, text};
use crate::catalog::{Catalog, Grant, Policy, QualifiedName, Table};
use crate::source::{Span, Spanned};
use crate::spec::{AccessSpec, AllowSpec, OwnerCanSpec, OwnerLinkSpec, OwnerSpec, TableSpec};
use std::collections::BTreeMap;

/// All that a caller can do.
const ALL: [&str; 4] = ["read", "create", "update", "delete"];

/// Tables with members, by name.
pub type Tenants = BTreeMap<QualifiedName, Tenant>;

/// The keys, or nothing where something is not certain.
pub fn proposal(catalog: &Catalog, tenants: &Tenants, table: &Table) -> Option<TableSpec> {
    let members = |tenant: &Tenant| tenant.membership.table == table.name;
    if tenants.contains_key(&table.name) || tenants.values().any(members) {
        return None;
    }
    Keys::read(catalog, tenants, table)?.spec()
}

/// What the policies come to so far.
pub struct Keys<'a> {
    catalog: &'a Catalog,
    tenants: &'a Tenants,
    table: &'a Table,
    known: Recognition,
    /// Owner columns, with their verbs.
    owners: BTreeMap<String, Vec<&'static str>>,
    /// Owner columns that lead to an organization, with what its members may do.
    seats: BTreeMap<String, (QualifiedName, ByVerb)>,
    /// Of an organization's table: what its members may do with its own row.
    pub own: ByVerb,
    /// Of an organization's table: the column with whoever makes one.
    pub creator: Option<String>,
    /// Rules without their verbs, with them.
    rules: Vec<(Rule, Vec<&'static str>)>,
}

/// To whom, and on which rows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    to: String,
    through: bool,
    when: String,
}

/// Who a policy is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Callers {
    Anyone,
    SignedIn,
    Service,
}

impl<'a> Keys<'a> {
    /// Reads all policies of a table.
    pub fn read(catalog: &'a Catalog, tenants: &'a Tenants, table: &'a Table) -> Option<Self> {
        if !table.row_security || table.force_row_security || table.policies.is_empty() {
            return None;
        }
        let mut keys = Self {
            catalog,
            tenants,
            table,
            known: recognise(catalog, table),
            owners: BTreeMap::new(),
            seats: BTreeMap::new(),
            own: ByVerb::new(),
            creator: None,
            rules: Vec::new(),
        };
        for policy in table.policies.values() {
            keys.policy(policy)?;
        }
        Some(keys)
    }

    fn policy(&mut self, policy: &Policy) -> Option<()> {
        let callers = callers(policy)?;
        let verbs = verbs_of(policy.command);
        // the row as it will be must be held to the same as the row as it was
        let same = match (&policy.using, &policy.check) {
            (Some(using), Some(check)) => plain(using) == plain(check),
            _ => true,
        };
        let sql = policy.using.as_ref().or(policy.check.as_ref())?;
        if !same || policy.restrictive {
            return None;
        }
        if callers == Callers::Service {
            return Some(());
        }
        // what the policy lets through, the privileges must let through whole
        let roles: &[&str] = if callers == Callers::Anyone { &["anon", "authenticated"] } else { &["authenticated"] };
        if !roles.iter().all(|role| verbs.iter().all(|verb| holds(self.table, role, verb))) {
            return None;
        }
        for parts in alternatives(sql, self.table) {
            self.alternative(&parts, &verbs, callers)?;
        }
        Some(())
    }

    fn alternative(&mut self, parts: &[Part], verbs: &[&'static str], callers: Callers) -> Option<()> {
        let conditions: Option<Vec<String>> = parts.iter().filter(|part| !is_who(part)).map(row_condition).collect();
        let when = conditions?.into_iter().filter(|sql| !sql.is_empty()).collect::<Vec<_>>().join(" and ");
        let who: Vec<&Part> = parts.iter().filter(|part| is_who(part)).collect();
        let to = match who.as_slice() {
            [] if callers == Callers::Anyone => "anyone".to_owned(),
            [] => "signed_in".to_owned(),
            [part] if self.seat(part).is_some() => {
                let seat = self.seat(part)?;
                return if when.is_empty() { self.seated(&seat, verbs) } else { None };
            }
            [Part::Caller { column, .. }] if refers(self.table, column) => column.clone(),
            [Part::Parent(parent)] => return self.parent(parent, verbs, when),
            _ => return None,
        };
        self.give(Rule { to, through: false, when }, verbs)
    }

    fn give(&mut self, rule: Rule, verbs: &[&'static str]) -> Option<()> {
        let to = rule.to.clone();
        let creates = self.tenants.contains_key(&self.table.name) && verbs.contains(&"create");
        if creates && !(rule.when.is_empty() && refers(self.table, &to)) {
            return None;
        }
        // whoever makes an organization is its first member, and its creator
        self.creator = if creates { Some(to.clone()) } else { self.creator.take() };
        let verbs: Vec<&'static str> = verbs.iter().filter(|verb| !creates || **verb != "create").copied().collect();
        if verbs.is_empty() {
            return Some(());
        }
        // the key that refers to nothing is no principal's column
        let key = |key: &crate::catalog::ForeignKey| key.columns == [to.clone()];
        let own = self.table.primary_key.as_ref().is_some_and(|known| known.columns == [to.clone()]);
        let own = own && !self.table.foreign_keys.values().any(key);
        if own && !rule.when.is_empty() {
            return None;
        }
        let owns = (self.known.owners.contains(&to) || own) && rule.when.is_empty();
        let known = match owns {
            true => Some(self.owners.entry(to).or_default()),
            false => self.rules.iter_mut().find(|(known, _)| *known == rule).map(|(_, list)| list),
        };
        match known {
            Some(list) => list.extend(verbs.iter().filter(|verb| !list.contains(verb)).collect::<Vec<_>>()),
            None => self.rules.push((rule, verbs)),
        }
        Some(())
    }

    /// The membership that a part asks for, of an organization that is known.
    fn seat(&self, part: &Part) -> Option<Seat> {
        let seat = seat_of(self.catalog, self.table, part)?;
        self.tenants.get(&seat.membership.tenant).filter(|tenant| tenant.seats(&seat)).map(|_| seat)
    }

    fn seated(&mut self, seat: &Seat, verbs: &[&'static str]) -> Option<()> {
        let tenant = &seat.membership.tenant;
        let own = *tenant == self.table.name && seat.hops == 0;
        // a member of nothing yet makes an organization
        if own && verbs.contains(&"create") {
            return None;
        }
        let known = if own {
            &mut self.own
        } else {
            let (led, known) = self.seats.entry(seat.column.clone()).or_insert((tenant.clone(), ByVerb::new()));
            if led != tenant {
                return None;
            }
            known
        };
        let roles = seat.roles.as_ref().map(|(_, roles)| roles.clone());
        verbs.iter().for_each(|verb| add(known, verb, &roles));
        Some(())
    }

    /// A chain upwards, a row that may be read, or a table of shares.
    fn parent(&mut self, parent: &Parent, verbs: &[&'static str], when: String) -> Option<()> {
        if is_up(self.catalog, self.table, parent) {
            let (to, bare) = (parent.column.clone(), when.is_empty());
            let through = parent.condition.is_empty();
            let known = if through { verbs == ["read"] } else { bare && owned_above(self.catalog, parent) };
            return if known { self.give(Rule { to, through, when }, verbs) } else { None };
        }
        let shares = self.catalog.tables.get(&parent.table)?;
        let here = |key: &&crate::catalog::ForeignKey| {
            key.columns == [parent.key.clone()] && key.table == self.table.name && key.to == [parent.column.clone()]
        };
        shares.foreign_keys.values().find(here)?;
        let mut renamed = shares.clone();
        renamed.name.name = parent.alias.clone().unwrap_or(renamed.name.name);
        let found = alternatives(&parent.condition, &renamed);
        let [parts] = found.as_slice() else { return None };
        match parts.as_slice() {
            [Part::Caller { column, .. }] if refers(shares, column) => {
                self.give(Rule { to: format!("{}.{column}", shown(&parent.table)), through: false, when }, verbs)
            }
            _ => None,
        }
    }

    /// The keys.
    pub fn spec(&self) -> Option<TableSpec> {
        // of several owner columns each is to lead to whoever creates; policies ask for one
        let creates = self.owners.values().any(|verbs| verbs.contains(&"create"))
            || self.seats.values().any(|(_, verbs)| verbs.contains_key("create"));
        if self.owners.len() + self.seats.len() > 1 && creates {
            return None;
        }
        let owned = self.owners.iter().map(|(column, verbs)| self.link(column, verbs));
        let seated = self.seats.iter().filter_map(|(column, (tenant, can))| self.seated_link(column, tenant, can));
        let links: Vec<OwnerLinkSpec> = owned.chain(seated).collect();
        let mut spec = TableSpec { allow: self.rules.iter().map(allow).collect(), ..TableSpec::default() };
        spec.owner = (!links.is_empty()).then(|| OwnerSpec { links, ..OwnerSpec::default() });
        if spec.owner.is_none() && spec.allow.is_empty() {
            // everybody but the service is kept out
            spec.access = Some(Spanned::new(AccessSpec::Internal, Span::default()));
        }
        Some(spec)
    }

    fn link(&self, column: &str, verbs: &[&'static str]) -> OwnerLinkSpec {
        let foreign = self.table.foreign_keys.values().any(|key| key.columns == [column.to_owned()]);
        let whole = ALL.iter().all(|verb| verbs.contains(verb));
        OwnerLinkSpec {
            column: text(if foreign { column } else { "self" }),
            can: (!whole).then(|| OwnerCanSpec::Verbs(can(verbs))),
            ..OwnerLinkSpec::default()
        }
    }

    /// What the members of an organization may do with the row, where it is not what they may do anyway.
    fn seated_link(&self, column: &str, tenant: &QualifiedName, verbs: &ByVerb) -> Option<OwnerLinkSpec> {
        let tenant = self.tenants.get(tenant)?;
        let every: Vec<&'static str> = ALL.into_iter().filter(|verb| verbs.contains_key(verb)).collect();
        let usual = if tenant.role.is_some() { *verbs == tenant.can } else { every.len() == ALL.len() };
        let can = if verbs.values().all(Option::is_none) {
            OwnerCanSpec::Verbs(can(&every))
        } else {
            OwnerCanSpec::ByRole(tenant.by_role(verbs))
        };
        Some(OwnerLinkSpec { column: text(column), can: (!usual).then_some(can), ..OwnerLinkSpec::default() })
    }

    /// The organizations whose members own rows of this table.
    pub fn led_to(&self) -> impl Iterator<Item = &QualifiedName> {
        self.seats.values().map(|(tenant, _)| tenant)
    }
}

fn allow((rule, verbs): &(Rule, Vec<&'static str>)) -> AllowSpec {
    AllowSpec {
        can: can(verbs),
        to: if rule.through { Vec::new() } else { vec![text(&rule.to)] },
        through: rule.through.then(|| text(&rule.to)),
        when: (!rule.when.is_empty()).then(|| text(&rule.when)),
        ..AllowSpec::default()
    }
}

/// The role has the privilege on all columns.
fn holds(table: &Table, role: &str, verb: &str) -> bool {
    let privilege = match verb {
        "read" => "SELECT",
        "create" => "INSERT",
        "update" => "UPDATE",
        _ => "DELETE",
    };
    let given = |grant: &&Grant| grant.role == role || grant.role == "public";
    table.grants.iter().filter(given).any(|grant| grant.privilege == privilege && grant.columns.is_empty())
}

/// The part says who is asking.
fn is_who(part: &Part) -> bool {
    matches!(part, Part::Caller { .. } | Part::Parent(_) | Part::Function { .. })
}

/// A condition about the row alone; nothing for one that is always true.
fn row_condition(part: &Part) -> Option<String> {
    match part {
        Part::Always => Some(String::new()),
        Part::Row(sql) => Some(pretty(sql)),
        _ => None,
    }
}

fn callers(policy: &Policy) -> Option<Callers> {
    let all = |known: &[&str]| policy.roles.iter().all(|role| known.contains(&role.as_str()));
    if all(&["service_role"]) {
        Some(Callers::Service)
    } else if all(&["authenticated"]) {
        Some(Callers::SignedIn)
    } else if all(&["anon", "authenticated", "public"]) && policy.roles.iter().any(|role| role != "anon") {
        Some(Callers::Anyone)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Column, ForeignKey, Key, PolicyCommand};

    fn table(policies: &[(&str, PolicyCommand, &str, &str)]) -> Table {
        let column = |name: &str| Column { name: name.to_owned(), ..Column::default() };
        let key = ForeignKey {
            name: "fk".into(),
            columns: vec!["user_id".into()],
            table: QualifiedName::new("auth", "users"),
            to: vec!["id".into()],
            ..ForeignKey::default()
        };
        let policy = |(name, command, role, using): &(&str, PolicyCommand, &str, &str)| Policy {
            name: (*name).to_owned(),
            command: *command,
            roles: vec![(*role).to_owned()],
            using: Some((*using).to_owned()),
            ..Policy::default()
        };
        Table {
            name: QualifiedName::new("public", "notes"),
            columns: ["id", "user_id", "status"].map(column).into(),
            primary_key: Some(Key { columns: vec!["id".into()], ..Key::default() }),
            foreign_keys: [("fk".to_owned(), key)].into_iter().collect(),
            policies: policies.iter().map(|found| (found.0.to_owned(), policy(found))).collect(),
            row_security: true,
            grants: ["SELECT", "INSERT", "UPDATE", "DELETE"].iter().flat_map(|privilege| granted(privilege)).collect(),
            ..Table::default()
        }
    }

    fn granted(privilege: &str) -> [Grant; 2] {
        ["anon", "authenticated"].map(|role| Grant {
            role: role.to_owned(),
            privilege: privilege.to_owned(),
            ..Grant::default()
        })
    }

    fn proposed(policies: &[(&str, PolicyCommand, &str, &str)]) -> Option<String> {
        proposal(&Catalog::default(), &Tenants::new(), &table(policies)).map(|spec| crate::spec::format_table(&spec))
    }

    #[test]
    fn an_owner_and_what_is_published() {
        let own = ("own", PolicyCommand::All, "public", "(user_id = auth.uid())");
        let published = ("published", PolicyCommand::Select, "anon", "(status = 'published'::text)");
        let both = ("published", PolicyCommand::Select, "public", "(status = 'published'::text)");
        assert_eq!(proposed(&[own]), Some("owner: user_id\n".to_owned()));
        let lines = "owner: user_id\nallow:\n  - {can: read, to: anyone, when: status = 'published'}\n";
        assert_eq!(proposed(&[own, both]), Some(lines.to_owned()));
        // the anonymous alone have no word
        assert_eq!(proposed(&[own, published]), None);
    }

    #[test]
    fn what_is_not_certain_has_no_proposal() {
        let odd = ("odd", PolicyCommand::Select, "authenticated", "(status = auth.role())");
        assert_eq!(proposed(&[odd]), None);
        let unread = ("unread", PolicyCommand::Update, "authenticated", "(user_id = ( SELECT auth.uid() AS uid))");
        let mut narrow = table(&[unread]);
        narrow.grants.iter_mut().for_each(|grant| grant.columns.push("status".to_owned()));
        assert!(proposal(&Catalog::default(), &Tenants::new(), &narrow).is_none());
        assert_eq!(proposed(&[unread]), Some("allow:\n  - {can: update, to: user_id}\n".to_owned()));
    }
}
