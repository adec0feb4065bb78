-- finds: table public.notes
-- because: 7 policies for SELECT by authenticated: each is asked about each row, until one holds
create table notes (id int primary key, owner uuid, a int, b int, c int, d int, e int, f int);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner = (select auth.uid()));
create policy a on notes for select to authenticated using (a = 1);
create policy b on notes for select to authenticated using (b = 1);
create policy c on notes for select to authenticated using (c = 1);
create policy d on notes for select to public using (d = 1);
create policy e on notes for select to authenticated using (e = 1);
create policy f on notes for select to authenticated using (f = 1);
