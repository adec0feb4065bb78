//! Definer helpers: functions in schema `private` that return the keys which the caller may reach.
//!
//! STABLE (an IMMUTABLE one would keep another caller's answer in a prepared plan), SECURITY DEFINER with a
//! pinned `search_path` (so that nothing temporary can stand in for a real table or type), EXECUTE only for the roles
//! whose policies call them. None takes a value of a row: a call for every row took over 40 seconds where
//! these take 16 ms. API roles have no USAGE on the schema: a policy knows its functions by number, so nobody
//! needs to call one by name.

use super::condition::{Condition, Ids, Written, select, text_array};
use super::context::{Context, PRIVATE};
use super::names;
use super::platform::{self, Asked};
use crate::catalog::{Argument, Function, FunctionName, Grant, QualifiedName, Returns, Volatility, quote_identifier};
use crate::model::{ColumnId, PrincipalId, TableId, Verb};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::PoisonError;

/// A helper function.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Helper {
    /// Keys of the tenants that the caller is a member of, with one of these roles (`None`: with any).
    Tenants {
        /// The tenants' table.
        tenant: TableId,
        /// The roles.
        roles: Option<Vec<String>>,
    },
    /// Keys of a table's rows of which a condition holds.
    Rows {
        /// The table.
        table: TableId,
        /// Its key.
        key: String,
        /// The condition.
        condition: Box<Condition>,
    },
    /// Keys of the rows that are shared with the caller.
    Shared {
        /// The table whose rows are shared.
        of: TableId,
        /// The table that says so.
        share: TableId,
        /// Its reference to the rows shared.
        link: ColumnId,
        /// Its column with the principal.
        column: ColumnId,
        /// Which principal.
        principal: PrincipalId,
    },
    /// Keys of the rows to which a caller with this database role may do something.
    May {
        /// The table.
        table: TableId,
        /// Its key.
        key: String,
        /// What.
        verb: Verb,
        /// The role.
        role: String,
    },
    /// Keys of the tenants that the caller founded and that are stored.
    Founded {
        /// The tenants' table.
        tenant: TableId,
    },
}

impl Helper {
    /// The call, for a sub-select.
    pub fn call(&self, context: &Context<'_>) -> String {
        let arguments = match self {
            Self::Tenants { roles: Some(roles), .. } => text_array(roles),
            _ => String::new(),
        };
        format!("{}({arguments})", self.name(context).sql())
    }

    /// Its name. Kept once told: that of a chain is the digest of its body, in which the rest of the chain is named.
    pub fn name(&self, context: &Context<'_>) -> QualifiedName {
        let names = || context.helper_names.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = names().get(self) {
            return known.clone();
        }
        let name = self.told_name(context);
        names().insert(self.clone(), name.clone());
        name
    }

    fn told_name(&self, context: &Context<'_>) -> QualifiedName {
        let name = match self {
            Self::Tenants { tenant, .. } => format!("{}_of_caller", plain(context, *tenant)),
            Self::Rows { table, key, .. } => {
                let digest = Sha256::digest(self.body(context).as_bytes());
                let hash: String = digest.iter().take(3).map(|byte| format!("{byte:02x}")).collect();
                format!("{}_{key}_of_caller_{hash}", plain(context, *table))
            }
            Self::Shared { of, share, column, .. } => {
                format!(
                    "{}_shared_by_{}_{}",
                    plain(context, *of),
                    plain(context, *share),
                    context.column(*share, *column)
                )
            }
            Self::May { table, verb, role, key } => {
                format!("{}_{key}_to_{}_as_{role}", plain(context, *table), verb.word())
            }
            Self::Founded { tenant } => format!("{}_founded_by_caller", plain(context, *tenant)),
        };
        QualifiedName::new(PRIVATE, names::fit(&name))
    }

    fn body(&self, context: &Context<'_>) -> String {
        match self {
            Self::Tenants { tenant, roles } => tenants(context, *tenant, roles.is_some()),
            Self::Rows { table, key, condition } => select(context, *table, key, condition),
            Self::Shared { share, link, column, principal, .. } => {
                let named = Condition::Is(context.column(*share, *column).to_owned(), Ids::Caller(*principal));
                let condition = Condition::all([named, super::allow::kept(context.table(*share))]);
                select(context, *share, context.column(*share, *link), &condition)
            }
            Self::May { table, key, verb, role } => {
                select(context, *table, key, &super::access::may(context, *table, *verb, role))
            }
            Self::Founded { tenant } => founded(context, *tenant),
        }
    }

    /// The type of the keys.
    fn data_type(&self, context: &Context<'_>) -> String {
        let of = |table: TableId, column: &str| {
            let table = context.table(table);
            table.column_named(column).map(|column| table.column(column).data_type.clone()).unwrap_or_default()
        };
        match self {
            Self::Tenants { tenant, .. } | Self::Founded { tenant } => super::tenant::key(context, *tenant)
                .map_or_else(String::new, |key| of(*tenant, context.column(*tenant, key))),
            Self::Rows { table, key, .. } | Self::May { table, key, .. } => of(*table, key),
            Self::Shared { share, link, .. } => of(*share, context.column(*share, *link)),
        }
    }

    /// Conditions inside it, which may call other helpers.
    fn inner(&self, context: &Context<'_>) -> Condition {
        match self {
            Self::Rows { condition, .. } => (**condition).clone(),
            Self::May { table, verb, role, .. } => super::access::may(context, *table, *verb, role),
            _ => Condition::Always,
        }
    }

    fn comment(&self, context: &Context<'_>) -> String {
        let name = |table: &TableId| context.table(*table).name.to_string();
        match self {
            Self::Tenants { tenant, roles: None } => format!("Keys of {} that the caller is a member of", name(tenant)),
            Self::Tenants { tenant, .. } => {
                format!("Keys of {} that the caller is a member of, with one of these roles", name(tenant))
            }
            Self::Rows { table, .. } => format!("Keys of {} that belong to the caller", name(table)),
            Self::Shared { of, share, .. } => {
                format!("Keys of {} that {} shares with the caller", name(of), name(share))
            }
            Self::May { table, verb, role, .. } => {
                format!("Keys of {} that a caller with role {role} may {}", name(table), verb.word())
            }
            Self::Founded { tenant } => format!("Keys of stored {} that the caller created", name(tenant)),
        }
    }

    /// Only one kind takes anything: the roles that count.
    fn arguments(&self) -> Vec<Argument> {
        let roles = matches!(self, Self::Tenants { roles: Some(_), .. });
        let argument = || Argument { name: "roles".to_owned(), data_type: "text[]".to_owned(), ..Argument::default() };
        roles.then(argument).into_iter().collect()
    }

    fn function_name(&self, context: &Context<'_>) -> FunctionName {
        let arguments = self.arguments().into_iter().map(|argument| argument.data_type).collect();
        FunctionName { name: self.name(context), arguments }
    }

    fn function(&self, context: &Context<'_>) -> Function {
        Function {
            name: self.function_name(context),
            arguments: self.arguments(),
            returns: Returns::SetOf(self.data_type(context)),
            language: "sql".to_owned(),
            volatility: Volatility::Stable,
            security_definer: true,
            settings: Function::pinned(),
            body: self.body(context),
            comment: Some(self.comment(context)),
            compiled: true,
            ..Function::default()
        }
    }
}

fn plain(context: &Context<'_>, table: TableId) -> String {
    let name = &context.table(table).name;
    if name.schema == context.model.base.hints.default_schema {
        name.name.clone()
    } else {
        format!("{}_{}", name.schema, name.name)
    }
}

fn tenants(context: &Context<'_>, tenant: TableId, by_role: bool) -> String {
    let Some(members) = &context.table(tenant).members else { return String::new() };
    let own = Condition::Is(
        context.column(members.table, members.principal_column).to_owned(),
        Ids::Caller(members.principal),
    );
    let counts = members.when.as_ref().map_or(Condition::Always, Condition::row);
    let mut sql = select(
        context,
        members.table,
        context.column(members.table, members.tenant_column),
        &Condition::all([own, counts]),
    );
    if let (true, Some(role)) = (by_role, &members.role) {
        let alias = quote_identifier(&context.table(members.table).name.name);
        sql.push_str(&format!(" and ({})::text = any ($1)", role.qualified_for_rows(&alias)));
    }
    sql
}

fn founded(context: &Context<'_>, tenant: TableId) -> String {
    let key = super::tenant::key(context, tenant).map_or("", |key| context.column(tenant, key));
    select(context, tenant, key, &super::tenant::created_by_caller(context, tenant))
}

/// Helpers that are called, with the roles whose policies call them.
#[derive(Debug, Default)]
pub struct Helpers {
    callers: BTreeMap<Helper, BTreeSet<String>>,
    /// Each after those that it calls.
    order: Vec<Helper>,
    /// What guards ask of the platform through us.
    platform: Asked,
}

impl Helpers {
    /// The helpers that a condition calls, for callers with these roles.
    pub fn need(&mut self, context: &Context<'_>, condition: &Condition, roles: &BTreeSet<String>) {
        let mut found = Vec::new();
        condition.helpers(&mut found);
        for helper in found {
            let known = self.callers.contains_key(helper);
            self.callers.entry(helper.clone()).or_default().extend(roles.iter().cloned());
            if !known {
                // Inside, the function's owner calls: no role needs anything.
                self.need(context, &helper.inner(context), &BTreeSet::new());
                self.order.push(helper.clone());
            }
        }
    }

    /// Functions of the platform that a guard asks through ours.
    pub fn need_platform(&mut self, asked: Asked) {
        for (function, roles) in asked {
            self.platform.entry(function).or_default().extend(roles);
        }
    }

    /// Adds what others need, too.
    pub fn append(&mut self, other: Self) {
        self.need_platform(other.platform);
        for helper in other.order {
            if !self.callers.contains_key(&helper) {
                self.order.push(helper);
            }
        }
        for (helper, roles) in other.callers {
            self.callers.entry(helper).or_default().extend(roles);
        }
    }

    /// Their names, each after those that it calls.
    pub fn names(&self, context: &Context<'_>) -> Vec<FunctionName> {
        self.order.iter().map(|helper| helper.function_name(context)).collect()
    }

    /// The functions.
    pub fn functions(&self, context: &Context<'_>) -> BTreeMap<FunctionName, Function> {
        let mut functions: BTreeMap<FunctionName, (Function, BTreeSet<String>)> = BTreeMap::new();
        for (helper, roles) in &self.callers {
            let function = helper.function(context);
            let (_, all) = functions.entry(function.name.clone()).or_insert((function, BTreeSet::new()));
            all.extend(roles.iter().cloned());
        }
        let helpers = functions.into_iter().map(|(name, (function, roles))| (name, granted(function, roles)));
        helpers.chain(platform::functions(&self.platform)).collect()
    }
}

/// EXECUTE for these roles.
pub fn granted(mut function: Function, roles: BTreeSet<String>) -> Function {
    let grant = |role| Grant { role, privilege: "EXECUTE".to_owned(), ..Grant::default() };
    function.grants = roles.into_iter().map(grant).collect();
    function
}

/// The role of a membership row is one of these.
pub fn role_is(role: &crate::expression::Expression, names: &[String]) -> Condition {
    Condition::Role(Written(role.clone()), names.to_vec())
}
