use super::*;

#[test]
fn direct_and_chain() {
    let mut model = base();
    let projects = table(&mut model, "projects", "id! user_id>users! title");
    let contents = table(&mut model, "contents", "id! project_id>projects! body");
    model.tables[projects.index()].owners = vec![owner(1)];
    model.tables[contents.index()].owners = vec![owner(1)];
    let world = world(&[(projects, &["p a t", "q b t", "n - t"]), (contents, &["c p x", "d q x"])]);
    let of = |caller: &Caller, table, values| verbs(&model, &world, caller, table, values);
    assert_eq!(of(&user("a"), projects, "p a t"), "rcud");
    assert_eq!(of(&user("a"), projects, "q b t"), "");
    assert_eq!(of(&user("a"), projects, "n - t"), "", "NULL is owned by nobody");
    assert_eq!(of(&user("-"), projects, "n - t"), "", "NULL owns nothing");
    assert_eq!(of(&user("a"), contents, "c p x"), "rcud");
    assert_eq!(of(&user("a"), contents, "d q x"), "");
    assert_eq!(of(&user("a"), contents, "d n x"), "");
    assert_eq!(of(&role("anon"), contents, "c p x"), "");
    assert_eq!(of(&role("service_role"), contents, "d q x"), "rcud");
    assert!(may_change(&model, &world, &user("a"), contents, "c p x", "c p y"));
    assert!(!may_change(&model, &world, &user("a"), contents, "c p x", "c q x"), "owners are immutable");
}

#[test]
fn several_owners_on_create_all_lead_to_the_caller() {
    let mut model = base();
    let notes = table(&mut model, "notes", "id! user_id>users! editor_id>users!");
    model.tables[notes.index()].owners = vec![owner(1), owner(2)];
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("a"), notes, "n a -"), "rcud");
    assert_eq!(verbs(&model, &world, &user("a"), notes, "n a a"), "rcud");
    assert_eq!(verbs(&model, &world, &user("a"), notes, "n a b"), "rud", "any owns, all must create");
    assert_eq!(verbs(&model, &world, &user("a"), notes, "n - -"), "");
}

#[test]
fn own_key_and_a_child_that_skips_it() {
    let mut model = base();
    let profiles = table(&mut model, "profiles", "id>users! name");
    let jobs = table(&mut model, "jobs", "id! user_id>profiles!");
    model.tables[profiles.index()].owners =
        vec![OwnerLink { own_key: true, principal: Some(PrincipalId::new(0)), ..owner(0) }];
    model.tables[jobs.index()].owners = vec![owner(1)];
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("a"), profiles, "a x"), "rcud");
    assert_eq!(verbs(&model, &world, &user("b"), profiles, "a x"), "");
    assert_eq!(verbs(&model, &world, &user("a"), jobs, "j a"), "rcud", "the hop adds nothing");
}

#[test]
fn limits_of_an_owner() {
    let mut model = base();
    let users = table(&mut model, "people", "id>users! name tier");
    let mut can = can(&[Verb::Read]);
    can.insert(Verb::Update, Some(BTreeSet::from([ColumnId::new(1)])));
    model.tables[users.index()].owners = vec![OwnerLink { can: OwnerCan::Verbs(can), ..owner(0) }];
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("a"), users, "a n free"), "ru");
    assert!(may_change(&model, &world, &user("a"), users, "a n free", "a m free"));
    assert!(!may_change(&model, &world, &user("a"), users, "a n free", "a n pro"));
}

#[test]
fn a_transfer_goes_only_where_the_caller_may_create() {
    let mut model = base();
    let boards = table(&mut model, "boards", "id! user_id>users!");
    let cards = table(&mut model, "cards", "id! board_id>boards");
    model.tables[boards.index()].owners = vec![owner(1)];
    model.tables[cards.index()].owners = vec![OwnerLink { transfer: true, ..owner(1) }];
    let world = world(&[(boards, &["x a", "y a", "z b"])]);
    assert!(may_change(&model, &world, &user("a"), cards, "c x", "c y"));
    assert!(!may_change(&model, &world, &user("a"), cards, "c x", "c z"));
    assert!(!may_change(&model, &world, &user("a"), cards, "c z", "c x"));
    assert!(!may_change(&model, &world, &user("a"), cards, "c x", "c -"));
}

#[test]
fn same_owner() {
    let mut model = base();
    let batches = table(&mut model, "batches", "id! user_id>users!");
    let jobs = table(&mut model, "jobs", "id! user_id>users! batch_id>batches=");
    model.tables[batches.index()].owners = vec![owner(1)];
    model.tables[jobs.index()].owners = vec![owner(1)];
    let world = world(&[(batches, &["x a", "y b"])]);
    assert_eq!(verbs(&model, &world, &user("a"), jobs, "j a x"), "rcud");
    assert_eq!(verbs(&model, &world, &user("a"), jobs, "j a -"), "rcud");
    assert_eq!(verbs(&model, &world, &user("a"), jobs, "j a y"), "rd");
}
