-- finds: policy own on public.notes
-- because: a pooled session leaves the setting '' and not NULL: the cast then fails for everybody
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = (select current_setting('app.user_id', true)::uuid));
