create table notes (id int primary key, team int);
alter table notes enable row level security;
create schema private;
create function private.mine() returns setof int language sql stable security definer set search_path = '' as 'select 1';
create policy own on notes for select to authenticated using (team = any (array(select private.mine())));
