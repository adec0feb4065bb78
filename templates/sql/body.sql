-- Bodies are not looked at while what they name is still to come. Now all is there: what PostgreSQL says of one, NULL when it can run.
create or replace function pg_temp.body_problem(object text) returns text
language plpgsql set check_function_bodies = on set search_path = pg_catalog, pg_temp as $body_problem$
declare
  body pg_catalog.pg_proc := (select p from pg_proc as p where p.oid = to_regprocedure(object));
  validator text := (select l.lanvalidator::regproc from pg_language as l where l.oid = body.prolang);
  path text := (select substr(setting, length('search_path=') + 1) from unnest(body.proconfig) as setting where setting like 'search_path=%');
begin
  perform set_config('search_path', coalesce(path, '"$user", public'), true);
  execute format('select pg_catalog.%s(%s)', validator, body.oid);
  return null;
exception when others then
  return sqlerrm;
end
$body_problem$;

-- It is told before a caller meets it.
create or replace procedure pg_temp.check_body(object text)
language plpgsql as $check_body$
declare
  problem text := pg_temp.body_problem(object);
begin
  if problem is not null then
    raise warning '% cannot run: %', object, problem;
  end if;
end
$check_body$;
