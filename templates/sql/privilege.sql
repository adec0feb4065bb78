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

create or replace function pg_temp.grant_sql(object_kind text, object text, role_name text, privilege text, columns text, option text)
returns text
language sql immutable as $grant_sql$
  select format('grant %s%s on %s %s to %s%s', lower(privilege), columns, object_kind, object,
    pg_temp.role_sql(role_name), case when option = '' then '' else ' with grant option' end)
$grant_sql$;

create or replace function pg_temp.revoke_sql(object_kind text, object text, role_name text, privilege text, columns text)
returns text
language sql immutable as $revoke_sql$
  select format('revoke %s%s on %s %s from %s cascade', lower(privilege), columns, object_kind, object,
    pg_temp.role_sql(role_name))
$revoke_sql$;

create or replace function pg_temp.wanted_privileges(wanted text[])
returns table (role_name text, privilege text, on_column text, option text)
language sql immutable as $wanted_privileges$
  select wanted[row][1], wanted[row][2], wanted[row][3], wanted[row][4]
  from generate_subscripts(wanted, 1) as row
$wanted_privileges$;

-- Makes the privileges on an object exactly the wanted ones; with `whole` false nothing is taken away.
create or replace procedure pg_temp.ensure_privileges(object_kind text, object text, wanted text[], whole boolean, recorded boolean default true)
language plpgsql as $ensure_privileges$
declare
  found record;
  statement text;
  undo_statement text;
begin
  for found in
    select role_name, privilege, option,
      coalesce(' (' || string_agg(quote_ident(nullif(on_column, '')), ', ' order by on_column) || ')', '') as columns
    from (select * from pg_temp.privileges_of(object_kind, object) except select * from pg_temp.wanted_privileges(wanted)) as extra
    where whole
    group by role_name, privilege, option, on_column = ''
    order by 1, 2, 4
  loop
    statement := pg_temp.revoke_sql(object_kind, object, found.role_name, found.privilege, found.columns);
    undo_statement := pg_temp.grant_sql(object_kind, object, found.role_name, found.privilege, found.columns, found.option);
    raise notice 'the model does not give %', substr(undo_statement, 7);
    call pg_temp.run('privilege', object, statement, case when recorded then undo_statement end);
  end loop;
  for found in
    select role_name, privilege, option,
      coalesce(' (' || string_agg(quote_ident(nullif(on_column, '')), ', ' order by on_column) || ')', '') as columns
    from (select * from pg_temp.wanted_privileges(wanted) except select * from pg_temp.privileges_of(object_kind, object)) as missing
    group by role_name, privilege, option, on_column = ''
    order by 1, 2, 4
  loop
    statement := pg_temp.grant_sql(object_kind, object, found.role_name, found.privilege, found.columns, found.option);
    undo_statement := pg_temp.revoke_sql(object_kind, object, found.role_name, found.privilege, found.columns);
    call pg_temp.run('privilege', object, statement, case when recorded then undo_statement end);
  end loop;
end
$ensure_privileges$;

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
