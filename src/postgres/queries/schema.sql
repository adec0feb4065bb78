select json_build_object(
  'name', n.nspname,
  'comment', obj_description(n.oid, 'pg_namespace'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(n.nspacl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> n.nspowner
  )
)::text
from pg_namespace n
where n.oid = any ($1::oid[])
