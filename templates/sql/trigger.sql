-- Triggers, compared by what PostgreSQL prints with the table's name taken out.
create or replace function pg_temp.trigger_definition(trigger_oid oid) returns text
language sql stable as $trigger_definition$
  select replace(pg_get_triggerdef(t.oid), format(' ON %s.%I ', case when c.relnamespace = pg_my_temp_schema()
    then 'pg_temp' else quote_ident(n.nspname) end, c.relname), ' ON ')
  from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join pg_namespace as n on n.oid = c.relnamespace
  where t.oid = trigger_oid
$trigger_definition$;

create or replace procedure pg_temp.ensure_trigger(schema_name text, table_name text, trigger_name text, definition text, enabled "char" default 'O')
language plpgsql as $ensure_trigger$
declare
  object text := format('%I.%I', schema_name, table_name);
  relation oid := to_regclass(object);
  existing oid := (select oid from pg_trigger where tgrelid = relation and tgname = trigger_name and not tgisinternal);
  probe oid;
  undo_statement text := format('drop trigger if exists %I on %s', trigger_name, object);
begin
  if existing is not null then
    call pg_temp.ensure_probe(schema_name, table_name);
    execute replace(definition, format(E'\n  on %s\n', object), format(E'\n  on pg_temp.%I\n', table_name));
    probe := (select oid from pg_trigger where tgrelid = to_regclass(format('pg_temp.%I', table_name)) and tgname = trigger_name);
    if pg_temp.trigger_definition(existing) <> pg_temp.trigger_definition(probe) then
      undo_statement := undo_statement || '; ' || pg_get_triggerdef(existing);
      call pg_temp.change(object, 'trigger', object, undo_statement, undo_statement);
    end if;
    call pg_temp.drop_probe(table_name);
  else
    call pg_temp.change(object, 'trigger', object, definition, undo_statement);
  end if;
end
$ensure_trigger$;
