create table notes (id int primary key, owner uuid, a int, b int, c int, d int, e int, f int);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner = (select auth.uid()));
create policy any_of_them on notes for select to authenticated using (a = 1 or b = 1 or c = 1 or d = 1 or e = 1 or f = 1);
create policy other on notes for select to anon using (a = 1);
