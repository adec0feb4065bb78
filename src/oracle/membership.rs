//! Members: their roles, what they may do with their own tenant and with each other.

use super::grants::{Columns, Grant};
use super::{Caller, Oracle, Reason, Row};
use crate::model::{ColumnId, MemberRole, Members, TableId, TenantCreator, Verb};
use std::collections::BTreeSet;

impl<'a> Oracle<'a> {
    /// The roles that the caller holds in a tenant by memberships that count; `None` where roles are not told apart.
    pub(super) fn roles_held(
        &self,
        caller: &Caller,
        tenant: TableId,
        column: ColumnId,
        value: &str,
    ) -> Vec<Option<String>> {
        let Some(members) = &self.model.table(tenant).members else { return Vec::new() };
        let Some(id) = self.id(caller, members.principal) else { return Vec::new() };
        let rows = self.members_of(tenant, column, value);
        let own = rows.into_iter().filter(|row| row.get(members.principal_column) == Some(id));
        own.filter(|row| self.counts(members, row, caller)).map(|row| self.role_of(members, row, caller)).collect()
    }

    /// The membership rows of the tenant that has this value in this column.
    fn members_of(&self, tenant: TableId, column: ColumnId, value: &str) -> Vec<&'a Row> {
        let Some(members) = &self.model.table(tenant).members else { return Vec::new() };
        let link = self.model.table(members.table).column(members.tenant_column).references;
        let keys: Vec<&str> = match link {
            Some(to) if to.column != column => {
                self.world.find(tenant, column, value).filter_map(|row| row.get(to.column)).collect()
            }
            _ => vec![value],
        };
        let all = self.world.of(members.table).iter();
        all.filter(|row| row.get(members.tenant_column).is_some_and(|key| keys.contains(&key))).collect()
    }

    /// A membership counts: it is not pending.
    fn counts(&self, members: &Members, row: &Row, caller: &Caller) -> bool {
        members.when.as_ref().is_none_or(|when| self.conditions.holds(when, members.table, row, caller))
    }

    fn role_of(&self, members: &Members, row: &Row, caller: &Caller) -> Option<String> {
        match (members.role_column, &members.role) {
            (Some(column), _) => row.get(column).map(str::to_owned),
            (None, Some(role)) => self.conditions.value(role, members.table, row, caller),
            (None, None) => None,
        }
    }

    /// What a member may do with his tenant's own row.
    pub(super) fn by_membership(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Option<Reason> {
        let members = self.model.table(table).members.as_ref()?;
        if verb == Verb::Create {
            let owners = self.model.table(table).owners.iter().filter(|link| row.get(link.column).is_some());
            let owners = owners.map(|link| self.founds_below(caller, table, row, link));
            return Some(Reason::all("founds it", owners.chain([self.may_found(caller, members)]).collect()));
        }
        let key = self.model.table(members.table).column(members.tenant_column).references?.column;
        let held = self.roles_held(caller, table, key, row.get(key)?);
        let parts = held.iter().map(|held| {
            let holds =
                members.roles.is_empty() || known(members, held).is_some_and(|role| role.self_can.contains_key(&verb));
            Reason::fact(holds, format!("{} is {} of it", caller.name, held.as_deref().unwrap_or("a member")))
        });
        Some(Reason::any(format!("member of this {}", self.model.table(table).name.name), parts.collect()))
    }

    /// The columns of a tenant's own row that a member may change; `None` is all.
    pub(super) fn self_columns(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Columns {
        let members = self.model.table(table).members.as_ref();
        let members = members.filter(|members| !members.roles.is_empty() && verb != Verb::Create)?;
        let key = self.model.table(members.table).column(members.tenant_column).references?.column;
        let held = self.roles_held(caller, table, key, row.get(key)?);
        let mut given = BTreeSet::new();
        for role in held.iter().filter_map(|held| known(members, held)) {
            match role.self_can.get(&verb) {
                Some(None) => return None,
                Some(Some(columns)) => given.extend(columns.iter().copied()),
                None => {}
            }
        }
        Some(given)
    }

    fn may_found(&self, caller: &Caller, members: &Members) -> Reason {
        let has_id = self.id(caller, members.principal).is_some();
        match members.create {
            TenantCreator::SignedIn => Reason::fact(has_id, "signed in, with an id: may found one"),
            TenantCreator::Group(group) => {
                let name = &self.model.group(group).name;
                Reason::fact(has_id && caller.groups.contains(&group), format!("in group {name}: may found one"))
            }
            TenantCreator::Service => Reason::fact(false, "only the service may found one"),
        }
    }

    /// What may be done with a row of the membership table: by whoever manages, by the person himself, by his fellows.
    pub(super) fn by_managing(&self, caller: &Caller, verb: Verb, table: TableId, row: &Row) -> Vec<Grant> {
        let Some(members) = self.membership(table) else { return Vec::new() };
        let mut ways = vec![Grant { reason: self.manages(caller, members, row), columns: None }];
        if verb != Verb::Create {
            // Of his own row he changes nothing but the role.
            let columns = Some(self.role_columns(members)).filter(|_| verb == Verb::Update);
            ways.push(Grant { reason: self.own_membership(caller, verb, members, row), columns });
        }
        if verb == Verb::Read {
            ways.push(Grant { reason: self.fellow(caller, members, row), columns: None });
            ways.push(Grant { reason: self.sees_pending(caller, members, row), columns: None });
        }
        ways
    }

    /// The columns that a member's role is read from.
    fn role_columns(&self, members: &Members) -> BTreeSet<ColumnId> {
        let table = self.model.table(members.table);
        let used = members.role.iter().flat_map(|role| &role.before_generated().columns);
        let read = used.filter_map(|used| table.column_named(&used.column));
        read.chain(members.role_column).collect()
    }

    /// The members that a membership table belongs to.
    pub(super) fn membership(&self, table: TableId) -> Option<&'a Members> {
        let tenant = self.model.table(table).membership_of?;
        self.model.table(tenant).members.as_ref()
    }

    /// The caller manages this row's tenant, and the row's role is none above his own.
    fn manages(&self, caller: &Caller, members: &Members, row: &Row) -> Reason {
        let theirs = self.role_of(members, row, caller);
        let holds = self.roles_beside(caller, members, row).iter().any(|own| {
            members.roles.is_empty()
                || known(members, own).is_some_and(|role| role.manages) && !above(members, &theirs, own)
        });
        let role = theirs.as_deref().unwrap_or("member");
        Reason::fact(holds, format!("{} manages members up to {role} there", caller.name))
    }

    fn own_membership(&self, caller: &Caller, verb: Verb, members: &Members, row: &Row) -> Reason {
        let own = self.id(caller, members.principal).is_some_and(|id| row.get(members.principal_column) == Some(id));
        // A pending membership may be seen and declined; whoever could change it would accept it himself.
        let holds = own && (verb != Verb::Update || self.counts(members, row, caller));
        Reason::fact(holds, format!("the membership is {}'s own", caller.name))
    }

    fn fellow(&self, caller: &Caller, members: &Members, row: &Row) -> Reason {
        let reads = self.roles_beside(caller, members, row).iter().any(|own| {
            members.roles.is_empty() || known(members, own).is_some_and(|role| role.can.contains_key(&Verb::Read))
        });
        let holds = reads && self.counts(members, row, caller);
        Reason::fact(holds, format!("a fellow member of {}", caller.name))
    }

    /// A membership that does not count yet is seen by whoever manages, whatever role it is to give.
    fn sees_pending(&self, caller: &Caller, members: &Members, row: &Row) -> Reason {
        let manages = self
            .roles_beside(caller, members, row)
            .iter()
            .any(|own| members.roles.is_empty() || known(members, own).is_some_and(|role| role.manages));
        Reason::fact(
            manages && !self.counts(members, row, caller),
            format!("pending, and {} manages there", caller.name),
        )
    }

    /// The caller's own roles in the tenant of a membership row.
    fn roles_beside(&self, caller: &Caller, members: &Members, row: &Row) -> Vec<Option<String>> {
        let link = self.model.table(members.table).column(members.tenant_column).references;
        match (link, row.get(members.tenant_column)) {
            (Some(to), Some(value)) => self.roles_held(caller, to.table, to.column, value),
            _ => Vec::new(),
        }
    }

    /// Stepping down is his, rising is not: a changed own row keeps a role that is none above the old one.
    pub(super) fn rises(&self, caller: &Caller, table: TableId, old: &Row, new: &Row) -> bool {
        let Some(members) = self.membership(table) else { return false };
        if self.manages(caller, members, old).holds && self.manages(caller, members, new).holds {
            return false;
        }
        above(members, &self.role_of(members, new, caller), &self.role_of(members, old, caller))
    }

    /// The last of the highest role neither leaves nor steps down, nor do all of them in one statement: each tenant that
    /// had one has one afterwards. A change without a new row is a removal.
    pub(super) fn guard(&self, caller: &Caller, table: TableId, changes: &[(&Row, Option<&Row>)]) -> Reason {
        let text = "the last of the highest role stays";
        let Some(members) = self.membership(table) else { return Reason::fact(true, "no membership") };
        let before = self.world.of(table).iter();
        let kept = before.clone().filter(|row| !changes.iter().any(|(old, _)| old == row));
        let after: Vec<&Row> = kept.chain(changes.iter().filter_map(|(_, new)| *new)).collect();
        let keeps = |(old, _): &(&Row, Option<&Row>)| {
            let tenant = old.get(members.tenant_column);
            let there = |row: &&Row| row.get(members.tenant_column) == tenant && self.is_highest(members, row, caller);
            !before.clone().any(|row| there(&row)) || after.iter().any(there)
        };
        Reason::fact(changes.iter().all(keeps), text)
    }

    /// A membership that counts, of the highest role; without roles, any that counts.
    fn is_highest(&self, members: &Members, row: &Row, caller: &Caller) -> bool {
        let top = members.roles.first().map(|role| role.name.clone());
        self.counts(members, row, caller) && (top.is_none() || self.role_of(members, row, caller) == top)
    }
}

fn known<'m>(members: &'m Members, role: &Option<String>) -> Option<&'m MemberRole> {
    members.roles.iter().find(|known| Some(&known.name) == role.as_ref())
}

/// A role stands above another: earlier in the list. What is not in the list gives nothing and stands below.
fn above(members: &Members, role: &Option<String>, other: &Option<String>) -> bool {
    let rank = |role: &Option<String>| {
        let place = members.roles.iter().position(|known| Some(&known.name) == role.as_ref());
        place.unwrap_or(members.roles.len())
    };
    rank(role) < rank(other)
}
