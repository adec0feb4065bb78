-- superuser
create view people with (security_invoker = true) as select id, email from auth.users;
grant select on people to anon;
create view internal as select id, email from auth.users;
revoke all on internal from anon, authenticated;
