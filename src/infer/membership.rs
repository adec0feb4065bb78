//! Memberships in policies: which table holds them, which column the caller, what his role is, and which rows count.

use super::canonical::Term;
use super::recognise::refers;
use crate::catalog::{Catalog, ForeignKey, QualifiedName, Table, quote_identifier};
use std::collections::BTreeSet;

/// Where the members of a tenants' table are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Membership {
    /// The tenants.
    pub tenant: QualifiedName,
    /// Their key that memberships refer to.
    pub key: String,
    /// The memberships.
    pub table: QualifiedName,
    /// Their column with the tenant.
    pub link: String,
    /// Their column with the member.
    pub user: String,
    /// What the member is compared with.
    pub id: String,
    /// A membership counts only then.
    pub when: BTreeSet<String>,
}

/// A membership that a policy asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seat {
    /// Where it is.
    pub membership: Membership,
    /// The column with the role and the roles that will do, as SQL; nothing: any member.
    pub roles: Option<(String, BTreeSet<String>)>,
    /// The row's column that leads to the tenant.
    pub column: String,
    /// How many tables are on the way.
    pub hops: usize,
}

/// The membership that a row's column leads to, over any number of parents.
pub fn seat(catalog: &Catalog, table: &Table, term: &Term) -> Option<Seat> {
    let Term::Up { column, table: other, key, terms } = term else { return None };
    let above = catalog.tables.get(other)?;
    if let Some(found) = member(catalog, table, term) {
        return Some(found);
    }
    let up =
        |known: &&ForeignKey| known.columns == [column.clone()] && known.table == *other && known.to == [key.clone()];
    table.foreign_keys.values().find(up)?;
    let (Some(only), 1) = (terms.first(), terms.len()) else { return None };
    let found = seat(catalog, above, only)?;
    // a member's own membership is no parent of anything
    (found.membership.table != *other).then(|| Seat { column: column.clone(), hops: found.hops + 1, ..found })
}

/// The row's column is a key of memberships of the caller.
fn member(catalog: &Catalog, table: &Table, term: &Term) -> Option<Seat> {
    let Term::Up { column, table: members, key: link, terms } = term else { return None };
    let members = catalog.tables.get(members)?;
    let to_tenant = members.foreign_keys.values().find(|known| known.columns == [link.clone()])?;
    let [key] = to_tenant.to.as_slice() else { return None };
    let own = table.name == to_tenant.table && column == key;
    if !own && !is_key_of(catalog, table, column, (&to_tenant.table, key)) {
        return None;
    }
    let (mut caller, mut roles, mut when) = (None, None, BTreeSet::new());
    for term in terms {
        match term {
            Term::Caller { column, id } if caller.is_none() && refers(members, column) => caller = Some((column, id)),
            Term::Among { column, values } if roles.is_none() && is_role(catalog, members, column) => {
                roles = Some((column.clone(), values.clone()));
            }
            Term::Among { column, values } => drop(when.insert(listed(column, values))),
            Term::Row(sql) => drop(when.insert(sql.clone())),
            _ => return None,
        }
    }
    let (user, id) = caller?;
    let membership = Membership {
        tenant: to_tenant.table.clone(),
        key: key.clone(),
        table: members.name.clone(),
        link: link.clone(),
        user: user.clone(),
        id: id.clone(),
        when,
    };
    Some(Seat { membership, roles, column: column.clone(), hops: 0 })
}

/// A column holds keys of a table: by a foreign key, or by one that takes a parent's column along that does.
fn is_key_of(catalog: &Catalog, table: &Table, column: &String, to: (&QualifiedName, &String)) -> bool {
    let mut known = BTreeSet::from([(&table.name, column)]);
    let mut next = vec![(table, column)];
    while let Some((table, column)) = next.pop() {
        for key in table.foreign_keys.values() {
            let Some(target) = key.columns.iter().position(|one| one == column).and_then(|place| key.to.get(place))
            else {
                continue;
            };
            if key.columns.len() == 1 && (&key.table, target) == to {
                return true;
            }
            let above = catalog.tables.get(&key.table).filter(|_| key.columns.len() > 1);
            next.extend(above.filter(|above| known.insert((&above.name, target))).map(|above| (above, target)));
        }
    }
    false
}

/// A column says what somebody is, and not whether he counts: by its name or its type, or a guard of ours ranks it.
fn is_role(catalog: &Catalog, members: &Table, column: &str) -> bool {
    let data_type = members.columns.iter().find(|known| known.name == column).map_or("", |known| &known.data_type);
    let says = |text: &str| ["role", "level", "access", "permission", "rank"].iter().any(|word| text.contains(word));
    let guard = QualifiedName::new(super::columns::PRIVATE, format!("{}_update_guard", members.name.name));
    let ranks =
        |body: &str| body.contains("array_position(") && body.contains(&format!("new.{}", quote_identifier(column)));
    let mut functions = catalog.functions.values();
    says(column) || says(data_type) || functions.any(|known| known.name.name == guard && ranks(&known.body))
}

/// `column = 'a'` or `column in ('a', 'b')`
fn listed(column: &str, values: &BTreeSet<String>) -> String {
    let column = quote_identifier(column);
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    match values.as_slice() {
        [only] => format!("{column} = {only}"),
        _ => format!("{column} in ({})", values.join(", ")),
    }
}
