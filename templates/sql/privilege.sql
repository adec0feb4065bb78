-- Privileges, as rows: role, privilege, column ('' for the whole object), 'grant option' or ''. The owner's are left out.
create or replace function pg_temp.acl_rows(acl aclitem[], owner oid, column_name text)
returns table (role_name text, privilege text, on_column text, option text)
language sql stable as $acl_rows$
  select case when item.grantee = 0 then 'public' else pg_get_userbyid(item.grantee)::text end,
         item.privilege_type, column_name, case when item.is_grantable then 'grant option' else '' end
  from aclexplode(acl) as item
  where item.grantee <> owner
$acl_rows$;

create or replace function pg_temp.privileges_of(object_kind text, object text)
returns table (role_name text, privilege text, on_column text, option text)
language plpgsql stable as $privileges_of$
begin
  case object_kind
    when 'table', 'sequence' then
      return query select found.* from pg_class as c, pg_temp.acl_rows(c.relacl, c.relowner, '') as found
        where c.oid = to_regclass(object)
        union all
        select found.* from pg_class as c join pg_attribute as a on a.attrelid = c.oid and a.attacl is not null,
          pg_temp.acl_rows(a.attacl, c.relowner, a.attname::text) as found
        where c.oid = to_regclass(object) and a.attnum > 0 and not a.attisdropped;
    when 'function', 'procedure' then
      return query select found.* from pg_proc as p,
        pg_temp.acl_rows(coalesce(p.proacl, acldefault('f', p.proowner)), p.proowner, '') as found
        where p.oid = to_regprocedure(object);
    when 'schema' then
      return query select found.* from pg_namespace as n, pg_temp.acl_rows(n.nspacl, n.nspowner, '') as found
        where n.oid = to_regnamespace(object);
    when 'type', 'domain' then
      return query select found.* from pg_type as t,
        pg_temp.acl_rows(coalesce(t.typacl, acldefault('T', t.typowner)), t.typowner, '') as found
        where t.oid = to_regtype(object);
  end case;
end
$privileges_of$;

create or replace function pg_temp.role_sql(role_name text) returns text
language sql immutable as $role_sql$
  select case when role_name = 'public' then 'public' else quote_ident(role_name) end
$role_sql$;

create or replace function pg_temp.grant_sql(object_kind text, object text, role_name text, privileges text, option text) returns text
language sql immutable as $grant_sql$
  select format('grant %s on %s %s to %s%s', privileges, object_kind, object, pg_temp.role_sql(role_name),
    case when option = '' then '' else ' with grant option' end)
$grant_sql$;

create or replace function pg_temp.revoke_sql(object_kind text, object text, role_name text, privileges text) returns text
language sql immutable as $revoke_sql$
  select format('revoke %s on %s %s from %s cascade', privileges, object_kind, object, pg_temp.role_sql(role_name))
$revoke_sql$;

create or replace function pg_temp.wanted_privileges(wanted text[])
returns table (role_name text, privilege text, on_column text, option text)
language sql immutable as $wanted_privileges$
  select wanted[place][1], wanted[place][2], wanted[place][3], wanted[place][4]
  from generate_subscripts(wanted, 1) as place
$wanted_privileges$;

-- What one set of privileges has beyond another, a row for each role: `select, update (name, notes)`.
create or replace function pg_temp.privileges_beyond(object_kind text, object text, wanted text[], surplus boolean)
returns table (role_name text, option text, privileges text)
language sql stable as $privileges_beyond$
  with existing as (select * from pg_temp.privileges_of(object_kind, object)),
  wished as (select * from pg_temp.wanted_privileges(wanted)),
  rows as (
    (select * from existing where surplus except select * from wished)
    union all
    (select * from wished where not surplus except select * from existing)
  ),
  items as (
    select r.role_name, r.option, lower(r.privilege)
      || coalesce(' (' || string_agg(quote_ident(nullif(r.on_column, '')), ', ' order by r.on_column) || ')', '') as item
    from rows as r group by r.role_name, r.option, r.privilege, r.on_column = ''
  )
  select i.role_name, i.option, string_agg(i.item, ', ' order by i.item) from items as i group by i.role_name, i.option order by 1, 2
$privileges_beyond$;

-- Makes the privileges on an object exactly the wanted ones; with `whole` false nothing is taken away.
create or replace procedure pg_temp.ensure_privileges(object_kind text, object text, wanted text[], whole boolean, recorded boolean default true)
language plpgsql as $ensure_privileges$
declare
  item record;
  grant_statement text;
  revoke_statement text;
begin
  for item in select * from pg_temp.privileges_beyond(object_kind, object, wanted, true) where whole loop
    grant_statement := pg_temp.grant_sql(object_kind, object, item.role_name, item.privileges, item.option);
    revoke_statement := pg_temp.revoke_sql(object_kind, object, item.role_name, item.privileges);
    raise notice 'the model does not %', grant_statement;
    call pg_temp.run('privilege', object, revoke_statement, case when recorded then grant_statement end);
  end loop;
  for item in select * from pg_temp.privileges_beyond(object_kind, object, wanted, false) loop
    grant_statement := pg_temp.grant_sql(object_kind, object, item.role_name, item.privileges, item.option);
    revoke_statement := pg_temp.revoke_sql(object_kind, object, item.role_name, item.privileges);
    call pg_temp.run('privilege', object, grant_statement, case when recorded then revoke_statement end);
  end loop;
  if not whole then
    call pg_temp.take_back_privileges(object_kind, object, wanted);
  end if;
end
$ensure_privileges$;

-- Whether up gave this privilege, or made the whole object.
create or replace function pg_temp.gave(target text, role_name text, privilege text) returns boolean
language sql stable as $gave$
  select exists (select from schemagen.ledger as l where l.object = target and (l.kind in ('table', 'view', 'function', 'procedure', 'type', 'schema')
    or l.kind = 'privilege' and l.done ~ ('^grant .*\m' || lower(privilege) || '\M') and position(' to ' || pg_temp.role_sql(role_name) || ' ' in l.done || ' ') > 0))
$gave$;

-- Of what is only partly the model's, nothing goes but what an earlier model gave and this one does not.
create or replace procedure pg_temp.take_back_privileges(object_kind text, object text, wanted text[])
language plpgsql as $take_back_privileges$
declare
  target text := object;
  names text[] := array(select array[w.role_name, w.privilege, w.on_column, w.option]::text from pg_temp.wanted_privileges(wanted) as w);
  item record;
begin
  for item in
    select found.* from schemagen.known as k join pg_temp.privileges_of(object_kind, target) as found
      on k.name = array[found.role_name, found.privilege, found.on_column, found.option]::text
    where k.object = target and k.kind = 'privilege' and k.name <> all (names) and pg_temp.gave(target, found.role_name, found.privilege)
    order by k.name
  loop
    call pg_temp.run('privilege', object, pg_temp.revoke_sql(object_kind, object, item.role_name,
      lower(item.privilege) || coalesce(' (' || quote_ident(nullif(item.on_column, '')) || ')', '')));
  end loop;
  delete from schemagen.known as k where k.object = target and k.kind = 'privilege' and k.name <> all (names);
  insert into schemagen.known (object, kind, name) select target, 'privilege', wished.name from unnest(names) as wished (name)
    where not exists (select from schemagen.known as k where k.object = target and k.kind = 'privilege' and k.name = wished.name);
end
$take_back_privileges$;

-- Takes from everybody what default privileges or PostgreSQL itself gave on a new object.
create or replace procedure pg_temp.revoke_all(object_kind text, object text)
language plpgsql as $revoke_all$
declare
  found record;
begin
  for found in select distinct role_name from pg_temp.privileges_of(object_kind, object) order by 1 loop
    execute format('revoke all on %s %s from %s', object_kind, object, pg_temp.role_sql(found.role_name));
  end loop;
end
$revoke_all$;

-- The sequence inside an identity column needs no privileges, and would tell how many rows there are.
create or replace procedure pg_temp.close_identities(object text, is_new boolean default false)
language plpgsql as $close_identities$
declare
  found record;
begin
  for found in
    select pg_temp.relation_name(d.objid) as sequence from pg_depend as d
    where d.refobjid = to_regclass(object) and d.refclassid = 'pg_class'::regclass
      and d.classid = 'pg_class'::regclass and d.deptype = 'i' and d.refobjsubid > 0
      and exists (select from pg_class as c where c.oid = d.objid and c.relkind = 'S')
    order by 1
  loop
    if is_new then
      call pg_temp.revoke_all('sequence', found.sequence);
    else
      call pg_temp.ensure_privileges('sequence', found.sequence, '{}', true, not pg_temp.ours('table', object));
    end if;
  end loop;
end
$close_identities$;

-- A policy, as it stands behind the name of its table.
create or replace function pg_temp.policy_definition(policy_oid oid) returns text
language sql stable as $policy_definition$
  select format('as %s for %s to %s%s%s',
    case when polpermissive then 'permissive' else 'restrictive' end,
    case polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
    (select string_agg(name, ', ' order by name)
     from (select pg_temp.role_sql(case when role_oid = 0 then 'public' else pg_get_userbyid(role_oid)::text end) as name
           from unnest(polroles) as role_oid) as roles),
    ' using (' || pg_get_expr(polqual, polrelid) || ')',
    ' with check (' || pg_get_expr(polwithcheck, polrelid) || ')')
  from pg_policy where oid = policy_oid
$policy_definition$;

-- What gives an object that is made anew the privileges that it has now, and none that its making brings along.
create or replace function pg_temp.grants_again(object_kind text, object text) returns text
language sql stable as $grants_again$
  select format('; call pg_temp.revoke_all(%L, %L)', object_kind, object)
    || coalesce(string_agg('; ' || pg_temp.grant_sql(object_kind, object, role_name, privileges, option), ''), '')
  from pg_temp.privileges_beyond(object_kind, object, '{}', true)
$grants_again$;
