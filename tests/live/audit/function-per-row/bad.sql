-- finds: policy own on public.notes
-- because: private.is_member() is called with every row, and no index helps: let a helper return the ids instead
create table notes (id int primary key, team int);
alter table notes enable row level security;
create schema private;
create function private.is_member(team int) returns boolean language sql stable security definer set search_path = '' as 'select true';
create policy own on notes for select to authenticated using (private.is_member(team));
