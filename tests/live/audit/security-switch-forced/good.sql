create table notes (id int primary key);
alter table notes enable row level security;
alter table notes force row level security;
create function helper() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.notes';
