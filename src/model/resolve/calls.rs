//! Who must be able to call which function: what policies, defaults and checks call, PostgreSQL calls with the rights of
//! whoever touches the row. A role that may not would have an error from every statement.

use super::order::Needs;
use crate::catalog::{Function, Management, ObjectName, QualifiedName};
use crate::diagnostics::{Code, Diagnostic};
use crate::expression::{Expression, calls_of};
use crate::model::{Access, Allow, Model, OwnerLink, PrincipalId, Subject, Table, Verb};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Says which functions lack `call`.
pub(super) fn check(model: &Model, needs: &Needs, findings: &mut Vec<Diagnostic>) {
    if model.base.hints.written_privileges || model.base.functions.is_empty() {
        return;
    }
    let mut calls = Calls { model, called_by: BTreeMap::new(), functions: BTreeMap::new(), refused: BTreeMap::new() };
    needs.calls().for_each(|(object, function)| calls.called_by.entry(object).or_default().push(function));
    for function in model.base.functions.values() {
        calls.functions.entry(&function.name.name).or_default().push(function);
    }
    calls.identities();
    model.tables.iter().filter(|table| is_protected(table)).for_each(|table| calls.table(table));
    model.tables.iter().filter(|table| table.raw_policies).for_each(|table| calls.raw_policies(table));
    calls.views();
    findings.extend(calls.refused.iter().map(|(name, refused)| calls.finding(name, refused)));
}

/// Its policies are ours, and callers meet them.
fn is_protected(table: &Table) -> bool {
    table.management != Management::None && !matches!(table.access, Some(Access::Open | Access::Written))
}

/// Roles that may not call a function, and where it is called for them.
struct Refused {
    roles: BTreeSet<String>,
    span: Span,
    by: String,
}

struct Calls<'m> {
    model: &'m Model,
    called_by: BTreeMap<&'m ObjectName, Vec<&'m QualifiedName>>,
    /// Overloads by name.
    functions: BTreeMap<&'m QualifiedName, Vec<&'m Function>>,
    refused: BTreeMap<QualifiedName, Refused>,
}

impl<'m> Calls<'m> {
    fn signed_in(&self) -> BTreeSet<String> {
        BTreeSet::from([self.model.base.hints.signed_in.clone()])
    }

    /// What tells who the caller is.
    fn identities(&mut self) {
        for (place, principal) in self.model.principals.iter().enumerate() {
            let id = PrincipalId::new(place);
            if self.model.tables.iter().any(|table| is_protected(table) && names(self.model, table, id)) {
                self.expression(
                    &principal.id,
                    &self.signed_in(),
                    &format!("policies of the principal {}", principal.name),
                );
            }
        }
    }

    fn table(&mut self, table: &'m Table) {
        let by = format!("policies of {}", table.name);
        for rule in &table.allow {
            let roles = self.named(rule);
            rule.when.iter().chain(&rule.becomes).for_each(|condition| self.expression(condition, &roles, &by));
            for group in
                rule.to.iter().filter_map(|to| if let Subject::Group(group) = to { Some(*group) } else { None })
            {
                self.expression(&self.model.group(group).condition, &self.signed_in(), &by);
            }
        }
        for deny in &table.deny {
            let roles = self.callers(table, |verb| deny.can.contains_key(&verb));
            deny.when.iter().chain(&deny.becomes).for_each(|condition| self.expression(condition, &roles, &by));
        }
        for (verb, groups) in &table.require {
            let roles = self.callers(table, |asked| asked == *verb);
            groups.iter().for_each(|group| self.expression(&self.model.group(*group).condition, &roles, &by));
        }
        let writers = self.callers(table, |verb| matches!(verb, Verb::Create | Verb::Update));
        self.object(
            &ObjectName::Table(table.name.clone()),
            &writers,
            table.span,
            &format!("defaults or checks of {}", table.name),
        );
    }

    fn raw_policies(&mut self, table: &Table) {
        let Some(object) = self.model.base.tables.get(&table.name) else { return };
        for policy in object.policies.values() {
            let sql = policy.using.iter().chain(&policy.check);
            let called = sql.flat_map(|sql| calls_of(&format!("select {sql}"), Span::default()));
            let called: Vec<QualifiedName> =
                called.filter_map(|used| Some(QualifiedName::new(used.schema?, used.name))).collect();
            let roles = policy.roles.iter().flat_map(|role| self.of_role(role)).collect();
            let by = format!("policy {} of {}", policy.name, table.name);
            called.iter().for_each(|name| self.called(name, &roles, (table.span, &by), &mut BTreeSet::new()));
        }
    }

    /// The callers that a model knows; `public` is everybody.
    fn of_role(&self, role: &str) -> Vec<String> {
        let hints = &self.model.base.hints;
        match role {
            "public" => vec![hints.anonymous.clone(), hints.signed_in.clone()],
            role if role == hints.anonymous || role == hints.signed_in || self.model.base.roles.contains_key(role) => {
                vec![role.to_owned()]
            }
            _ => Vec::new(),
        }
    }

    /// "The user of a view must have permissions to call all functions used by the view" (CREATE VIEW), whoever owns it.
    fn views(&mut self) {
        for view in self.model.base.views.values().filter(|view| view.management != Management::None) {
            let roles = view.grants.iter().filter(|grant| grant.privilege == "SELECT").map(|grant| grant.role.clone());
            let object = ObjectName::View(view.name.clone());
            let span = self.model.spans.get(&object).copied().unwrap_or_default();
            self.object(&object, &roles.collect(), span, &format!("readers of {}", view.name));
        }
    }

    /// The roles that a rule names.
    fn named(&self, rule: &Allow) -> BTreeSet<String> {
        let hints = &self.model.base.hints;
        let of = |subject: &Subject| match subject {
            Subject::Anyone => vec![hints.anonymous.clone(), hints.signed_in.clone()],
            Subject::Role(role) => vec![role.clone()],
            _ => vec![hints.signed_in.clone()],
        };
        let through = rule.through.map(|_| hints.signed_in.clone());
        rule.to.iter().flat_map(of).chain(through).collect()
    }

    /// The roles that some rule of a table gives such a verb.
    fn callers(&self, table: &Table, verb: impl Fn(Verb) -> bool) -> BTreeSet<String> {
        let owner = table.owners.iter().any(|link| link.can.gives(|can| can.keys().any(|given| verb(*given))));
        let member = table.members.is_some() || table.membership_of.is_some();
        let reader = table.access == Some(Access::Shared) && verb(Verb::Read);
        let mut roles = if owner || member || reader { self.signed_in() } else { BTreeSet::new() };
        let rules = table.allow.iter().filter(|rule| rule.can.keys().any(|given| verb(*given)));
        roles.extend(rules.flat_map(|rule| self.named(rule)));
        roles
    }

    fn expression(&mut self, expression: &Expression, roles: &BTreeSet<String>, by: &str) {
        for function in &expression.functions {
            self.called(function, roles, (expression.span, by), &mut BTreeSet::new());
        }
    }

    /// What an object's own SQL calls.
    fn object(&mut self, object: &ObjectName, roles: &BTreeSet<String>, span: Span, by: &str) {
        for function in self.called_by.get(object).cloned().unwrap_or_default() {
            self.called(function, roles, (span, by), &mut BTreeSet::new());
        }
    }

    /// A function, and what it calls itself with its caller's rights.
    fn called(
        &mut self,
        name: &QualifiedName,
        roles: &BTreeSet<String>,
        place: (Span, &str),
        seen: &mut BTreeSet<QualifiedName>,
    ) {
        let overloads = self.functions.get(name).cloned().unwrap_or_default();
        let ours = |function: &&Function| function.management != Management::None;
        if !overloads.iter().all(ours) || overloads.is_empty() || !seen.insert(name.clone()) {
            return;
        }
        let may = |function: &Function, role: &String| {
            let to = |grantee: &String| grantee == role || grantee == "public";
            let held = function.grants.iter().filter(|grant| grant.privilege == "EXECUTE");
            held.map(|grant| &grant.role).any(to)
        };
        let refused = |role: &&String| !overloads.iter().any(|function| may(function, role));
        let refused: BTreeSet<String> = roles.iter().filter(refused).cloned().collect();
        if !refused.is_empty() {
            let (span, by) = (place.0, place.1.to_owned());
            let known = self.refused.entry(name.clone()).or_insert(Refused { roles: BTreeSet::new(), span, by });
            known.roles.extend(refused);
        }
        for function in overloads.iter().filter(|function| !function.security_definer) {
            self.within(function).iter().for_each(|inner| self.called(inner, roles, place, seen));
        }
    }

    /// What a function calls: by its parsed body, or by the text of one in language sql, where names have their schema.
    fn within(&self, function: &Function) -> Vec<QualifiedName> {
        let parsed = self.called_by.get(&ObjectName::Function(function.name.clone())).into_iter().flatten();
        let written = if function.language == "sql" { calls_of(&function.body, Span::default()) } else { Vec::new() };
        let written = written.into_iter().filter_map(|used| Some(QualifiedName::new(used.schema?, used.name)));
        parsed.map(|name| (*name).clone()).chain(written).collect()
    }

    fn finding(&self, name: &QualifiedName, refused: &Refused) -> Diagnostic {
        let object =
            self.functions.get(name).and_then(|all| all.first()).map(|one| ObjectName::Function(one.name.clone()));
        let span = object.and_then(|object| self.model.spans.get(&object)).copied().unwrap_or_default();
        let hints = &self.model.base.hints;
        let word = |role: &String| match role {
            role if *role == hints.signed_in => "signed_in".to_owned(),
            role if *role == hints.anonymous => "anyone".to_owned(),
            role => role.clone(),
        };
        let mut words: Vec<String> = refused.roles.iter().map(word).collect();
        if words.iter().any(|word| word == "anyone") {
            words.retain(|word| word != "signed_in");
        }
        let roles: Vec<&str> = refused.roles.iter().map(String::as_str).collect();
        let message = format!("{} call `{}`, and {} may not", refused.by, name.name, roles.join(" and "));
        Diagnostic::new(Code::Uncallable, span, message)
            .related(refused.span, "called here, with the caller's rights")
            .help(format!("add `call: [{}]` to the function", words.join(", ")))
    }
}

/// A rule of the table compares with this principal's id.
fn names(model: &Model, table: &Table, principal: PrincipalId) -> bool {
    let of = model.principal(principal).table;
    let owns = |link: &OwnerLink| match link.principal.filter(|_| link.own_key) {
        Some(own) => own == principal,
        None => table.column(link.column).references.is_some_and(|to| to.table == of),
    };
    let named = |subject: &Subject| match subject {
        Subject::Column(_, other) | Subject::Share { principal: other, .. } => *other == principal,
        _ => false,
    };
    let member = table.members.as_ref().is_some_and(|members| members.principal == principal);
    member || table.owners.iter().any(owns) || table.allow.iter().flat_map(|rule| &rule.to).any(named)
}
