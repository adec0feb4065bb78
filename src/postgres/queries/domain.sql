select json_build_object(
  'schema', n.nspname,
  'name', t.typname,
  'type', format_type(t.typbasetype, t.typtypmod),
  'not_null', t.typnotnull,
  'default', pg_get_expr(t.typdefaultbin, 0),
  'collation', case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text end,
  'checks', (
    select json_object_agg(c.conname, pg_get_expr(c.conbin, 0))
    from pg_constraint c where c.contypid = t.oid and c.contype = 'c' and c.convalidated
  ),
  'comment', obj_description(t.oid, 'pg_type'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> t.typowner
  )
)::text
from pg_type t
join pg_type b on b.oid = t.typbasetype
join pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'd'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
