//! The five source systems: what import makes of their own databases is understood whole and comes back the same.

use super::{all_well, import};
use crate::examples::Example;
use crate::servers;
use schemagen::postgres::Scratch;

const EXAMPLES: [&str; 5] =
    ["creator-os", "creator-os-review", "saas-foundation", "novel-to-comic", "profile-isolation"];

#[test]
fn examples_come_back() {
    for server in servers() {
        let ended: Vec<_> = EXAMPLES.iter().map(|name| ((*name).to_owned(), comes_back(server, name))).collect();
        all_well(&ended);
    }
}

fn comes_back(server: &Scratch, name: &str) -> Result<(), String> {
    let example = Example::compile(name);
    let source = example.database(server);
    example.up(&source);
    let imported = import(&source)?;
    for raw in ["access: written", "policies:", "_immutable"] {
        if imported.model.contains(raw) {
            return Err(format!("the model holds `{raw}`:\n{}\n{}", imported.model, imported.report));
        }
    }
    imported.is_exact(&source, &example.database(server))
}
