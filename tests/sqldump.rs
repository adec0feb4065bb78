#[path = "live/up/fixture.rs"]
mod fixture;
use schemagen::backends::{Options, all};
#[test]
fn dump() {
    for backend in all().iter().filter(|b| ["sql", "rollback", "tests"].contains(&b.name())) {
        let tree = backend.emit(&fixture::shop(), &Options::default());
        for (path, text) in tree.iter() {
            let file = std::path::Path::new("/tmp/sqldump").join(path);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, text).unwrap();
        }
    }
}
