//! Scratch servers: what they give, and that nothing is left of them.

use crate::{as_user, psql, servers, user};
use schemagen::postgres::{Scratch, Version, run_script, supabase};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const ANA: &str = "00000000-0000-0000-0000-00000000000a";

#[test]
fn databases_come_and_go() {
    for scratch in servers() {
        let database = scratch.database("comes and goes").unwrap();
        let name = database.name.clone();
        assert_eq!(psql(&database, "select current_database()"), name);
        let version: String = database.client().unwrap().query_one("show server_version_num", &[]).unwrap().get(0);
        assert!(version.starts_with(&scratch.major().to_string()));
        drop(database);
        let after = scratch.database("after").unwrap();
        let left = after.client().unwrap().query("select from pg_database where datname = $1", &[&name]).unwrap();
        assert!(left.is_empty());
    }
}

#[test]
fn supabase_is_there_and_repeatable() {
    for scratch in servers() {
        let database = scratch.supabase("repeat").unwrap();
        run_script(&mut database.superuser().unwrap(), supabase::BOOTSTRAP).unwrap();
        let mut client = database.client().unwrap();
        let role = client.query_one("select rolsuper, rolbypassrls from pg_roles where rolname = current_user", &[]);
        let role = role.unwrap();
        assert_eq!((role.get(0), role.get(1)), (false, true));
        let script = "create table public.t (id int); create extension citext with schema extensions;
            create trigger t before insert on auth.users for each row execute function suppress_redundant_updates_trigger();
            create policy p on storage.objects for select to authenticated using (true);
            create role more; create schema private; grant usage on schema private to authenticated;";
        run_script(&mut client, script).unwrap();
        run_script(&mut client, "drop role more").unwrap();
        let grants = psql(&database, "select has_table_privilege('anon', 'public.t', 'insert, truncate')");
        assert_eq!(grants, "t");
    }
}

#[test]
fn users_are_impersonated() {
    for scratch in servers() {
        let database = scratch.supabase("users").unwrap();
        let mut client = database.client().unwrap();
        let query = "select auth.uid()::text, current_user::text, auth.role()";
        let row = as_user(&mut client, "authenticated", &user(ANA), |work| work.query_one(query, &[]).unwrap());
        assert_eq!((row.get(0), row.get(1), row.get(2)), (ANA, "authenticated", "authenticated"));
        let row = as_user(&mut client, "anon", "", |work| work.query_one(query, &[]).unwrap());
        assert_eq!(row.get::<_, Option<String>>(0), None);
    }
}

/// A process of its own starts a server and is killed: the server and its folder go.
#[test]
fn nothing_is_left_after_a_kill() {
    for signal in ["-KILL", "-INT", "-TERM"] {
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "postgres::scratch::wait_to_be_killed", "--ignored", "--nocapture"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let prefix = format!("schemagen-{}-", child.id());
        let socket = || folders(&prefix).iter().any(|folder| folder.join(".s.PGSQL.5432").exists());
        wait(socket, true);
        Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        child.wait().unwrap();
        wait(|| !folders(&prefix).is_empty() || processes(&prefix), false);
    }
}

#[test]
#[ignore = "run by nothing_is_left_after_a_kill"]
fn wait_to_be_killed() {
    let scratch = Scratch::start(Version::Any).unwrap();
    let _database = scratch.database("left").unwrap();
    std::thread::sleep(Duration::from_secs(60));
}

#[test]
fn nothing_is_left_after_a_drop() {
    let start = Instant::now();
    let scratch = Scratch::start(Version::Any).unwrap();
    let started = start.elapsed();
    let database = scratch.database("last").unwrap();
    let folder = database.url.split("host=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    drop(scratch);
    assert!(database.client().is_ok(), "a database keeps its server");
    let start = Instant::now();
    drop(database);
    println!("started in {started:?}, stopped in {:?}", start.elapsed());
    assert!(!std::path::Path::new(&folder).exists());
    assert!(!processes(&folder));
}

/// A crash, or another container that shares the folder and our number, may have left any name that could be known.
#[test]
fn what_a_process_of_our_number_left_is_in_nobodys_way() {
    let names = (0..50).map(|number| format!("schemagen-{}-{number}", std::process::id()));
    let places = ["/tmp", "/dev/shm"].map(std::path::Path::new);
    let left: Vec<_> = names.flat_map(|name| places.map(|place| place.join(&name))).collect();
    left.iter().for_each(|folder| std::fs::create_dir_all(folder).unwrap());
    let started = Scratch::start(Version::Any).map(|scratch| scratch.database("own").map(drop));
    left.iter().for_each(|folder| std::fs::remove_dir(folder).unwrap());
    started.unwrap().unwrap();
}

/// Processes of two containers have one number, as these two have.
#[test]
fn two_beside_one_database_do_not_share_names() {
    let server = servers()[0].database("shared").unwrap();
    let first = Scratch::beside(&server.url, Version::Any, &[]).unwrap();
    let second = Scratch::beside(&server.url, Version::Any, &[]).unwrap();
    let (lost, kept) = (first.database("own").unwrap(), second.database("own").unwrap());
    assert_ne!(lost.name, kept.name);
    drop(lost);
    drop(first);
    assert_eq!(psql(&kept, "select current_database()"), kept.name);
}

fn wait(happens: impl Fn() -> bool, wanted: bool) {
    let start = Instant::now();
    while happens() != wanted {
        assert!(start.elapsed() < Duration::from_secs(30), "waited in vain");
        std::thread::sleep(Duration::from_millis(20));
    }
}

fn folders(prefix: &str) -> Vec<std::path::PathBuf> {
    let entries =
        ["/tmp", "/dev/shm"].into_iter().filter_map(|place| std::fs::read_dir(place).ok()).flatten().flatten();
    entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(prefix)).map(|entry| entry.path()).collect()
}

fn processes(text: &str) -> bool {
    let entries = std::fs::read_dir("/proc").unwrap().flatten();
    entries
        .filter_map(|entry| std::fs::read_to_string(entry.path().join("cmdline")).ok())
        .any(|line| line.contains(text))
}
