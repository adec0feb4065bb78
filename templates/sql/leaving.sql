-- Columns that the model has no more and that are still there: until a later file puts them aside, or for good. `columns` are the model's.
create or replace function pg_temp.leaving_columns(object text, columns text[]) returns text[]
language plpgsql stable as $leaving_columns$
declare
  target text := object;
  others text[] := array(select a.attname::text from pg_attribute as a
    where a.attrelid = to_regclass(object) and a.attnum > 0 and not a.attisdropped and a.attname <> all (columns) order by a.attnum);
begin
  if others = '{}' or not exists (select from pg_class as c join pg_namespace as n on n.oid = c.relnamespace where n.nspname = 'schemagen'
    and c.relname = 'known' and has_schema_privilege(n.oid, 'usage') and has_table_privilege(c.oid, 'select')) then
    return '{}';
  end if;
  return array(select name from unnest(others) as o (name) where name ~ '^column_[0-9a-f]{32}$'
    or exists (select from schemagen.known as k where k.object = target and k.kind = 'column' and k.name = o.name));
end
$leaving_columns$;

-- Such a column may have been hidden. Who is to have the whole table, and holds the privilege on one of them not, gets it
-- on the other columns one by one. What somebody sees now stays to be seen while it is there.
create or replace function pg_temp.without_leaving(object text, wanted text[], leaving text[]) returns text[]
language sql stable as $without_leaving$
  with existing as materialized (select * from pg_temp.privileges_of('table', object)),
  wished as (
    select w.*, array(select l.name from unnest(leaving) as l (name)
      where w.on_column = '' and w.privilege in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES') and not exists (select from existing as e
        where e.privilege = w.privilege and e.role_name in (w.role_name, 'public') and e.on_column in ('', l.name))) as withheld
    from pg_temp.wanted_privileges(wanted) as w
  )
  select case when bool_or(w.withheld <> '{}') then array_agg(distinct array[w.role_name, w.privilege, coalesce(a.attname::text, w.on_column), w.option]) else wanted end
  from wished as w left join pg_attribute as a on w.withheld <> '{}' and a.attrelid = to_regclass(object) and a.attnum > 0 and not a.attisdropped
    and a.attname <> all (w.withheld)
$without_leaving$;

-- What is withheld is only until the column is gone: the file that puts it aside comes back to this.
create or replace procedure pg_temp.ensure_table_privileges(object text, wanted text[], whole boolean, columns text[])
language plpgsql as $ensure_table_privileges$
declare
  given text[] := pg_temp.without_leaving(object, wanted, pg_temp.leaving_columns(object, columns));
begin
  call pg_temp.ensure_privileges('table', object, given, whole, not pg_temp.ours('table', object));
  call pg_temp.once_removed(object, case when given <> wanted then
    format('call pg_temp.ensure_table_privileges(%L, %L, %L, %L)', object, wanted, whole, columns) end);
end
$ensure_table_privileges$;
