-- Functions and procedures: replaced only where PostgreSQL prints another definition.
create or replace function pg_temp.function_definition(procedure_oid oid) returns text
language sql stable as $function_definition$
  select substr(pg_get_functiondef(p.oid), length(format('CREATE OR REPLACE %s %I.%I',
    case p.prokind when 'p' then 'PROCEDURE' else 'FUNCTION' end, n.nspname, p.proname)) + 1)
  from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
  where p.oid = procedure_oid
$function_definition$;

create or replace procedure pg_temp.ensure_function(word text, schema_name text, function_name text, arguments text, definition text)
language plpgsql as $ensure_function$
declare
  object text := format('%I.%I(%s)', schema_name, function_name, arguments);
  existing regprocedure := to_regprocedure(object);
  probe regprocedure;
  equal boolean;
begin
  if existing is null then
    call pg_temp.run(word, object, definition,
      format('call pg_temp.set_aside_function(%L, %L, %L)', schema_name, function_name, arguments));
    call pg_temp.revoke_all(word, object);
    return;
  end if;
  execute pg_temp.retarget(definition, format('create or replace %s %I.%I', word, schema_name, function_name),
    format('create %s pg_temp.%I', word, function_name));
  probe := to_regprocedure(format('pg_temp.%I(%s)', function_name, arguments));
  equal := pg_temp.function_definition(existing) is not distinct from pg_temp.function_definition(probe);
  execute format('drop routine %s', probe);
  if not equal then
    call pg_temp.run(word, object, definition, pg_get_functiondef(existing));
  end if;
end
$ensure_function$;
