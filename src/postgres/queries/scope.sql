-- The schemas to read. $1: only these; null: all that are not PostgreSQL's or ours.
select n.oid::text
from pg_namespace n
where n.nspname !~ '^pg_'
  and n.nspname <> 'information_schema'
  and n.nspname <> 'schemagen'
  and n.nspname not like 'schemagen\_aside\_%'
  and ($1::text[] is null or n.nspname = any ($1::text[]))
  and not exists (select from pg_depend d where d.classid = 'pg_namespace'::regclass and d.objid = n.oid and d.deptype = 'e')
order by n.nspname
