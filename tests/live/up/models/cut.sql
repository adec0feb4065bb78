-- Before models/cut.yaml: one of its tables, without most of what it is to have.
insert into auth.users (id) values ('00000000-0000-4000-8000-00000000000a');
create table public.lists (id bigint generated always as identity primary key, user_id uuid not null references auth.users on delete cascade);
insert into public.lists (user_id) select id from auth.users;
create table public.items (id bigint primary key, list_id bigint, title varchar(20), note text);
insert into public.items select n, 1, case when n = 1 then 'x' else 'y' end, 'kept' from generate_series(1, 300) as n;
create policy old on public.items using (true);
grant select on public.items to anon;
comment on column public.items.note is 'kept as well';
