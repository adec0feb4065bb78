-- superuser
-- finds: table public.notes
-- because: authenticated read none of its rows, and see its name and columns in the GraphQL schema
insert into pg_extension (oid, extname, extowner, extnamespace, extrelocatable, extversion)
  select 99999, 'pg_graphql', 10, oid, false, '1.5' from pg_namespace where nspname = 'extensions';
create table notes (id int primary key, owner_id uuid);
alter table notes enable row level security;
revoke all on notes from anon;
grant select, insert on notes to authenticated;
create policy adds on notes for insert to authenticated with check (owner_id = (select auth.uid()));
