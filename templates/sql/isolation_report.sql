-- The service may do everything.
do $service$
declare
  one record;
begin
  for one in select distinct r.object from pg_temp.isolation_rows as r where exists (select from pg_temp.isolation_results as x
    where starts_with(x.label, r.object || ': caller')) order by 1
  loop
    call pg_temp.isolated(one.object, 'service', 'abc', 'abc', 'abc', 'abc');
  end loop;
end
$service$;
select coalesce((select n.nspname from pg_catalog.pg_extension as e join pg_catalog.pg_namespace as n on n.oid = e.extnamespace
  where e.extname = 'pgtap'), '') as pgtap, (select count(*) from pg_temp.isolation_results) as count \gset
select :'pgtap' <> '' as has_pgtap \gset
\if :has_pgtap
\pset format unaligned
\pset tuples_only on
\pset pager off
select set_config('search_path', 'pg_catalog, pg_temp, ' || quote_ident(:'pgtap'), true) as path \gset
select plan(:count);
select case when r.skipped then ok(true, r.label || ' # SKIP ' || coalesce(r.detail, '')) else ok(r.passed, r.label) end
from pg_temp.isolation_results as r order by r.seq;
select * from finish();
\endif
do $verdict$
declare
  wrong integer := (select count(*) from pg_temp.isolation_results where not passed);
  skipped integer := (select count(*) from pg_temp.isolation_results as r where r.skipped);
  tried integer := (select count(*) from pg_temp.isolation_results as r where not r.skipped);
  one record;
begin
  for one in select * from pg_temp.isolation_results as r where r.skipped order by r.seq loop
    raise notice 'not tried: % (%)', one.label, one.detail;
  end loop;
  if wrong > 0 then
    raise exception '% of % verdicts are not the model''s', wrong, tried
      using detail = (select string_agg(format('%s: but %s', r.label, r.detail), E'\n' order by r.seq)
        from pg_temp.isolation_results as r where not r.passed);
  end if;
  if tried = 0 then
    raise exception 'nothing could be tried';
  end if;
  raise notice 'ok: % verdicts are the model''s, % not tried', tried, skipped;
end
$verdict$;
rollback;
