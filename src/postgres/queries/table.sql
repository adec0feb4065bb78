select json_build_object(
  'schema', n.nspname,
  'name', c.relname,
  'owner', pg_get_userbyid(c.relowner),
  'comment', obj_description(c.oid, 'pg_class'),
  'row_security', c.relrowsecurity,
  'force_row_security', c.relforcerowsecurity,
  'partition_by', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
  'bound', pg_get_expr(c.relpartbound, c.oid),
  'parents', (
    select json_agg(json_build_array(pn.nspname, pc.relname) order by i.inhseqno)
    from pg_inherits i join pg_class pc on pc.oid = i.inhparent join pg_namespace pn on pn.oid = pc.relnamespace
    where i.inhrelid = c.oid
  ),
  'options', c.reloptions,
  'toast_options', (select t.reloptions from pg_class t where t.oid = c.reltoastrelid),
  'unlogged', c.relpersistence = 'u',
  'replica_identity', c.relreplident,
  'replica_index', (
    select ic.relname from pg_index i join pg_class ic on ic.oid = i.indexrelid
    where i.indrelid = c.oid and i.indisreplident),
  'foreign_table', (
    select 'SERVER ' || quote_ident(s.srvname) || coalesce(
      ' OPTIONS (' || (
        select string_agg(quote_ident(o.option_name) || ' ' || quote_literal(o.option_value), ', ' order by o.option_name)
        from pg_options_to_table(f.ftoptions) o) || ')', '')
    from pg_foreign_table f join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid
  ),
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
where c.relkind in ('r', 'p', 'f')
  and n.oid = any ($1::oid[])
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
