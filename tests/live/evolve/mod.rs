//! Models that change in many small steps on a live database with rows in it, as they do in years of use: after each step
//! no drift, nothing to do the second time, no value lost; down and up give everything back.
//!
//! `SCHEMAGEN_EVOLVE_SEED=7 SCHEMAGEN_EVOLVE_SEEDS=20 SCHEMAGEN_EVOLVE_STEPS=20 cargo test --test live evolve` runs as many as
//! wanted, from a seed on; `SCHEMAGEN_EVOLVE_SHOW=1` tells the steps.

mod abandoned;
mod dice;
mod older;
mod removal;
mod renamed;
mod returning;
mod rows;
mod step;
mod taken_back;

use crate::{apply, psql, servers};
use dice::Dice;
use rows::Values;
use schemagen::backends::{Backend, Options, rollback::Rollback, sql::Sql};
use schemagen::catalog::Catalog;
use schemagen::diff::text;
use schemagen::output::OutputTree;
use schemagen::postgres::{Database, Scratch, drift_on};
use schemagen::source::Sources;
use schemagen::spec::{self, Spec};
use step::Step;

fn number(name: &str, default: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(default)
}

/// What a model is to be, and its SQL.
type Model = (Catalog, OutputTree);

/// What all models here begin with.
const HEAD: &str = "schemagen: 1\nproject: evolve\ntarget: supabase\n";

/// A model that compiles, of what stands below the head that all have.
fn model(text: &str) -> Model {
    let text = format!("{HEAD}{text}");
    compiled(&text).unwrap_or_else(|| panic!("does not compile:\n{text}"))
}

/// The catalog and the SQL of a whole model; nothing when it has an error.
pub fn compiled(text: &str) -> Option<Model> {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text.to_owned());
    let catalog = schemagen::compile::compile(&sources).0?.catalog;
    let mut tree = Sql.emit(&catalog, &Options::default());
    tree.extend(Rollback.emit(&catalog, &Options::default()));
    Some((catalog, tree))
}

pub fn parsed(text: &str) -> Spec {
    let mut sources = Sources::default();
    sources.add("schema.yaml", text.to_owned());
    let (spec, findings) = spec::parse(&sources);
    assert!(findings.is_empty(), "{findings:#?}\n{text}");
    spec
}

/// Catalog rows and ledger: the same where nothing was done.
pub fn untouched(database: &Database) -> String {
    psql(
        database,
        &format!(
            "{}; select coalesce(max(seq), 0) from schemagen.ledger",
            include_str!("../up/written.sql").trim().trim_end_matches(';')
        ),
    )
}

/// A database in the middle of its history.
struct Life<'a> {
    server: &'a Scratch,
    database: Database,
    name: String,
}

impl<'a> Life<'a> {
    fn new(server: &'a Scratch, name: &str) -> Self {
        let database = server.supabase(name).unwrap();
        Self { server, database, name: format!("{name}, PostgreSQL {}", server.major()) }
    }

    /// Another that goes on from here.
    fn copy(&self) -> Self {
        Self { server: self.server, database: self.server.copy(&self.database).unwrap(), name: self.name.clone() }
    }

    fn up(&self, (catalog, tree): &Model, when: &str) {
        let ended = std::panic::catch_unwind(|| apply(&self.database, tree, "sql/up"));
        let said = ended.unwrap_or_else(|failure| panic!("{}, {when}: {}", self.name, message(&failure)));
        self.no_drift(&self.database, catalog, &format!("{when}\n{said}"));
        let before = untouched(&self.database);
        apply(&self.database, tree, "sql/up");
        assert_eq!(untouched(&self.database), before, "{}, {when}: up again changes something", self.name);
    }

    fn no_drift(&self, database: &Database, catalog: &Catalog, when: &str) {
        let changes = drift_on(self.server, catalog, &mut database.client().unwrap())
            .unwrap_or_else(|failure| panic!("{failure}"));
        assert!(changes.is_empty(), "{}, {when}:\n{}", self.name, text(&changes));
    }

    /// On a copy: what down takes away, up gives back.
    fn down_and_up(&self, (catalog, tree): &Model, when: &str) {
        let copy = self.server.copy(&self.database).unwrap();
        let before = Values::of(&copy);
        for folder in ["sql/down", "sql/up"] {
            let ended = std::panic::catch_unwind(|| apply(&copy, tree, folder));
            ended.unwrap_or_else(|failure| panic!("{}, {folder} after {when}: {}", self.name, message(&failure)));
        }
        self.no_drift(&copy, catalog, &format!("down and up after {when}"));
        before.assert_kept(&Values::of(&copy), &Step::default(), &format!("{}, down and up after {when}", self.name));
    }

    /// On a copy: what an older model takes away, this one gives back. It may refuse, where values are none of its types.
    fn older_and_back(&self, older: &OutputTree, (catalog, tree): &Model, when: &str) {
        let copy = self.copy();
        let before = Values::of(&copy.database);
        let ended = std::panic::catch_unwind(|| apply(&copy.database, older, "sql/up"));
        let refused = ended.as_ref().err().map(message).unwrap_or_default();
        assert!(
            ended.is_ok() || refused.contains("SG50") || refused.contains("SG511"),
            "{}, {when}: {refused}",
            self.name
        );
        let ended = std::panic::catch_unwind(|| apply(&copy.database, tree, "sql/up"));
        ended.unwrap_or_else(|failure| panic!("{}, {when}: {}\n{refused}", self.name, message(&failure)));
        self.no_drift(&copy.database, catalog, when);
        before.assert_kept(&Values::of(&copy.database), &Step::default(), &format!("{}, {when}", self.name));
    }
}

fn message(failure: &Box<dyn std::any::Any + Send>) -> String {
    failure.downcast_ref::<String>().cloned().unwrap_or_default()
}

fn evolve(example: &str, seed: u64) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(example);
    let mut spec = parsed(&std::fs::read_to_string(folder.join("schema.yaml")).unwrap());
    spec.seed.clear();
    let server = &servers()[usize::try_from(seed).unwrap() % servers().len()];
    let life = Life {
        server,
        database: server.supabase("evolve").unwrap(),
        name: format!("{example}, seed {seed}, PostgreSQL {}", server.major()),
    };
    let model = compiled(&spec::format(&spec)).unwrap();
    life.up(&model, "the first up");
    schemagen::postgres::psql_files(&life.database.url, &[&folder.join("data.sql")])
        .unwrap_or_else(|failure| panic!("{failure}"));
    let mut dice = Dice(seed.wrapping_mul(1_000_003) ^ example.len() as u64);
    let (mut told, mut trees) = (Vec::new(), vec![model.1]);
    for count in 1..=number("SCHEMAGEN_EVOLVE_STEPS", 20) {
        let (step, next, model) = step::next(&spec, &mut dice, count);
        spec = next;
        told.push(format!("{count}: {}", step.told));
        if number("SCHEMAGEN_EVOLVE_SHOW", 0) == 1 {
            println!("{}: {}", life.name, told.last().unwrap());
        }
        let when = told.join("\n");
        rows::write(&life.database);
        let before = Values::of(&life.database);
        life.up(&model, &when);
        before.assert_kept(&Values::of(&life.database), &step, &format!("{}, {when}", life.name));
        assert!(rows::write(&life.database) > 0, "{}, {when}: no row can be written any more", life.name);
        if count % 5 == 0 {
            life.down_and_up(&model, &when);
            let older = usize::try_from(count * 7).unwrap() % trees.len();
            life.older_and_back(&trees[older], &model, &format!("{when}\nand back from {older}"));
        }
        trees.push(model.1);
    }
}

macro_rules! example {
    ($module:ident, $folder:literal) => {
        #[test]
        fn $module() {
            let first = number("SCHEMAGEN_EVOLVE_SEED", 1);
            for seed in first..first + number("SCHEMAGEN_EVOLVE_SEEDS", 2) {
                evolve($folder, seed);
            }
        }
    };
}

example!(creator_os, "creator-os");
example!(creator_os_review, "creator-os-review");
example!(saas_foundation, "saas-foundation");
example!(novel_to_comic, "novel-to-comic");
example!(profile_isolation, "profile-isolation");
