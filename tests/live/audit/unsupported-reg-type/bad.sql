-- finds: column handler on public.jobs
-- because: pg_upgrade refuses a column of type regproc
create table jobs (id int primary key, handler regproc);
