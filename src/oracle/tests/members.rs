use super::*;

fn member_role(name: &str, verbs: &[Verb], own: &[Verb], manages: bool) -> MemberRole {
    MemberRole { name: name.into(), can: can(verbs), self_can: can(own), manages, span: Span::default() }
}

/// Organizations with memberships (`id org user role accepted`) and their projects.
fn tenants(with_roles: bool) -> (Model, [TableId; 3]) {
    let mut model = base();
    let tenants = table(&mut model, "orgs", "id! name created_by>users");
    let members = table(&mut model, "members", "id! org_id>orgs! user_id>users! role accepted");
    let projects = table(&mut model, "projects", "id! org_id>orgs!");
    let roles = vec![
        member_role("owner", &Verb::ALL, &[Verb::Read, Verb::Update, Verb::Delete], true),
        member_role("admin", &Verb::ALL, &[Verb::Read, Verb::Update], true),
        member_role("viewer", &[Verb::Read], &[Verb::Read], false),
    ];
    model.tables[tenants.index()].members = Some(Members {
        table: members,
        tenant_column: ColumnId::new(1),
        principal_column: ColumnId::new(2),
        principal: PrincipalId::new(0),
        role: with_roles.then(|| sql("role").unwrap()),
        role_column: with_roles.then(|| ColumnId::new(3)),
        when: sql("accepted is not null"),
        roles: if with_roles { roles } else { Vec::new() },
        create: TenantCreator::SignedIn,
        creator: Some(ColumnId::new(2)),
        span: Span::default(),
    });
    model.tables[members.index()].membership_of = Some(tenants);
    model.tables[projects.index()].owners = vec![owner(1)];
    (model, [tenants, members, projects])
}

fn populated(members: TableId) -> World {
    world(&[(members, &["m1 x o owner y", "m2 x a admin y", "m3 x v viewer y", "m4 x p owner -", "m5 z s owner y"])])
}

#[test]
fn what_the_tenant_owns_goes_by_role() {
    let (model, [_, members, projects]) = tenants(true);
    let world = populated(members);
    let of = |caller: &str| verbs(&model, &world, &user(caller), projects, "p x");
    assert_eq!([of("o"), of("a"), of("v"), of("p"), of("s"), of("-")], ["rcud", "rcud", "r", "", "", ""]);
}

#[test]
fn the_tenant_itself() {
    let (model, [tenants, members, _]) = tenants(true);
    let world = populated(members);
    let of = |caller: &str| verbs(&model, &world, &user(caller), tenants, "x n -");
    assert_eq!([of("o"), of("a"), of("v"), of("p"), of("-")], ["rcud", "rcu", "rc", "c", ""]);
    assert_eq!(verbs(&model, &world, &user("s"), tenants, "x n o"), "", "the creator is the caller");
    assert_eq!(verbs(&model, &world, &role("anon"), tenants, "x n -"), "");
}

#[test]
fn members_manage_up_to_their_own_role() {
    let (model, [_, members, _]) = tenants(true);
    let world = populated(members);
    let of = |caller: &str, row: &str| verbs(&model, &world, &user(caller), members, row);
    assert_eq!(of("a", "m3 x v viewer y"), "rcud");
    assert_eq!(of("a", "m1 x o owner y"), "r", "above his own");
    assert_eq!(of("a", "m4 x p owner -"), "r", "whoever manages sees who is pending, also above his own");
    assert_eq!(of("o", "m4 x p owner -"), "rcud");
    assert_eq!(of("v", "m2 x a admin y"), "r", "fellow members are seen");
    assert_eq!(of("v", "m4 x p owner -"), "", "pending ones are not");
    assert_eq!(of("p", "m4 x p owner -"), "rd", "he sees and declines, and does not accept himself");
    assert_eq!(of("s", "m9 x s viewer y"), "rud", "nobody makes himself a member; such a row would be his own");
    assert!(!may_change(&model, &world, &user("a"), members, "m2 x a admin y", "m2 x a owner y"));
    assert!(!may_change(&model, &world, &user("a"), members, "m3 x v viewer y", "m3 x v owner y"));
    assert!(may_change(&model, &world, &user("a"), members, "m2 x a admin y", "m2 x a viewer y"));
    assert!(!may_change(&model, &world, &user("v"), members, "m3 x v viewer y", "m3 x v admin y"));
    assert!(!may_change(&model, &world, &user("v"), members, "m3 x v viewer y", "m3 z v viewer y"));
}

#[test]
fn the_last_of_the_highest_role_stays() {
    let (model, [_, members, _]) = tenants(true);
    let world = populated(members);
    assert_eq!(verbs(&model, &world, &user("o"), members, "m1 x o owner y"), "rcu", "the pending owner does not count");
    assert!(!may_change(&model, &world, &user("o"), members, "m1 x o owner y", "m1 x o viewer y"));
    assert_eq!(verbs(&model, &world, &user("v"), members, "m3 x v viewer y"), "rud");
}

#[test]
fn without_roles_every_member_does_everything() {
    let (model, [tenants, members, projects]) = tenants(false);
    let world = populated(members);
    assert_eq!(verbs(&model, &world, &user("v"), projects, "p x"), "rcud");
    assert_eq!(verbs(&model, &world, &user("v"), tenants, "x n -"), "rcud");
    assert_eq!(verbs(&model, &world, &user("v"), members, "m1 x o owner y"), "rcud");
    assert_eq!(verbs(&model, &world, &user("s"), members, "m5 z s owner y"), "rcu", "the last member stays");
    assert_eq!(verbs(&model, &world, &user("p"), projects, "p x"), "");
}
