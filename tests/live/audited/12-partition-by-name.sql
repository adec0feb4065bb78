-- hole: a partition is read by its own name, where no policy applies
-- finds: error[partition-granted] table public.events_2026
create table events (id bigint generated always as identity, at timestamptz not null, person_id uuid not null, kind text, primary key (id, at)) partition by range (at);
create index on events (person_id);
create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
revoke all on events_2025 from anon, authenticated;
alter table events enable row level security;
create policy own on events for select to authenticated using (person_id = (select auth.uid()));
