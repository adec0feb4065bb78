-- 1,000 owners of ten projects each; 1,000,000 rows at every level, three in ten of them the first owner's.
-- Written past the triggers: what is measured is the reading, and the rows are as the triggers would write them.
set session_replication_role = replica;
create function pg_temp.owner_of(project bigint) returns uuid language sql immutable as
$$ select md5('owner' || project / 10)::uuid $$;
create function pg_temp.project_of(row_number bigint) returns bigint language sql immutable as
$$ select case when row_number % 10 < 3 then row_number % 10 else 10 + row_number % 9989 end $$;
insert into auth.users (id, email) select pg_temp.owner_of(n * 10), 'owner-' || n || '@example.org' from generate_series(0, 999) n;
insert into public.projects (id, account_id) select n, pg_temp.owner_of(n) from generate_series(0, 9999) n;
