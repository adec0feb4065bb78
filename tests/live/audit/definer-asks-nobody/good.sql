create table notes (id int primary key, owner uuid);
create function total() returns bigint language sql security definer set search_path = '' as
  'select count(*) from public.notes where owner = (select auth.uid())';
