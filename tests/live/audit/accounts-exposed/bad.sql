-- finds: view public.people
create view people with (security_invoker = true) as select id, email from auth.users;
