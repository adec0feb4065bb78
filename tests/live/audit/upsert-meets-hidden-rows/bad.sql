-- finds: key notes_pkey on public.notes
-- because: (code) may be that of a row which the caller does not see: his upsert then fails (42501) and tells that there is one
create table notes (code text primary key, owner_id uuid, body text);
alter table notes enable row level security;
create policy own on notes for all to authenticated using (owner_id = (select auth.uid()));
