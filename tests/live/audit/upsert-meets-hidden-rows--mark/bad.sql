-- finds: key notes_owner_id_slug_key on public.notes
-- because: rows with deleted_at set keep their (owner_id, slug) and nobody sees them: an upsert of the same key fails (42501)
create table notes (id uuid primary key, owner_id uuid not null, slug text, deleted_at timestamptz, unique (owner_id, slug));
alter table notes alter column owner_id type text;
alter table notes enable row level security;
create policy reads on notes for select to authenticated using (owner_id = (select auth.uid())::text and deleted_at is null);
create policy adds on notes for insert to authenticated with check (owner_id = (select auth.uid())::text);
create policy changes on notes for update to authenticated using (owner_id = (select auth.uid())::text);
