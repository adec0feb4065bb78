-- hole: the owner of a file gives it to somebody else, into a folder that is not his
-- finds: error[check-weaker-than-using] policy move own on public.files
create table files (id uuid primary key default gen_random_uuid(), owner_id uuid not null references auth.users, name text not null, size bigint not null default 0);
create index on files (owner_id);
alter table files enable row level security;
create policy "see own" on files for select to authenticated using (owner_id = (select auth.uid()));
create policy "add own" on files for insert to authenticated with check (owner_id = (select auth.uid()) and size < 1000000);
create policy "move own" on files for update to authenticated using (owner_id = (select auth.uid())) with check (size < 1000000);
-- a check of its own beside a restrictive policy that asks again
create table notes (id uuid primary key default gen_random_uuid(), owner_id uuid not null references auth.users, body text);
create index on notes (owner_id);
alter table notes enable row level security;
create policy "all own" on notes for all to authenticated using (owner_id = (select auth.uid())) with check (owner_id = (select auth.uid()) and body <> '');
