-- superuser
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  select 99999, 'pg_graphql', 10, oid, false, '1.5' from pg_namespace where nspname = 'extensions';
create table notes (id int primary key, owner_id uuid);
alter table notes enable row level security;
revoke all on notes from anon;
grant select on notes to authenticated;
create policy own on notes for all to public using (owner_id = (select auth.uid()));
create table news (id int primary key, published boolean);
alter table news enable row level security;
grant select on news to anon, authenticated;
create policy reads on news for select to public using (published);
