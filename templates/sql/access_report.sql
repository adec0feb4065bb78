select plan(greatest(count(*), 1)::integer) from pg_temp.schemagen_findings;
select ok(true, 'row security, policies and privileges are the model''s')
where not exists (select from pg_temp.schemagen_findings);
select ok(false, object || ': up would run ' || regexp_replace(repair, '\s+', ' ', 'g')) from pg_temp.schemagen_findings order by seq;
select * from finish();
\endif
call pg_temp.report();
rollback;
