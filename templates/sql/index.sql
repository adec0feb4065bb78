-- Indexes.
create or replace procedure pg_temp.ensure_index(schema_name text, table_name text, index_name text, definition text)
language plpgsql as $ensure_index$
declare
  object text := format('%I.%I', schema_name, table_name);
begin
  if to_regclass(format('%I.%I', schema_name, index_name)) is null then
    call pg_temp.change(object, 'index', format('%I.%I', schema_name, index_name), definition,
      format('drop index if exists %I.%I', schema_name, index_name));
  end if;
end
$ensure_index$;
