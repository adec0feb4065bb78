select json_build_object(
  'schema', n.nspname,
  'table', c.relname,
  'name', p.polname,
  'restrictive', not p.polpermissive,
  'command', p.polcmd,
  'roles', (
    select json_agg(coalesce(r.rolname, 'public') order by coalesce(r.rolname, 'public'))
    from unnest(p.polroles) o (oid) left join pg_roles r on r.oid = o.oid
  ),
  'using', pg_get_expr(p.polqual, p.polrelid),
  'check', pg_get_expr(p.polwithcheck, p.polrelid),
  'comment', obj_description(p.oid, 'pg_policy')
)::text
from pg_policy p
join pg_class c on c.oid = p.polrelid
join pg_namespace n on n.oid = c.relnamespace
where n.oid = any ($1::oid[])
