-- superuser
insert into auth.users (id, is_anonymous) values ('00000000-0000-0000-0000-00000000000a', true);
create table notes (id int primary key, body text);
alter table notes enable row level security;
create policy reads on notes for select to anon, authenticated using (true);
create table logs (id int primary key, body text);
alter table logs enable row level security;
create policy reads on logs for select to authenticated using ((select (auth.jwt() ->> 'is_anonymous')::boolean) is false);
