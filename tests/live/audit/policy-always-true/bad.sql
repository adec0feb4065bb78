-- finds: policy all_of_it on public.notes
-- because: authenticated may read, change and delete every row
create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create policy all_of_it on notes for all to authenticated using (1 = 1);
