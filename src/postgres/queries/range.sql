select json_build_object(
  'schema', n.nspname,
  'name', t.typname,
  'options', json_build_array(
    json_build_array('subtype', format_type(g.rngsubtype, null)),
    json_build_array('subtype_opclass', case when not o.opcdefault then
      (select quote_ident(s.nspname) from pg_namespace s where s.oid = o.opcnamespace) || '.' || quote_ident(o.opcname) end),
    json_build_array('collation', case when g.rngcollation <> b.typcollation then g.rngcollation::regcollation::text end),
    json_build_array('canonical', nullif(g.rngcanonical::oid, 0)::regproc::text),
    json_build_array('subtype_diff', nullif(g.rngsubdiff::oid, 0)::regproc::text),
    json_build_array('multirange_type_name', format_type(g.rngmultitypid, null))
  ),
  'comment', obj_description(t.oid, 'pg_type'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(coalesce(t.typacl, acldefault('T', t.typowner))) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> t.typowner
  )
)::text
from pg_range g
join pg_type t on t.oid = g.rngtypid
join pg_type b on b.oid = g.rngsubtype
join pg_opclass o on o.oid = g.rngsubopc
join pg_namespace n on n.oid = t.typnamespace
where n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_type'::regclass and d.objid = t.oid and d.deptype = 'e')
