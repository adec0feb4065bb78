//! `isolation.txt` is worth what it catches: every policy loosened, one at a time, must fail some line of it.

use crate::examples::{Example, wrong_lines};
use crate::servers;
use postgres::Client;

#[test]
fn loosened_policies_are_caught() {
    let server = &servers()[0];
    let mut unnoticed = Vec::new();
    for name in
        ["creator-os", "creator-os-review", "saas-foundation", "novel-to-comic", "profile-isolation", "membership"]
    {
        let example = Example::compile(name);
        let database = example.database(server);
        example.up(&database);
        example.run(&database, "data.sql");
        let mut client = database.superuser().unwrap();
        let mutants = mutants(&mut client);
        unnoticed.extend(
            mutants
                .iter()
                .filter(|mutant| survives(&mut client, &example, mutant))
                .map(|mutant| format!("{name}: {mutant}")),
        );
    }
    assert!(unnoticed.is_empty(), "nothing notices\n{}", unnoticed.join("\n"));
}

/// Statements that break one protection each, with the statement that mends it.
fn mutants(client: &mut Client) -> Vec<String> {
    let rows = client.query(include_str!("loosened.sql"), &[]).unwrap();
    assert!(!rows.is_empty());
    rows.iter().map(|row| row.get(0)).collect()
}

fn survives(client: &mut Client, example: &Example, mutant: &str) -> bool {
    let (harm, mend) = mutant.split_once(" ;; ").unwrap();
    client.batch_execute(harm).unwrap_or_else(|error| panic!("{harm}: {error:?}"));
    let caught = !wrong_lines(client, example).is_empty();
    client.batch_execute(mend).unwrap_or_else(|error| panic!("{mend}: {error:?}"));
    !caught
}
