create view people with (security_invoker = true) as select id, email from auth.users;
revoke all on people from anon, authenticated;
