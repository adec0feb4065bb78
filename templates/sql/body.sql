-- Bodies are not looked at while what they name is still to come. Now all is there: what cannot run is told before a caller meets it.
create or replace procedure pg_temp.check_body(object text)
language plpgsql set check_function_bodies = on set search_path = pg_catalog, pg_temp as $check_body$
declare
  body pg_proc := (select p from pg_proc as p where p.oid = to_regprocedure(object));
  validator text := (select l.lanvalidator::regproc from pg_language as l where l.oid = body.prolang);
  path text := (select substr(setting, length('search_path=') + 1) from unnest(body.proconfig) as setting where setting like 'search_path=%');
begin
  perform set_config('search_path', coalesce(path, '"$user", public'), true);
  execute format('select pg_catalog.%s(%s)', validator, body.oid);
exception when others then
  raise warning '% cannot run: %', object, sqlerrm;
end
$check_body$;
