-- finds: policy published is visible on public.notes
create table notes (id int primary key, published boolean);
alter table notes enable row level security;
create policy "published is visible" on notes to authenticated using (published);
