-- superuser
-- finds: policy add on public.notes
-- because: 1 accounts have no identity, and it lets them write without asking who they are
insert into auth.users (id, is_anonymous) values ('00000000-0000-0000-0000-00000000000a', true);
create table notes (id int primary key, body text);
alter table notes enable row level security;
create policy add on notes for insert to authenticated with check (body <> '');
