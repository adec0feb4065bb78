-- finds: policy admins on public.notes
-- because: user_metadata is the user's to edit
create table notes (id int primary key);
alter table notes enable row level security;
create policy admins on notes for select to authenticated using (((select auth.jwt()) -> 'user_metadata' ->> 'role') = 'admin');
