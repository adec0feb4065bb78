create table notes (id int primary key, email text);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (email = ((select auth.jwt()) ->> 'email'));
