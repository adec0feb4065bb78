-- finds: column handler on public.jobs
create table jobs (id int primary key, handler regproc);
