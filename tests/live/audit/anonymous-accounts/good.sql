-- superuser
insert into auth.users (id, is_anonymous) values ('00000000-0000-0000-0000-00000000000a', true);
create table notes (id int primary key, owner uuid, body text);
alter table notes enable row level security;
create policy add on notes for insert to authenticated with check (owner = (select auth.uid()));
create table logs (id int primary key, body text);
alter table logs enable row level security;
create policy add on logs for insert to authenticated with check (body <> '');
create policy known on logs as restrictive for all to authenticated using ((select (auth.jwt() ->> 'is_anonymous')::boolean) is false);
