-- finds: policy published is visible on public.notes
-- because: its name speaks of reading, and it is FOR ALL: it lets insert, update and delete as well
create table notes (id int primary key, published boolean);
alter table notes enable row level security;
create policy "published is visible" on notes to authenticated using (published);
