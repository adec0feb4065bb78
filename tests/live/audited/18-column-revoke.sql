-- hole: e-mail addresses were to be hidden by a list of columns, and the whole table stayed granted
-- finds: error[column-privileges-void] table public.members
create table members (id uuid primary key references auth.users on delete cascade, nick text not null, email text not null);
alter table members enable row level security;
create policy listed on members for select to authenticated using (true);
grant select (id, nick) on members to authenticated;
create table friends (id uuid primary key references auth.users on delete cascade, nick text not null, email text not null);
alter table friends enable row level security;
create policy listed on friends for select to authenticated using (true);
revoke all on friends from anon, authenticated;
grant select (id, nick) on friends to authenticated;
