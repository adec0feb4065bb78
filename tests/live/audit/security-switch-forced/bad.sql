-- finds: table public.notes
-- because: public.helper() reads it as its owner, to whom row security is forced to apply: it finds nothing, silently
-- superuser
create role keeper;
grant create, usage on schema public to keeper;
create table notes (id int primary key);
alter table notes enable row level security;
alter table notes force row level security;
alter table notes owner to keeper;
grant select on notes to keeper;
create policy k on notes to keeper using (false);
create function helper() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.notes';
alter function helper() owner to keeper;
