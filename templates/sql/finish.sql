-- Materialized views are filled once their tables have their rows.
create or replace procedure pg_temp.ensure_populated(object text)
language plpgsql as $ensure_populated$
begin
  if not (select relispopulated from pg_class where oid = to_regclass(object)) then
    execute format('refresh materialized view %s', object);
  end if;
end
$ensure_populated$;
