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
