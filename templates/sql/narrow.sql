-- Who holds a privilege on a whole table holds it on each new column as well, from the moment it is added: a hidden one would be
-- open until a later file sets the privileges. So what the model gives by column is by column before the first one comes.
-- `on_whole` is what the model gives on the whole table; null where it gives nothing by column.
create or replace procedure pg_temp.narrow_privileges(object text, probe oid, on_whole text[], whole boolean)
language plpgsql as $narrow_privileges$
declare
  target text := object;
  -- what a rollback kept under another name may be what was hidden
  columns text[] := array(select c.name from pg_temp.columns_of(to_regclass(object)) as c where c.name !~ '^column_[0-9a-f]{32}$' order by c.place);
  item record;
begin
  if on_whole is null or not exists (select from pg_temp.columns_of(probe) as p where p.name <> all (columns)) then
    return;
  end if;
  for item in
    select e.role_name, e.privilege, e.option from pg_temp.privileges_of('table', object) as e
    where e.on_column = '' and e.privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
      and not exists (select from pg_temp.wanted_privileges(on_whole) as w where w.role_name = e.role_name and w.privilege = e.privilege)
      and (whole or pg_temp.gave(target, e.role_name, e.privilege) and exists (select from schemagen.known as k where k.object = target
        and k.kind = 'privilege' and k.name = array[e.role_name, e.privilege, '', e.option]::text))
    order by 1, 2, 3
  loop
    call pg_temp.narrow_privilege(object, item.role_name, item.privilege, item.option, columns, whole);
  end loop;
end
$narrow_privileges$;

-- To take it from the whole table takes it from every column: that undoes this, whatever its columns are called by then.
create or replace procedure pg_temp.narrow_privilege(object text, role_name text, privilege text, option text, columns text[], whole boolean)
language plpgsql as $narrow_privilege$
declare
  target text := object;
  revoke_statement text := pg_temp.revoke_sql('table', object, role_name, lower(privilege)) || '; ';
  list text := (select string_agg(quote_ident(name), ', ' order by place) from unnest(columns) with ordinality as c (name, place));
begin
  call pg_temp.run('privilege', object,
    revoke_statement || pg_temp.grant_sql('table', object, role_name, format('%s (%s)', lower(privilege), list), option),
    case when whole and not pg_temp.ours('table', object) then revoke_statement || pg_temp.grant_sql('table', object, role_name, lower(privilege), option) end);
  if not whole then
    insert into schemagen.known (object, kind, name)
      select target, 'privilege', array[role_name, privilege, c.name, option]::text from unnest(columns) as c (name) on conflict do nothing;
  end if;
end
$narrow_privilege$;
