-- Every protection that can be taken out by itself, and how to put it back.
select format('alter policy %I on %I.%I using (true) ;; alter policy %1$I on %2$I.%3$I using (%4$s)',
              policyname, schemaname, tablename, qual)
from pg_catalog.pg_policies
where schemaname = 'public' and qual is not null and qual <> 'true' and permissive = 'PERMISSIVE'
union all
select format('alter policy %I on %I.%I with check (true) ;; alter policy %1$I on %2$I.%3$I with check (%4$s)',
              policyname, schemaname, tablename, with_check)
from pg_catalog.pg_policies
where schemaname = 'public' and with_check is not null and with_check <> 'true' and permissive = 'PERMISSIVE'
  -- what such a check compares cannot be updated: it is immutable
  and not (cmd = 'UPDATE' and with_check = qual)
union all
select format('alter table %1$I.%2$I disable row level security ;; alter table %1$I.%2$I enable row level security',
              schemaname, tablename)
from pg_catalog.pg_tables
where schemaname = 'public' and rowsecurity and has_table_privilege('authenticated', format('%I.%I', schemaname, tablename), 'select')
  and exists (select from pg_catalog.pg_policies p
              where (p.schemaname, p.tablename) = (pg_tables.schemaname, pg_tables.tablename) and p.qual <> 'true')
order by 1
