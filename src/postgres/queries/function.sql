select json_build_object(
  'schema', n.nspname,
  'name', p.proname,
  'procedure', p.prokind = 'p',
  'owner', pg_get_userbyid(p.proowner),
  'arguments', (
    select json_agg(json_build_object(
      'name', coalesce(p.proargnames[g.position], ''),
      'type', format_type(g.type, null),
      'mode', coalesce(p.proargmodes[g.position], 'i'),
      'default', pg_get_function_arg_default(p.oid, g.position::int)) order by g.position)
    from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with ordinality g (type, position)
  ),
  'returns', format_type(p.prorettype, null),
  'set', p.proretset,
  'language', l.lanname,
  'volatility', p.provolatile,
  'definer', p.prosecdef,
  'strict', p.proisstrict,
  'leakproof', p.proleakproof,
  'parallel', p.proparallel,
  'cost', nullif(p.procost, 100)::text,
  'rows', case when p.proretset then nullif(p.prorows, 1000)::text end,
  'settings', p.proconfig,
  'body', case when p.prosqlbody is null then p.prosrc else pg_get_function_sqlbody(p.oid) end,
  'sql_body', p.prosqlbody is not null,
  'comment', obj_description(p.oid, 'pg_proc'),
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> p.proowner
  )
)::text
from pg_proc p
join pg_namespace n on n.oid = p.pronamespace
join pg_language l on l.oid = p.prolang
where p.prokind in ('f', 'p')
  and l.lanname not in ('c', 'internal')
  and p.prosupport = 0
  and p.protrftypes is null
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
