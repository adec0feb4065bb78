-- finds: table public.events_2026
-- because: anon, authenticated reach it directly, where the policies of public.events do not apply
create table events (id int, at date) partition by range (at);
alter table events enable row level security;
create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');
