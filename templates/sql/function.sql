-- Functions and procedures: replaced only where PostgreSQL prints another definition.
create or replace function pg_temp.function_definition(procedure_oid oid) returns text
language sql stable as $function_definition$
  select substr(pg_get_functiondef(p.oid), length(format('CREATE OR REPLACE %s %I.%I',
    case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end,
    case when n.oid = pg_my_temp_schema() then 'pg_temp' else n.nspname end, p.proname)) + 1)
  from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
  where p.oid = procedure_oid
$function_definition$;

create or replace procedure pg_temp.ensure_function(word text, schema_name text, function_name text, arguments text, definition text, old_name text default null,
  others text[] default '{}')
language plpgsql as $ensure_function$
declare
  object text := format('%I.%I(%s)', schema_name, function_name, arguments);
  existing regprocedure;
  probe regprocedure;
  equal boolean;
begin
  call pg_temp.find_object(word, schema_name, function_name, old_name, format('(%s)', arguments));
  call pg_temp.set_aside_overloads(schema_name, function_name, arguments, others);
  existing := to_regprocedure(object);
  if existing is null then
    call pg_temp.run(word, object, definition, pg_temp.set_aside_sql(word, schema_name, function_name, format('(%s)', arguments)));
    call pg_temp.revoke_all(word, object);
    call pg_temp.settle(word, object, definition, pg_get_functiondef(to_regprocedure(object)));
    return;
  elsif pg_temp.settled(word, object, definition, pg_get_functiondef(existing)) then
    return;
  end if;
  execute pg_temp.retarget(definition, format('create or replace %s %I.%I(', word, schema_name, function_name),
    format('create %s pg_temp.%I(', word, function_name));
  probe := to_regprocedure(format('pg_temp.%I(%s)', function_name, arguments));
  equal := pg_temp.function_definition(existing) is not distinct from pg_temp.function_definition(probe);
  execute format('drop routine pg_temp.%I(%s)', function_name, arguments);
  if not equal then
    call pg_temp.replace_function(word, schema_name, object, definition, pg_get_functiondef(existing));
  end if;
  call pg_temp.settle(word, object, definition, pg_get_functiondef(to_regprocedure(object)));
end
$ensure_function$;

-- What it returns and what its arguments are called cannot be replaced: then it is made anew, with its privileges. What calls
-- it goes on calling the old one, which steps aside, until it is compared with the model in its turn.
create or replace procedure pg_temp.replace_function(word text, schema_name text, object text, definition text, old_definition text)
language plpgsql as $replace_function$
declare
  grants text := pg_temp.grants_again(word, object);
  remove text := format('call pg_temp.clear_the_way(%L, %L); ', schema_name, object);
  recorded boolean := not pg_temp.ours(word, object);
begin
  call pg_temp.run(word || ' change', object, definition, case when recorded then old_definition end);
exception when invalid_function_definition then
  call pg_temp.run(word || ' change', object, remove || definition || grants,
    case when recorded then remove || old_definition || grants end);
end
$replace_function$;
