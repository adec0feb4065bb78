//! Real rows, read from a running server through the generated types.

use golden_rust::types::public::{
    Address, Everything, Mood, MoodsByPerson, NewPeople, Option2, People, PeopleTier, Select,
};
use golden_rust::types::{billing::Tier, public::PeoplePatch};
use golden_rust::{Change, Preferences};
use schemagen::backends::{self, Options};
use schemagen::postgres::{Client, Database, Scratch, Version, psql_files};
use std::path::Path;

const PERSON: &str = "11111111-1111-4111-8111-111111111111";

/// A database that holds the model, with its rows.
fn database() -> (Database, Client) {
    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../golden/types/schema.yaml");
    let (compiled, findings) = schemagen::compile::compile(&schemagen::source::load(&model).0);
    let catalog = compiled.unwrap_or_else(|| panic!("{findings:?}")).catalog;
    let sql = backends::all().iter().find(|backend| backend.name() == "sql").unwrap();
    let tree = sql.emit(&catalog, &Options::default());
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = tree.iter().filter(|(path, _)| path.starts_with("sql/up/")).collect();
    let paths: Vec<_> = files.iter().map(|(path, _)| folder.path().join(path.replace('/', "_"))).collect();
    for ((_, text), path) in files.iter().zip(&paths) {
        std::fs::write(path, text).unwrap();
    }
    let database = Scratch::start(Version::Major(15)).unwrap().supabase("golden_rust").unwrap();
    let paths: Vec<&Path> = paths.iter().map(|path| path.as_path()).collect();
    psql_files(&database.url, &paths).unwrap_or_else(|failure| panic!("{failure}"));
    let mut client = database.superuser().unwrap();
    client.batch_execute(include_str!("rows.sql")).unwrap();
    (database, client)
}

#[test]
fn rows_are_read_through_the_generated_types() {
    let (_database, mut client) = database();
    people(&mut client);
    everything(&mut client);
    hostile(&mut client);
    view(&mut client);
}

fn people(client: &mut Client) {
    let row = client.query_one(&format!("select {} from {}", People::SELECT, People::TABLE), &[]).unwrap();
    let person = People::try_from(&row).unwrap();
    assert_eq!(person.id.to_string(), PERSON);
    assert_eq!(person.tier, PeopleTier::Studio);
    assert_eq!(person.tier.as_str(), "studio");
    assert_eq!(person.size, None);
    assert_eq!(person.preferences, Preferences { dark: true });
    assert_eq!(person.history, Some(vec![Change { field: "name".into() }]));
    let home = person.home.clone().unwrap();
    let expected =
        Address { street: Some("Main".into()), zip_code: Some(12345), moods: Some(vec![Mood::Sad, Mood::ItSOk]) };
    assert_eq!(home, expected);
    assert_eq!(person.homes, Some(vec![expected.clone()]));

    let set = "update public.people set home = $1, tier = $2, size = $3 returning home, tier, size";
    let row = client.query_one(set, &[&expected, &PeopleTier::Pro, &person.size]).unwrap();
    assert_eq!(row.get::<_, Address>("home"), expected);
    assert_eq!(row.get::<_, PeopleTier>("tier"), PeopleTier::Pro);
}

fn everything(client: &mut Client) {
    let row = client.query_one(&format!("select {} from {}", Everything::SELECT, Everything::TABLE), &[]).unwrap();
    let found = Everything::try_from(&row).unwrap();
    assert_eq!(found.a_numeric.to_string(), "1234.50");
    assert_eq!(found.a_money, "$1,234.50");
    assert_eq!(found.an_interval, "1 mon 02:00:00");
    assert_eq!(found.intervals, ["00:00:01", "1 day"]);
    assert_eq!(found.an_inet, "10.0.0.1/8");
    assert_eq!(found.a_tsvector, "'cat' 'fat'");
    assert_eq!(found.an_int4range, "[1,5)");
    assert_eq!(found.a_regclass, "people");
    assert_eq!((found.a_mood, found.a_tier), (Mood::VeryHappy, Tier::Pro));
    assert_eq!(found.a_required_slug, "a-b");
    assert_eq!(found.a_timestamptz.to_rfc3339(), "2026-01-02T03:04:05+00:00");
    assert_eq!(found.a_bytea, [1, 2, 255]);
    assert_eq!(found.matrix, [1, 2]);
    assert_eq!(found.moods, [Mood::Type, Mood::Value2nd, Mood::Value]);
    assert_eq!((found.an_integer, found.doubled, found.maybe), (21, 42, Some(3)));
    assert_eq!(found.a_jsonb, serde_json::json!({"a": [1, null]}));
    assert_eq!(Everything::COLUMNS.len(), row.len());
}

fn hostile(client: &mut Client) {
    let row = client.query_one(&format!("select {} from {}", Select::SELECT, Select::TABLE), &[]).unwrap();
    let found = Select::try_from(&row).unwrap();
    assert_eq!((found.r#type.as_str(), found.a_b.as_str(), found.a_b2.as_str()), ("t", "a b", "a_b"));
    assert_eq!(serde_json::to_value(&found).unwrap()["\"quo\"ted\\"], "q");
    let row = client.query_one(&format!("select {} from {}", Option2::SELECT, Option2::TABLE), &[]).unwrap();
    assert_eq!(Option2::try_from(&row).unwrap().string, "s");
}

fn view(client: &mut Client) {
    let select = format!("select {} from {}", MoodsByPerson::SELECT, MoodsByPerson::TABLE);
    let found = MoodsByPerson::try_from(&client.query_one(&select, &[]).unwrap()).unwrap();
    assert_eq!((found.a_mood, found.times), (Mood::VeryHappy, Some(1)));
}

#[test]
fn a_patch_tells_null_from_nothing() {
    let nothing = PeoplePatch::default();
    assert_eq!(serde_json::to_string(&nothing).unwrap(), "{}");
    let cleared = PeoplePatch { home: Some(None), ..nothing };
    assert_eq!(serde_json::to_string(&cleared).unwrap(), "{\"home\":null}");
    assert_eq!(serde_json::from_str::<PeoplePatch>("{\"home\":null}").unwrap(), cleared);
    assert_eq!(serde_json::from_str::<PeoplePatch>("{}").unwrap(), PeoplePatch::default());
}

#[test]
fn a_new_row_needs_what_has_no_default() {
    let new: NewPeople = serde_json::from_str(&format!("{{\"user_id\": \"{PERSON}\"}}")).unwrap();
    assert_eq!(serde_json::to_string(&new).unwrap(), format!("{{\"user_id\":\"{PERSON}\"}}"));
    assert!(serde_json::from_str::<NewPeople>("{}").is_err());
}
