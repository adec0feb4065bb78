use super::*;

fn posts() -> (Model, TableId) {
    let mut model = base();
    let posts = table(&mut model, "posts", "id! author_id>users! editor_id>users status");
    model.tables[posts.index()].owners = vec![owner(1)];
    (model, posts)
}

#[test]
fn allow_with_a_condition() {
    let (mut model, posts) = posts();
    let published = Allow { when: sql("status = 'published'"), ..allow(&[Verb::Read], vec![Subject::Anyone]) };
    model.tables[posts.index()].allow = vec![published];
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("b"), posts, "p a - published"), "r");
    assert_eq!(verbs(&model, &world, &role("anon"), posts, "p a - published"), "r");
    assert_eq!(verbs(&model, &world, &role("anon"), posts, "p a - draft"), "");
    assert_eq!(verbs(&model, &world, &role("anon"), posts, "p a - -"), "", "a NULL condition does not hold");
    assert_eq!(verbs(&model, &world, &role("reporting"), posts, "p a - published"), "");
}

#[test]
fn becomes() {
    let (mut model, posts) = posts();
    let rule = allow(&[Verb::Update], vec![Subject::Column(ColumnId::new(2), PrincipalId::new(0))]);
    let when = sql("status = 'draft'");
    model.tables[posts.index()].allow = vec![Allow { becomes: sql("status = 'sent'"), when, ..rule }];
    let world = World::default();
    let change = |old, new| may_change(&model, &world, &user("e"), posts, old, new);
    assert!(change("p a e draft", "p a e sent"));
    assert!(!change("p a e draft", "p a e live"));
    assert!(!change("p a e sent", "p a e draft"));
    assert!(!change("p a e draft", "p a f sent"), "the new row must name the caller as well");
}

#[test]
fn deny_and_require_narrow_all_but_the_service() {
    let (mut model, posts) = posts();
    model.groups.push(Group { name: "verified".into(), condition: Expression::default(), span: Span::default() });
    model.tables[posts.index()].deny = vec![deny(&[Verb::Delete, Verb::Update], "status = 'locked'")];
    model.tables[posts.index()].require = BTreeMap::from([(Verb::Create, vec![GroupId::new(0)])]);
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("a"), posts, "p a - draft"), "rud");
    assert_eq!(verbs(&model, &world, &user("a"), posts, "p a - locked"), "r");
    let verified = Caller { groups: BTreeSet::from([GroupId::new(0)]), ..user("a") };
    assert_eq!(verbs(&model, &world, &verified, posts, "p a - locked"), "rc");
    assert_eq!(verbs(&model, &world, &role("service_role"), posts, "p a - locked"), "rcud");
    assert!(may_change(&model, &world, &user("a"), posts, "p a - draft", "p a - locked"), "a deny looks back");
}

#[test]
fn shares_and_through() {
    let (mut model, posts) = posts();
    let shares = table(&mut model, "shares", "id! post_id>posts user_id>users");
    let comments = table(&mut model, "comments", "id! post_id>posts");
    let share = Subject::Share {
        table: shares,
        link: ColumnId::new(1),
        column: ColumnId::new(2),
        principal: PrincipalId::new(0),
    };
    model.tables[posts.index()].allow = vec![allow(&[Verb::Read], vec![share])];
    model.tables[comments.index()].allow =
        vec![Allow { through: Some(ColumnId::new(1)), ..allow(&Verb::ALL, Vec::new()) }];
    let world = world(&[(posts, &["p a - x"]), (shares, &["s p b"])]);
    assert_eq!(verbs(&model, &world, &user("b"), posts, "p a - x"), "r");
    assert_eq!(verbs(&model, &world, &user("b"), comments, "c p"), "r");
    assert_eq!(verbs(&model, &world, &user("a"), comments, "c p"), "rcud");
    assert_eq!(verbs(&model, &world, &user("c"), comments, "c p"), "");
    assert_eq!(verbs(&model, &world, &user("a"), comments, "c -"), "");
}

#[test]
fn soft_delete_hides_from_all_but_the_owner() {
    let (mut model, posts) = posts();
    model.tables[posts.index()].soft_delete = Some(ColumnId::new(3));
    model.tables[posts.index()].allow = vec![allow(&[Verb::Read], vec![Subject::SignedIn])];
    let world = World::default();
    assert_eq!(verbs(&model, &world, &user("b"), posts, "p a - -"), "r");
    assert_eq!(verbs(&model, &world, &user("b"), posts, "p a - now"), "");
    assert_eq!(verbs(&model, &world, &user("a"), posts, "p a - now"), "rcud");
}

#[test]
fn access_without_an_owner() {
    let mut model = base();
    let plans = table(&mut model, "plans", "id");
    let of = |model: &Model, caller: &Caller| verbs(model, &World::default(), caller, plans, "x");
    model.tables[plans.index()].access = Some(Access::Shared);
    assert_eq!(
        (of(&model, &user("a")), of(&model, &user("-")), of(&model, &role("anon"))),
        ("r".into(), "r".into(), "".into())
    );
    model.tables[plans.index()].access = Some(Access::Internal);
    assert_eq!((of(&model, &user("a")), of(&model, &role("service_role"))), ("".into(), "rcud".into()));
}

#[test]
fn reasons_say_the_keys() {
    let (mut model, posts) = posts();
    model.tables[posts.index()].allow = vec![allow(&[Verb::Read], vec![Subject::Anyone])];
    let (world, conditions) = (World::default(), Simple(&model));
    let oracle = Oracle::new(&model, &world, &conditions);
    let reason = oracle.may(&user("b"), Verb::Update, posts, &row("p a - x"));
    insta::assert_snapshot!(reason.render(), @r"
    no  user b may update it
      no  some rule of posts gives update
        no  owner of posts.author_id = a
          no  posts.author_id = a, not user b's user id
    ");
}
