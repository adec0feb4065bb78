-- finds: policy fellows on public.notes
-- because: it compares members.team with itself: the outer row was meant
create table members (team int, person uuid, primary key (team, person));
create table notes (id int primary key, team int);
alter table notes enable row level security;
create policy fellows on notes for select to authenticated using (exists (select from members where team = team and person = (select auth.uid())));
