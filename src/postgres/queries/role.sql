-- $1 is not looked at: roles belong to the cluster.
select json_build_object('name', rolname, 'bypass', rolbypassrls or rolsuper)::text
from pg_roles
where rolname !~ '^pg_' and $1::oid[] is not null
