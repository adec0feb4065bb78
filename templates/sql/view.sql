-- Views.
create or replace procedure pg_temp.ensure_view(schema_name text, view_name text, definition text)
language plpgsql as $ensure_view$
declare
  object text := format('%I.%I', schema_name, view_name);
begin
  if to_regclass(object) is null then
    call pg_temp.run('view', object, definition, format('drop view if exists %s', object));
    call pg_temp.revoke_all('table', object);
  end if;
end
$ensure_view$;

create or replace procedure pg_temp.ensure_materialized_view(schema_name text, view_name text, definition text)
language plpgsql as $ensure_materialized_view$
declare
  object text := format('%I.%I', schema_name, view_name);
begin
  if to_regclass(object) is null then
    call pg_temp.run('view', object, definition, format('drop materialized view if exists %s', object));
    call pg_temp.revoke_all('table', object);
  end if;
end
$ensure_materialized_view$;
