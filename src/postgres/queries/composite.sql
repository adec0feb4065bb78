select json_build_object(
  'schema', n.nspname,
  'name', t.typname,
  'fields', (
    select json_agg(json_build_array(
      f.attname,
      format_type(f.atttypid, f.atttypmod)
        || case when f.attcollation <> ft.typcollation then ' COLLATE ' || f.attcollation::regcollation else '' end)
      order by f.attnum)
    from pg_attribute f join pg_type ft on ft.oid = f.atttypid
    where f.attrelid = c.oid and f.attnum > 0 and not f.attisdropped
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
join pg_class c on c.oid = t.typrelid and c.relkind = 'c'
join pg_namespace n on n.oid = t.typnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
