-- finds: policy own on public.contents
-- because: IN (SELECT …) becomes a filter over the whole table: write = any (array(select …)), which an index serves
create table projects (id int primary key, owner uuid);
create table contents (id int primary key, project int references projects);
alter table contents enable row level security;
create policy own on contents for select to authenticated using (project in (select id from projects where owner = (select auth.uid())));
