-- Foreign keys: NOT VALID on a table that has rows, and validated in a later file.
create or replace procedure pg_temp.ensure_foreign_key(schema_name text, table_name text, constraint_name text, definition text)
language plpgsql as $ensure_foreign_key$
declare
  object text := format('%I.%I', schema_name, table_name);
begin
  if not exists (select from pg_constraint where conrelid = to_regclass(object) and conname = constraint_name) then
    call pg_temp.run('constraint', object, format('alter table %s add constraint %I %s', object, constraint_name, definition),
      format('alter table if exists %s drop constraint if exists %I', object, constraint_name));
  end if;
end
$ensure_foreign_key$;
