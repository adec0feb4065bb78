create table notes (id int primary key, owner uuid);
alter table notes enable row level security;
create view seen with (security_invoker = true) as select id from notes;
create view internal as select id from notes;
revoke all on internal from anon, authenticated;
create view constant as select 1 as one;
