//! The five source systems, and organizations of every kind: what import makes of their own databases is understood whole
//! and comes back the same.

use super::{all_well, import};
use crate::examples::Example;
use crate::servers;
use schemagen::postgres::Scratch;
use std::path::Path;

const EXAMPLES: [&str; 5] =
    ["creator-os", "creator-os-review", "saas-foundation", "novel-to-comic", "profile-isolation"];

/// Folders of `models/`.
const ORGANIZATIONS: [&str; 3] = ["equals", "founders", "roles"];

/// What a model holds only where something was not understood; that of an organization names nothing of the compiler's.
const RAW: [&str; 3] = ["access: written", "policies:", "_immutable"];
const RAW_OF_ORGANIZATIONS: [&str; 3] = ["access: written", "policies:", "private"];

#[test]
fn examples_come_back() {
    come_back(&EXAMPLES, &RAW, Example::compile);
}

#[test]
fn organizations_come_back() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/imported/models");
    come_back(&ORGANIZATIONS, &RAW_OF_ORGANIZATIONS, |name| Example::compile_at(name, &models.join(name)));
}

/// What a token says, in groups and in conditions of rows. The guard of two columns stays a trigger.
#[test]
fn claims_come_back() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/models");
    come_back(&["claims"], &["access: written", "policies:"], |name| Example::compile_at(name, &models.join(name)));
}

fn come_back(names: &[&str], raw: &[&str], compile: impl Fn(&str) -> Example) {
    for server in servers() {
        let ended = names.iter().map(|name| ((*name).to_owned(), comes_back(server, &compile(name), raw)));
        all_well(&ended.collect::<Vec<_>>());
    }
}

fn comes_back(server: &Scratch, example: &Example, words: &[&str]) -> Result<(), String> {
    let source = example.database(server);
    example.up(&source);
    let imported = import(&source)?;
    for raw in words {
        if imported.model.contains(*raw) {
            return Err(format!("the model holds `{raw}`:\n{}\n{}", imported.model, imported.report));
        }
    }
    imported.is_exact(&source, &example.database(server))
}
