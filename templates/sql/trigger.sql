-- Triggers, compared by what PostgreSQL prints with the table's name taken out.
create or replace function pg_temp.trigger_definition(trigger_oid oid) returns text
language sql stable as $trigger_definition$
  select replace(pg_get_triggerdef(t.oid), format(' ON %s.%I ', case when c.relnamespace = pg_my_temp_schema()
    then 'pg_temp' else quote_ident(n.nspname) end, c.relname), ' ON ')
  from pg_trigger as t join pg_class as c on c.oid = t.tgrelid join pg_namespace as n on n.oid = c.relnamespace
  where t.oid = trigger_oid
$trigger_definition$;

create or replace function pg_temp.trigger_text(relation oid, name text) returns text
language plpgsql stable as $trigger_text$
begin
  return (select format('%s %s', tgenabled, pg_temp.trigger_definition(oid)) from pg_trigger where tgrelid = relation and tgname = name and not tgisinternal);
end
$trigger_text$;

create or replace function pg_temp.trigger_state_sql(object text, trigger_name text, state "char") returns text
language sql immutable as $trigger_state_sql$
  select format('alter table %s %s trigger %I', object,
    case state when 'D' then 'disable' when 'R' then 'enable replica' when 'A' then 'enable always' else 'enable' end, trigger_name)
$trigger_state_sql$;

-- What PostgreSQL prints for the wanted one.
create or replace function pg_temp.wanted_trigger(schema_name text, table_name text, trigger_name text, definition text) returns text
language plpgsql as $wanted_trigger$
declare
  object text := format('%I.%I', schema_name, table_name);
  printed text := 'select pg_temp.trigger_definition(oid) from pg_trigger where tgrelid = %L::regclass and tgname = %L';
  answer text;
begin
  call pg_temp.drop_probe(table_name);
  call pg_temp.ensure_probe(schema_name, table_name);
  begin
    execute replace(definition, format(E'\n  on %s\n', object), format(E'\n  on pg_temp.%I\n', table_name));
    execute format(printed, format('pg_temp.%I', table_name), trigger_name) into answer;
  exception when others then
    answer := pg_temp.tried_in_place(pg_temp.trigger_again(object, trigger_name, definition), format(printed, object, trigger_name));
  end;
  call pg_temp.drop_probe(table_name);
  return answer;
end
$wanted_trigger$;

-- In the place of the one that is there.
create or replace function pg_temp.trigger_again(object text, trigger_name text, definition text) returns text
language sql immutable as $trigger_again$
  select case when starts_with(definition, 'create constraint ') then format('drop trigger %I on %s; ', trigger_name, object) || definition
    else regexp_replace(definition, '^create trigger', 'create or replace trigger') end
$trigger_again$;

create or replace procedure pg_temp.ensure_trigger(schema_name text, table_name text, trigger_name text, definition text, enabled "char" default 'O')
language plpgsql as $ensure_trigger$
declare
  object text := format('%I.%I', schema_name, table_name);
  relation oid := to_regclass(object);
  existing record;
  part text := 'trigger ' || trigger_name;
  wanted text := format('%s %s', enabled, definition);
  undo_statement text := format('call pg_temp.drop_trigger(%L, %L)', object, trigger_name);
  state text := case when enabled = 'O' then '' else '; ' || pg_temp.trigger_state_sql(object, trigger_name, enabled) end;
begin
  select oid, tgenabled into existing from pg_trigger where tgrelid = relation and tgname = trigger_name and not tgisinternal;
  if existing.oid is null then
    call pg_temp.know(object, 'trigger', array[trigger_name]);
    call pg_temp.change(object, 'trigger', object, definition || state, undo_statement);
    call pg_temp.settle(part, object, wanted, pg_temp.trigger_text(relation, trigger_name));
    return;
  elsif pg_temp.settled(part, object, wanted, pg_temp.trigger_text(relation, trigger_name)) then
    return;
  end if;
  if pg_temp.trigger_definition(existing.oid) <> pg_temp.wanted_trigger(schema_name, table_name, trigger_name, definition) then
    if starts_with(definition, 'create constraint ') then
      undo_statement := undo_statement || '; ' || pg_get_triggerdef(existing.oid);
    else
      undo_statement := regexp_replace(pg_get_triggerdef(existing.oid), '^CREATE TRIGGER', 'CREATE OR REPLACE TRIGGER');
    end if;
    call pg_temp.change(object, 'trigger', object, pg_temp.trigger_again(object, trigger_name, definition) || state,
      undo_statement || '; ' || pg_temp.trigger_state_sql(object, trigger_name, existing.tgenabled));
  elsif existing.tgenabled <> enabled then
    call pg_temp.change(object, 'trigger', object, pg_temp.trigger_state_sql(object, trigger_name, enabled), pg_temp.trigger_state_sql(object, trigger_name, existing.tgenabled));
  end if;
  call pg_temp.settle(part, object, wanted, pg_temp.trigger_text(relation, trigger_name));
end
$ensure_trigger$;
