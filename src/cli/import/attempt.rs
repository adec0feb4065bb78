//! What was understood and written, built on a scratch server until it is the same; what is not is given up piece by
//! piece, from the words of the language to the object's own SQL.

use super::aside::{self, Asides};
use crate::catalog::{Catalog, ObjectName, QualifiedName};
use crate::compile::compile;
use crate::diagnostics::Code;
use crate::diff::{self, Change, Owner, What};
use crate::infer::{self, Inferred};
use crate::postgres::{self, Failure, Scratch};
use crate::source::Sources;
use crate::spec::lift::{Fate, Note, Options, Place, Spelling};
use std::collections::{BTreeMap, BTreeSet};

/// Every attempt gives something up.
const ATTEMPTS: usize = 20;

/// What has been given up so far.
pub struct Attempts<'a> {
    live: &'a Catalog,
    options: Options,
    scratch: &'a Scratch,
    /// The scratch server prints as the live one does.
    exact: bool,
    /// Tables that were misread.
    refused: BTreeMap<QualifiedName, String>,
    /// What its own SQL stands for.
    asides: Asides,
    /// What is not the same either way: it stays in words, and that is said.
    different: BTreeMap<Place, String>,
}

/// How an attempt ended.
enum End {
    Settled,
    GaveUp,
    /// Nothing is left to give up.
    Refused(Failure),
}

impl<'a> Attempts<'a> {
    pub fn new(live: &'a Catalog, options: Options, scratch: &'a Scratch, exact: bool) -> Self {
        let (refused, asides, different) = (BTreeMap::new(), Asides::new(), BTreeMap::new());
        Self { live, options, scratch, exact, refused, asides, different }
    }

    /// Tries until what is left is right.
    pub fn settle(mut self, show: &dyn Fn(&str)) -> Result<Inferred, Failure> {
        let mut last = Failure::new(Code::StatementFailed, "the model that was tried last is not the database");
        for attempt in 1..=ATTEMPTS {
            show(&format!("building what was understood, attempt {attempt}"));
            self.options.aside = aside::written(self.live, &self.asides);
            let inferred = infer::settle(self.live, &self.options, &self.refused);
            match self.attempt(&inferred) {
                End::Settled => {
                    show("comparing what the policies mean");
                    let certain = self.certain(inferred);
                    return Ok(self.told(certain));
                }
                End::GaveUp => {}
                End::Refused(failure) if self.spell_as_printed() => last = failure,
                End::Refused(failure) => last = self.give_up_everything(failure)?,
            }
        }
        Err(hopeless(&last))
    }

    fn attempt(&mut self, inferred: &Inferred) -> End {
        if !inferred.broken.is_empty() {
            if self.spell_nearer(inferred.broken.keys()) {
                return End::GaveUp;
            }
            return self.set_aside(inferred.broken.clone(), "no model was written that compiles");
        }
        let mut sources = Sources::default();
        sources.add("import", crate::spec::format(&inferred.lifted.spec));
        let (Some(mut compiled), _) = compile(&sources) else {
            let why = inferred.hopeless.clone().unwrap_or_default();
            return End::Refused(Failure::new(Code::StatementFailed, format!("the model does not compile: {why}")));
        };
        // nothing is to stand in for what its own SQL makes
        compiled.catalog.tables.retain(|name, _| !self.is_aside(name));
        match postgres::built_on(self.scratch, &compiled.catalog) {
            Ok(built) => self.compare(inferred, &built),
            Err(failure) => self.blame(&failure),
        }
    }

    fn is_aside(&self, table: &QualifiedName) -> bool {
        self.asides.contains_key(&Place::Whole(ObjectName::Table(table.clone())))
    }

    /// A server refused a statement of the model.
    fn blame(&mut self, failure: &Failure) -> End {
        // what the server says comes behind the statement
        let why = failure.message.rsplit_once("`: ").map_or(failure.message.as_str(), |(_, rest)| rest).to_owned();
        match failure.place.as_ref().and_then(|place| self.stands_for(place)) {
            Some(place) if self.spell_nearer([&place].into_iter()) => End::GaveUp,
            Some(place) => self.set_aside(BTreeMap::from([(place, why)]), &failure.message),
            None => End::Refused(failure.clone()),
        }
    }

    /// What its own SQL could stand for; the SQL that stands for something already is of that.
    fn stands_for(&self, place: &Place) -> Option<Place> {
        match place {
            Place::Whole(ObjectName::Raw(name)) => self.asides.keys().find(|place| place.to_string() == *name).cloned(),
            Place::Whole(ObjectName::Schema(_) | ObjectName::Extension(_) | ObjectName::Role(_)) => None,
            place => Some(place.clone()),
        }
    }

    /// Spells these nearer to what the server printed; whether one of them could be.
    fn spell_nearer<'p>(&mut self, places: impl Iterator<Item = &'p Place>) -> bool {
        let mut nearer = false;
        for place in places {
            nearer |= self.options.words.nearer(place);
        }
        nearer
    }

    /// Nothing is spelled otherwise than the server did; whether something was.
    fn spell_as_printed(&mut self) -> bool {
        let before = std::mem::replace(&mut self.options.words.usual, Spelling::Printed);
        before != Spelling::Printed
    }

    fn set_aside(&mut self, places: BTreeMap<Place, String>, doing: &str) -> End {
        let mut gave_up = false;
        for (place, why) in places {
            let (_, tried) = self.asides.entry(place).or_insert((why, 0));
            *tried += 1;
            gave_up |= *tried <= 2;
        }
        if gave_up { End::GaveUp } else { End::Refused(Failure::new(Code::StatementFailed, doing)) }
    }

    /// What was built, against the database: what was misread is refused, what the words get wrong is set aside, and
    /// what its own SQL gets wrong as well goes back to words.
    fn compare(&mut self, inferred: &Inferred, built: &Catalog) -> End {
        let mut gave_up = false;
        for change in diff::between(self.live, built) {
            let what = format!("{} would differ", change.object);
            // first it may be how it is spelled
            let place = aside::place(self.live, &change);
            if self.exact && place.is_some_and(|place| self.spell_nearer([&place].into_iter())) {
                gave_up = true;
            } else if let Some(table) = table_of(&change).filter(|table| inferred.understood.contains(table)) {
                gave_up |= self.refused.insert(table, what).is_none();
            } else if self.exact && self.is_ours(&change) {
                gave_up |= self.other(&change, what);
            }
        }
        if gave_up { End::GaveUp } else { End::Settled }
    }

    fn other(&mut self, change: &Change, what: String) -> bool {
        let Some(place) = aside::place(self.live, change) else { return false };
        if self.different.contains_key(&place) {
            return false;
        }
        if self.asides.remove(&place).is_some() {
            self.different.insert(place, what);
        } else {
            self.asides.insert(place, (format!("in the words of the language, {what}"), 1));
        }
        true
    }

    /// It is neither what a new database holds nor of a schema that was left out.
    fn is_ours(&self, change: &Change) -> bool {
        let before = &self.options.before;
        let ours = match &change.object.of {
            Owner::Relation(relation) => {
                self.live.tables.contains_key(relation) && !before.tables.contains_key(relation)
            }
            Owner::Schema(schema) => {
                !before.schemas.contains_key(schema) || schema == crate::spec::lift::DEFAULT_SCHEMA
            }
            Owner::Database => false,
        };
        ours && !matches!(change.what, What::Added(_))
    }

    /// Every table that was understood is written as it is; then there is nothing left.
    fn give_up_everything(&mut self, failure: Failure) -> Result<Failure, Failure> {
        let all: BTreeSet<&QualifiedName> = self.live.tables.keys().collect();
        let before = self.refused.len();
        let why = "nothing that was understood came out the same";
        all.into_iter().for_each(|table| {
            self.refused.entry(table.clone()).or_insert_with(|| why.to_owned());
        });
        if self.refused.len() > before { Ok(failure) } else { Err(hopeless(&failure)) }
    }

    /// Adds what is certain of tables whose policies are kept.
    fn certain(&self, mut inferred: Inferred) -> Inferred {
        let built = |catalog: &Catalog| {
            let mut catalog = catalog.clone();
            catalog.tables.retain(|name, _| !self.is_aside(name));
            postgres::built_on(self.scratch, &catalog).ok()
        };
        // another version may print otherwise
        if self.exact {
            inferred.certain = infer::beside(self.live, &mut inferred.lifted, &built);
        }
        inferred
    }

    /// Says what is not the same.
    fn told(self, mut inferred: Inferred) -> Inferred {
        let note = |(place, text): (Place, String)| Note { fate: Fate::Suspicious, object: place.to_string(), text };
        inferred.lifted.notes.extend(self.different.into_iter().map(note));
        inferred
    }
}

fn hopeless(failure: &Failure) -> Failure {
    Failure::new(failure.code, "no model of this database was found that builds").help(format!(
        "{}\n{}\nimport its schemas one by one (--schemas) to find the one that it fails for, and report it",
        failure.message, failure.help
    ))
}

fn table_of(change: &Change) -> Option<QualifiedName> {
    match &change.object.of {
        Owner::Relation(relation) => Some(relation.clone()),
        Owner::Schema(schema) if change.object.kind == "table" => Some(QualifiedName::new(schema, &change.object.name)),
        _ => None,
    }
}
