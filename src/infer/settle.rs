//! Guesses, compiled and compared until what is left is right.

use super::compare::{self, Verdict};
use super::compiled::{Surroundings, guess};
use super::compiled_members;
use super::recognise::recognise;
use super::{Guess, blame, columns::PRIVATE, principals, reduce, text};
use crate::catalog::{Catalog, FunctionName, Grant, QualifiedName, Table};
use crate::compile::{Compiled, compile};
use crate::diagnostics::{Diagnostic, Severity};
use crate::source::{Sources, Span, Spanned};
use crate::spec::lift::{Lifted, Options, Place, Recognised, RecognisedTable, lift, there};
use crate::spec::{AccessSpec, OwnerLinkSpec, OwnerSpec, Target};
use std::collections::{BTreeMap, BTreeSet};

/// Every round gives up a guess or writes something as it is; there are never that many.
const ROUNDS: usize = 40;

/// A database as a model, with what was understood of it.
#[derive(Debug, Clone, Default)]
pub struct Inferred {
    /// The model and what is to be said about it.
    pub lifted: Lifted,
    /// Tables whose access is in the words of the language.
    pub understood: BTreeSet<QualifiedName>,
    /// Tables whose policies are written, and that still say whose rows they hold.
    pub owned: BTreeSet<QualifiedName>,
    /// Tables whose policies are written, and whose keys beside them are certain.
    pub certain: BTreeSet<QualifiedName>,
    /// Tables that looked as if they were, and why they are written as they are.
    pub rejected: BTreeMap<QualifiedName, String>,
    /// What does not compile, and the first error about it; then there is no model yet.
    pub broken: BTreeMap<Place, String>,
    /// It does not compile, and nothing that is set aside would help: the first error.
    pub hopeless: Option<String>,
}

/// Infers what compiles to the same again. `refused` are tables that a server knew better about.
pub fn settle(catalog: &Catalog, options: &Options, refused: &BTreeMap<QualifiedName, String>) -> Inferred {
    let mut settling = Settling::new(catalog, options, refused);
    for _ in 0..ROUNDS {
        if settling.round() {
            break;
        }
    }
    settling.finish()
}

struct Settling<'a> {
    catalog: &'a Catalog,
    options: &'a Options,
    guesses: BTreeMap<QualifiedName, Guess>,
    /// Tables whose policies are written, and whose owner is certain.
    owned: BTreeMap<QualifiedName, Guess>,
    groups: BTreeMap<String, String>,
    /// Privileges of guessed tables that no key gives.
    written: BTreeMap<QualifiedName, Vec<Grant>>,
    /// Functions that the compiler makes again, as far as known.
    functions: BTreeSet<FunctionName>,
    rejected: BTreeMap<QualifiedName, String>,
    broken: BTreeMap<Place, String>,
    hopeless: Option<String>,
    lifted: Lifted,
}

impl<'a> Settling<'a> {
    fn new(catalog: &'a Catalog, options: &'a Options, refused: &BTreeMap<QualifiedName, String>) -> Self {
        let mut around = Surroundings {
            catalog,
            signed_in: "authenticated".to_owned(),
            anonymous: "anon".to_owned(),
            groups: BTreeMap::new(),
            tenants: compiled_members::tenants(catalog),
        };
        // what the mixin records changes in is made by it
        let record = |name: &QualifiedName| *name == QualifiedName::new("audit", "changes");
        let there = there(catalog, options);
        let tables = catalog
            .tables
            .values()
            .filter(|table| !refused.contains_key(&table.name) && !record(&table.name) && !there.contains(&table.name));
        let guesses: BTreeMap<QualifiedName, Guess> =
            tables.filter_map(|table| Some((table.name.clone(), guess(&mut around, table)?))).collect();
        let others =
            catalog.tables.values().filter(|table| !there.contains(&table.name) && !refused.contains_key(&table.name));
        let others = others.filter(|table| !guesses.contains_key(&table.name) && !table.force_row_security);
        let owned = others.filter_map(|table| Some((table.name.clone(), owned(catalog, table)?))).collect();
        let ours = |function: &&crate::catalog::Function| {
            function.name.name.schema == PRIVATE
                && function.settings.get("search_path").is_some_and(|path| path == crate::catalog::PINNED)
        };
        Self {
            catalog,
            options,
            guesses,
            owned,
            groups: around.groups,
            written: BTreeMap::new(),
            functions: catalog.functions.values().filter(ours).map(|function| function.name.clone()).collect(),
            rejected: refused.clone(),
            broken: BTreeMap::new(),
            hopeless: None,
            lifted: Lifted::default(),
        }
    }

    /// One round; true when nothing had to be given up.
    fn round(&mut self) -> bool {
        self.keep_called();
        let reduced = reduce::reduced(self.catalog, &self.guesses, &self.functions);
        self.lifted = lift(&reduced, &self.recognised(), self.options);
        let model = crate::spec::format(&self.lifted.spec);
        let mut sources = Sources::default();
        sources.add("import", model.clone());
        let (compiled, findings) = compile(&sources);
        match compiled {
            Some(compiled) => self.compare(&compiled),
            None => self.blame(&model, &findings),
        }
    }

    /// A function that something written calls is written as well.
    fn keep_called(&mut self) {
        loop {
            let called = |name: &FunctionName| {
                let by_table = self.catalog.tables.values().any(|table| match self.guesses.get(&table.name) {
                    None => compare::calls(table, &name.name),
                    Some(guess) => compare::calls(&beyond(table, guess), &name.name),
                });
                let written = self.catalog.functions.values().filter(|other| !self.functions.contains(&other.name));
                let call = format!("{}(", name.name);
                by_table || written.into_iter().any(|other| other.body.contains(&call))
            };
            let called: Vec<FunctionName> = self.functions.iter().filter(|name| called(name)).cloned().collect();
            if called.is_empty() {
                return;
            }
            self.functions.retain(|name| !called.contains(name));
        }
    }

    fn recognised(&self) -> Recognised {
        let supabase = self.options.target == Target::Supabase;
        Recognised {
            principals: principals::principals(self.catalog, self.guesses.iter().chain(&self.owned), supabase),
            groups: self.groups.iter().map(|(name, sql)| (text(name), text(sql))).collect(),
            tables: self.tables(),
            functions: self.functions.clone(),
            ..Recognised::default()
        }
    }

    fn tables(&self) -> BTreeMap<QualifiedName, RecognisedTable> {
        let owned = self.owned.iter().map(|(name, guess)| {
            (name.clone(), RecognisedTable { spec: guess.spec.clone(), ..RecognisedTable::default() })
        });
        owned.chain(self.guesses.iter().map(|(name, guess)| (name.clone(), self.table(name, guess)))).collect()
    }

    fn table(&self, name: &QualifiedName, guess: &Guess) -> RecognisedTable {
        let held = self.catalog.tables.get(name).map(|table| table.grants.clone()).unwrap_or_default();
        let written = self.written.get(name).map(Vec::as_slice).unwrap_or_default();
        RecognisedTable {
            spec: guess.spec.clone(),
            columns: guess.columns.clone(),
            mixed_columns: guess.mixed_columns.clone(),
            policies: guess.policies.clone(),
            grants: held.into_iter().filter(|grant| !written.contains(grant)).collect(),
            triggers: guess.triggers.clone(),
        }
    }

    fn compare(&mut self, compiled: &Compiled) -> bool {
        let mut settled = self.compare_functions(&compiled.catalog);
        for name in self.guesses.keys().cloned().collect::<Vec<_>>() {
            settled &= self.compare_table(&name, &compiled.catalog);
        }
        settled
    }

    /// Functions that no key brought back are the author's; tables that call one that is not the same were misread.
    fn compare_functions(&mut self, made: &Catalog) -> bool {
        let before = self.functions.len();
        self.functions.retain(|name| made.functions.contains_key(name));
        let mut settled = self.functions.len() == before;
        for function in compare::functions(self.catalog, made) {
            let callers = made.tables.values().filter(|table| compare::calls(table, &function));
            for table in callers.map(|table| table.name.clone()).collect::<Vec<_>>() {
                settled &= !self.reject(&table, format!("function {function} would not be the same"));
            }
        }
        settled
    }

    fn compare_table(&mut self, name: &QualifiedName, made: &Catalog) -> bool {
        let (Some(wanted), Some(made), Some(guess)) =
            (self.catalog.tables.get(name), made.tables.get(name), self.guesses.get_mut(name))
        else {
            return true;
        };
        match compare::table(wanted, made, guess) {
            Verdict::Differs(why) => !self.reject(name, why),
            Verdict::Besides { policies, grants, triggers } => {
                let mut settled = policies.is_empty() && triggers.is_empty();
                guess.policies.retain(|name| !policies.contains(name));
                guess.triggers.retain(|name| !triggers.contains(name));
                let known = self.written.entry(name.clone()).or_default();
                let new: Vec<Grant> = grants.into_iter().filter(|grant| !known.contains(grant)).collect();
                settled &= new.is_empty();
                known.extend(new);
                settled
            }
        }
    }

    /// Gives up a guess; whether there was one.
    fn reject(&mut self, table: &QualifiedName, why: String) -> bool {
        if self.owned.remove(table).is_some() {
            return true;
        }
        let known = self.guesses.remove(table).is_some();
        if known {
            self.rejected.insert(table.clone(), why);
        }
        known
    }

    /// The model does not compile: whoever it is said of was misread, or has no words that compile; if that is nobody,
    /// everything was misread.
    fn blame(&mut self, model: &str, findings: &[Diagnostic]) -> bool {
        let errors: Vec<&Diagnostic> = findings.iter().filter(|finding| finding.severity == Severity::Error).collect();
        let mut given_up = false;
        for finding in &errors {
            if let Some(table) = table_at(model, finding.primary.span.start as usize) {
                given_up |= self.reject(&table, finding.message.clone());
            }
        }
        if !given_up {
            self.broken = blame::blamed(self.catalog, &self.lifted, model, findings);
        }
        if !given_up && self.broken.is_empty() {
            let why = errors.first().map(|finding| finding.message.clone()).unwrap_or_default();
            let all: Vec<QualifiedName> = self.guesses.keys().chain(self.owned.keys()).cloned().collect();
            // every one of them, not only up to the first
            given_up = all.iter().filter(|table| self.reject(table, why.clone())).count() > 0;
            self.functions.clear();
            self.hopeless = (!given_up).then_some(why);
        }
        !given_up
    }

    fn finish(self) -> Inferred {
        Inferred {
            lifted: self.lifted,
            understood: self.guesses.into_keys().collect(),
            owned: self.owned.into_keys().collect(),
            certain: BTreeSet::new(),
            rejected: self.rejected,
            broken: self.broken,
            hopeless: self.hopeless,
        }
    }
}

/// Whose the rows of a table are, where its policies leave no doubt.
fn owned(catalog: &Catalog, table: &Table) -> Option<Guess> {
    let found = recognise(catalog, table);
    let link = |column: &String| OwnerLinkSpec { column: text(owner_word(table, column)), ..OwnerLinkSpec::default() };
    let links: Vec<OwnerLinkSpec> = found.owners.iter().map(link).collect();
    if links.is_empty() {
        return None;
    }
    let mut guess = Guess { callers: found.callers, ..Guess::default() };
    guess.spec.owner = Some(OwnerSpec { links, ..OwnerSpec::default() });
    guess.spec.access = Some(Spanned::new(AccessSpec::Written, Span::default()));
    Some(guess)
}

/// `self`, where the key refers to nothing.
fn owner_word<'c>(table: &Table, column: &'c str) -> &'c str {
    let refers = table.foreign_keys.values().any(|key| key.columns.first().is_some_and(|first| first == column));
    if refers { column } else { "self" }
}

/// The table with the policies and triggers that are written.
fn beyond(table: &Table, guess: &Guess) -> Table {
    let policies = table.policies.iter().filter(|(name, _)| !guess.policies.contains(*name));
    let triggers = table.triggers.iter().filter(|(name, _)| !guess.triggers.contains(*name));
    Table {
        policies: policies.map(|(name, policy)| (name.clone(), policy.clone())).collect(),
        triggers: triggers.map(|(name, trigger)| (name.clone(), trigger.clone())).collect(),
        ..Table::default()
    }
}

/// The table of the model that a place is in.
fn table_at(model: &str, place: usize) -> Option<QualifiedName> {
    let before = model.get(..place.min(model.len()))?;
    let section = before.rfind("\ntables:\n")? + 1;
    let later = before
        .get(section + 1..)?
        .lines()
        .skip(1)
        .any(|line| line.starts_with(|letter: char| letter.is_ascii_lowercase()));
    if later {
        return None;
    }
    // the line that the place is in counts whole
    let end = model.get(place..)?.find('\n').map_or(model.len(), |length| place + length);
    let key = |line: &&str| line.starts_with("  ") && !line.starts_with("   ") && line.ends_with(':');
    let line = model.get(section..end)?.lines().rfind(key)?;
    let name = line.trim().trim_end_matches(':').trim_matches('"');
    Some(match name.split_once('.') {
        Some((schema, name)) => QualifiedName::new(schema, name),
        None => QualifiedName::new("public", name),
    })
}
