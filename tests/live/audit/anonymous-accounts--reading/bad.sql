-- superuser
-- finds: policy reads on public.notes
-- because: 1 accounts have no identity, and it lets them read without asking who they are
insert into auth.users (id, is_anonymous) values ('00000000-0000-0000-0000-00000000000a', true);
create table notes (id int primary key, body text);
alter table notes enable row level security;
create policy reads on notes for select to authenticated using (true);
