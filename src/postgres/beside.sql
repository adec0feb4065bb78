-- What is left of a scratch database beside a user's own, as the statements that take it away. {databases} is the
-- beginning of our databases' names, and the name of our connections: one that makes a database goes on with it when we
-- are gone. {roles} and {members} are what we were going to make and was not there before.
select format('select pg_catalog.pg_terminate_backend(%s, 10000)', a.pid)
from pg_catalog.pg_stat_activity a
where a.application_name = {databases} and a.pid <> pg_catalog.pg_backend_pid()
--;
select format('drop database if exists %I with (force)', d.datname)
from pg_catalog.pg_database d where starts_with(d.datname, {databases})
--;
select format('revoke %I from %I', g.rolname, m.rolname)
from pg_catalog.pg_auth_members a
join pg_catalog.pg_roles g on g.oid = a.roleid
join pg_catalog.pg_roles m on m.oid = a.member
where g.rolname || ' ' || m.rolname = any ({members}::text[])
--;
select format('drop role if exists %I', r.rolname)
from pg_catalog.pg_roles r where r.rolname = any ({roles}::text[])
