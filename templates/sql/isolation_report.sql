select plan(count(*)::integer) from pg_temp.isolation_results;
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
