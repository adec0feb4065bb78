-- hole: a materialized view copies what the policies hide
-- finds: error[materialized-view-readable] materialized view public.salaries_by_team
create table salaries (id uuid primary key default gen_random_uuid(), person_id uuid not null references auth.users, team text not null, amount numeric not null);
create index on salaries (person_id);
alter table salaries enable row level security;
create policy own on salaries for select to authenticated using (person_id = (select auth.uid()));
revoke insert, update, delete on salaries from anon, authenticated;
create materialized view salaries_by_team as select team, person_id, max(amount) as amount from salaries group by team, person_id;
create schema reports;
create materialized view reports.total as select sum(amount) as amount from public.salaries;
