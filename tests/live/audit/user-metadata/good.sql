create table notes (id int primary key);
alter table notes enable row level security;
create policy admins on notes for select to authenticated using (((select auth.jwt()) -> 'app_metadata' ->> 'role') = 'admin');
