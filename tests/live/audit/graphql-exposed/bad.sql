-- superuser
-- finds: table public.notes
-- because: anon read none of its rows, and see its name and columns in the GraphQL schema
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  select 99999, 'pg_graphql', 10, oid, false, '1.5' from pg_namespace where nspname = 'extensions';
create table notes (id int primary key, owner_id uuid);
alter table notes enable row level security;
grant select on notes to anon, authenticated;
create policy own on notes for all to public using (owner_id = (select auth.uid()));
