-- Without a schema, the list stands in for the built-in one: what that gave PUBLIC and the list does not is
-- reported as taken away.
select json_build_object(
  'owner', pg_get_userbyid(d.defaclrole),
  'schema', n.nspname,
  'objects', case d.defaclobjtype
    when 'r' then 'TABLES' when 'S' then 'SEQUENCES' when 'f' then 'FUNCTIONS' when 'T' then 'TYPES' when 'n' then 'SCHEMAS'
    else 'LARGE OBJECTS' end,
  'grants', (
    select json_agg(json_build_object(
      'role', coalesce(r.rolname, 'public'), 'privilege', a.privilege_type, 'grant_option', a.is_grantable))
    from aclexplode(d.defaclacl) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> d.defaclrole
      and not (a.grantee = 0 and d.defaclnamespace = 0 and d.defaclobjtype in ('f', 'T'))
  ),
  'closed', d.defaclnamespace = 0 and d.defaclobjtype in ('f', 'T')
    and not exists (select from aclexplode(d.defaclacl) a where a.grantee = 0)
)::text
from pg_default_acl d
left join pg_namespace n on n.oid = d.defaclnamespace
where d.defaclnamespace = 0 or n.oid = any ($1::oid[])
