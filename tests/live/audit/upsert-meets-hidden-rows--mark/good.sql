create table notes (id uuid primary key, owner_id text not null, slug text, deleted_at timestamptz);
create unique index notes_slug on notes (owner_id, slug) where deleted_at is null;
alter table notes enable row level security;
create policy reads on notes for select to authenticated using (owner_id = (select auth.uid())::text and deleted_at is null);
create policy adds on notes for insert to authenticated with check (owner_id = (select auth.uid())::text);
create policy changes on notes for update to authenticated using (owner_id = (select auth.uid())::text);
