-- Tables: a missing one is made whole, and closed to everybody in the same transaction; one that is there is
-- compared part by part.
create or replace procedure pg_temp.ensure_table(schema_name text, table_name text, definition text, secured boolean, forced boolean)
language plpgsql as $ensure_table$
declare
  object text := format('%I.%I', schema_name, table_name);
begin
  if to_regclass(object) is null then
    call pg_temp.run('table', object, definition, format('call pg_temp.set_aside_table(%L, %L)', schema_name, table_name));
    if secured then
      execute format('alter table %s enable row level security', object);
    end if;
    if forced then
      execute format('alter table %s force row level security', object);
    end if;
    call pg_temp.revoke_all('table', object);
    return;
  end if;
end
$ensure_table$;
