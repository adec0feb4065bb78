//! Strict TypeScript is, type by type, what Supabase's own generator makes of the database.

use super::{apply, servers};
use schemagen::backends::{self, Options};
use std::path::{Path, PathBuf};
use std::process::Command;

const COMPARISON: &str = r#"
import type { Database as Ours } from "./ours"
import { Constants as OurConstants } from "./ours"
import type { Database as Theirs } from "./theirs"
import { Constants as TheirConstants } from "./theirs"
type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Differences<A, B> = {
  [K in keyof A | keyof B]: K extends keyof A & keyof B
    ? Equal<A[K], B[K]> extends true
      ? never
      : A[K] extends object
        ? B[K] extends object
          ? [K, Differences<A[K], B[K]>]
          : [K, A[K], B[K]]
        : [K, A[K], B[K]]
    : [K, "on one side only"]
}[keyof A | keyof B]
function none<T extends never>(): T | undefined { return undefined }
"#;

fn compare(model: &Path) {
    let (compiled, findings) = schemagen::compile::compile(&schemagen::source::load(&model.join("schema.yaml")).0);
    let catalog = compiled.unwrap_or_else(|| panic!("{findings:?}")).catalog;
    let emit = |name: &str| {
        let backend = backends::all().iter().find(|backend| backend.name() == name).unwrap();
        backend.emit(&catalog, &Options { strict_types: true, ..Options::default() })
    };
    let database = servers()[0].supabase("typescript").unwrap();
    apply(&database, &emit("sql"), "sql/up");
    let ours = emit("typescript").get("typescript/database.ts").unwrap().to_owned();
    let schemas = schemas(&ours);
    let node = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/node");
    let theirs =
        Command::new("node").arg("reference.mjs").arg(&database.url).args(&schemas).current_dir(&node).output();
    let theirs = theirs.unwrap();
    assert!(theirs.status.success(), "{}", String::from_utf8_lossy(&theirs.stderr));

    let place = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| std::fs::write(place.path().join(name), text).unwrap();
    write("ours.ts", &ours);
    write("theirs.ts", &String::from_utf8(theirs.stdout).unwrap());
    let mut comparison = format!("{COMPARISON}none<Differences<typeof OurConstants, typeof TheirConstants>>()\n");
    for schema in &schemas {
        for kind in ["Tables", "Views", "Functions", "Enums", "CompositeTypes"] {
            let part = format!("[\"{schema}\"][\"{kind}\"]");
            comparison.push_str(&format!("none<Differences<Ours{part}, Theirs{part}>>()\n"));
        }
    }
    write("compare.ts", &comparison);
    let options = ["--strict", "--noEmit", "--target", "es2022", "--module", "preserve", "--noErrorTruncation"];
    let checked = Command::new(node.join("node_modules/.bin/tsc"))
        .args(options)
        .arg("compare.ts")
        .current_dir(place.path())
        .output();
    let checked = checked.unwrap();
    assert!(checked.status.success(), "{}\n{}", model.display(), String::from_utf8_lossy(&checked.stdout));
}

/// The schemas that the file has.
fn schemas(text: &str) -> Vec<String> {
    let database = text.split("export type Database = {").nth(1).unwrap().split("\n}").next().unwrap();
    let keys =
        database.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ") && line.ends_with('{'));
    keys.map(|line| line.trim().trim_end_matches(": {").trim_matches('"').to_owned()).collect()
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

#[test]
fn types_are_those_of_the_reference_generator() {
    compare(&folder("tests/golden/types"));
}

#[test]
fn types_of_the_examples_are_those_of_the_reference_generator() {
    let mut examples: Vec<PathBuf> =
        std::fs::read_dir(folder("examples")).unwrap().map(|entry| entry.unwrap().path()).collect();
    examples.sort();
    for example in examples.iter().filter(|path| path.is_dir()) {
        compare(example);
    }
}
