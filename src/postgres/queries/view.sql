-- Views and materialized views.
select json_build_object(
  'schema', n.nspname,
  'name', c.relname,
  'kind', c.relkind,
  'owner', pg_get_userbyid(c.relowner),
  'query', pg_get_viewdef(c.oid),
  'options', c.reloptions,
  'populated', c.relispopulated,
  'comment', obj_description(c.oid, 'pg_class'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> c.relowner
  ),
  'column_grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable,
      'column', f.attname) order by f.attnum)
    from pg_attribute f cross join aclexplode(f.attacl) a left join pg_roles r on r.oid = a.grantee
    where f.attrelid = c.oid and not f.attisdropped and a.grantee <> c.relowner
  )
)::text
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('v', 'm')
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
