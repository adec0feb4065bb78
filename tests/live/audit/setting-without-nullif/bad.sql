-- finds: policy own on public.notes
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy own on notes for select to authenticated using (owner = (select current_setting('app.user_id', true)::uuid));
