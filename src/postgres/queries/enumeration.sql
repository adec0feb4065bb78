select json_build_object(
  'schema', n.nspname,
  'name', t.typname,
  'labels', (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
  'comment', obj_description(t.oid, 'pg_type'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> t.typowner
  )
)::text
from pg_type t
join pg_namespace n on n.oid = t.typnamespace
where t.typtype = 'e'
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
