-- Out of the way, to a schema where nobody looks; what needs it keeps it.
create or replace procedure pg_temp.ensure_aside_schema(schema_name text)
language plpgsql as $ensure_aside_schema$
begin
  if to_regnamespace(quote_ident(pg_temp.aside_schema(schema_name))) is null then
    execute format('create schema %I', pg_temp.aside_schema(schema_name));
    execute format('revoke all on schema %I from public', pg_temp.aside_schema(schema_name));
  end if;
end
$ensure_aside_schema$;

create or replace procedure pg_temp.move_aside(word text, schema_name text, object text)
language plpgsql as $move_aside$
begin
  call pg_temp.ensure_aside_schema(schema_name);
  execute format('alter %s %s set schema %I', word, object, pg_temp.aside_schema(schema_name));
exception when duplicate_table or duplicate_object or duplicate_function then
  raise exception 'SG508: there is already a % set aside in place of %', word, object
    using hint = format('Look at it in schema %s: drop or rename it, and run this file again.', pg_temp.aside_schema(schema_name));
end
$move_aside$;

create or replace procedure pg_temp.set_aside_function(schema_name text, function_name text, arguments text)
language plpgsql as $set_aside_function$
declare
  routine regprocedure := to_regprocedure(format('%I.%I(%s)', schema_name, function_name, arguments));
  object text;
begin
  if routine is null then
    return;
  end if;
  object := (select format('%I.%I(%s)', schema_name, function_name, pg_get_function_identity_arguments(routine)));
  begin
    execute format('drop routine %s', object);
  exception when dependent_objects_still_exist then
    execute format('revoke all on routine %s from public', object);
    call pg_temp.drop_unneeded_routines();
    call pg_temp.move_aside('routine', schema_name, object);
  end;
end
$set_aside_function$;

-- Another routine of ours by this name would answer in the place of the one that the model means, to whatever is printed the
-- same. What calls it follows it out of the way, is printed otherwise by then, and is made again in its turn.
create or replace procedure pg_temp.set_aside_overloads(schema_name text, function_name text, arguments text, others text[])
language plpgsql as $set_aside_overloads$
declare
  wanted oid[] := array(select coalesce(pg_temp.routine_at(format('%I.%I(%s)', schema_name, function_name, signature))::oid, 0) from unnest(others || arguments) as signature);
  item record;
begin
  for item in
    select p.oid::regprocedure::text as object from pg_proc as p
    where p.pronamespace = to_regnamespace(quote_ident(schema_name)) and p.proname = function_name and p.oid <> all (wanted)
      and exists (select from schemagen.ledger as l where l.kind in ('function', 'procedure') and pg_temp.routine_at(pg_temp.name_now(l.object, l.seq)) = p.oid)
    order by 1
  loop
    call pg_temp.clear_the_way(schema_name, item.object);
  end loop;
end
$set_aside_overloads$;

-- Whoever may call it may do so until nothing needs it any more.
create or replace procedure pg_temp.clear_the_way(schema_name text, object text)
language plpgsql as $clear_the_way$
begin
  execute format('drop routine %s', object);
exception when dependent_objects_still_exist then
  call pg_temp.drop_unneeded_routines();
  call pg_temp.move_aside('routine', schema_name, object);
end
$clear_the_way$;

create or replace function pg_temp.routine_at(object text) returns regprocedure
language plpgsql stable as $routine_at$
begin
  return to_regprocedure(object);
exception when undefined_object or invalid_schema_name then
  return null;
end
$routine_at$;

-- A routine holds no data: it stays aside only for what calls it.
create or replace procedure pg_temp.drop_unneeded_routines()
language plpgsql as $drop_unneeded_routines$
declare
  item record;
begin
  for item in
    select p.oid::regprocedure as routine, n.nspname as aside from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace
    where starts_with(n.nspname, 'schemagen_aside_') and pg_has_role(p.proowner, 'usage')
      and not exists (select from pg_depend as d where d.refclassid = 'pg_proc'::regclass and d.refobjid = p.oid)
  loop
    execute format('drop routine %s', item.routine);
    if not exists (select from pg_depend as d where d.refclassid = 'pg_namespace'::regclass and d.refobjid = to_regnamespace(quote_ident(item.aside))) then
      execute format('drop schema %I', item.aside);
    end if;
  end loop;
end
$drop_unneeded_routines$;
