create table notes (id int primary key, owner uuid, status text, featured boolean);
alter table notes enable row level security;
create policy change on notes for update to authenticated using ((status = 'open' or featured) and owner = (select auth.uid()));
create policy see on notes for select to authenticated using (status = 'open' or featured and owner = (select auth.uid()));
