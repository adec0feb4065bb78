create table notes (id int primary key, owner uuid, status text);
alter table notes enable row level security;
create policy own on notes for update to authenticated using (owner = (select auth.uid()))
  with check (owner = (select auth.uid()) and status <> 'done');
create policy other on notes for update to authenticated using (owner = (select auth.uid()));
-- an editor may change any row, and is the same editor afterwards
create table drafts (id int primary key, title text not null, words int not null default 0);
alter table drafts enable row level security;
create policy drafts_read on drafts for select to authenticated using (true);
create policy drafts_edit on drafts for update to authenticated
  using (((select auth.jwt()) -> 'app_metadata' ->> 'role') = 'editor') with check (words >= 0);
