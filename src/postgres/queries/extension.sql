-- $1 is not looked at: an extension belongs to the database.
select json_build_object('name', e.extname, 'schema', n.nspname, 'version', e.extversion)::text
from pg_extension e
join pg_namespace n on n.oid = e.extnamespace
where e.extname <> 'plpgsql' and $1::oid[] is not null
