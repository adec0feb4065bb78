//! Organizations of every kind: what import makes of the databases of these models is understood whole and comes back the
//! same.

use super::{all_well, import};
use crate::examples::Example;
use crate::servers;
use schemagen::postgres::Scratch;
use std::path::Path;

const MODELS: [&str; 3] = ["equals", "founders", "roles"];

#[test]
fn organizations_come_back() {
    for server in servers() {
        let ended: Vec<_> = MODELS.iter().map(|name| ((*name).to_owned(), comes_back(server, name))).collect();
        all_well(&ended);
    }
}

fn comes_back(server: &Scratch, name: &str) -> Result<(), String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/live/imported/models").join(name);
    let model = Example::compile_at(name, &folder);
    let source = model.database(server);
    model.up(&source);
    let imported = import(&source)?;
    for raw in ["access: written", "policies:", "private"] {
        if imported.model.contains(raw) {
            return Err(format!("the model holds `{raw}`:\n{}\n{}", imported.model, imported.report));
        }
    }
    imported.is_exact(&source, &model.database(server))
}
